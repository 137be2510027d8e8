index_notes
run notes-query --explain -n 1 'raft leader -clock'
