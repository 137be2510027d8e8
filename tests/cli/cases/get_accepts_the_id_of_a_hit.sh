index_notes
id=$(notes-query --json -n 1 butter leak | sed 's/.*"id":"\([a-z2-7]*\)".*/\1/')
run bash -c "notes-query --get $(printf %s "$id") | head -n 1" | sed "s/$id/ID/"
