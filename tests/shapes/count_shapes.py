#!/usr/bin/env python3
"""Counts what the index makes of the shapes of real notes: count_shapes.py BIN_DIR FOLDER [--list]

Indexes FOLDER for itself and asks notes-query for the outline of each note. Counted are notes that
are called by their file because they have no other title, headings that hold a full date but have
none, sections by where their date is from, and lines of text that stand in no section. With --list
each of the undated headings and of the lines is printed, so that two builds can be compared.
"""
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
FULL_DATE = re.compile(
    rf"(?<![\w./-])(?:(?:19|20)\d\d([-/.])\d{{1,2}}\1\d{{1,2}}|\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\.? {MONTH},? (?:19|20)\d\d"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d)(?![\w/-])", re.I)


def letters_of(name):
    return re.sub(r"[\W_]+", "", name).lower()


def body_line_of(lines):
    """The index of the first line behind front matter."""
    if not lines or lines[0].strip() not in ("---", "+++", ";;;"):
        return 0
    closing = [i for i, line in enumerate(lines[1:], 1) if line.strip() == lines[0].strip()]
    return closing[0] + 1 if closing else 0


def count_note(path, sections, counts, found):
    with open(path, encoding="utf-8", errors="replace", newline="\n") as file:
        lines = file.read().split("\n")
    stem = os.path.splitext(os.path.basename(path))[0]
    counts["notes"] += 1
    counts["notes called by their file"] += letters_of(sections[0]["title"]) == letters_of(stem)
    in_sections = set()
    for section in sections:
        counts["sections"] += 1
        source = section.get("date_source", "unknown source")
        counts[f"dated by {source}" if section["date"] else "undated"] += 1
        in_sections.update(range(section["line"] - 1, section["end_line"]))
        if FULL_DATE.search(section["title"]) and not section["date"]:
            counts["headings with an undated full date"] += 1
            found.append(f"{path}:{section['line']}: {section['title']}")
    first = min(body_line_of(lines), sections[0]["line"] - 1)
    for i in range(first, len(lines)):
        if lines[i].strip() and i not in in_sections:
            counts["lines of text in no section"] += 1
            found.append(f"{path}:{i + 1}: {lines[i]}")


def main():
    bin_dir, folder = sys.argv[1:3]
    counts, found = collections.Counter(), []
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, HOME=home, NOTES_DB=home + "/db")
        subprocess.run([bin_dir + "/notes-index", "-q", folder], env=environment, check=True)
        for parent, folders, names in os.walk(folder):
            folders.sort()
            for name in sorted(names):
                path = os.path.join(parent, name)
                command = [bin_dir + "/notes-query", "--refresh=never", "--json", "--outline", path]
                told = subprocess.run(command, env=environment, capture_output=True, check=False)
                if told.returncode == 0:
                    count_note(path, json.loads(told.stdout)["sections"], counts, found)
    for what, count in sorted(counts.items()):
        print(f"{count:7} {what}")
    if "--list" in sys.argv:
        print(*found, sep="\n")


if __name__ == "__main__":
    main()
