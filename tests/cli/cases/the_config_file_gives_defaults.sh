index_notes
mkdir -p "$HOME/.config/notes-search"
cat >"$HOME/.config/notes-search/config" <<'END'
# What I like.
[notes-query]
limit = 1
format = paths
strict = yes

[notes-index]
quiet = yes
END
run notes-query rye
run notes-query -n 2 --format=vimgrep rye
run notes-query --json rye -n 1 --any --format=text
run notes-query --outline notes/Reading.md
run notes-query --no-config --format=paths rye
run notes-index
run notes-index -v
