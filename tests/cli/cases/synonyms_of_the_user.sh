index_notes
mkdir -p "$HOME/.config/notes-search"
synonyms=$HOME/.config/notes-search/synonyms
echo 'maize = corn, Zea mays' > "$synonyms"
run notes-query --format=vimgrep -n 2 corn spacing
run notes-query --format=vimgrep -n 1 --explain corn
printf '# mine\n\ncorn =\n' > "$synonyms"
run notes-query corn
run notes-query --no-config --format=paths corn
run notes-query --outline notes/Reading.md
run notes-query --complete cor
run notes-query --tags corn
rm "$synonyms"
mkdir "$synonyms"
run notes-query corn
rmdir "$synonyms"
printf '\357\273\277maize = corn\n' > "$synonyms"
run notes-query --format=vimgrep -n 1 --explain corn
printf '\357\273\277[notes-query]\nlimit = 1\nformat = paths\n' > "${synonyms%synonyms}config"
run notes-query rye
