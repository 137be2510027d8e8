index_notes
run notes-query --format=vimgrep drip line
