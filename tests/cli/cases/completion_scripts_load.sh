run bash -c 'source <(notes-query --completion bash); complete -p notes-query'
run bash -c 'source <(notes-index --completion bash); complete -p notes-index'
run notes-query --completion tcsh
