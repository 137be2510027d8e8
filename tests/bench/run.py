#!/usr/bin/env python3
"""Measures the programs as a user runs them, beside rivals in the same run.

    tests/bench/run.py BIN_DIR VAULT [--runs N]

BIN_DIR holds notes-index and notes-query, VAULT is a folder of notes. Every command is a whole cold
process. Prints a Markdown table of medians: wall and CPU milliseconds over /bin/true, peak memory, and
the ratio to the rival. Rivals are taken when they are installed: ripgrep, recoll. Nothing is kept.
"""
import argparse
import collections
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import tempfile
import time

Sample = collections.namedtuple("Sample", "wall cpu peak")


def run_once(command, environment):
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0  # it is reaped
    return Sample((time.perf_counter() - began) * 1e3, (usage.ru_utime + usage.ru_stime) * 1e3, usage.ru_maxrss / 1024)


def measure(command, runs, environment, before=lambda: None):
    samples = []
    for turn in range(runs + 1):
        before()
        sample = run_once(command, environment)
        if turn > 0:  # the first run warms the page cache
            samples.append(sample)
    return Sample(*(statistics.median(column) for column in zip(*samples)))


def words_of(vault):
    """A rare word and one that stands in about half of the notes, both of letters only."""
    counts, notes = collections.Counter(), 0
    for path in sorted(vault.rglob("*.md")):
        notes += 1
        counts.update(set(re.findall(r"[a-z]{5,}", path.read_text(errors="replace").lower())))
    rare = sorted(word for word, count in counts.items() if count == 3)
    common = min(counts, key=lambda word: abs(counts[word] - notes / 2))
    return rare[len(rare) // 2], common


class Bench:
    def __init__(self, options):
        self.bin, self.vault, self.runs = pathlib.Path(options.bin).resolve(), pathlib.Path(options.vault).resolve(), options.runs
        self.temporary = tempfile.TemporaryDirectory(prefix="notes-bench-")
        self.home = pathlib.Path(self.temporary.name)
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(self.home), "LC_ALL": "C.UTF-8"}
        self.floor = measure(["/bin/true"], 20, self.environment)

    def program(self, name, *arguments):
        return [str(self.bin / name), "--db", str(self.home / "index"), *arguments]

    def row(self, what, command, runs=None, rival=None, before=lambda: None):
        sample = measure(command, runs or self.runs, self.environment, before)
        wall, cpu = sample.wall - self.floor.wall, sample.cpu - self.floor.cpu
        beside = ""
        if rival is not None:
            other = measure(rival, runs or self.runs, self.environment)
            beside = f"{rival[0].rsplit('/')[-1]}: {cpu / max(other.cpu - self.floor.cpu, 0.01):.2f} x CPU, {wall / max(other.wall - self.floor.wall, 0.01):.2f} x wall"
        print(f"| {what} | {wall:.1f} | {cpu:.1f} | {sample.peak:.0f} | {beside} |", flush=True)

    def recoll(self):
        if shutil.which("recollindex") is None:
            return None
        config = self.home / "recoll"
        config.mkdir()
        (config / "recoll.conf").write_text(f"topdirs = {self.vault}\n")
        return ["recollindex", "-c", str(config), "-z"]

    def index(self):
        remove = lambda: shutil.rmtree(self.home / "index", ignore_errors=True)
        self.row("first index", self.program("notes-index", "--quiet", str(self.vault)), min(3, self.runs), self.recoll(), remove)
        size = sum(path.stat().st_size for path in (self.home / "index").rglob("*") if path.is_file())
        notes = sum(path.stat().st_size for path in self.vault.rglob("*.md"))
        print(f"| size of the index against the notes: {size / notes:.2f} | | | | |")
        self.row("nothing changed", self.program("notes-index", "--quiet"))

    def one_note(self):
        mine = self.home / "one"
        mine.mkdir()
        note = mine / "note.md"
        note.write_text("# One\n")
        run_once(self.program("notes-index", "--quiet", str(mine)), self.environment)
        change = lambda: note.write_text(f"# One\n{time.time_ns()}\n")
        self.row("one note changed, durable", self.program("notes-index", "--quiet"), before=change)

    def queries(self):
        rare, common = words_of(self.vault)
        rg = shutil.which("rg")
        beside = lambda word: [rg, "-n", "-i", "-w", word, str(self.vault)] if rg else None
        sentence = " ".join(["how does the", common, "of a", rare, "change when it is used with other things"] * 5)
        for what, words, rival in (
            ("rare word", [rare], beside(rare)),
            ("word in half of the notes", [common], beside(common)),
            ("three words", [rare, common, "value"], None),
            ("phrase", [f'"the {common}"'], None),
            ("sentence of 60 words", [sentence], None),
            ("prefix", [common[:2] + "*"], None),
            ("stop words only", ["what is it"], None),
            ("NEAR chain", [f"{common} NEAR/5 value NEAR/5 {rare}"], None),
            ("filter", ["level:thread", "has:code"], None),
        ):
            self.row(what, self.program("notes-query", "--refresh=never", *words), rival=rival)
        self.row("rare word, notes looked at", self.program("notes-query", rare))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bin")
    parser.add_argument("vault")
    parser.add_argument("--runs", type=int, default=11)
    bench = Bench(parser.parse_args())
    print(f"load {os.getloadavg()[0]:.1f}, medians of {bench.runs}, over /bin/true\n")
    print("| what | wall ms | CPU ms | peak MB | beside |\n|---|---|---|---|---|")
    bench.index()
    bench.queries()
    bench.one_note()


main()
