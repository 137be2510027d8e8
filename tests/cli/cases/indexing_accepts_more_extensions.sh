mkdir notes
printf '# Plain\n\nA gooseberry fool.\n' >notes/fool.txt
printf '# Org\n\nA gooseberry pie.\n' >notes/pie.org
make_old
run notes-index --ext=.TXT,org notes
run notes-query --format=paths gooseberry
