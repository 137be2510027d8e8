index_notes
run notes-query --format=vimgrep -n 3 tomatoes
run notes-query --format=vimgrep -n 3 equality saturation
