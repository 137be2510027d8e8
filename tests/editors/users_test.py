#!/usr/bin/python3
"""A user in each editor, in a terminal of its own, over 4,700 notes: types a query with a slip in it,
letter by letter, lands on the line that answers, writes a new word there, saves, searches it and lands
there again. Prints how long rows took to follow a key.
  usage: NOTES_BIN=DIR users_test.py [--vault DIR --query WORDS] [EDITOR...]
         users_test.py --make-vault DIR
With --vault, an index of it is $NOTES_DB; the note that is written to is put back afterwards."""
import argparse
import contextlib
import itertools
import json
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

FZF_PLUGIN = "/usr/share/doc/fzf/examples/fzf.vim"
HERE = pathlib.Path(__file__).resolve().parent
PLUGINS = HERE.parent.parent / "query" / "editors"
sys.path.insert(0, str(HERE.parent / "support"))
try:
    from screen import Screen
except ImportError:
    print("skipped: python3-pyte is not installed")
    sys.exit(77)

QUERY = "boler gasket"  # boiler
NOTE = """# Espresso machine

Bought second-hand. #kitchen

## Maintenance

Descale it every other month.

### Why does it drip?

The gasket between boiler and group head hardens with the heat.
"""

NOTE_ALIKE = "# Moka pot\n\nIts gasket hardens with the heat as well.\n"


def make_vault(folder, count=4700):
    """Small notes of words that occur in a few notes each, and one that answers QUERY."""
    chance = random.Random(13)
    syllables = "ba do ka li mo nu pe ri sa ti vo zu".split()
    words = ["".join(chance.choices(syllables, k=3)) for _ in range(3000)]
    sentence = lambda: " ".join(chance.choices(words, k=9)).capitalize() + "."
    for number in range(count - 2):
        note = folder / f"{number % 47:02}" / f"{number:04}.md"
        note.parent.mkdir(exist_ok=True)
        note.write_text(f"# {sentence()[:24]}\n\n{sentence()} #{chance.choice(words)}\n\n"
                        f"## {sentence()[:20]}\n\n{sentence()}\n{sentence()}\n")
    (folder / "espresso.md").write_text(NOTE)
    (folder / "moka.md").write_text(NOTE_ALIKE)


class Notes:
    """What notes-query itself says."""

    def __init__(self, environment):
        self.environment = environment
        self.titles = {}

    def hits(self, query):
        out = subprocess.run(["notes-query", "--json", "--partial", "--messages=none", "-n", "1", "--", query],
                             env=self.environment, capture_output=True, text=True).stdout
        return json.loads(out)["results"]

    def first_title(self, query):
        if query not in self.titles:
            self.titles[query] = next((hit["title"] for hit in self.hits(query)), None)
        return self.titles[query]


class Editor:
    """How one editor is driven. `first_row` is how far below the prompt the best result stands."""
    search = ":NotesLive\r"
    prompt = "? "
    first_row = 1
    write = "oA new word: {}.\x1b:w\r"
    leave = None  # restarted for the next search

    def close(self, screen):
        screen.close()

    def shows(self, typed, title):
        def holds(screen):
            rows = screen.rows()
            for i, row in enumerate(rows[:-self.first_row]):
                if (self.prompt + typed).rstrip() in row and title[:24] in rows[i + self.first_row]:
                    return True
            return False
        return holds


class Vim(Editor):
    def command(self, folder):
        (folder / "vimrc").write_text(f"set nocompatible noswapfile laststatus=2 runtimepath^={PLUGINS}/vim\n")
        return ["vim", "-u", f"{folder}/vimrc", "-i", "NONE"]


class Neovim(Vim):
    prompt = "│"
    first_row = 3

    def command(self, folder):
        return ["nvim", *super().command(folder)[1:]]


class VimWithFzf(Vim):
    search = ":call notes#fzf#open()\r"
    prompt = "Notes> "
    first_row = 2

    def command(self, folder):
        return [*super().command(folder), "-S", FZF_PLUGIN]


class Emacs(Editor):
    search = "\x1bxnotes-search-live\r"
    prompt = "Notes: "
    write = "\x05\rA new word: {}.\x18\x13"

    def command(self, folder):
        return ["emacs", "-nw", "-Q", "-L", f"{PLUGINS}/emacs", "-l", "notes-search", "--eval",
                "(add-hook 'find-file-hook #'notes-search-refresh-mode)"]


class EmacsWithVertico(Emacs):
    """With Consult too, which tells what is chosen."""
    first_row = 2  # below the name of a group

    def command(self, folder):
        return ["emacs", "-nw", "-q", "--eval", "(setq warning-minimum-level :emergency)", "--eval",
                "(progn (package-initialize) (vertico-mode) (require 'consult) (require 'embark))",
                *super().command(folder)[3:]]


class Fzf(Editor):
    """notes-query -i: the terminal is that of tmux, the editor that of the user."""
    search = ""
    prompt = "Notes: "
    first_row = 3
    leave = ":q\r"
    starts = itertools.count()

    def close(self, screen):
        super().close(screen)
        subprocess.run(["tmux", "-L", self.socket, "kill-server"], stderr=subprocess.DEVNULL)

    # A server that is about to exit would not take the next session, so each start has its own.
    def new_socket(self):
        self.socket = f"notes-{os.getpid()}-{next(self.starts)}"
        return self.socket

    def command(self, folder):
        return ["tmux", "-L", self.new_socket(), "-f", "/dev/null", "new-session",
                "EDITOR='vim -u NONE --cmd set\\ laststatus=2' notes-query -i; sleep 1"]


