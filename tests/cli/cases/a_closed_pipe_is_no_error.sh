index_notes
run bash -c 'set -o pipefail; notes-query --json -n 100 level:question | head -c 10 >/dev/null; echo ${PIPESTATUS[0]}'
