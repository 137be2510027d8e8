index_notes
run notes-query --complete ta
run notes-query --complete 'rye level:'
run notes-query --complete 'rye -tag:b'
run notes-query --complete sour
run notes-query --complete 'site:a'
run notes-query --complete date:
run notes-query --complete qqq
