#!/usr/bin/env bash
# Lays out what the image holds.   lay-out.sh BUILT-TREE DIRECTORY
set -euo pipefail
built=$(cd "$1" && pwd)
to=$(mkdir -p "$2" && cd "$2" && pwd)
scripts=$(cd "$(dirname "$0")" && pwd)

mkdir "$to/lib"
cp "$built/target/ansinh.jar" "$scripts/healthy.sh" "$to/"
cp "$built"/target/lib/*.jar "$to/lib/"
# The image has no database in it.
rm -f "$to"/lib/embedded-postgres-binaries-*.jar
cp -R "$built/config" "$built/knowledge-base" "$to/"
# The archive of classes that ordinary runs leave gives way to the AOT cache.
grep -vE 'SharedArchive|Xlog:cds|^# Classes are read' "$built/config/jvm.options" >"$to/jvm.options"
"$scripts/with-database.sh" "$built" "$scripts/train.sh" "$to"
echo "-XX:AOTCache=$to/ansinh.aot" >>"$to/jvm.options"
