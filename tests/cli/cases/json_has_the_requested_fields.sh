index_notes
run notes-query --json --fields=line,title -n 2 croissants butter
run notes-query --format=jsonl --fields=title --envelope -n 1 croissants butter
run notes-query --json --fields=line,titel croissants
run notes-query --json --format-version 2 croissants
