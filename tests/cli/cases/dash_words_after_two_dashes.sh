index_notes
run notes-query --format=paths -- -yeast flour
run notes-query --format=paths -- --flag
