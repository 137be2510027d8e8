#!/usr/bin/env bash
# The man pages are written by hand. This compares them with what the programs offer:
# options in both directions, the fields of the query language, the exit codes.
#   usage: NOTES_BIN=DIR man_pages_have_all_options.sh SOURCE_DIR
set -euo pipefail
source_dir=$1
wrong=0

complain() {
  echo "$1"
  wrong=1
}

# "--limit" for each option that --help-all lists.
options_of() { "$NOTES_BIN/$1" --help-all | grep -oE '^  (-., |    )--[a-z-]+' | grep -oE -- '--[a-z-]+'; }

# The same for each "Fl -limit" of a man page's OPTIONS.
options_in() { grep -E '^\.It Fl' "$1" | grep -oE -- 'Fl -[a-z-]+' | sed 's/^Fl -/--/'; }

compare_options() {
  local program=$1 page=$2 line
  while read -r line; do
    case $line in
      '<'*) complain "$page lacks ${line#< }, an option of $program" ;;
      '>'*) complain "$page tells of ${line#> }, which is no option of $program" ;;
    esac
  done < <(diff <(options_of "$program" | sort -u) <(options_in "$page" | sort -u))
}

compare_exit_codes() {
  local page=$1 code
  shift
  for code in "$@"; do
    grep -qxF ".It $code" "$page" || complain "$page lacks the exit code $code"
  done
}

compare_fields() {
  local page=$1 name
  while read -r name; do
    grep -qE "(^|[^a-z])$name" "$page" || complain "$page lacks the field $name"
  done < <("$NOTES_BIN/notes-query" --help-all | sed -n '/^Fields/,$p' | grep -oE '^  [a-z]+:(, [a-z]+:)?' |
    grep -oE '[a-z]+:')
}

index_page=$source_dir/indexer/man/notes-index.1
query_page=$source_dir/query/man/notes-query.1
mapfile -t codes < <(sed -n '/^enum class ExitCode/,/^};/p' "$source_dir/common/error.h" |
  grep -oE '= [0-9]+' | tr -d '= ')

compare_options notes-index "$index_page"
compare_options notes-query "$query_page"
compare_exit_codes "$query_page" "${codes[@]}"
compare_exit_codes "$index_page" $(printf '%s\n' "${codes[@]}" | grep -vx 1)
compare_fields "$source_dir/query/man/notes-query-syntax.7"
exit $wrong
