index_notes
run notes-query --format=vimgrep -n 3 level:thread date:7d..
run notes-query --format=vimgrep -n 3 level:thread date:lastweek
run notes-query --format=vimgrep -n 3 level:thread date:2023-11
