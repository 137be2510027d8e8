index_notes
mkdir -p "$HOME/.config/notes-search"
cat >"$HOME/.config/notes-search/config" <<'END'
[searches]
bread = tag:bread level:question
either = rye OR butter
END
run notes-query -n 2 --format=vimgrep @bread
run notes-query -n 2 --format=vimgrep @bread butter
run notes-query --format=vimgrep @either -@bread
run notes-query --format=vimgrep '"@bread"'
run notes-query --complete 'rye @b'
run notes-query --complete '-@e'
