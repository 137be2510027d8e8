index_notes
run bash -c 'notes-query --json -n 100 level:question | head -c 10 >/dev/null
  case ${PIPESTATUS[0]} in 0 | 141) echo quiet ;; *) echo loud ;; esac'