class Popup(Fzf):
    """The same in a popup of tmux, by the key that the man page gives."""
    search = "\x02N"
    write = "oA new word: {}.\x1b:wq\r"
    leave = None

    def command(self, folder):
        page = (PLUGINS.parent / "man" / "notes-query.1").read_text()
        key = next(line[4:] for line in page.splitlines() if line.startswith(".Dl bind-key"))
        (folder / "tmux.conf").write_text(key.replace("\\(dq", '"') + "\n")
        return ["env", "EDITOR=vim -u NONE --cmd set\\ laststatus=2", "tmux", "-L", self.new_socket(), "-f",
                f"{folder}/tmux.conf", "new-session", "cat"]


EDITORS = {"vim": Vim(), "nvim": Neovim(), "emacs": Emacs(), "fzf": Fzf(), "popup": Popup(), "vim-fzf": VimWithFzf(),
           "vertico": EmacsWithVertico()}
ELPA = "/usr/share/emacs/site-lisp/elpa-src"
NEEDS = {"fzf": ["fzf", "tmux", "vim"], "popup": ["fzf", "tmux", "vim"],
         "vim-fzf": ["vim", "fzf", FZF_PLUGIN],
         "vertico": ["emacs", f"{ELPA}/vertico-*", f"{ELPA}/consult-*", f"{ELPA}/embark-*"]}


def type_query(screen, editor, notes, query):
    """Letter by letter; seconds from a key to its rows, for keys that bring another best row."""
    times = []
    for length in range(1, len(query) + 1):
        typed, before = query[:length], notes.first_title(query[:length - 1])
        title = notes.first_title(typed)
        began = time.monotonic()
        screen.type(typed[-1])
        if title is None:
            continue
        shown = screen.wait_for(f"'{title}' first for '{typed}'", editor.shows(typed, title))
        if title != before:
            times.append(shown - began)
    return times


def open_search(screen, editor):
    screen.type(editor.search)
    screen.wait_for("the prompt", lambda screen: editor.prompt.rstrip() in screen.text())
    screen.settle(0.2)


def land(screen, path, line):
    """Takes the best row; the cursor must come to stand in this line."""
    screen.type("\r")
    screen.wait_for(f"{path.name} at '{line}'",
                    lambda screen: line[:50] in screen.cursor_row() and path.name in screen.text())


@contextlib.contextmanager
def started(editor, notes, folder):
    screen = Screen(editor.command(folder), notes.environment, columns=140, folder=folder)
    try:
        screen.settle(0.5)
        yield screen
    finally:
        editor.close(screen)


def has_word(path, word):
    with contextlib.suppress(FileNotFoundError):  # while an editor rewrites it
        return word in path.read_text()
    return False


def use(name, notes, folder, query):
    editor, new_word = EDITORS[name], f"quibble{name.replace('-', '')}"
    hit = notes.hits(query)[0]
    path = pathlib.Path(hit["path"])
    with contextlib.ExitStack() as open_editors:
        screen = open_editors.enter_context(started(editor, notes, folder))
        open_search(screen, editor)
        times = type_query(screen, editor, notes, query)
        screen.settle(0.3)
        land(screen, path, path.read_text().splitlines()[hit["match_line"] - 1])
        screen.type(editor.write.format(new_word))
        screen.wait_for("the note saved", lambda screen: has_word(path, new_word))
        screen.settle(0.3)
        if editor.leave:
            screen.type(editor.leave)
            screen.settle(1)
            screen = open_editors.enter_context(started(editor, notes, folder))
        open_search(screen, editor)
        # Faster than rows come, and no key may be lost; notes are looked at once a second at most.
        for letter in new_word[:-1]:
            screen.type(letter)
            time.sleep(0.03)
        screen.settle(1)
        screen.type(new_word[-1])
        screen.wait_for("the section of the new word", editor.shows(new_word, hit["title"]))
        land(screen, path, f"A new word: {new_word}.")
    assert path.read_text().splitlines()[hit["match_line"]] == f"A new word: {new_word}."
    return times


def is_installed(name):
    return all(shutil.which(needed) or list(pathlib.Path("/").glob(needed[1:]))
               for needed in NEEDS.get(name, [name]))


def run(names, notes, folder, query):
    failed = False
    note = pathlib.Path(notes.hits(query)[0]["path"])
    text = note.read_bytes()
    for name in names:
        if not is_installed(name):
            print(f"skipped: {name} is not installed")
            continue
        began = time.monotonic()
        try:
            times = [1000 * seconds for seconds in use(name, notes, folder, query)]
            print(f"ok: {name}: from key to rows: median {statistics.median(times):.0f} ms, most {max(times):.0f} ms, "
                  f"{len(times)} keys; {time.monotonic() - began:.1f} s in all")
        except AssertionError as failure:
            failed = True
            print(f"FAILED: {name}: {failure}")
        finally:
            note.write_bytes(text)
    return failed


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--vault", type=pathlib.Path)
    options.add_argument("--query", default=QUERY)
    options.add_argument("editors", nargs="*")
    options.add_argument("--make-vault", type=pathlib.Path)
    given = options.parse_args()
    if given.make_vault:
        return make_vault(given.make_vault)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        environment = {"PATH": f"{os.environ['NOTES_BIN']}:/usr/local/bin:/usr/bin:/bin", "HOME": name,
                       "LC_ALL": "C.UTF-8", "NOTES_TODAY": "2024-03-01", "TERM": "screen-256color",
                       "NOTES_DB": os.environ["NOTES_DB"] if given.vault else f"{name}/index"}
        notes = Notes(environment)
        os.environ["PATH"] = environment["PATH"]
        if not given.vault:
            (folder / "vault").mkdir()
            make_vault(folder / "vault")
            subprocess.run(["notes-index", "--quiet", folder / "vault"], env=environment, check=True)
        sys.exit(run(given.editors or EDITORS, notes, folder, given.query))


if __name__ == "__main__":
    main()
