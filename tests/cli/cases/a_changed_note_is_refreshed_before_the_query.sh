index_notes
run notes-query --format=paths raclette
printf '\n## Raclette\n\nMelt at 70 degrees.\n' >>notes/Reading.md
run notes-query --refresh=never --format=paths raclette
run notes-query --refresh=always --format=vimgrep raclette
rm notes/Reading.md
run notes-query --refresh=always --format=vimgrep raclette
