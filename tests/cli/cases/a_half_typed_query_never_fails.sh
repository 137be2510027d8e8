index_notes
run notes-query --format=paths '"cold pro'
run notes-query --format=paths '(yeast OR'
run notes-query --format=paths 'yeast AND'
run notes-query --format=paths 'tag:'
run notes-query --format=paths 'NOT'
run notes-query --format=paths '-'
