index_notes
run notes-query --open rye
export EDITOR=no-such-editor
run notes-query --open rye
run notes-query --open zzyzx
run notes-query --open 2024 raft leader
run notes-query --open=0 rye
run notes-query --open=first rye
run notes-query --open --json rye
run notes-query --editor ' ' --open rye
