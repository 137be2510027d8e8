index_notes
run notes-query --explain -n 1 'raft leader -clock'
run notes-query --explain --json -n 1 'why is the election timeout random?'
