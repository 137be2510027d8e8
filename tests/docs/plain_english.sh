#!/usr/bin/env bash
# Texts say things the way people say them: phrases that a translation would have are found here, in
# comments, messages, help, man pages and documents.
#   usage: plain_english.sh SOURCE_DIR
set -euo pipefail
cd "$1"

readonly phrases=(
  'begin of\b' '\bthe begin\b' 'goes on$' '--offset [0-9N]+ goes on' '[Ll]eave out the first'
  'is a word too, but' 'the lines to read' 'What you always want' 'in the place of' '\bkin of\b'
  'but begun' '\banew\b' 'has no format' 'goes with --' 'stands in no' '\bcome(s)? of it\b'
)

found=0
for phrase in "${phrases[@]}"; do
  grep -rnE --include='*.h' --include='*.cc' --include='*.md' --include='*.[17]' --include='*.txt' \
    --include='*.el' --include='*.vim' --include='*.ts' --include='*help*.expected' \
    --exclude-dir=build --exclude-dir=node_modules --exclude-dir=.git -e "$phrase" \
    README.md ARCHITECTURE.md CHANGELOG.md common indexer query tests && found=1
done
[[ $found -eq 0 ]] || echo 'say it in plain English: see the phrases above'
exit $found
