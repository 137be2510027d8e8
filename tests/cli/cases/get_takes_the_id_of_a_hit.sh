index_notes
id=$(notes-query --json -n 1 butter leak | sed -n 's/.*"id": "\(.*\)".*/\1/p')
run bash -c "notes-query --get $(printf %s "$id") | head -n 1" | sed "s/$id/ID/"
