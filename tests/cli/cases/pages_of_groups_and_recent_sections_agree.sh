index_notes
# The same list in one piece and page by page.
compare() {
  notes-query --format=vimgrep -n 12 "$@" >whole 2>/dev/null
  for offset in 0 3 6 9; do notes-query --format=vimgrep -n 3 --offset "$offset" "$@" || true; done >paged 2>/dev/null
  wc -l <whole
  diff whole paged && echo "$*: the same"
}
compare --any --group=thread 'how do the dough, a read, the stars and the night go?'
compare --any --group=note 'how do the dough, a read, the stars and the night go?'
compare --any --recency 20 'how do the dough, a read, the stars and the night go?'
