index_notes
run notes-query --format=jsonl -n 2 steel plate
