index_notes
run notes-query --format=vimgrep -n 1 read/write amplification
run notes-query --format=vimgrep https://raft.github.io/raft.pdf
