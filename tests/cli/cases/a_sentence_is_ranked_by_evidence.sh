index_notes
run notes-query -n 3 'why does the butter leak out of my croissants in the oven?'
run notes-query -n 3 how do databases survive a crash without a log
