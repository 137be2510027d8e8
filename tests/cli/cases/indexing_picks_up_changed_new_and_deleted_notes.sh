index_notes
printf '# Cheese\n\n## Raclette\n\nMelt at 70 degrees.\n' >notes/Cheese.md
rm notes/Reading.md
sed -i 's/gummy/sticky/' notes/Baking.md
run notes-index notes
run notes-query --refresh=never raclette
run notes-query --refresh=never --format=vimgrep sticky crumb
run notes-query --refresh=never pratt parser
