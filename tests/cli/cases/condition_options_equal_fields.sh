index_notes
run notes-query --format=vimgrep --level thread --after 2024-02-01 --before 2024-02-15
run notes-query --format=vimgrep --tag books linearizable
run notes-query --format=vimgrep --tag outdoors frost
run notes-query --format=vimgrep --path 'journal 2024' oven
run notes-query --tag 'a"b' x
