index_notes
run notes-query --format=paths croisants
run notes-query --format=paths --messages=none croisants
run notes-query --format=paths --messages=json croisants
run notes-query --format=paths --messages=json 'date:yesterdya'
