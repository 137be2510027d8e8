"""A query answers from the notes as they are, even if nothing announced a change."""
import json
import os
import sys
import time

from fault_case import Vault, expect, run_cases

LONG_AGO = 1_600_000_000


def age(vault):
    """A vault that was written long ago: no time is uncertain, so only a real change is noticed."""
    for path in [vault.root, *vault.root.rglob("*")]:
        os.utime(path, (LONG_AGO, LONG_AGO))


def large_vault():
    """More notes than a query checks one by one."""
    vault = Vault(notes=0)
    for number in range(600):
        folder = vault.root / f"f{number % 7}"
        folder.mkdir(exist_ok=True)
        (folder / f"{number}.md").write_text(f"# Note {number}\n\n## Walnut{number}\nshell\n")
    age(vault)
    vault.make()
    return vault


def same_time(path, change):
    before = path.stat()
    change()
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def case_a_note_added_in_the_tick_in_which_its_folder_was_listed():
    vault = large_vault()
    folder = vault.root / "f0"
    (folder / "first.md").write_text("# First\n")
    vault.make()
    same_time(folder, lambda: (folder / "second.md").write_text("# Second\nquince\n"))
    expect(vault.query("quince").returncode == 0)


def case_ignore_files_edited_in_place():
    vault = large_vault()
    (vault.root / ".notesignore").write_text("f1/\n")
    os.utime(vault.root / ".notesignore", (LONG_AGO, LONG_AGO))
    os.utime(vault.root, (LONG_AGO, LONG_AGO))
    vault.make()
    expect(vault.query("walnut1").returncode == 1)
    same_time(vault.root, lambda: (vault.root / ".notesignore").write_text("f2/\n"))
    expect(vault.query("walnut1").returncode == 0, "what is ignored no longer is not found")
    expect(vault.query("walnut2").returncode == 1, "what is ignored now is found")


def case_a_gitignore_above_the_root_edited_in_place():
    vault = Vault(notes=5)
    work_tree = vault.root.parent
    (work_tree / ".git").mkdir()
    ignore = work_tree / ".gitignore"
    ignore.write_text("nothing\n")
    os.utime(ignore, (LONG_AGO, LONG_AGO))
    age(vault)
    vault.make()
    expect(vault.query("--format=paths", "amber").stdout.count("note1.md") == 1)
    ignore.write_text("note1.md\n")
    expect(vault.query("--format=paths", "amber").stdout.count("note1.md") == 0)


def case_a_note_written_in_place_elsewhere_than_in_the_hit_that_is_shown():
    vault = large_vault()
    note = vault.root / "f3" / "10.md"
    with open(note, "a", encoding="utf-8") as file:
        file.write("\n## Filbert\nwalnut10 again\n")
    answer = vault.query("--json", "walnut10")
    expect("Filbert" in answer.stdout, answer.stdout)


def case_a_single_file_among_many_notes_is_looked_at():
    vault = large_vault()
    single = vault.root.parent / "single.md"
    single.write_text("# Single\nhazel\n")
    os.utime(single, (LONG_AGO, LONG_AGO))
    expect(vault.run("notes-index", single).returncode == 0)
    single.write_text("# Single\nchestnut\n")
    expect(vault.query("chestnut").returncode == 0)


def case_nothing_is_done_when_nothing_changed():
    vault = large_vault()
    lock = vault.index / "lock"  # each writer leaves its name there
    os.utime(lock, (LONG_AGO, LONG_AGO))
    expect(vault.query("walnut3").returncode == 0)
    expect(lock.stat().st_mtime == LONG_AGO, "notes-index was started")


def case_as_one_types_the_notes_are_looked_at_once_a_second():
    vault = large_vault()
    note = vault.root / "f3" / "10.md"
    for word in ("quince", "medlar"):
        note.write_text(f"# Note 10\n\n{word}\n")
        expect(vault.query("--partial", word).returncode == 0, "it did not look")
        os.utime(vault.index / "looked")
        note.write_text("# Note 10\n\nloquat\n")
        again = json.loads(vault.query("--json", "--partial", "loquat").stdout)
        expect(again["checked"] == "part" and not again["results"], "it looked again at once")
        time.sleep(1.1)
    expect(vault.query("--partial", "loquat").returncode == 0)


def case_answers_of_an_index_that_may_not_be_refreshed_say_that_they_are_old():
    vault = large_vault()
    fresh = json.loads(vault.query("--json", "--refresh=never", "walnut20").stdout)
    expect(not fresh["stale"])
    (vault.root / "f6" / "20.md").unlink()
    gone = json.loads(vault.query("--json", "--refresh=never", "walnut20").stdout)
    expect(gone["stale"] and not gone["results"], gone)


run_cases(sys.modules[__name__])
