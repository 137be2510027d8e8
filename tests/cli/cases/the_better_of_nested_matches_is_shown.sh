index_notes
run notes-query --format=vimgrep -n 1 how many layers of butter does a croissant have
