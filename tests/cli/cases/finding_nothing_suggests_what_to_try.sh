index_notes
run notes-query 'q*'
run notes-query 'zz*'
run notes-query @bread
run notes-query fensterheberlein
run notes-query --format=paths sourdogh tag:zz
run notes-query tag:bred
run notes-query taggs:zzyzxic
run notes-query '"dough hydration"'
