#!/usr/bin/env bash
# Runs one golden case with the real programs in a fresh folder and compares what it prints with the
# .expected file next to it. UPDATE_EXPECTED=1 writes that file instead.
#   usage: NOTES_BIN=DIR NOTES_DATA=DIR run_case.sh cases/NAME.sh
# How to write a case: README.md.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
case_file=$(realpath "$1")
expected=${case_file%.sh}.expected
bin=$(realpath "$NOTES_BIN")
data=$(realpath "$NOTES_DATA")

folder=$(realpath "$(mktemp -d)")
trap 'chmod -R u+rwX "$folder"; rm -rf "$folder"' EXIT
mkdir "$folder/home" "$folder/work"
cd "$folder/work"

# The caller's environment must not show: no index, no colours, no locale.
code=0
env -i PATH="$bin:/usr/local/bin:/usr/bin:/bin" HOME="$folder/home" \
  XDG_DATA_HOME="$folder/home/share" LC_ALL=C.UTF-8 TZ=UTC COLUMNS=80 \
  NOTES_TODAY=2024-03-01 NOTES_DATA="$data" ASAN_OPTIONS="${ASAN_OPTIONS-}" \
  bash -euo pipefail -c 'source "$1"; source "$2"' case "$here/prelude.sh" "$case_file" \
  >"$folder/printed" 2>&1 || code=$?

if [[ $code -eq 77 ]]; then
  cat "$folder/printed"
  exit 77
fi
{
  sed -E -f "$here/masks.sed" -e "s|$folder/work|WORK|g" -e "s|$folder/home|HOME|g" \
    "$folder/printed"
  [[ $code -eq 0 ]] || echo "the case itself ended with $code"
} >"$folder/masked"

if [[ -n ${UPDATE_EXPECTED:-} ]]; then
  cp "$folder/masked" "$expected"
  exit "$code"
fi
diff -u --label "expected: ${expected##*/}" --label printed "$expected" "$folder/masked"
