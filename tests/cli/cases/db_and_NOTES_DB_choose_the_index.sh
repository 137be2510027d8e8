copy_notes
run notes-index --quiet --db here notes
run notes-query --db here --format=paths pratt
run env NOTES_DB="$PWD/here" notes-query --format=paths pratt
run notes-query --format=paths pratt
