index_notes
run notes-query --outline notes/Baking.md
run notes-query --outline journal/2024-02-26.md
run notes-query --format=jsonl --outline journal/2024-02-26.md
run notes-query --outline notes/Nowhere.md
