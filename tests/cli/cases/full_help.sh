run notes-query --help-all
run notes-index --help-all
