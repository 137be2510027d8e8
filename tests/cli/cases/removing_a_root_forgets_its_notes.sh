index_notes
mkdir other
printf '# Other\n\nA walnut.\n' >other/walnut.md
run notes-index other
run notes-index --remove notes
run notes-query --format=paths sourdough
run notes-query --format=paths walnut
run notes-index --remove nowhere
