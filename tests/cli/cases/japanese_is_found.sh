index_notes
run notes-query --format=vimgrep 夏目漱石
run notes-query --format=vimgrep 積読
