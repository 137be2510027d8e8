index_notes
run notes-query --format=vimgrep sourdoguh hydration
run notes-query --format=vimgrep green house frost
