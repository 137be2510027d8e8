run bash -c 'source <(notes-query --completion bash); complete -p notes-query'
run bash -c 'source <(notes-index --completion bash); complete -p notes-index'
run notes-query --completion tcsh
index_notes
run bash -c 'source <(notes-query --completion bash)
  COMP_LINE="notes-query rye tag:b" COMP_POINT=21
  _notes_query
  echo "${COMPREPLY[@]}"'
run bash -c 'source <(notes-query --completion bash)
  COMP_LINE="notes-query rye sour" COMP_POINT=20
  _notes_query
  echo "${COMPREPLY[@]}"'
