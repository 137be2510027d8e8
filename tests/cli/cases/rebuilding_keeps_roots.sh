index_notes
run notes-index --rebuild
run notes-query --format=paths starter doubled
run notes-index --status
