run notes-query --help
run notes-query --version
run notes-index -h
run notes-index -V
