mkdir notes
printf '# Log\n\n## Far\n2099-01-01\n\n## Moon\n1969-07-20\n\n## Now\n2025-05-05\n' >notes/log.md
printf '# Gone\n2098-01-01\n' >notes/gone.md
make_old
run notes-index --quiet notes
rm notes/gone.md
run notes-index --quiet
run notes-query --complete date:2
run notes-query --complete 'rye -on:1'
