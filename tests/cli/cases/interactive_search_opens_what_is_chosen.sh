index_notes
# Does what fzf does at its start, and chooses the first row.
cat >"$HOME/fzf" <<'FZF'
#!/bin/sh
for word; do
  case $word in
  --bind=start:reload:*) search=${word#--bind=start:reload:} ;;
  --query=*) query=${word#--query=} ;;
  esac
done
quoted=$(printf %s "$query" | sed "s/'/'\\\\''/g")
$SHELL -c "${search%%\{q\}*}'$quoted'${search#*\{q\}}" | head -n 1
FZF
printf '#!/bin/sh\nfor word; do echo "[$word]"; done\n' >"$HOME/vim"
chmod +x "$HOME/fzf" "$HOME/vim"
export PATH="$HOME:$PATH" EDITOR="$HOME/vim"
run notes-query -i butter leak oven
run notes-query -i --tag kitchen --sort=newest
run notes-query --interactive "it's \$(touch ran) \`touch ran\`; touch ran" --any
run notes-query -i --strict zzyzx
printf '# The $(touch ran) title\n\nquibble '"'"'; touch ran; '"'"' `touch ran`\n' >"notes/a'; touch ran; '.md"
# As one types, notes are looked at once a second.
touch -d '2 seconds ago' "$XDG_DATA_HOME/notes-search/default/looked"
run notes-query -i quibble
run ls
