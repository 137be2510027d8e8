mkdir -p notes/garden other
printf '# Apples\n\npippin\n' >notes/garden/apples.md
printf '# Pears\n\nconference\n' >notes/garden/pears.md
printf 'drafts/\n' >notes/.notesignore
run notes-index -q notes
printf '# Apples\n\nrusset\n' >notes/garden/apples.md
printf '# Plums\n\nmirabelle\n' >notes/plums.md
printf '# Elsewhere\n' >other/note.md
mkdir notes/drafts && printf '# Draft\n' >notes/drafts/draft.md
rm notes/garden/pears.md
run notes-index -v --changed notes/garden/apples.md
run notes-index -v --changed notes/plums.md notes/garden/pears.md
run notes-index --changed other/note.md notes/drafts/draft.md notes/nowhere.md
run notes-index --changed other/note.md
run notes-query --refresh=never --format=paths russet OR mirabelle OR conference
run notes-index --changed
run notes-index --db none --changed notes/plums.md
