mkdir -p notes/kitchen
printf '# Rye\n\n## Loaf\nA crust of seeds, see https://bakers.example.org/rye\n' >notes/kitchen/rye.md
notes-index --quiet notes
run notes-query tag:kitchen
run notes-query loaf tag:seeds
run notes-query loaf crust tag:seeds
run notes-query title:seeds
run notes-query path:loaf
run notes-query site:bakers
run notes-query 'tag:"crust of seeds"'
run notes-query tag:barley
printf '#cellar\n' >>notes/kitchen/rye.md
run notes-query tag:barley
run notes-query tag:celler
