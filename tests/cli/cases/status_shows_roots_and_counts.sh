run notes-index --status
index_notes
run notes-index --status
run notes-index --status --json
