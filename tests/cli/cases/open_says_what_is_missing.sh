index_notes
# Nobody named an editor: the usual one is taken, when there is one.
mkdir programs
ln -s "$(command -v notes-query)" "$(command -v notes-index)" programs
run env PATH=$PWD/programs:/nowhere notes-query --open rye
printf '#!/bin/sh\necho "editor $*"\n' >programs/editor
chmod +x programs/editor
run env PATH=$PWD/programs:/nowhere notes-query --open rye hydratoin
export EDITOR=no-such-editor
run notes-query --open rye
run notes-query --open zzyzx
run notes-query --open 2024 raft leader
run notes-query --open=0 rye
run notes-query --open=first rye
run notes-query --open --json rye
run notes-query --editor ' ' --open rye
