index_notes
run notes-query --json -n 2 steel plate
run notes-query --json -n 1 Gewächshaus
run notes-query --json -n 1 三四郎
