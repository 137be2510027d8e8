#!/usr/bin/env bash
# Compiles notes-search.el with warnings as errors and runs its tests in Emacs.
#   usage: NOTES_BIN=DIR NOTES_DATA=DIR run_emacs.sh PACKAGE_DIR
set -euo pipefail
command -v emacs >/dev/null || exit 77
here=$(cd "$(dirname "$0")" && pwd)
source "$here/prepare.sh"
cp "$1/notes-search.el" "$folder"
emacs -Q --batch --eval '(setq byte-compile-error-on-warn t)' -f batch-byte-compile "$folder/notes-search.el"
timeout 100 emacs -Q --batch -L "$folder" -l "$here/notes-search-test.el" -f ert-run-tests-batch-and-exit
