#!/usr/bin/env python3
"""What each ranking rule is worth: runs an evaluation once as it is and once without each rule.

    ablation.py COMMAND...

COMMAND prints a table with a column nDCG@10 or MRR and a name in the first column, as
relevance_test.py does. Rules are switched off by NOTES_RANKING in the environment (query/search/rank/shares.h). Prints
a Markdown table of the figures and, for each rule, of what is lost or gained without it.
"""
import os
import subprocess
import sys

RULES = {
    "the word as written": "exact=0",
    "title": "title=0",
    "all words": "all=0",
    "stop words of a look-up": "stop=0",
    "neighbours near": "near=0",
    "neighbours in a row": "row=0",
    "rest of the note": "context=0",
    "pieces and inherited words count less": "foreign=0",
    "lists of links count half": "links=0",
    "questions apart from look-ups": "question.exact=.75,question.title=.4,question.near=.05,question.row=.1",
    "synonyms below the word": "synonym=1",
    "corrections below the word": "guess=1",
}


def figures(command, change):
    out = subprocess.run(command, env={**os.environ, "NOTES_RANKING": change},
                         capture_output=True, text=True).stdout
    found, column = {}, None
    for cells in map(str.split, out.splitlines()):
        if measure := next((name for name in ("nDCG@10", "MRR") if name in cells), None):
            column = cells.index(measure)
        elif column and len(cells) > column and cells[column].replace(".", "", 1).isdigit():
            found[cells[0]] = float(cells[column])
    return found


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    base = figures(sys.argv[1:], "")
    print("| without | " + " | ".join(base) + " |")
    print("|---|" + "---|" * len(base))
    print("| (nothing) | " + " | ".join(f"{figure:.3f}" for figure in base.values()) + " |")
    for rule, change in RULES.items():
        now = figures(sys.argv[1:], change)
        cells = [f"{now[name] - base[name]:+.3f}" for name in base]
        print(f"| {rule} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
