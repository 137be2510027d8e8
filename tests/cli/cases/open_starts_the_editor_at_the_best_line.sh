index_notes
fake_editor() {
  printf '#!/bin/sh\nfor word; do echo "[$word]"; done\n' >"$HOME/$1"
  chmod +x "$HOME/$1"
}
fake_editor vim
fake_editor code
fake_editor mine
export VISUAL="$HOME/vim" EDITOR="$HOME/mine"
run notes-query --open butter leak oven
run notes-query sourdough rye --open 2
run notes-query --open=1 --sort=newest level:thread
VISUAL="$HOME/code --wait" run notes-query raft leader --open
VISUAL= run notes-query raft leader --open
run notes-query --editor="$HOME/mine {path} line {line} column {column}" raft leader --open
