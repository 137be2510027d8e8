#!/usr/bin/env bash
# Every path that README.md links to, or ARCHITECTURE.md names, exists.
#   usage: readme_links_exist.sh SOURCE_DIR
set -euo pipefail
cd "$1"
missing=0
while read -r path; do
  [[ -e $path ]] || { echo "README.md links to $path, which does not exist"; missing=1; }
done < <(grep -oE '\]\([^)#]+' README.md | sed 's/^](//' | grep -v '^https\?:')
while read -r path; do
  [[ -e $path ]] || { echo "ARCHITECTURE.md names $path, which does not exist"; missing=1; }
done < <(grep -oE '`(common|indexer|query|tests|scripts)/[^` ]+`' ARCHITECTURE.md | tr -d '`')
exit $missing
