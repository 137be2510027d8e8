index_notes
run notes-query polycarbonate infestans
run notes-query --strict --format=paths autovacuum dmsetup
