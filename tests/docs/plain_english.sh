#!/usr/bin/env bash
# Finds phrases that read like a translation in comments, messages, help, man pages and documents.
#   usage: plain_english.sh SOURCE_DIR
set -euo pipefail
cd "$1"

readonly phrases=(
  'begin of\b' '\bthe begin\b' 'goes on$' '--offset [0-9N]+ goes on' '[Ll]eave out the first'
  'is a word too, but' 'the lines to read' 'What you always want' 'in the place of' '\bkin of\b'
  'but begun' '\banew\b' 'has no format' 'goes with --' 'stands in no' '\bcome(s)? of it\b'
  'will not do\b' '\bnone of ours\b' 'goes with indexing' 'the options of daily use' 'write it first'
  'holds of it may be' 'exclude each other' 'holds? only some' 'the beginning of one' '\bbeside\b.*\.$'
  '//.*\bas well[.;]' '\bgoes by\b' '\bas one types\b' "the engine's order" 'lies below no' 'or the begin\b'
  ': is no note\b' 'it is said\b' 'in grep.s manner'
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
