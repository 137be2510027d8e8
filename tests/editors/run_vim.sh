#!/usr/bin/env bash
# Runs vim_test.vim in Vim or Neovim.
#   usage: NOTES_BIN=DIR NOTES_DATA=DIR run_vim.sh vim|nvim PLUGIN_DIR
set -euo pipefail
editor=$1 plugin=$2
command -v "$editor" >/dev/null || exit 77
here=$(cd "$(dirname "$0")" && pwd)
source "$here/prepare.sh"
printf 'set nocompatible runtimepath^=%s\nfiletype plugin on\n' "$plugin" >"$folder/rc"
options=(-es)
[[ $editor == nvim ]] && options=(--headless)
code=0
timeout 100 "$editor" "${options[@]}" -u "$folder/rc" -i NONE -c "source $plugin/plugin/notes.vim" \
  -S "$here/vim_test.vim" </dev/null >"$folder/printed" 2>&1 || code=$?
[[ -s $RESULT ]] || { cat "$folder/printed"; exit 1; }
cat "$RESULT"
exit "$code"
