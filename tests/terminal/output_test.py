#!/usr/bin/env python3
"""notes-query at a terminal: pager, links, colours, width. Each test runs the real program on a
pseudo terminal and looks at the bytes that come out of it.
  usage: NOTES_BIN=DIR NOTES_DATA=DIR output_test.py"""
import fcntl
import os
import pathlib
import pty
import shutil
import struct
import subprocess
import tempfile
import termios
import unittest

BIN = pathlib.Path(os.environ["NOTES_BIN"]).resolve()
DATA = pathlib.Path(os.environ["NOTES_DATA"]).resolve()
LINK = b"\x1b]8;;"
# Many rows, and no remarks.
QUERY = ["-n", "30", "what is the butter or the sourdough"]
# A pager that prints only that it ran.
PAGER = "cat >/dev/null; echo PAGED"


class AtTerminal(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        shutil.copytree(DATA / "notes", cls.folder / "notes")
        cls.environment = {
            "PATH": f"{BIN}:{os.environ['PATH']}", "HOME": str(cls.folder), "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8", "TZ": "UTC", "NOTES_TODAY": "2024-03-01"}
        subprocess.run(["notes-index", "--quiet", "notes"], cwd=cls.folder, env=cls.environment,
                       check=True)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def run_query(self, *arguments, rows=24, columns=80, **variables):
        """What the terminal gets, with plain newlines, and the exit code."""
        environment = {**self.environment, **variables}
        pid, terminal = pty.fork()
        if pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.chdir(self.folder)
            os.execvpe("notes-query", ["notes-query", *arguments], environment)
        chunks = []
        while True:
            try:
                chunk = os.read(terminal, 65536)
            except OSError:  # the other end is closed
                break
            if not chunk:
                break
            chunks.append(chunk)
        os.close(terminal)
        status = os.waitpid(pid, 0)[1]
        return b"".join(chunks).replace(b"\r\n", b"\n"), os.waitstatus_to_exitcode(status)

    def test_long_output_goes_through_the_pager(self):
        self.assertEqual(self.run_query(*QUERY, rows=10, NOTES_PAGER=PAGER, PAGER="false"),
                         (b"PAGED\n", 0))
        self.assertEqual(self.run_query(*QUERY, rows=10, PAGER=PAGER), (b"PAGED\n", 0))

    def test_short_output_does_not(self):
        output, code = self.run_query(*QUERY, rows=200, NOTES_PAGER=PAGER)
        self.assertNotIn(b"PAGED", output)
        self.assertIn(b"Baking.md", output)
        self.assertEqual(code, 0)

    def test_rows_that_lines_wrap_into_count(self):
        get = ["--get", "notes/Baking.md:81", "--no-pager"]
        output, _ = self.run_query(*get, columns=20)
        lines = output.count(b"\n")
        self.assertEqual(self.run_query(*get[:2], columns=20, rows=lines + 1, PAGER=PAGER), (b"PAGED\n", 0))
        self.assertEqual(self.run_query(*get[:2], columns=500, rows=lines + 1, PAGER=PAGER), (output, 0))

    def test_no_pager_is_obeyed(self):
        for arguments, variables in ((["--no-pager"], {"NOTES_PAGER": PAGER}),
                                     ([], {"NOTES_PAGER": "", "PAGER": PAGER}),
                                     ([], {"NOTES_PAGER": "cat"})):
            output, _ = self.run_query(*QUERY, *arguments, rows=10, **variables)
            self.assertNotIn(b"PAGED", output)
            self.assertIn(b"Baking.md", output)

    def test_a_pager_that_is_missing_hides_nothing(self):
        output, code = self.run_query(*QUERY, rows=10, NOTES_PAGER="no-such-pager 2>/dev/null")
        self.assertIn(b"Baking.md", output)
        self.assertEqual(code, 0)

    def test_a_pager_that_ends_early_is_no_error(self):
        output, code = self.run_query("-n", "10000", "-C", "100", "--any", "butter flour water",
                                      NOTES_PAGER="head -n 1 >/dev/null")
        self.assertNotIn(b"Baking.md", output)
        self.assertEqual(code, 0)

    def test_less_lets_colours_pass(self):
        output, code = self.run_query(*QUERY, rows=10, NOTES_PAGER="echo $LESS $LV; cat >/dev/null")
        self.assertEqual((output, code), (b"FRX -c\n", 0))

    def test_places_are_links_to_their_lines(self):
        output, _ = self.run_query("-n", "1", "butter leak oven")
        host = os.uname().nodename.encode()
        path = str(self.folder.resolve()).encode()
        self.assertIn(LINK + b"file://" + host + path + b"/notes/Baking.md#51\x1b\\", output)
        self.assertIn(LINK + b"file://" + host + path + b"/notes/Baking.md#52\x1b\\", output)

    def test_no_links_where_they_would_show(self):
        for variables in ({"TERM": "dumb"}, {"TERM": "linux"}, {"NO_COLOR": "1"},
                          {"INSIDE_EMACS": "29.1,comint"}, {"VTE_VERSION": "4602"},
                          {"TERM": "eterm-color"}):
            output, _ = self.run_query("-n", "1", "butter leak oven", **variables)
            self.assertNotIn(LINK, output, variables)
        output, _ = self.run_query("-n", "1", "--links=never", "butter leak oven")
        self.assertNotIn(LINK, output)
        self.assertIn(b"\x1b[", output)

    def test_rows_keep_to_the_width_of_the_terminal(self):
        for columns in (40, 80, 120):
            output, _ = self.run_query(*QUERY, columns=columns, rows=500, NO_COLOR="1")
            widest = max(len(row) for row in output.decode().splitlines())
            self.assertLessEqual(widest, columns)
            self.assertGreater(widest, min(columns, 100) - 15)

    def test_outlines_and_advice_are_broken_between_words(self):
        output, _ = self.run_query("--outline", "notes/Compilers.md", rows=200, columns=45, NO_COLOR="1")
        rows = output.decode().splitlines()
        self.assertTrue(any(not row.startswith("notes/") for row in rows))
        self.assertLessEqual(max(map(len, rows)), 45)
        output, code = self.run_query("zzyzx", columns=40)
        self.assertEqual((output.decode(), code), (
            "no section matches zzyzx: try fewer or\nother words, or the start of one with a\n"
            "star, like zzy*\n", 1))


if __name__ == "__main__":
    unittest.main()
