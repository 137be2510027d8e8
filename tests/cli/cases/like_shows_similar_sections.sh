index_notes
run notes-query --like notes/Baking.md:45 -n 3
run notes-query --like notes/Baking.md:45 -n 3 --format=vimgrep level:question
run notes-query --like notes/Baking.md:45 --format=paths '"three weeks"'
run notes-query --like notes/Nowhere.md:1
