index_notes
run notes-index --verify
