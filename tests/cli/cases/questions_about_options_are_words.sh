index_notes
run notes-query --format=vimgrep -n 1 'what does -Wall say about the garden?'
run notes-query --format=vimgrep -n 1 -- 'threshold -O'
