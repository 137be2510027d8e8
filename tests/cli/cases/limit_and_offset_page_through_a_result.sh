index_notes
run notes-query --format=vimgrep -n3 level:question date:2024-02
run notes-query --format=vimgrep -n3 --offset 3 level:question date:2024-02
run notes-query --format=vimgrep --offset 5000 level:question
