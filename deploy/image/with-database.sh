#!/usr/bin/env bash
# Runs a command beside a PostgreSQL of its own, which ANSINH_DATABASE_URL and ANSINH_DATA_KEY_FILE name.   with-database.sh BUILT-TREE COMMAND…
# It is the embedded one of a service that is started for it: wherever the tests run, this runs too.
set -euo pipefail
# shellcheck source=deploy/image/functions.sh
. "$(dirname "$0")/functions.sh"
built=$(cd "$1" && pwd)
shift
work=$(mktemp -d)
pid=
trap '[[ -z $pid ]] || kill "$pid" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT

database_port=$(free_port)
http_port=$(free_port)
(cd "$built" && ANSINH_DATABASE_URL='' ANSINH_DATABASE_DIRECTORY="$work/data" ANSINH_DATABASE_PORT=$database_port \
  ANSINH_HTTP_HOST=127.0.0.1 ANSINH_HTTP_PORT=$http_port ANSINH_TELEGRAM_TOKEN='' \
  exec java -jar target/ansinh.jar serve) >"$work/log" 2>&1 &
pid=$!
until_ready "$http_port" "$pid" "$work/log"
# A key for this run alone; the command may run as somebody else.
chmod 755 "$work"
chmod 644 "$work/data-keys.json"
ANSINH_DATA_KEY_FILE="$work/data-keys.json" \
  ANSINH_DATABASE_URL="postgresql://postgres@127.0.0.1:$database_port/postgres" "$@"
