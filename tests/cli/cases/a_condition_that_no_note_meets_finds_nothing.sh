mkdir notes
printf '# Rye\n\nA loaf of rye.\n' >notes/Rye.md
make_old
notes-index --quiet notes
run notes-query --format=paths rye path:nowhere
run notes-query --format=paths rye AND path:nowhere
run notes-query --format=paths rye OR path:nowhere
run notes-query --format=paths rye is:duplicate
run notes-query --format=paths rye -path:nowhere
