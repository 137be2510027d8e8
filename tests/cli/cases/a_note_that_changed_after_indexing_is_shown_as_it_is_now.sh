index_notes
sed -i '1i inserted line' notes/Garden.md
run notes-query --refresh=never --format=vimgrep ammonia
