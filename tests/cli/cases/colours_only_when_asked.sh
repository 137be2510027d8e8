index_notes
run bash -c 'notes-query --color=always -n 1 ammonia | cat -v'
run notes-query --color=never -n 1 ammonia
run env NO_COLOR=1 notes-query -n 1 ammonia
