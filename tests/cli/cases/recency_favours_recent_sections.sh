index_notes
run notes-query --format=vimgrep --any -n 4 rye
run notes-query --format=vimgrep --any -n 4 --recency 7 rye
# What the numbers are depends on the ranking; that age takes some of them does not.
run bash -c 'notes-query --explain -n 1 --recency 30 raft | sed -E "s/[0-9]+\.[0-9]{3}$/N/"'
run notes-query --recency 30 --sort=newest raft
run notes-query --recency -1 raft
