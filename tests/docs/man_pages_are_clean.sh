#!/usr/bin/env bash
# Every man page passes mandoc's lint. Skipped where mandoc is not installed.
#   usage: man_pages_are_clean.sh SOURCE_DIR
set -euo pipefail
command -v mandoc >/dev/null || exit 77
mandoc -Tlint -Wwarning "$1"/indexer/man/*.1 "$1"/query/man/*.[17]
