#!/usr/bin/env bash
# Packs a release for install.sh from a built tree.   release.sh BUILT-TREE VERSION [DIRECTORY]
set -euo pipefail
built=$(cd "$1" && pwd)
name=ansinh-$2
to=$(cd "${3:-.}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/$name/lib"
cp "$built/target/ansinh.jar" "$built/deploy/image/healthy.sh" "$work/$name/"
cp "$built"/target/lib/*.jar "$work/$name/lib/"
# The server has the distribution's PostgreSQL.
rm -f "$work/$name"/lib/embedded-postgres-binaries-*.jar
cp -R "$built/config" "$built/knowledge-base" "$built/deploy" "$work/$name/"
# The archive of classes that ordinary runs leave lies where the service may write.
sed 's,target/ansinh.jsa,/var/cache/ansinh/ansinh.jsa,' "$built/config/jvm.options" >"$work/$name/jvm.options"
tar -czf "$to/$name.tar.gz" -C "$work" "$name"
echo "$to/$name.tar.gz"
