#!/usr/bin/env bash
# The laws of the layers, checked on the #include lines of every source file.
#   usage: layering.sh SOURCE_DIR
set -euo pipefail
cd "$1"

broken=0

# rule REASON INCLUDE_REGEX WHERE_REGEX ALLOWED_REGEX: a file whose path matches WHERE may include
# what matches INCLUDE only if its path matches ALLOWED.
rule() {
  local reason=$1 include=$2 where=$3 allowed=$4 found
  found=$(grep -nEr --include='*.h' --include='*.cc' "^[[:space:]]*#[[:space:]]*include[[:space:]]*[<\"]($include)" \
    common indexer query | grep -E "^($where)" | grep -Ev "^($allowed):" || true)
  [[ -z $found ]] && return
  broken=1
  printf '%s\n' "$found" | sed "s|^|$reason: |"
}

none='-'  # no path

# Who may know whom.
rule 'common knows neither program'          '(indexer|query)/' 'common/'          "$none"
rule 'the indexer does not know the query'   'query/'           'indexer/'         "$none"
rule 'the query does not know the indexer'   'indexer/'         'query/'           "$none"
rule 'scan is below extract and store'       'indexer/(extract|store|watch)/' 'indexer/scan/' "$none"
rule 'extract is below store'                'indexer/(store|watch)/' 'indexer/extract/' "$none"
rule 'the query language is below search'    'query/(search|render|fresh|mcp|commands)/' 'query/language/' "$none"
rule 'search does not know the output'       'query/(render|fresh|mcp|commands)/' 'query/search/' "$none"
rule 'fresh reading does not know the output' 'query/(render|mcp|commands)/' 'query/fresh/' "$none"
rule 'rendering does not know the commands'  'query/(fresh|mcp|commands)/'  'query/render/'    "$none"
rule 'the server does not know the commands' 'query/commands/'  'query/mcp/'       "$none"

# Where each library may show.
rule 'cmark-gfm stands in one file' '(cmark|node\.h|registry\.h)' '' 'indexer/extract/markdown_tree\.cc'
rule 'nlohmann-json stands in the index and the JSON outputs' 'nlohmann/' '' \
  'common/index/[a-z_]+\.cc|query/render/json[a-z_]*\.(h|cc)|query/mcp/[a-z_]+\.(h|cc)|indexer/[a-z_]*status[a-z_]*\.cc'
rule 'CLI11 stands in the option files' 'CLI/' '' \
  'common/cli/[a-z_]+\.(h|cc)|(indexer|query)/options\.cc'
rule 'Xapian stands in store, search and the index' 'xapian' '' \
  'indexer/index_job\.cc|indexer/store/[a-z_]+\.(h|cc)|query/search/[a-z_/]+\.(h|cc)|common/index/[a-z_]+\.(h|cc)|common/text/(stem_cache)\.cc|common/run_main\.cc'
rule 'RE2 stands in one file' 're2/' '' 'query/language/query_regex\.cc'
rule 'utf8proc stands in text and rendering' 'utf8proc' '' \
  'common/text/[a-z_]+\.(h|cc)|query/render/[a-z_]+\.(h|cc)'

exit $broken
