index_notes
run notes-query --format=vimgrep --sort=newest temperature
run notes-query --format=vimgrep --sort=oldest temperature
