index_notes
run notes-query --format=paths -- -yeast dough
run notes-query --format=paths -- --flag
