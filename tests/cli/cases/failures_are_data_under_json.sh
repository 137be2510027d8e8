index_notes
run notes-query --json --db nowhere rye
run notes-query --json 'date:yesterdya'
run notes-query --format=jsonl --frob rye
run notes-query --json --get notes/Baking.md:9999
run notes-query --json --outline notes/Nowhere.md
run notes-query --json --messages=none --get abcdefgh2345
run notes-query --json --complete 'tag:zzz'
