index_notes
run notes-query -n 1 sourdoguh hydration
run notes-query -n 1 green house frost
