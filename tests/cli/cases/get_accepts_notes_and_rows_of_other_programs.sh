index_notes
run notes-query --get notes/Baking.md:52:3 --max-tokens 20
run notes-query --get notes/Baking.md --max-tokens 20
run notes-query --get Baking.md:52 --max-tokens 20
