index_notes
run notes-query --format=paths sourdough
run bash -c 'notes-query --null sourdough | tr "\0" "|"'
cd notes
run notes-query --format=paths sourdough
