copy_notes
run notes-index --verbose -j1 notes
