"""A watcher soon sees saved, renamed, moved and deleted notes, and ends when told."""
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time

from fault_case import Vault, expect, run_cases

SOON = 10.0  # a second is promised, but a busy machine may take longer
READY = 20.0  # a busy machine starts programs slowly


def await_that(holds, seconds, message):
    began = time.monotonic()
    while not holds():
        expect(time.monotonic() - began < seconds, f"not within {seconds} s: {message}")
        time.sleep(0.02)


@contextlib.contextmanager
def watcher(vault):
    """Runs --watch, from its first report of a change until SIGTERM; then it must exit 0."""
    process = subprocess.Popen(vault.command("notes-index", "--watch", "--quiet"), env=vault.environment(),
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        prove_ready(vault)
        yield process
        process.send_signal(signal.SIGTERM)
        _, complaints = process.communicate(timeout=10)
        expect(process.returncode == 0, f"SIGTERM ends with {process.returncode}: {complaints}")
        expect(complaints == "", complaints)
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
    vault.verify()


def prove_ready(vault):
    number = [0]

    def is_followed():
        number[0] += 1
        (vault.root / "probe.md").write_text(f"# Probe\nattempt{number[0]}\n")
        time.sleep(0.7)
        return finds(vault, f"attempt{number[0]}")

    await_that(is_followed, READY, "the watcher follows changes")


def watched_vault():
    vault = Vault(notes=10)
    vault.make()
    return vault


def finds(vault, word, path=None):
    found = vault.paths("--strict", word)
    return path in found if path else bool(found)


def soon(vault, word, path):
    await_that(lambda: finds(vault, word, path), SOON, f"{word} is found in {path}")


def soon_gone(vault, word):
    await_that(lambda: not finds(vault, word), SOON, f"{word} is no longer found")


def case_saved_note_is_found():
    vault = watched_vault()
    with watcher(vault):
        (vault.root / "new.md").write_text("# New\nquokka\n")
        soon(vault, "quokka", "new.md")
        with open(vault.root / "new.md", "a", encoding="utf-8") as note:
            note.write("wombat\n")
        soon(vault, "wombat", "new.md")
        expect(finds(vault, "quokka", "new.md"))


def case_save_by_renaming_a_temporary_file():
    vault = watched_vault()
    with watcher(vault):
        (vault.root / ".f0.md.swp").write_text("# Saved by renaming\nnumbat\n")
        os.rename(vault.root / ".f0.md.swp", vault.root / "f0" / "note0.md")
        soon(vault, "numbat", "f0/note0.md")
        (vault.root / "f0" / "note0.md~").write_text("# Saved again\nbilby\n")
        os.rename(vault.root / "f0" / "note0.md~", vault.root / "f0" / "note0.md")
        soon(vault, "bilby", "f0/note0.md")
        expect(not finds(vault, "numbat"), "the text before the second save is still found")


def case_new_folder_with_notes_and_folders_in_it():
    vault = watched_vault()
    with watcher(vault):
        deep = vault.root / "trip" / "north" / "far"
        deep.mkdir(parents=True)
        (deep / "camp.md").write_text("# Camp\nkookaburra\n")
        soon(vault, "kookaburra", "trip/north/far/camp.md")
        (deep / "later.md").write_text("# Later\ncassowary\n")
        soon(vault, "cassowary", "trip/north/far/later.md")


def case_folder_is_renamed():
    vault = watched_vault()
    (vault.root / "old" / "inner").mkdir(parents=True)
    (vault.root / "old" / "inner" / "one.md").write_text("# One\nechidna\n")
    vault.make()
    with watcher(vault):
        os.rename(vault.root / "old", vault.root / "moved")
        soon(vault, "echidna", "moved/inner/one.md")
        expect(vault.paths("--strict", "echidna") == ["moved/inner/one.md"])
        (vault.root / "moved" / "inner" / "two.md").write_text("# Two\ntaipan\n")
        soon(vault, "taipan", "moved/inner/two.md")


def case_folder_leaves_and_comes_from_outside():
    vault = watched_vault()
    outside = vault.root.parent / "outside"
    outside.mkdir()
    (outside / "guest.md").write_text("# Guest\npossum\n")
    with watcher(vault):
        os.rename(outside, vault.root / "guests")
        soon(vault, "possum", "guests/guest.md")
        os.rename(vault.root / "guests", outside)
        soon_gone(vault, "possum")


def case_deleted_note_and_folder_are_gone():
    vault = watched_vault()
    (vault.root / "single.md").write_text("# Single\nplatypus\n")
    (vault.root / "whole").mkdir()
    (vault.root / "whole" / "note.md").write_text("# Whole\ngoanna\n")
    vault.make()
    with watcher(vault):
        (vault.root / "single.md").unlink()
        soon_gone(vault, "platypus")
        shutil.rmtree(vault.root / "whole")
        soon_gone(vault, "goanna")


def mount(folder):
    return subprocess.run(["mount", "-t", "tmpfs", "none", str(folder)], capture_output=True).returncode == 0


def unmount(folder):
    subprocess.run(["umount", str(folder)], check=True)


def case_disk_is_unmounted_and_comes_back():
    vault = watched_vault()
    disk = vault.root / "disk"
    disk.mkdir()
    if not mount(disk):
        print("no right to mount: left to the test of the event reader")
        return
    (disk / "far.md").write_text("# Far\nwallaby\n")
    vault.make()
    try:
        with watcher(vault):
            unmount(disk)
            soon_gone(vault, "wallaby")
            (vault.root / "near.md").write_text("# Near\npademelon\n")
            soon(vault, "pademelon", "near.md")
            expect(mount(disk))
            (disk / "again.md").write_text("# Again\nquokkina\n")
            soon(vault, "quokkina", "disk/again.md")
            (disk / "later.md").write_text("# Later\nthylacine\n")
            soon(vault, "thylacine", "disk/later.md")
            unmount(disk)
    finally:
        subprocess.run(["umount", str(disk)], capture_output=True)


def case_many_notes_at_once_are_all_seen():
    vault = watched_vault()
    with watcher(vault):
        for number in range(200):
            folder = vault.root / f"burst{number % 7}"
            folder.mkdir(exist_ok=True)
            (folder / f"{number}.md").write_text(f"# Burst\ngalah{number}\n")
        last = [f"galah{number}" for number in (0, 99, 199)]
        await_that(lambda: all(finds(vault, word) for word in last), READY, "every note of a burst is found")


def case_another_writer_gets_the_lock_between_batches():
    vault = watched_vault()
    with watcher(vault):
        for turn in range(10):
            vault.write(turn, 6, f"dingo{turn}")
            vault.make()
            expect(finds(vault, f"dingo{turn}"), f"turn {turn}: notes-index returned before its note was found")


def case_a_root_added_meanwhile_is_followed():
    vault = watched_vault()
    second = vault.root.parent / "second"
    second.mkdir()
    (second / "other.md").write_text("# Other\nquoll\n")
    with watcher(vault):
        added = vault.run("notes-index", second)
        expect(added.returncode == 0, added.stderr)
        expect(finds(vault, "quoll", "other.md"))
        (vault.root / "still.md").write_text("# Still\nbandicoot\n")
        soon(vault, "bandicoot", "still.md")
        expect(finds(vault, "quoll", "other.md"), "the watcher dropped a root that another run added")
        (second / "new.md").write_text("# New\nbrolga\n")
        soon(vault, "brolga", "new.md")
        expect(vault.run("notes-index", "--remove", second).returncode == 0)
        (vault.root / "still.md").write_text("# Still\njabiru\n")
        soon(vault, "jabiru", "still.md")


def case_an_index_that_cannot_be_opened_for_a_moment_is_waited_for():
    vault = watched_vault()
    process = subprocess.Popen(vault.command("notes-index", "--watch", "--quiet"), env=vault.environment(),
                               stderr=subprocess.PIPE, text=True)
    try:
        prove_ready(vault)
        current = vault.index / "current"
        current.rename(current.with_name("kept"))
        settings = vault.index / "settings.json"
        settings.write_text(settings.read_text())  # as if another run had added a root
        time.sleep(1.5)
        (vault.index / "kept").rename(current)
        (vault.root / "new.md").write_text("# New\nlorikeet\n")
        await_that(lambda: finds(vault, "lorikeet", "new.md"), READY, "the watcher goes on")
        process.send_signal(signal.SIGTERM)
        _, complaints = process.communicate(timeout=10)
        expect(process.returncode == 0, f"SIGTERM ends with {process.returncode}")
        expect("no index at" in complaints, complaints)
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
    vault.verify()


def case_no_query_has_to_see_to_what_the_watcher_read():
    vault = watched_vault()
    with watcher(vault):
        (vault.root / "late.md").write_text("# Late\nnumbats\n")
        soon(vault, "numbats", "late.md")
        time.sleep(2.6)  # until the file's time proves that nothing changed since
        lock = vault.index / "lock"
        before = lock.stat().st_mtime_ns
        expect(vault.query("numbats").returncode == 0)
        expect(lock.stat().st_mtime_ns == before, "the query started notes-index")


def case_interrupt_ends_as_well():
    vault = watched_vault()
    process = subprocess.Popen(vault.command("notes-index", "--watch", "--quiet"), env=vault.environment())
    try:
        prove_ready(vault)
        process.send_signal(signal.SIGINT)
        expect(process.wait(timeout=10) == 0, f"SIGINT ends with {process.returncode}")
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


run_cases(sys.modules[__name__])
