mkdir -p notes/drafts notes/attic
printf '# Oak\n' >notes/oak.md
printf '# Ash\nSplits well.\n' >notes/drafts/ash.md
printf '# Elm\nRots well.\n' >notes/attic/elm.md
printf 'Yew bends well.\n' >notes/yew.text
make_old
run notes-index --ignore=drafts/ --ignore=attic/ notes
run notes-index notes/drafts/ash.md notes/attic notes/yew.text notes/oak.md
run notes-query --format=paths well
run notes-index --ext=text notes
run notes-index
run notes-query --format=paths well
run notes-index --remove notes/drafts/ash.md
run notes-query --format=paths well
