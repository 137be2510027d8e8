index_notes
rm notes/Reading.md
run notes-query --refresh=never pratt parser
run notes-query --refresh=never --json pratt parser
run notes-query --refresh=never --format=paths crust OR pratt
run notes-query --refresh=never --format=paths -n 1 --any pratt parser
run notes-query --refresh=never --format=paths -n 1 --offset 1 --any pratt parser
