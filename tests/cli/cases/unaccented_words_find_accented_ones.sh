index_notes
run notes-query --format=vimgrep gewachshaus
run notes-query --format=vimgrep Gewächshaus
run notes-query --format=vimgrep JÜRGEN
