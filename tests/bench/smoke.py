#!/usr/bin/env python3
"""Fails if something has become many times slower: compares CPU times of the same run, so that a slow
or busy machine makes no difference. run.py measures properly.

    smoke.py BIN_DIR        (after building the target bench_programs)
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from measure import Command, Meter

HERE = pathlib.Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "data" / "notes"
NOTES, RUNS, SECONDS = 200, 5, 60
PAIR = ["butter", "melts"]


def main():
    programs = pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) == 2 else sys.exit(__doc__)
    with tempfile.TemporaryDirectory(prefix="notes-smoke-") as name:
        home = pathlib.Path(name)
        meter = Meter(programs / "started_process",
                      {"PATH": os.environ["PATH"], "HOME": name, "LC_ALL": "C.UTF-8"})

        def make(folder, count):
            subprocess.run([sys.executable, HERE / "vault.py", "make", SAMPLES, home / folder,
                            str(count)], check=True)

        def index(*arguments, db="index"):
            return Command([programs / "notes-index", "--db", home / db, "--quiet", *arguments])

        def first_index(folder):
            command = index(home / folder, db=f"{folder}-index")
            command.fresh = home / f"{folder}-index"
            return command

        def query(*arguments):
            return Command([programs / "notes-query", "--db", home / "index", *arguments])

        make("half", NOTES // 2)
        make("whole", NOTES)
        meter.run_once(index(home / "whole"))
        words = re.findall(r"[a-z]{3,}", (SAMPLES / "Baking.md").read_text())
        version = query("--version")
        compressing = Command(["sh", "-c", f"cat '{home}'/whole/*/*.md | gzip -9 >'{home}/notes.gz'"])
        slower = [  # what, than what, at most how many times as slow
            ("a word", query(PAIR[0]), version, 10),
            ("two words as JSON", query("--json", *PAIR), version, 15),
            ("a phrase", query(f'"{" ".join(PAIR)}"'), version, 15),
            ("a slip", query("croisants"), version, 15),
            ("a half-typed word", query("--partial", "bu"), version, 15),
            ("no query", query(), version, 10),
            ("facets", query("--facets", "tags,year", PAIR[0]), version, 15),
            ("a query of 200 words", query(" ".join(words[:200])), query(" ".join(words[:50])), 8),
            ("an update without changes", index(), version, 15),
            ("a first index", first_index("whole"), compressing, 150),
            ("a first index of twice the notes", first_index("whole"), first_index("half"), 5),
        ]
        print("| what | CPU ms | times as long as the other | at most |\n|---|--:|--:|--:|")
        failed = []
        for what, command, other, most in slower:
            sample, compared = meter.measure_together([command, other], RUNS, SECONDS)
            ratio = sample.cpu / compared.cpu
            print(f"| {what} | {sample.cpu:.1f} | {ratio:.1f} | {most} |", flush=True)
            if ratio > most:
                failed.append(what)
        if failed:
            sys.exit("smoke: far too slow: " + ", ".join(failed))


if __name__ == "__main__":
    main()
