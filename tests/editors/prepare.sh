# Sourced by the runners: a copy of the sample notes, indexed, in a folder of its own; a query with a
# slip in it, and where it leads.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -r "$NOTES_DATA/notes" "$folder/notes"
export HOME=$folder PATH=$NOTES_BIN:$PATH NOTES_DB=$folder/index NOTES=$folder/notes NOTES_TODAY=2024-03-01 LC_ALL=C.UTF-8
unset XDG_CONFIG_HOME XDG_DATA_HOME
notes-index --quiet "$NOTES"
export QUERY='buter leak' RESULT=$folder/result
read -r NOTE LINE TITLE < <(notes-query --format='{rel_path} {line} {title}' --messages=none -n 1 "$QUERY")
export NOTE LINE TITLE
