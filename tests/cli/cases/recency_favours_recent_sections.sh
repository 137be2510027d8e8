index_notes
run notes-query --format=vimgrep --any -n 4 rye
run notes-query --format=vimgrep --any -n 4 --recency 7 rye
run notes-query --explain -n 1 --recency 30 raft
run notes-query --recency 30 --sort=newest raft
run notes-query --recency 0 raft
