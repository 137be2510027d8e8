copy_notes
mkdir full
touch full/photo.jpg
run notes-index --db full notes
touch file
run notes-index --db file notes
run ls full
