copy_notes
run notes-index notes
