index_notes
run notes-query --any --group=thread -n 3 rye
run notes-query --any --group=note -n 2 rye
run notes-query --any --group=none -n 3 rye
run notes-query --format=jsonl --fields=rel_path,others --any --group=note rye
run bash -c 'notes-query --format=vimgrep --any --group=note -n 1 --offset 1 rye'
run notes-query --group=thread -n 1 --offset 1 --like notes/Baking.md:52
