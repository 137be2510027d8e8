index_notes
run notes-query --tags --outline notes/Baking.md
run notes-query --outline notes/Baking.md bread
run notes-query --tags --format=vimgrep
run notes-query --max-tokens 5 bread
