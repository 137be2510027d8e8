index_notes
run notes-query --format=vimgrep raft reads
run notes-query --format=vimgrep croissants layers
