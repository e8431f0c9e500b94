#!/usr/bin/env bash
# Ends with 0 when the service on this machine says that it is ready.   healthy.sh PORT [PATH]
# Without curl: the image has none.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "${2:-/health/ready}" >&3
read -r _ status _ <&3
[[ $status == 200 ]]
