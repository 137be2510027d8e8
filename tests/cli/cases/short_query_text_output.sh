index_notes
run notes-query write amplification
run notes-query cold proof
run notes-query -n 3 butter
