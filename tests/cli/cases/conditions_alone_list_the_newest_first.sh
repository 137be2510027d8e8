index_notes
run notes-query -n 4 level:thread date:2024-01..2024-02
run notes-query --format=vimgrep tag:kitchen
run notes-query --format=vimgrep site:arxiv.org
run notes-query --format=vimgrep has:table
