#!/usr/bin/env python3
"""Does the right section come first? Asks data/relevance.tsv of an index of data/notes.

    relevance_test.py BIN_DIR DATA_DIR

Prints the mean reciprocal rank (of the first ten) and success@1 by kind of query and names every miss.
Fails below the floors, which are a little under what was measured when they were set: a change may
trade one query for another, not make the whole worse.
"""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

FLOOR_MRR, FLOOR_FIRST = 0.95, 0.93


def read_queries(path):
    lines = path.read_text().splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def rank_of(programs, index, query, note, line):
    command = [programs / "notes-query", "--db", index, "--refresh=never", "--format=jsonl", "-n", "10", "--", query]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode not in (0, 1):
        sys.exit(f"{query}: exit {result.returncode}: {result.stderr}")
    for rank, text in enumerate(result.stdout.splitlines(), 1):
        hit = json.loads(text)
        places = [(hit["path"], hit["line"])] + [(twin["path"], twin["line"]) for twin in hit["twins"]]
        if any(path.endswith(note) and int(line) == found for path, found in places):
            return rank
    return 0


def main():
    programs, data = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    ranks = collections.defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        index = pathlib.Path(folder) / "index"
        subprocess.run([programs / "notes-index", "--quiet", "--db", index, data / "notes"], check=True)
        for kind, query, note, line in read_queries(data / "relevance.tsv"):
            rank = rank_of(programs, index, query, note, line)
            ranks[kind].append(rank)
            if rank != 1:
                print(f"rank {rank or '-'}: {query}  (wanted {note}:{line})")
    ranks["all"] = [rank for kind in list(ranks) for rank in ranks[kind]]
    print(f"{'kind':14} {'queries':>7} {'MRR':>6} {'first':>6}")
    for kind, found in ranks.items():
        mrr = sum(1 / rank for rank in found if rank) / len(found)
        first = found.count(1) / len(found)
        print(f"{kind:14} {len(found):7} {mrr:6.3f} {first:6.3f}")
    sys.exit(0 if mrr >= FLOOR_MRR and first >= FLOOR_FIRST else 1)


main()
