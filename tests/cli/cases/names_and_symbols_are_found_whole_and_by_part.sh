index_notes
run notes-query --format=vimgrep autovacuum_vacuum_scale_factor
run notes-query --format=vimgrep scale factor vacuum
run notes-query --format=vimgrep std::vector
run notes-query --format=vimgrep 2004.03082
run notes-query --format=vimgrep C++
run notes-query --format=vimgrep "dm-flakey"
run notes-query --format=vimgrep -n 1 leader-election
run notes-query --format=vimgrep -n 1 積読の本
