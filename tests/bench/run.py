#!/usr/bin/env python3
"""Measures notes-index and notes-query as a user runs them, and other tools in the same run.

    cmake --build build/release --target bench          # a vault made from data/notes
    tests/bench/run.py --vault ~/notes                  # or notes of your own; they are only read

Every command is a whole cold process with a warm page cache; shown are medians over /bin/true. Runs
of a table take turns, so that a busy moment meets all of them. Rivals are taken when installed:
ripgrep, SQLite FTS5 (the program fts5_rival, built when libsqlite3-dev is there), Recoll, Xapian
Omega. Prints Markdown. Nothing is kept.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import rivals
from measure import Command, Meter, Sample, high_of

HERE = pathlib.Path(__file__).resolve().parent
INDEXES = ("index", "grown-index")  # of the vault, and of varied copies of it


class Bench:
    def __init__(self, options, home):
        self.options, self.home = options, home
        self.bin = pathlib.Path(options.bin).resolve()
        self.vault = pathlib.Path(options.vault).resolve() if options.vault else home / "vault"
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8"}
        self.meter = Meter(self.bin / "started_process", self.environment)

    def program(self, name, *arguments, index="index"):
        return [str(self.bin / name), "--db", str(self.home / index), *arguments]

    def together(self, commands, runs=None):
        """Samples of the commands over /bin/true, in their order."""
        floor, *samples = self.meter.measure_together([Command(["/bin/true"]), *commands], runs or self.options.runs,
                                                      self.options.seconds_a_table)
        return [Sample(sample.wall - floor.wall, sample.cpu - floor.cpu, sample.peak) for sample in samples]

    # ------------------------------------------------------------------------------------- indexing

    def first_index(self):
        index = self.home / "index"
        rows = [("notes-index", Command(self.program("notes-index", "--quiet", str(self.vault)), fresh=index), index)]
        for rival in self.rivals:
            if rival.index is not None:
                rows.append((rival.name, Command(rival.index, fresh=rival.database, refill=rival.prepare),
                             rival.database))
        samples = self.together([command for _, command, _ in rows], self.options.index_runs)
        print("\n### First index\n\n| program | wall s | CPU s | CPU, notes-index = 1 | peak MB | index MB | index size, notes = 1 |"
              "\n|---|--:|--:|--:|--:|--:|--:|")
        for (name, _, database), sample in zip(rows, samples):
            size = size_of([database])
            against = f"{size / self.notes_size:.2f}" if size else "no index"
            print(f"| {name} | {sample.wall / 1e3:.2f} | {sample.cpu / 1e3:.2f} | {sample.cpu / samples[0].cpu:.2f} "
                  f"| {sample.peak:.0f} | {size / 1e6:.1f} | {against} |", flush=True)

    def growth(self):
        """Whether time and memory grow with the collection alone."""
        times, grown, index = self.options.times, self.home / "grown", self.home / INDEXES[1]
        subprocess.run([sys.executable, HERE / "vault.py", "repeat", self.vault, grown, str(times)], check=True)
        grown_size = sum(note.stat().st_size for note in grown.rglob("*") if note.is_file())
        command = lambda vault: Command([str(self.bin / "notes-index"), "--db", str(index), "--quiet", str(vault)], fresh=index)
        one, many = self.together([command(self.vault), command(grown)], self.options.index_runs)
        print("\n### Growth\n\n| notes | wall s | CPU s | peak MB | index size, notes = 1 | CPU per MB, first row = 1 |"
              "\n|---|--:|--:|--:|--:|--:|")
        per_mb = [one.cpu / self.notes_size, many.cpu / grown_size]
        against = ["", f"{size_of([index]) / grown_size:.2f}"]
        for what, sample, size, share in zip(("these", f"{times} varied copies"), (one, many), against, per_mb):
            print(f"| {what} | {sample.wall / 1e3:.1f} | {sample.cpu / 1e3:.1f} | {sample.peak:.0f} | {size} "
                  f"| {share / per_mb[0]:.2f} |", flush=True)

    def later_index(self):
        """The changed note stands in a root of its own: the vault may be somebody's notes."""
        mine = self.home / "mine"
        mine.mkdir()
        note = mine / "note.md"
        note.write_text("# One\n")
        os.utime(note, (1e9, 1e9))  # a note that was saved just now is read again to be sure
        subprocess.run(self.program("notes-index", "--quiet", str(mine)), env=self.environment, check=True)
        update = self.program("notes-index", "--quiet")
        samples = self.together([Command(update)])
        changed = self.together([Command(update, before=lambda: note.write_text(f"# One\nat {time.time_ns()}\n"))])
        print("\n### Updates\n\n| update | wall ms | CPU ms | peak MB |\n|---|--:|--:|--:|")
        for what, sample in (("nothing changed", samples[0]), ("one note changed, synced to disk", changed[0])):
            print(f"| {what} | {sample.wall:.1f} | {sample.cpu:.1f} | {sample.peak:.0f} |", flush=True)
        os.utime(note, (1e9, 1e9))
        time.sleep(2.1)  # folders that changed just now are looked at again to be sure
        subprocess.run(update, env=self.environment, check=True)

    # -------------------------------------------------------------------------------------- queries

    def queries(self):
        rare, half, third = self.words
        tail = f"how does the {half} of a {rare} change when it is used with other things".split()
        sentence = " ".join((tail * 5)[:60])
        pair = self.phrase.strip('"').split()
        longest = max(pair, key=len)
        slip = longest[:-3] + longest[-2] + longest[-3] + longest[-1]
        return [
            ("rare word", [rare]),
            ("word in half of the notes, ten hits with their lines", [half]),
            ("the same as JSON", ["--json", half]),
            ("three words", [half, third, rare]),
            ("three words, only sections with all", ["--strict", half, third, rare]),
            ("three words that stand together", [*pair, half]),
            ("phrase", [self.phrase]),
            ("question", [f"how do I use a {pair[0]} {pair[1]} with another {half}?"]),
            ("sentence of 60 words", [sentence]),
            ("`qu*`", ["qu*"]),
            ("slip", [slip]),
            ("slip beside a word", [slip, half]),
            ("stop words only", ["what is it about"]),
            ("NEAR chain", [f"{half} NEAR/20 " + " NEAR/20 ".join(pair)]),
            ("regular expression beside a word", [pair[0], f"re:/{pair[1][:-1]}./"]),
            ("level and content", ["level:question", "has:code"]),
            ("a year", ["date:2019"]),
            ("word and filters", [half, "level:thread", "-has:image"]),
            ("word, newest first", ["--sort=newest", half]),
            ("nothing asked for", []),
            ("facets", ["--facets", "tags,names,year,site,level", half]),
            ("tags and names of all", ["--tags"]),
            ("completions", ["--complete", half[:3]]),
        ]

    def count(self, arguments, index):
        if arguments and arguments[0] in ("--facets", "--tags", "--complete"):
            return ""
        words = [argument for argument in arguments if argument != "--json"]
        result = subprocess.run(self.program("notes-query", "--refresh=never", "--json", *words, index=index),
                                env=self.environment, capture_output=True, timeout=60)
        return json.loads(result.stdout)["total"] if result.returncode in (0, 1) else "fails"

    def cold_queries(self, index):
        print("| query | sections | wall ms | CPU ms | peak MB | checking the notes first: wall ms | CPU ms |\n"
              "|---|--:|--:|--:|--:|--:|--:|")
        for what, arguments in self.queries():
            pair = [Command(self.program("notes-query", refresh, *arguments, index=index))
                    for refresh in ("--refresh=never", "--refresh=auto")]
            plain, looking = self.together(pair)
            print(f"| {what} | {self.count(arguments, index)} | {plain.wall:.1f} | {plain.cpu:.1f} | {plain.peak:.0f} "
                  f"| {looking.wall:.1f} | {looking.cpu:.1f} |", flush=True)

    def as_one_types(self, index):
        """Each beginning of a few queries, as an editor asks for them."""
        rare, half, third = self.words
        pair = self.phrase.strip('"')
        typed = [f"{half} {third}", f"{pair} {half}", rare, f"tag:{half[:3]}", f'"{pair}']
        begun = [text[:length] for text in typed for length in range(1, len(text) + 1)]
        samples = self.together([Command(self.program("notes-query", "--refresh=never", "--partial", "--json", "--", text,
                                                      index=index)) for text in begun], runs=5)
        cpu = [sample.cpu for sample in samples]
        slowest = begun[cpu.index(max(cpu))]
        print(f"\nAs one types ({len(begun)} beginnings under --partial): CPU ms, median {high_of(cpu, 0.5):.1f}, of 99 in 100 "
              f"at most {high_of(cpu, 0.99):.1f}; the slowest is `{slowest}`.", flush=True)

    def beside_rivals(self):
        rare, half, third = self.words
        print("\n### Cold query of other tools\n\nTen hits each; ripgrep prints every line that has the word.\n\n"
              "| query | program | wall ms | CPU ms | wall, notes-query = 1 | CPU, notes-query = 1 | peak MB |\n|---|---|--:|--:|--:|--:|--:|")
        together = [*self.phrase.strip('"').split(), half]
        for what, words in (("rare word", [rare]), ("word in half of the notes", [half]), ("three words", [half, third, rare]),
                            ("three words that stand together", together)):
            rows = [("notes-query", Command(self.program("notes-query", "--refresh=never", *words)))]
            if len(words) > 1:  # as the rivals that need all of the words
                rows.append(("notes-query --strict",
                             Command(self.program("notes-query", "--refresh=never", "--strict", *words))))
            rows += [(rival.name, Command(rival.query(words))) for rival in self.rivals
                     if rival.is_ready() and (len(words) == 1 or rival.takes_several_words)]
            samples = self.together([command for _, command in rows])
            for (name, _), sample in zip(rows, samples):
                print(f"| {what} | {name} | {sample.wall:.1f} | {sample.cpu:.1f} | {sample.wall / samples[0].wall:.2f} "
                      f"| {sample.cpu / samples[0].cpu:.2f} | {sample.peak:.0f} |", flush=True)

    # ------------------------------------------------------------------------------------------ run

    def look_at_vault(self):
        if not self.options.vault:
            subprocess.run([sys.executable, HERE / "vault.py", "make", HERE.parent.parent / "data" / "notes",
                            self.vault, str(self.options.notes)], check=True)
        result = subprocess.run([sys.executable, HERE / "vault.py", "words", self.vault],
                                check=True, capture_output=True, text=True)
        seen = json.loads(result.stdout)
        self.words, self.phrase = seen["words"], f'"{seen["phrase"]}"'
        self.notes_size = seen["bytes"]
        print(f"{seen['notes']} notes, {seen['bytes'] / 1e6:.1f} MB; load at the start {os.getloadavg()[0]:.1f}; "
              f"medians of {self.options.runs} runs ({self.options.index_runs} of a first index). "
              f"Words: {', '.join(self.words)}; phrase: {self.phrase}.", flush=True)

    def xapian_alone(self):
        index = self.home / "index"
        generation = index / (index / "current").read_text().strip()
        print("\n### Xapian alone, with the same documents\n\n| what is added to the index | CPU s | index MB |\n|---|--:|--:|", flush=True)
        subprocess.run([self.bin / "xapian_alone", generation, self.home / "alone", str(self.options.index_runs)], check=True)

    def run(self):
        self.look_at_vault()
        self.rivals = rivals.installed(self.bin, self.vault, self.home)
        self.first_index()
        self.xapian_alone()
        if self.options.times > 1:
            self.growth()
        self.later_index()
        for index in INDEXES:
            if (self.home / index).exists():
                print(f"\n### Cold query, {'these notes' if index == 'index' else f'{self.options.times} varied copies'}\n")
                self.cold_queries(index)
                self.as_one_types(index)
        self.beside_rivals()
        print(f"\nLoad at the end {os.getloadavg()[0]:.1f}.")


def size_of(paths):
    files = [path for place in paths for path in ([place] if place.is_file() else place.rglob("*"))]
    return sum(path.stat().st_size for path in files if path.is_file())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default=HERE.parent.parent / "build" / "release" / "bin", metavar="DIR",
                        help="where the programs are (build/release/bin)")
    parser.add_argument("--vault", metavar="DIR", help="a folder of notes")
    parser.add_argument("--notes", type=int, default=1000, metavar="N", help="without a vault: notes to make (1000)")
    parser.add_argument("--times", type=int, default=1, metavar="N",
                        help="also measure N varied copies of the vault (no)")
    parser.add_argument("--runs", type=int, default=15, help="runs of each command (15)")
    parser.add_argument("--index-runs", type=int, default=3, help="runs of each first index (3)")
    parser.add_argument("--seconds-a-table", type=float, default=120,
                        help="commands measured together stop taking turns after this time (120)")
    options = parser.parse_args()
    if not (pathlib.Path(options.bin) / "started_process").exists():
        parser.error(f"{options.bin} lacks the programs: build the target bench_programs, or name another --bin")
    with tempfile.TemporaryDirectory(prefix="notes-bench-") as home:
        Bench(options, pathlib.Path(home)).run()


main()
