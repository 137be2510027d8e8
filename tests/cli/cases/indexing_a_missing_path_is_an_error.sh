run notes-index nowhere
copy_notes
run notes-index notes/nowhere.md
