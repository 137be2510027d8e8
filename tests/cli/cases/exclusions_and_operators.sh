index_notes
run notes-query --format=vimgrep starter -fridge
run notes-query --format=vimgrep compost -temperature OR ammonia
run notes-query --format=vimgrep '(yeast OR salt) cabbage'
run notes-query --format=vimgrep '"blind tasting"'
run notes-query --format=vimgrep 'ferment* sauerkraut'
run notes-query --format=vimgrep 'butter NEAR/3 oven'
run notes-query --format=vimgrep -tag:kitchen sourdough
