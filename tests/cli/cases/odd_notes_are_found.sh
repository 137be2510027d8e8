# What the notes of data/odd hold is found where a reader looks for it, and nothing else.
mkdir vault
cp "$NOTES_DATA"/odd/*.md vault
rm vault/README.md
{
  echo '# Links'
  for i in {1..2000}; do echo "- [thing $i](https://example.org/$i) of $i"; done
} >vault/links.md
printf 'Tea.\n' >"vault/"$'gru\u0308ner Tee.md'
mkdir 'vault/2026-06-12'
printf '# Kiln\n' >vault/2026-06-12/kiln.md
make_old
run notes-index vault
run notes-query --format=vimgrep kettle descaling
run notes-query --format=vimgrep chapter
run notes-query --format=paths 65a1c0de
run notes-query --format=paths tag:category
run notes-query --format=vimgrep --strict thing 1234
run notes-query --format=paths grüner tee
run notes-query --format=vimgrep covering
run notes-query --format=paths caf
run notes-query --format=paths date:2026-06
run notes-query --format=paths date:2018-01-06
run notes-query --format=paths level:note date:2024-05
run notes-query --format=paths iVBORw0KGgo
notes-query health | awk '{ print (length($0) < 100 ? "fits: " : "too long: ") substr($0, 1, 60) }' >shown
run cat shown
