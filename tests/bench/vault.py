"""Makes a vault by varied repetition of sample notes or of another vault, or picks words of one to
search for.

    vault.py make SAMPLES VAULT COUNT | vault.py repeat SOURCE VAULT TIMES | vault.py words VAULT
"""
import collections
import json
import os
import pathlib
import random
import re
import sys

EXTENSIONS = {".md", ".markdown", ".mdx", ".txt"}
WORD = re.compile(r"(?<![\w-])[a-z]{4,}(?![\w-])")
PAIR = re.compile(r"(?<![\w-])(?=([a-z]{4,} [a-z]{4,})(?![\w-]))")
STOP_WORDS = set("about after again also although another because been before being below between both cannot could "
                 "does doing done down during each either every first from have having here however into just like made "
                 "make many might more most much must never next often once only other over rather same several should "
                 "since some still such take than that their them then there these they this those though through time "
                 "under until upon used using very want well were what when where whether which while will with within "
                 "without would your".split())
SYLLABLES = "ba ke di lo mu na pe ri so tu va ze fi go hu".split()


def notes_of(folder):
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in EXTENSIONS and path.is_file())


def make(samples, vault, count):
    """Each note takes sections of several samples; one word in eight of its lines gives way to an invented one."""
    chance = random.Random(1)
    sections = [section for note in notes_of(samples) for section in re.split(r"(?m)^(?=## )", note.read_text())[1:]]
    for number in range(count):
        chosen = chance.sample(sections, k=min(len(sections), chance.randint(2, 6)))
        text = "".join(varied(section, chance) for section in chosen)
        path = vault / f"folder{number % 37}" / f"note{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {invented(chance)} {number}\n\n{text}")
        os.utime(path, (1e9, 1e9))  # a note that was saved just now is read again to be sure


def repeat(source, vault, times):
    """The first copy is as it is; in the others one word in eight gives way to an invented one."""
    chance = random.Random(1)
    for number in range(times):
        for note in notes_of(source):
            path = vault / f"copy{number}" / note.relative_to(source)
            path.parent.mkdir(parents=True, exist_ok=True)
            text = note.read_text(errors="replace")
            path.write_text(varied(text, chance) if number > 0 else text)


def invented(chance):
    """Words as rare as real ones: the longer, the rarer."""
    return "".join(chance.choices(SYLLABLES, k=min(6, 2 + int(chance.expovariate(0.7)))))


def varied(section, chance):
    return WORD.sub(lambda match: invented(chance) if chance.random() < 1 / 8 else match.group(), section)


def words(vault):
    """A rare word, one in about half of the notes, one in a tenth, and two words that stand together."""
    counts, pairs, paths, size = collections.Counter(), collections.Counter(), notes_of(vault), 0
    for path in paths:
        size += path.stat().st_size
        text = path.read_text(errors="replace").lower()
        counts.update(set(WORD.findall(text)) - STOP_WORDS)
        pairs.update(set(PAIR.findall(text)))
    kin = collections.Counter(word[:5] for word in counts)  # forms of a word are found with it
    rare = sorted(word for word, count in counts.items() if count == 3 and len(word) >= 6 and kin[word[:5]] == 1)
    half, tenth = (nearest(counts, len(paths) * share) for share in (0.5, 0.1))
    together = {pair: count for pair, count in pairs.items() if all(word not in STOP_WORDS for word in pair.split())}
    return {"notes": len(paths), "bytes": size, "words": [rare[len(rare) // 2], half, tenth],
            "phrase": nearest(together, len(paths) * 0.05)}


def nearest(counts, wanted):
    return min(sorted(counts), key=lambda word: abs(counts[word] - wanted))


if sys.argv[1] == "make":
    make(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), int(sys.argv[4]))
elif sys.argv[1] == "repeat":
    repeat(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), int(sys.argv[4]))
else:
    print(json.dumps(words(pathlib.Path(sys.argv[2]))))
