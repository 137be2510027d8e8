index_notes
run notes-query --format=vimgrep --strict butter telescope
run notes-query --format=vimgrep -n 4 --any butter telescope
run notes-query -n 4 butter telescope
