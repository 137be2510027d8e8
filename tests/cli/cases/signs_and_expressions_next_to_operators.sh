index_notes
run notes-query --format=vimgrep '"[ ]"'
run notes-query --format=vimgrep 're:/O_DIRECT/ OR lebkuchen'
run notes-query --format=vimgrep -n 2 'raft -re:/leader/'
