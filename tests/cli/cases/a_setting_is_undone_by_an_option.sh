index_notes
mkdir -p "$HOME/.config/notes-search"
config() { printf '%s\n' '[notes-query]' 'format = vimgrep' "$@" >"$HOME/.config/notes-search/config"; }
config 'group = note' 'recency = 7' 'max-tokens = 20'
run notes-query --any -n 3 rye
run notes-query --any -n 3 --group=together --recency=0 rye
run bash -c 'notes-query --get notes/Baking.md:52 --max-tokens=0 | wc -l'
config 'sort = newest'
run notes-query --recency 30 rye
run notes-query -n 1 --recency 0 rye
run notes-query --recency 30 --sort=relevance -n 1 rye
config 'strict = yes' 'any = yes'
run notes-query rye
config 'strict = yes'
run notes-query -n 2 --any rye zebra
