#!/usr/bin/env bash
# Builds the program: target/ansinh.jar and target/lib/. MAVEN_ARGS may hold more options, such as -o.
set -euo pipefail
cd "$(dirname "$0")/../.."
mvn -q -B -ntp -DskipTests package
