copy_notes
run notes-index notes
run notes-index notes
run notes-index
