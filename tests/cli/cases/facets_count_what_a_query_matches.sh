index_notes
run notes-query --facets tags,year,site,level -n 3
run notes-query --facets tags,level tag:bread level:question
run notes-query --json --facets year,site 'bread OR books'
run notes-query --facets colour
run notes-query --facets year xylophone
