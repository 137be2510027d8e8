index_notes
run bash -c 'echo "\"cold proof\" -yeast" | notes-query --format=paths -'
run notes-query --format=paths croissants -
