index_notes
run notes-query --get notes/Baking.md:52
run notes-query --get Baking.md:39 --max-tokens 60
run notes-query --get notes/Baking.md:45 --max-tokens 20
run notes-query --json --get notes/Baking.md:52 --max-tokens 10
