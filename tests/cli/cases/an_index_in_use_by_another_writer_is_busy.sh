index_notes
index=$(dirname "$(find "$XDG_DATA_HOME" -name lock)")
exec 9>>"$index/lock"
flock -x 9
run notes-index --refresh
run notes-query --format=paths starter doubled
