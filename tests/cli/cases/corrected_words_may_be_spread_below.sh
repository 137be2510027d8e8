mkdir notes
printf '# Pottery\n\n## Kilns\nFire the kiln slowly.\n\n## Glazes\nCeladon needs ash.\n' >notes/pottery.md
notes-index --quiet notes
run notes-query celadom kiln
