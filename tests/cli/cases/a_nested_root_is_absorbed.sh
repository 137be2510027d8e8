copy_notes
run notes-index notes/journal
run notes-index notes
run notes-index --status
run notes-query --format=paths dobson
