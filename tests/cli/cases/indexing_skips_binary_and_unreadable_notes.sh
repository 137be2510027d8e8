mkdir notes
printf '# Good\n\nmarzipan\n' >notes/good.md
printf '# Bad\0\1\2 marzipan\n' >notes/binary.md
printf '# Hidden\n\nmarzipan\n' >notes/secret.md
chmod 000 notes/secret.md
mkdir notes/folder.md
ln -s nowhere notes/dangling.md
make_old
run as_somebody notes-index -j1 notes
run as_somebody notes-query --format=paths marzipan
