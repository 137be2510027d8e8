copy_notes
run notes-index --quiet notes
run notes-index -q
