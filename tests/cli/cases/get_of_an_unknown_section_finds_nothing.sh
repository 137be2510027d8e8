index_notes
run notes-query --get abcdefgh2345
run notes-query --get notes/Baking.md:9999
run notes-query --get notes/Nowhere.md:1
run notes-query --get ''
