index_notes
show() { run bash -c "$1"' | sed "s/\x1b\]8;;/<link>/g; s/\x1b\\\\/>/g; s/$(hostname)/HOST/g"'; }
show 'notes-query --links=always -n 1 butter leak oven'
show 'notes-query --links=always --link-form="vscode://file{path}:{line}:{column}" --outline notes/Reading.md'
run notes-query --links=never -n 1 butter leak oven
run notes-query --link-form=vscode rye
show 'notes-query --links=always --link-form="x:{path}:{line}:{column}:{byte}" -n 1 ruhen'
run bash -c 'notes-query --link-form="$(printf "x{path}\033[1m")" rye'
