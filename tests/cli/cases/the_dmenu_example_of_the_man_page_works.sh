index_notes
# Answers the question, or takes the first row; a terminal that tells what it is to run.
cat >"$HOME/dmenu" <<'DMENU'
#!/bin/sh
[ "$1" = -p ] && echo "$QUERY" || head -n 1
DMENU
printf '#!/bin/sh\nfor word; do echo "[$word]"; done\n' >"$HOME/xterm"
chmod +x "$HOME/dmenu" "$HOME/xterm"
sed -n '/^query=\$(dmenu/,/^exec xterm/p' "$NOTES_DATA/../query/man/notes-query.1" >search
printf '# A title\n\nquibble $(touch ran) `touch ran`; touch ran\n' >'notes/a $(touch ran).md'
export PATH="$HOME:$PATH" EDITOR=nano
QUERY='buter leak' run sh search
QUERY='quibble $(touch ran)' run sh search
QUERY=zzyzx run sh search
run ls
