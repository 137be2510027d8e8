copy_notes
run notes-index --ignore 'journal/*' --ignore 'Data*.md' notes
run notes-query --format=paths oven
touch -d '2024-02-28' notes/journal/2024-02-18.md
run notes-index
run notes-query --format=paths oven
