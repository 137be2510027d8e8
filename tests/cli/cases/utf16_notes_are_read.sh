mkdir notes
text='# Fåhrbuch\n\nÜber 🚲 und Züge.\n\n## Räder\n\nSpeichen und Naben.\n'
printf "$text" | iconv -f UTF-8 -t UTF-16LE | { printf '\xFF\xFE'; cat; } >notes/little.md
printf "$text" | iconv -f UTF-8 -t UTF-16BE | { printf '\xFE\xFF'; cat; } >notes/big.md
make_old
run notes-index notes
run notes-query --format=vimgrep speichen
run notes-query --format=vimgrep züge
run notes-index --verify
