# shellcheck shell=bash
# What the scripts beside this one share; sourced.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

free_port() {
  local port
  while port=$((20000 + RANDOM % 10000)); (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

# Waits until the service with this port and process id is ready; else shows its log and fails.
until_ready() { # PORT PID LOG
  local _
  for _ in $(seq 1 300); do
    "$here/healthy.sh" "$1" 2>/dev/null && return
    kill -0 "$2" 2>/dev/null || break
    sleep 0.2
  done
  echo "the service did not get ready:" >&2
  cat "$3" >&2
  return 1
}
