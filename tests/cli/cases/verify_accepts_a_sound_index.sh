index_notes
run notes-index --verify
echo 'One more line.' >>notes/Garden.md
run notes-index --verify
