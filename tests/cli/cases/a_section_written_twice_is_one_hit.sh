index_notes
run notes-query -n 1 bloom filters lookup
run notes-query --format=jsonl -n 1 bloom filters lookup
run notes-query --format=vimgrep is:duplicate
