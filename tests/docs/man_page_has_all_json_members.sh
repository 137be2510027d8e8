#!/usr/bin/env bash
# The man page describes every member in the schema of results, and no others.
#   usage: man_page_has_all_json_members.sh SOURCE_DIR
set -euo pipefail
command -v python3 >/dev/null || exit 77
schema=$1/query/render/result.schema.json
page=$1/query/man/notes-query-json.7

in_schema() {
  python3 - "$schema" <<'END'
import json, sys

def members(schema):
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from members(part)

print(*members(json.load(open(sys.argv[1]))), sep="\n")
END
}

# Each "Va name , name" in the sections on documents, results and failures.
in_page() {
  sed -n -e '/^\.Sh THE DOCUMENT/,/^\.Sh OTHER/p' -e '/^\.Sh FAILURES/,/^\.Sh EXAMPLES/p' "$page" |
    grep -E '^\.(It )?Va' | grep -oE '[a-z][a-z_0-9]+'
}

if ! diff <(in_schema | sort -u) <(in_page | sort -u); then
  echo "< stands in $schema only, > in $page only"
  exit 1
fi
