# Sourced before each case. Cases print through `run`; everything else should be silent.

readonly pretty_json=$(dirname "${BASH_SOURCE[0]}")/pretty_json.py

# Prints the command, its stdout, its stderr after "2> ", and its exit code. A JSON document is
# spread over lines.
run() {
  local word shown='$'
  for word in "$@"; do
    [[ $word =~ ^[-A-Za-z0-9_./:=,+@~]+$ ]] && shown+=" $word" || shown+=" '$word'"
  done
  echo "$shown"
  local code=0
  "$@" >"$HOME/stdout" 2>"$HOME/stderr" </dev/null || code=$?
  if [[ $1 == notes-query && " $* " == *' --json '* && -s $HOME/stdout ]]; then
    "$pretty_json" <"$HOME/stdout"
  else
    cat "$HOME/stdout"
  fi
  sed 's/^/2> /' "$HOME/stderr"
  echo "exit $code"
}

# Makes everything here old. A note written in the last two seconds may be written again without a
# change of its time, so each query would start a refresh, and say so if a busy machine takes long.
make_old() {
  find . ! -type l -exec touch -d '2024-02-27 12:00' {} +
}

# A copy of the sample notes in ./notes.
copy_notes() {
  cp -r "$NOTES_DATA/notes" notes
  make_old
}

index_notes() {
  copy_notes
  notes-index --quiet notes
}

# Root may read everything, so cases about permissions step down first.
as_somebody() {
  if [[ $(id -u) -ne 0 ]]; then
    "$@"
    return
  fi
  chown -R nobody "$HOME/.."
  setpriv --reuid=nobody --clear-groups "$@"
}
