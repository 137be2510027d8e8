#!/usr/bin/env python3
"""What each ranking rule is worth: runs an evaluation once as it is and once without each rule.

    ablation.py BUILD_DIR COMMAND...

Changes one share at a time in query/search/rank/ranking.h and ranking.cc, which are put back
afterwards, builds notes-query and runs COMMAND, which prints a table with a column nDCG@10 or MRR
and a name in the first column, as relevance_test.py does. Prints a Markdown table of the figures
and, for each rule, of what is lost or gained without it.
"""
import pathlib
import re
import subprocess
import sys

RANK = pathlib.Path(__file__).resolve().parents[2] / "query/search/rank"
RULES = {  # what a share is without the rule
    "the word as written": ("exact", "0"),
    "title": ("title", "0"),
    "all words": ("all", "0"),
    "neighbours near": ("near", "0"),
    "neighbours in a row": ("row", "0"),
    "a word and a stop word in a row": ("stop_row", "0"),
    "rest of the note": ("context", "0"),
    "pieces and inherited words count less": ("foreign", "0"),
    "lists of links count half": ("links", "0"),
    "synonyms below the word": ("synonym", "1"),
    "corrections below the word": ("guess", "1"),
}


def figures(build, command):
    subprocess.run(["cmake", "--build", build, "--target", "notes-query"], check=True, stdout=subprocess.DEVNULL)
    out = subprocess.run(command, capture_output=True, text=True).stdout
    found, column = {}, None
    for cells in map(str.split, out.splitlines()):
        if measure := next((name for name in ("nDCG@10", "MRR") if name in cells), None):
            column = cells.index(measure)
        elif column and len(cells) > column and cells[column].replace(".", "", 1).isdigit():
            found[cells[0]] = float(cells[column])
    return found


def without_rules(shares):
    for rule, (share, value) in RULES.items():
        yield rule, {file: re.sub(rf"\b{share} = [.\d]+", f"{share} = {value}", text) for file, text in shares.items()}
    source = shares[RANK / "ranking.cc"]
    look_up = re.search(r"kLookUp(\{.*?\});", source, re.DOTALL)[1]
    apart = re.sub(r"kQuestion\{.*?\};", f"kQuestion{look_up};", source, flags=re.DOTALL)
    yield "questions apart from look-ups", {**shares, RANK / "ranking.cc": apart}


def write(shares):
    for file, text in shares.items():
        if file.read_text() != text:
            file.write_text(text)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    build, command = sys.argv[1], sys.argv[2:]
    shares = {RANK / name: (RANK / name).read_text() for name in ("ranking.h", "ranking.cc")}
    base = figures(build, command)
    print("| without | " + " | ".join(base) + " |")
    print("|---|" + "---|" * len(base))
    print("| (nothing) | " + " | ".join(f"{figure:.3f}" for figure in base.values()) + " |", flush=True)
    try:
        for rule, changed in without_rules(shares):
            write(changed)
            now = figures(build, command)
            print(f"| {rule} | " + " | ".join(f"{now[name] - base[name]:+.3f}" for name in base) + " |", flush=True)
    finally:
        write(shares)


if __name__ == "__main__":
    main()
