copy_notes
run notes-index --stemmer german notes
run notes-query --format=paths 'Fundamente'
run notes-index --stemmer klingon notes
