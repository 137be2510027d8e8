# Escape sequences (CSI, OSC, their one-byte forms) and marks that turn the direction of a line, in
# names, titles, tags, dates, texts and addresses.
signs=$'\e[31m\e]0;x\a\u009b5m\u202e\u0085'
folder=$'vault/sub\e[2J'
mkdir -p "$folder"
printf -- '---\ntags: ["%s", fine]\ndate: no%s\n---\n# Head%s\n\nwords %s https://a.b/%s\n' \
  "tag$signs" "$signs" "$signs" "$signs" "$signs" >"$folder/"$'one\e]52;c;x\a.md'
printf '# Bad \xff\e[5m\n' >$'vault/bad\e[5m.md'
printf '\0' >$'vault/binary\u202e.md'
ln -s nowhere $'vault/dead\e[5m\n.md'

# What would reach the terminal raw, counted.
raw() {
  local bytes
  bytes=$("$@" 2>&1 </dev/null | sed 's/\r$//' | LC_ALL=C grep -c -P \
    '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]' || true)
  printf '%s: %s\n' "$(basename "$1") ${*:2}" "$bytes" | sed 's/\x1b/ESC/g'
}

make_old
run notes-index --verbose vault
raw notes-index --verbose --rebuild
raw notes-index --remove $'no\e[31m'
raw notes-index $'no\e[31m'
raw notes-index --status
raw notes-index --status --json
raw notes-index --verify
for format in text json jsonl vimgrep; do raw notes-query --format=$format words; done
raw notes-query --explain words
raw notes-query --facets tags,site words
raw notes-query --tags
raw notes-query --outline "$folder"/one*
raw notes-query --complete tag:
raw notes-query $'words\e[31m'
raw notes-query $'date:x\e[31m'
raw script -qec "notes-query --get '$(echo "$folder"/one*):6'" /dev/null
raw notes-query --links=always --link-form $'x{path}\e[31m' words
raw notes-query --editor $'no\e[31m' --open words
