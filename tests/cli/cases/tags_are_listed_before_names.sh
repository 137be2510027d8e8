index_notes
run notes-query --tags path:garden
run notes-query --json --tags path:reading
