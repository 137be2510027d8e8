#!/usr/bin/env python3
"""What a user sees first: each row of SCREENS runs in tmux at two sizes, with and without colour,
and the first screen is compared with tests/terminal/screens/NAME.txt. In colour, ^[ is an escape.
  usage: NOTES_BIN=DIR NOTES_DATA=DIR screens_test.py    (UPDATE_EXPECTED=1 rewrites the files)"""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
import unittest

BIN = pathlib.Path(os.environ["NOTES_BIN"]).resolve()
DATA = pathlib.Path(os.environ["NOTES_DATA"]).resolve()
EXPECTED = pathlib.Path(__file__).parent / "screens"
SIZES = ((80, 24), (120, 40))

SCREENS = {
    # What was corrected or left out comes first, above the hits; also when the pager takes over.
    "corrections_come_first": "notes-query -n 2 buter leak",
    "corrections_come_first_in_the_pager": "notes-query -n 30 --any buter leak oven",
    "missing_words_come_first": "notes-query -n 3 butter telescope",
    # Hits are numbered as --open counts them.
    "hits_are_numbered_for_open":
        "notes-query -n 2 why; notes-query -n 2 --open 2 --editor 'basename -a {path}:{line}' why",
    # A partial match names the words that it lacks.
    "partial_matches_name_what_they_lack": "notes-query -n 3 --any butter croissant telescope",
    # A title that several notes share follows the title of its note.
    "shared_titles_follow_their_note": "notes-query archive examples",
    "copies_are_counted": "notes-query granary key",
    "copies_are_listed_if_asked": "notes-query --twins granary key",
    # With four hits or more, the first page shows four: lines give way before hits do.
    "four_hits_fit_on_the_first_page": "notes-query -n 20 --any dough oven",
    "explain_says_why_a_lower_score_is_above": "notes-query -n 2 --explain water",
    # Similar sections share words that say something, not stop words or pieces of words.
    "similar_sections_name_what_they_share": "notes-query -n 3 --like notes/Baking.md:52",
    "nothing_found_says_what_to_try": "notes-query zzyzx",
    "help_of_notes_query": "notes-query --help",
    "help_of_notes_index": "notes-index --help",
}

NOTES = {
    "tar.md": "# TAR(1)\n\nStores files in an archive.\n\n## EXAMPLES\n\nList an archive: `tar -tf a.tar`\n",
    "zip.md": "# ZIP(1)\n\nPacks files.\n\n## EXAMPLES\n\nTest an archive: `zip -T a.zip`\n",
    "june.md": "# June\n\n## Granary key\n\nIt hangs behind the flour bin.\n",
    "july.md": "# July\n\n## Granary key\n\nIt hangs behind the flour bin.\n",
    "august.md": "# August\n\n## Granary key\n\nIt hangs behind the flour bin.\n",
}


@unittest.skipUnless(shutil.which("tmux"), "tmux is not installed")
class Screens(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        notes = cls.folder / "notes"
        shutil.copytree(DATA / "notes", notes)
        for name, text in NOTES.items():
            (notes / name).write_text(text)
        config = cls.folder / ".config" / "notes-search"
        config.mkdir(parents=True)
        (config / "config").write_text("[notes-query]\nlinks = never\n")
        cls.environment = {
            "PATH": f"{BIN}:{os.environ['PATH']}", "HOME": str(cls.folder), "LC_ALL": "C.UTF-8",
            "TZ": "UTC", "NOTES_TODAY": "2024-03-01", "LESSHISTFILE": "-", "PS1": "$ "}
        cls.run_here("notes-index", "--quiet", "notes")
        (cls.folder / "tmux.conf").write_text(
            'set -g exit-empty off\nset -g status off\nset -g default-terminal "screen-256color"\n'
            'set -g default-command "exec sh"\n')

    @classmethod
    def tearDownClass(cls):
        cls.tmux("kill-server", check=False)
        shutil.rmtree(cls.folder)

    @classmethod
    def run_here(cls, *command, check=True, **variables):
        return subprocess.run(command, cwd=cls.folder, env={**cls.environment, **variables},
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=check)

    @classmethod
    def tmux(cls, *arguments, **options):
        socket = str(cls.folder / "tmux")
        return cls.run_here("tmux", "-u", "-S", socket, "-f", str(cls.folder / "tmux.conf"),
                            *arguments, **options).stdout.decode()

    def screen(self, command, columns, rows, color):
        """The first screen: when the shell prompts again, or the pager waits for a key."""
        variables = [] if color else ["-e", "NO_COLOR=1"]
        self.tmux("new-session", "-d", "-s", "test", "-x", str(columns), "-y", str(rows),
                  *variables, f"{command}; printf '$ '; exec cat")
        deadline = time.monotonic() + 120
        while True:
            text = self.tmux("capture-pane", "-p", "-t", "test")
            last = text.rstrip("\n").split("\n")[-1]
            if last in ("$", ":", "(END)") or time.monotonic() > deadline:
                break
            time.sleep(0.02)
        if color:
            text = self.tmux("capture-pane", "-p", "-e", "-t", "test").replace("\x1b", "^[")
        self.tmux("kill-session", "-t", "test")
        scores_hidden = re.sub(r"\d+\.\d{3}\b", lambda score: re.sub(r"\d", "9", score[0]), text)
        return scores_hidden.rstrip("\n") + "\n"

    def test_first_screens_are_as_expected(self):
        for name, command in SCREENS.items():
            seen = "$ " + command + "\n"
            for columns, rows in SIZES:
                for color in (False, True):
                    title = f"{columns} by {rows}{', in colour' if color else ''}"
                    seen += f"===== {title}\n" + self.screen(command, columns, rows, color)
            file = EXPECTED / (name + ".txt")
            if os.environ.get("UPDATE_EXPECTED"):
                file.write_text(seen)
            with self.subTest(name):
                self.assertEqual(seen.split("\n"), file.read_text().split("\n"))

    def test_a_small_first_page_has_four_hits(self):
        for command in (SCREENS["four_hits_fit_on_the_first_page"], "notes-query -n 12 --any butter dough"):
            text = self.screen(command, 80, 24, color=False)
            numbers = re.findall(r"^ {0,2}(\d+)  ", text, re.MULTILINE)
            self.assertGreaterEqual(len(numbers), 4, text)

    def test_help_fits_a_small_screen(self):
        for program in ("notes-query", "notes-index"):
            text = self.screen(program + " --help", 80, 24, color=False)
            self.assertTrue(text.startswith(f"Usage: {program} "), text)


if __name__ == "__main__":
    unittest.main()
