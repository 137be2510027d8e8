#!/usr/bin/env bash
# Whether editors find by themselves what was installed, their help too.
#   usage: installed.sh PREFIX
set -euo pipefail
share=$1/share
HOME=$(mktemp -d)
export HOME
trap 'rm -rf "$HOME"' EXIT
finds='if exists(":NotesLive") && !empty(getcompletion(":NotesTag", "help")) | qall! | else | cquit | endif'
# Vim looks into /usr/share/vim/vimfiles; another prefix is named in its configuration.
command -v vim >/dev/null &&
  vim -es -N -i NONE --cmd "set runtimepath^=$share/vim/vimfiles" -u DEFAULTS -c 'runtime! plugin/**/*.vim' -c "$finds"
command -v nvim >/dev/null && XDG_DATA_DIRS=$share nvim --headless -i NONE -c "$finds"
# Emacs activates the packages below each folder site-lisp that it loads from.
command -v emacs >/dev/null && EMACSLOADPATH="$share/emacs/site-lisp:" emacs -Q --batch --eval \
  "(progn (package-activate-all) (unless (commandp 'notes-search-live) (kill-emacs 1)) (require 'notes-search))"
echo 'Vim, Neovim and Emacs find what is installed'
