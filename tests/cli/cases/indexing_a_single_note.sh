copy_notes
run notes-index notes/Garden.md
run notes-query --format=paths compost
run notes-query --format=paths sourdough
