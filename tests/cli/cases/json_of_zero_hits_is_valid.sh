index_notes
run notes-query --json xylophone
run notes-query --format=jsonl xylophone
run notes-query --format=vimgrep xylophone
run notes-query --format=paths xylophone
run notes-query xylophone
