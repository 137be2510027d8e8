index_notes
run notes-query -n 1 sourdoguh hydration
run notes-query -n 1 green house frost
run notes-query -n 1 --format=vimgrep grene-house
run notes-query basil
