index_notes
run notes-query -n 3
run notes-query ''
