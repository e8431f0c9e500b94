#!/usr/bin/env bash
# One run of what lay-out.sh has laid out leaves what lets the next one start fast: the checked and indexed knowledge
# base, and the AOT cache of the classes.   train.sh DIRECTORY   (ANSINH_DATABASE_URL and ANSINH_DATA_KEY_FILE name a database)
set -euo pipefail
# shellcheck source=deploy/image/functions.sh
. "$(dirname "$0")/functions.sh"
cd "$1"
log=$(mktemp)
trap 'rm -f "$log"' EXIT

ask() { # PORT QUESTION
  local body="{\"question\": \"$2\"}"
  exec 3<>"/dev/tcp/127.0.0.1/$1"
  printf 'POST /api/ask HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' \
    "$(printf %s "$body" | wc -c)" "$body" >&3
  cat <&3 >/dev/null
  exec 3>&-
}

port=$(free_port)
ANSINH_HTTP_HOST=127.0.0.1 ANSINH_HTTP_PORT=$port ANSINH_TELEGRAM_TOKEN='' \
  java @jvm.options -XX:AOTCacheOutput=ansinh.aot -jar "$PWD/ansinh.jar" serve >"$log" 2>&1 &
pid=$!
until_ready "$port" "$pid" "$log"
for question in 'tien gia bao nhieu' 'Trợ cấp người khuyết tật nặng?' 'thủ tục mai táng phí' 'xin chào'; do
  ask "$port" "$question"
done
for path in / /health/live /metrics /console/sign-in; do
  "$here/healthy.sh" "$port" "$path"
done
kill -TERM "$pid"
wait "$pid"
[[ -s ansinh.aot ]] || { echo "no AOT cache was left:" >&2; cat "$log" >&2; exit 1; }
