index_notes
run notes-query -n 1 -C 1 zookeeper swap phis temporary
run notes-query -n 1 --context=2 meta page
run notes-query --json --fields=snippets -n 1 -C 1 butter melts
