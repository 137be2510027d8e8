#!/usr/bin/env bash
# Tests the server with real clients. Skipped without npm or its registry.
#   usage: NOTES_BIN=DIR NOTES_DATA=DIR run_clients.sh FOLDER-TO-INSTALL-THEM-IN
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
install=$1/clients
export NOTES_BIN=$(realpath "$NOTES_BIN") NOTES_DATA=$(realpath "$NOTES_DATA")

command -v npm >/dev/null || { echo 'no npm'; exit 77; }
mkdir -p "$install"
if ! cmp -s "$here/package-lock.json" "$install/installed.json"; then
  cp "$here/package.json" "$here/package-lock.json" "$install"
  (cd "$install" && npm ci --ignore-scripts --no-audit --no-fund --fetch-retries=1 --fetch-timeout=60000) >"$install/log" 2>&1 ||
    { echo 'the registry of npm does not answer:'; tail -n 3 "$install/log"; exit 77; }
  cp "$here/package-lock.json" "$install/installed.json"
fi
cp "$here/clients_test.mjs" "$install"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
NOTES_TODAY=2024-03-01 timeout 300 node "$install/clients_test.mjs" "$folder"
