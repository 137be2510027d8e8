"""Several programs at once: writers wait or name the other writer, readers never see a wrong state."""
import fcntl
import os
import random
import signal
import subprocess
import sys
import threading
import time

from fault_case import Vault, expect, run_cases

QUERIES = 1000  # in each case with readers and a writer
STANDSTILLS = 40
VERIFICATIONS = 50


def answers_all_along(vault, stop, errors, count):
    for _ in range(count):
        answer = vault.query("--format=jsonl", "--refresh=never", "-n", "1", "steady beacon")
        if answer.returncode != 0 or '"title":"Lighthouse"' not in answer.stdout:
            errors.append(f"{answer.returncode} {answer.stdout} {answer.stderr}")
            break
    stop.set()


def read_while(vault, write):
    (vault.root / "fixed.md").write_text("# Fixed\n\n## Lighthouse\nA steady beacon.\n")
    vault.make()
    stop, errors = threading.Event(), []
    readers = [threading.Thread(target=answers_all_along, args=(vault, stop, errors, QUERIES // 2)) for _ in range(2)]
    for reader in readers:
        reader.start()
    turns = 0
    while not stop.is_set():
        write(turns)
        turns += 1
    for reader in readers:
        reader.join()
    expect(not errors, errors[:1])
    expect(turns > 5, f"only {turns} turns of the writer")
    vault.verify()


def case_queries_while_a_writer_commits():
    vault = Vault(notes=20)

    def write(turn):
        vault.write(turn % 20, 6, f"turn{turn}")
        vault.make()

    read_while(vault, write)


def case_verify_while_a_writer_commits():
    """Commits twice, which overwrites what a reader reads, then leaves time to read again."""
    vault = Vault(notes=60, sections=10)
    vault.make()
    began = time.monotonic()
    vault.verify()
    rest = 4 * (time.monotonic() - began)
    stop = threading.Event()

    def write():
        turn = 0
        while not stop.wait(rest if turn % 2 == 0 else 0):
            vault.write(turn % 60, 10, f"marker{turn}")
            vault.make()
            turn += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(VERIFICATIONS):
            vault.verify()
    finally:
        stop.set()
        writer.join()


def case_queries_while_rebuilds_switch():
    vault = Vault(notes=20)
    read_while(vault, lambda _: vault.make("--rebuild"))


def case_a_query_that_stands_still_while_writers_commit():
    """After two commits Xapian reuses what a reader needs: the query must start again."""
    vault = Vault(notes=20)
    (vault.root / "fixed.md").write_text("# Fixed\n\n## Lighthouse\nA steady beacon.\n")
    vault.make()
    command = vault.command("notes-query", "--format=jsonl", "--refresh=never", "-n", "1", "steady beacon")
    moments = random.Random(3)
    for turn in range(STANDSTILLS):
        query = subprocess.Popen(command, env=vault.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        time.sleep(moments.uniform(0.001, 0.012))
        query.send_signal(signal.SIGSTOP)
        for commit in range(2):
            vault.write((turn + commit) % 20, 6, f"turn{turn}x{commit}")
            vault.make()
        query.send_signal(signal.SIGCONT)
        answer, complaint = query.communicate(timeout=30)
        expect(query.returncode == 0 and '"title":"Lighthouse"' in answer, f"{turn}: {query.returncode} {answer} {complaint}")
    vault.verify()


def case_watch_takes_up_its_path_when_the_other_writer_is_done():
    vault = Vault(notes=5)
    vault.make()
    more = vault.root.parent / "more"
    more.mkdir()
    (more / "late.md").write_text("# Late\nwallaby\n")
    with hold_lock(vault):
        watcher = subprocess.Popen(vault.command("notes-index", "--watch", more), env=vault.environment(),
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        expect("pid" in watcher.stderr.readline(), "the watcher does not say who writes")
    try:
        deadline = time.monotonic() + 20
        while not vault.paths("wallaby") and time.monotonic() < deadline:
            time.sleep(0.1)
        expect(vault.paths("wallaby") == ["late.md"], "the path was forgotten")
    finally:
        watcher.terminate()
        watcher.wait()


def case_second_writer_waits():
    vault = Vault(notes=60, sections=20)
    writers = [subprocess.Popen(vault.command("notes-index", "--quiet", vault.root), env=vault.environment())
               for _ in range(3)]
    expect([writer.wait() for writer in writers] == [0, 0, 0])
    vault.verify()


def hold_lock(vault):
    lock = open(vault.index / "lock", "r+")
    fcntl.flock(lock, fcntl.LOCK_EX)
    return lock


def case_refresh_says_who_writes_and_the_query_answers():
    vault = Vault(notes=5)
    vault.make()
    with hold_lock(vault):
        busy = vault.run("notes-index", "--refresh")
        expect(busy.returncode == 4 and "pid" in busy.stderr, busy.stderr)
        vault.write(1, 6, "unseen")
        answer = vault.query("amber")
        expect(answer.returncode == 0 and "results may be out of date" in answer.stderr, answer.stderr)
    expect(vault.query("unseen").returncode == 0, "the next query does not catch up")


def case_a_query_waits_for_a_writer_that_is_soon_done():
    """A busy machine may be slower than the query waits, but not every time."""
    vault = Vault(notes=5)
    vault.make()
    for attempt in range(10):
        vault.write(1, 6, f"barely{attempt}")
        lock = hold_lock(vault)
        release = threading.Timer(0.1, lock.close)
        release.start()
        answer = vault.query(f"barely{attempt}")
        release.join()
        if answer.returncode == 0 and answer.stderr == "":
            return
    expect(False, f"{answer.returncode} {answer.stderr}")


def case_a_note_written_while_it_is_read():
    vault = Vault(notes=5)
    vault.make()
    stop = threading.Event()

    def rewrite():
        while not stop.is_set():
            vault.write(2, 40, "changing")

    writer = threading.Thread(target=rewrite)
    writer.start()
    for _ in range(20):
        vault.make()
    stop.set()
    writer.join()
    vault.write(2, 3, "settled")
    vault.make()
    vault.verify()
    expect(vault.paths("settled") and not vault.paths("changing"))


def case_a_change_that_keeps_size_and_time_is_found():
    vault = Vault(notes=2)
    path = vault.root / "clock.md"
    path.write_text("# Clock\nalpha\n")
    stamp = path.stat()
    vault.make()
    path.write_text("# Clock\nomega\n")
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    vault.make()
    expect(vault.paths("omega") and not vault.paths("alpha"))


def case_answers_follow_the_notes():
    vault = Vault(notes=5)
    vault.make()
    path = vault.root / "new.md"
    path.write_text("# New\nzeppelin\n")
    expect(vault.query("zeppelin").returncode == 0, "an added note")
    path.write_text("# New\nairship\n")
    expect(vault.query("airship").returncode == 0, "a changed note")
    path.rename(vault.root / "renamed.md")
    answer = vault.query("--format=paths", "airship")
    expect(answer.stdout.endswith("renamed.md\n"), answer.stdout + answer.stderr)
    (vault.root / "renamed.md").unlink()
    expect(vault.query("airship").returncode == 1, "a deleted note")


run_cases(sys.modules[__name__])
