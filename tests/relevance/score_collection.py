#!/usr/bin/env python3
"""Scores the built programs on a test collection in the manner of TREC.

    score_collection.py BIN_DIR NOTES TOPICS QRELS [--map FILE] [--level LEVEL] [--limit N] [--per-query]

    NOTES   a folder of Markdown notes, which is indexed into a temporary folder
    TOPICS  lines `id<TAB>question`
    QRELS   lines `id 0 document grade` as in TREC, or `id document grade`; blanks or tabs between
    --map   lines `document<TAB>file<TAB>line`: the section that begins there is the document. Without
            it a document is a note, named by its path below NOTES with or without its extension.

A hit counts for the document whose section holds its line. Prints the means of nDCG@10 (linear gain),
average precision, reciprocal rank in the first ten and recall in the first hundred over all judged
topics of TOPICS; a topic without hits counts 0. Exits with 1 when a query fails.
"""
import argparse
import bisect
import collections
import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile

MEASURES = ("nDCG@10", "AP", "RR@10", "R@100")


def fields_of(path, separator=None):
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split(separator) for line in lines if line.strip()]


def read_topics(path):
    return {row[0]: row[1] for row in fields_of(path, "\t")}


def read_judgements(path):
    grades = collections.defaultdict(dict)
    for row in fields_of(path):
        if int(row[-1]) > 0:
            grades[row[0]][row[-2]] = int(row[-1])
    return grades


def measure(ranking, grades):
    def gain(values):
        return sum(value / math.log2(rank + 2) for rank, value in enumerate(values[:10]))

    ranks = [rank for rank, document in enumerate(ranking, 1) if document in grades]
    ideal = sorted(grades.values(), reverse=True)
    precision = sum(found / rank for found, rank in enumerate(ranks, 1)) / len(grades)
    reciprocal = 1 / ranks[0] if ranks and ranks[0] <= 10 else 0
    recall = sum(rank <= 100 for rank in ranks) / len(grades)
    return gain([grades.get(document, 0) for document in ranking]) / gain(ideal), precision, reciprocal, recall


class Documents:
    """Tells which document a line of a note belongs to."""

    def __init__(self, notes, map_file):
        self.notes = notes.resolve()
        self.starts = collections.defaultdict(list)
        for document, file, line in (row[:3] for row in fields_of(map_file, "\t")) if map_file else ():
            self.starts[file].append((int(line), document))
        for starts in self.starts.values():
            starts.sort()

    def at(self, path, line, judged):
        file = os.path.relpath(path, self.notes)
        if not self.starts:
            return file if file in judged else os.path.splitext(file)[0]
        starts = self.starts.get(file) or self.starts.get(os.path.basename(file), [])
        index = bisect.bisect_right(starts, (line, "\U0010ffff")) - 1
        return starts[index][1] if index >= 0 else None


class Runner:
    def __init__(self, options, index):
        self.command = [options.bin_dir / "notes-query", "--db", index, "--refresh=never", "--format=jsonl"]
        self.command += ["--limit", str(options.limit)]
        if options.level:
            self.command += ["--level", options.level]
        self.failed = 0

    def hits(self, text):
        result = subprocess.run([*self.command, "--", text], capture_output=True, text=True)
        if result.returncode not in (0, 1):
            self.failed += 1
            print(f"{text!r}: exit {result.returncode}: {result.stderr.strip()}", file=sys.stderr)
        return [json.loads(line) for line in result.stdout.splitlines()]


def rank_documents(hits, documents, judged):
    ranking = [documents.at(hit["path"], hit["line"], judged) for hit in hits]
    return [document for document in dict.fromkeys(ranking) if document is not None]


def judged_topics(options):
    """Text and grades of each; some collections judge topics that they do not give."""
    topics, judgements = read_topics(options.topics), read_judgements(options.qrels)
    for topic in judgements.keys() - topics.keys():
        print(f"{topic}: judged, but not in {options.topics}", file=sys.stderr)
    judged = {topic: (topics[topic], grades) for topic, grades in judgements.items() if topic in topics}
    return judged or sys.exit(f"{options.qrels} judges no topic of {options.topics}")


def score(options, runner):
    documents = Documents(options.notes, options.map)
    scores = {}
    for topic, (text, grades) in judged_topics(options).items():
        ranking = rank_documents(runner.hits(text), documents, grades)
        scores[topic] = measure(ranking, grades)
    return scores


def print_row(name, values):
    print(f"{name:16}", *(f"{value:8.4f}" for value in values))


def check_measures():
    # By hand: DCG = 3/log2(3) + 2/log2(5), ideal = 3 + 2/log2(3) + 1/2, AP = (1/2 + 2/4) / 3.
    found = measure(["x", "a", "y", "c"], {"a": 3, "b": 1, "c": 2})
    assert all(abs(a - b) < 1e-5 for a, b in zip(found, (0.578375, 1 / 3, 0.5, 2 / 3))), found


def read_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("bin_dir", "notes", "topics", "qrels"):
        parser.add_argument(name, type=pathlib.Path)
    parser.add_argument("--map", type=pathlib.Path)
    parser.add_argument("--level", default="")
    parser.add_argument("--limit", type=int, default=100)
    parser.add_argument("--per-query", action="store_true")
    return parser.parse_args()


def main():
    check_measures()
    options = read_options()
    with tempfile.TemporaryDirectory() as folder:
        index = pathlib.Path(folder) / "index"
        subprocess.run([options.bin_dir / "notes-index", "--quiet", "--db", index, options.notes], check=True)
        runner = Runner(options, index)
        scores = score(options, runner)
    print(f"{'':16}", *(f"{name:>8}" for name in MEASURES))
    if options.per_query:
        for topic, values in scores.items():
            print_row(topic, values)
    print_row("mean", [sum(values) / len(scores) for values in zip(*scores.values())])
    sys.exit(1 if runner.failed else 0)


main()
