index_notes
mkdir -p "$HOME/.config/notes-search"
config() { printf '%s\n' "$@" >"$HOME/.config/notes-search/config"; }
config '[notes-query]' 'limit = many'
run notes-query rye
run notes-query --no-config --format=paths rye
run notes-query --version
config '[notes-query]' '' 'colour = never'
run notes-query rye
config '[notes-query]' 'db = /x'
run notes-query rye
config 'limit = 1'
run notes-query rye
config '[searches]' 'a b = rye'
run notes-query rye
config '[searches]' 'bad = date:yesteryear'
run notes-query rye
config '[notes-index]' 'jobs = -1'
run notes-query --format=paths rye
run notes-index
rm "$HOME/.config/notes-search/config"
mkdir "$HOME/.config/notes-search/config"
run notes-query rye
