index_notes
program=$(command -v notes-query)
mkdir bin
ln -s "$program" "$(command -v sh)" bin
run env PATH="$PWD/bin" notes-query -i rye
export EDITOR=nano
run env PATH="$PWD/bin" notes-query -i rye
printf '#!/bin/sh\necho "unknown option: --disabled" >&2\nexit 2\n' >bin/fzf
chmod +x bin/fzf
run env PATH="$PWD/bin" notes-query -i rye
run notes-query -i --json rye
run notes-query -i --open rye
