#!/usr/bin/env python3
"""Completion in real shells: each row is typed up to a TAB at the prompt of an interactive shell, and
what the shell makes of the line is echoed. Shells that are not installed are skipped.
  usage: NOTES_BIN=DIR NOTES_DATA=DIR shells_test.py"""
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import tempfile
import time
import unittest

BIN = pathlib.Path(os.environ["NOTES_BIN"]).resolve()
DATA = pathlib.Path(os.environ["NOTES_DATA"]).resolve()

SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "source <(notes-query --completion bash)"),
    "zsh": (["zsh", "-f", "-i"],
            "autoload -U compinit; compinit -u -D; source <(notes-query --completion zsh)"),
    "fish": (["fish", "--no-config", "-i"], "notes-query --completion fish | source"),
}
ROWS = {
    "--tag bre": "--tag bread",
    "rye --tag kitc": "rye --tag kitchen",
    "tag:bre": "tag:bread",
    "level:thr": "level:thread",
    "--sort=new": "--sort=newest",
    "--level que": "--level question",
    "--stric": "--strict",
    "butter sourdo": "butter sourdough",
    "@bre": "@bread",
    # Characters that are special to a shell arrive unchanged, quoted or not.
    "--tag R\\&": "--tag R&D",
    "--tag 'R&": "--tag R&D",
    '--tag "R&': "--tag R&D",
    "--tag a\\|": "--tag a|b",
    "--tag l\\'": "--tag l'hiver",
    "--tag \"l'": "--tag l'hiver",
    "--tag x": "--tag x;touch y",
    "--tag=x": "--tag=x;touch y",
    "--tag \\$": "--tag $(x)",
    "--tag '$": "--tag $(x)",
    "tag:R\\&": "tag:R&D",
    "-tag:a\\|": "-tag:a|b",
    # Paths as the shell completes them.
    "--db two": "--db two words/",
    "--db=two": "--db=two words/",
    "--outline two\\ words/o": "--outline two words/one note.md",
}


class Shell:
    """An interactive shell that can do what `preparation` says."""

    def __init__(self, command, preparation, folder):
        pid, self.terminal = pty.fork()
        if pid == 0:
            os.chdir(folder)
            os.environ.clear()
            os.environ.update(PATH=f"{BIN}:/usr/local/bin:/usr/bin:/bin", HOME=str(folder),
                              TERM="xterm", LC_ALL="C.UTF-8", XDG_DATA_HOME=f"{folder}/share")
            os.execvp(command[0], command)
        self.pid = pid
        self.send(preparation + "; echo PRE''PARED\n")
        self.read_until(r"PREPARED\r?\n")

    def send(self, text):
        os.write(self.terminal, text.encode())

    def read_until(self, pattern, seconds=20):
        text = ""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.1)[0]:
                text += os.read(self.terminal, 65536).decode(errors="replace")
            if found := re.search(pattern, text):
                return found
        raise AssertionError(f"waited for {pattern}, got {text!r}")

    def completed(self, typed):
        """The command line after `typed` and TAB, without the program."""
        self.send("notes-query " + typed + "\t")
        time.sleep(float(os.environ.get("PAUSE", "0.4")))  # more on a busy machine
        # The quotes keep the typed line from looking like its output.
        self.send("\x01echo DO''NE\x05E''ND\n")
        return self.read_until(r"DONEnotes-query (.*?) ?END").group(1)

    def close(self):
        os.close(self.terminal)
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)


class Completion(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        shutil.copytree(DATA / "notes", cls.folder / "notes")
        (cls.folder / "notes/signs.md").write_text(
            "---\ntags: ['R&D', 'a|b', \"l'hiver\", 'x;touch y', '$(x)']\n---\n# Signs\n")
        (cls.folder / "two words").mkdir()
        (cls.folder / "two words/one note.md").write_text("# One\n")
        config = cls.folder / ".config/notes-search/config"
        config.parent.mkdir(parents=True)
        config.write_text("[searches]\nbread = tag:bread\n")
        subprocess.run([BIN / "notes-index", "--quiet", "notes"], cwd=cls.folder, check=True,
                       env={"HOME": str(cls.folder), "XDG_DATA_HOME": f"{cls.folder}/share"})

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def check(self, name):
        command, preparation = SHELLS[name]
        if not shutil.which(command[0]):
            self.skipTest(f"no {name} here")
        shell = Shell(command, preparation, self.folder)
        try:
            for typed, expected in ROWS.items():
                with self.subTest(typed=typed):
                    # Zsh removes the slash after a folder if nothing follows.
                    self.assertEqual(shell.completed(typed).rstrip("/"), expected.rstrip("/"))
            self.assertFalse((self.folder / "y").exists(), "a tag was run")
        finally:
            shell.close()

    def test_bash(self):
        self.check("bash")

    def test_zsh(self):
        self.check("zsh")

    def test_fish(self):
        self.check("fish")


if __name__ == "__main__":
    unittest.main()
