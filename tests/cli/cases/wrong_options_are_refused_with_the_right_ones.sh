run notes-query --limt 3 x
run notes-query --zzzzzz
run notes-query --limit
run notes-query --limit=0 x
run notes-query --limit ten x
run notes-query --sort=newst x
run notes-query --format=xml x
run notes-query --json=yes x
run notes-query --strict --any x
run notes-query --json --null x
run env NOTES_TODAY=yesterday notes-query x
run notes-index -x
run notes-index --stats
run notes-index --status --watch
run notes-index --status notes
run notes-index --json notes
run notes-index --ext=a/b notes
run notes-index --quiet --verbose
run notes-index --jobs 9999
