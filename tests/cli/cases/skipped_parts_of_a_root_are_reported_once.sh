mkdir -p notes/shelf
git init -q notes
printf 'shelf/\n' >notes/.gitignore
printf '# Oak\n' >notes/oak.md
for tree in ash elm fir; do printf '# %s\nA tree.\n' "$tree" >"notes/shelf/$tree.md"; done
printf '* Yew\nAn evergreen.\n' >notes/yew.org
printf 'Larch\n' >notes/larch.Rmd
run notes-index notes
run notes-index notes
run notes-index --ext=org
run notes-index --gitignore=no notes
run notes-query --format=paths evergreen
run notes-query --format=paths elm
run notes-index --gitignore=yes
run notes-index --gitignore=maybe notes
