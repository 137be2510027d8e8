#!/usr/bin/env bash
# Compiles notes-search.el with warnings as errors, has checkdoc and, where it is installed, package-lint
# look at it, and runs its tests in Emacs.
#   usage: NOTES_BIN=DIR NOTES_DATA=DIR run_emacs.sh PACKAGE_DIR
set -euo pipefail
command -v emacs >/dev/null || exit 77
here=$(cd "$(dirname "$0")" && pwd)
source "$here/prepare.sh"
cp "$1/notes-search.el" "$folder"
cd "$folder"
emacs -Q --batch --eval '(setq byte-compile-error-on-warn t)' -f batch-byte-compile notes-search.el
emacs -Q --batch --eval '(checkdoc-file "notes-search.el")' 2>&1 | tee remarks
if compgen -G '/usr/share/emacs/site-lisp/elpa-src/package-lint-[0-9]*' >/dev/null; then
  # Package-lint of 2021 takes Emacs 28 for unreleased.
  emacs -q --batch -f package-initialize -l package-lint -f package-lint-batch-and-exit notes-search.el 2>&1 |
    grep -E ': (warning|error): ' | grep -v uninstallable | tee -a remarks || true
fi
[[ ! -s remarks ]]
timeout 100 emacs -Q --batch -L "$folder" -l "$here/notes-search-test.el" -f ert-run-tests-batch-and-exit
