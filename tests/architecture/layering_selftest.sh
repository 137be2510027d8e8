#!/usr/bin/env bash
# Plants one forbidden include after another in a copy of the sources: layering.sh must find each.
#   usage: layering_selftest.sh SOURCE_DIR
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r "$1/common" "$1/indexer" "$1/query" "$copy"

# The sources have to be clean, or finding something proves nothing.
"$here/layering.sh" "$copy"

missed=0
while read -r file include; do
  mkdir -p "$copy/$(dirname "$file")"
  printf '#include %s\n' "$include" >"$copy/$file"
  if "$here/layering.sh" "$copy" >/dev/null; then
    echo "not found: $include in $file"
    missed=1
  fi
  rm "$copy/$file"
done <<'PLANTED'
common/planted.h "query/options.h"
common/text/planted.cc "indexer/options.h"
indexer/planted.cc "query/options.h"
query/planted.cc "indexer/options.h"
indexer/scan/planted.cc "indexer/extract/section_builder.h"
query/language/planted.cc "query/search/hit.h"
query/search/planted.cc "query/render/renderer.h"
query/render/planted.cc "query/commands/search.h"
indexer/extract/planted.cc <cmark-gfm.h>
query/planted.cc <nlohmann/json.hpp>
query/render/planted.cc <nlohmann/json.hpp>
indexer/store/planted.cc <CLI/CLI.hpp>
query/planted.h <CLI/App.hpp>
query/render/planted.cc <xapian.h>
query/language/planted.h <xapian.h>
common/text/planted.h <xapian.h>
query/search/planted.cc <re2/re2.h>
common/planted.cc <xapian/error.h>
indexer/scan/planted.cc <utf8proc.h>
PLANTED
exit $missed
