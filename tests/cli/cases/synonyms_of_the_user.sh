index_notes
mkdir -p "$HOME/.config/notes-search"
synonyms=$HOME/.config/notes-search/synonyms
echo 'maize = corn, Zea mays' > "$synonyms"
run notes-query --format=vimgrep -n 2 corn spacing
run notes-query --format=vimgrep -n 1 --explain corn
printf '# mine\n\ncorn =\n' > "$synonyms"
run notes-query corn
