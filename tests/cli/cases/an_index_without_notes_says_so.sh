mkdir notes
run notes-index notes
run notes-query
run notes-query rye
run notes-query --json rye
run notes-index --remove notes
run notes-index
