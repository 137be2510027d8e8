mkdir notes
printf '# Diary\n\n%041d\n' 0 | tr 0 a >notes/Repeats.md
{ printf '# Long line\n\n%2500d' 0 | tr 0 x; echo ' Überlauf at the end of it'; } >notes/Long.md
make_old
notes-index --quiet notes
run timeout 5 notes-query --format=paths 're:/(a+)+b/'
run notes-query --format=paths 're:/überlauf\s+at\b/'
run notes-query 're:/(a)\1/'
run notes-query 're:/(?=a)/'
