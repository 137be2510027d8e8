index_notes
find "$XDG_DATA_HOME" -name '*.glass' 2>/dev/null | while read -r file; do
  head -c 3000 /dev/zero >"$file"
done
run notes-query --refresh=never sourdough
run notes-index --verify
