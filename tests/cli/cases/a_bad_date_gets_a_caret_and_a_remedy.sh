index_notes
run notes-query 'bread date:2024-13'
run notes-query 'bread date:someday'
run notes-query --after tomorrowish bread
run notes-query 'level:chapter'
