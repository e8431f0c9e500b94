#!/usr/bin/env bash
# Runs the Dockerfile's steps without an engine, in a clean directory made from the last commit, and starts what the
# image would hold as a user who may write nothing there.   JAVA_HOME=… deploy/image/try.sh
set -euo pipefail
# shellcheck source=deploy/image/functions.sh
. "$(dirname "$0")/functions.sh"
export PATH="${JAVA_HOME:?must name a JDK 25}/bin:$PATH"

if [[ ${1:-} == start ]]; then
  # Beside a database: as the image starts, with a port of our own.
  app=$2
  log=$(mktemp)
  port=$(free_port)
  as=()
  [[ $(id -u) != 0 ]] || as=(setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs)
  begun=$(date +%s%N)
  (cd "$app" && ANSINH_HTTP_PORT=$port exec "${as[@]}" java @"$app/jvm.options" -XX:AOTMode=on -jar "$app/ansinh.jar" serve) \
    >"$log" 2>&1 &
  pid=$!
  trap 'kill "$pid" 2>/dev/null || true; wait 2>/dev/null || true; rm -f "$log"' EXIT
  until_ready "$port" "$pid" "$log"
  echo "Ready after $((($(date +%s%N) - begun) / 1000000)) ms, as a user who may write nothing there."
  kill -TERM "$pid"
  wait "$pid"
  exit
fi

root=$(cd "$here/../.." && pwd)
clean=$(mktemp -d)
trap 'rm -rf "$clean"' EXIT
chmod 755 "$clean"
mkdir "$clean/src"
git -C "$root" archive HEAD | tar -x -C "$clean/src"

scripts=$clean/src/deploy/image
MAVEN_ARGS="${MAVEN_ARGS:-} -o" "$scripts/package.sh"
"$scripts/lay-out.sh" "$clean/src" "$clean/app"
[[ $(id -u) != 0 ]] || chown -R root:root "$clean/app"
chmod -R a+rX,a-w "$clean/app"

echo "What the image holds beside the Java machine:"
(cd "$clean/app" && du -sh --apparent-size -- * && du -sh --apparent-size .)
"$scripts/with-database.sh" "$clean/src" "$scripts/try.sh" start "$clean/app"
