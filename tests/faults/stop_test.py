"""A watcher ends within a second of a signal, whatever it is doing, and only then."""
import fcntl
import os
import signal
import subprocess
import sys
import time

from fault_case import Vault, expect, run_cases

FAILING_CALLS = os.environ.get("FAILING_CALLS")
PROMISED = 1.0
GRACE = 1.5  # a busy machine is slow to end a process


def start(vault, *arguments, more_environment=()):
    return subprocess.Popen(vault.command("notes-index", "--watch", *arguments), text=True, stdout=subprocess.DEVNULL,
                            stderr=subprocess.PIPE, env=vault.environment() | dict(more_environment))


def expect_end(process, *signals):
    began = time.monotonic()
    for sent in signals:
        process.send_signal(sent)
        time.sleep(0.02)
    process.wait(timeout=30)
    took = time.monotonic() - began
    expect(took < PROMISED + GRACE, f"ended after {took:.2f} s")
    expect(process.returncode == 0, f"ended with {process.returncode}")


def large_vault():
    vault = Vault(notes=0)
    for number in range(1500):
        text = "".join(f"## Heading {section}\nword{number}x{section} of text\n" for section in range(30))
        (vault.root / f"{number}.md").write_text(f"# Note {number}\n{text}")
    return vault


def case_while_another_writer_holds_the_lock():
    vault = Vault(notes=5)
    vault.make()
    with open(vault.index / "lock", "r+", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        watcher = start(vault)
        time.sleep(0.5)
        expect_end(watcher, signal.SIGTERM)


def case_during_the_first_index():
    vault = large_vault()
    for pause in (0.05, 0.3, 0.6):
        watcher = start(vault, "-j1", vault.root)
        time.sleep(pause)
        expect_end(watcher, signal.SIGINT)
        vault.make()  # an interrupted run does not hinder the next
        vault.verify()
        (vault.index / "current").unlink()


def case_a_second_signal_does_not_wait_for_what_is_being_done():
    vault = large_vault()
    watcher = start(vault, "-j1", vault.root)
    time.sleep(0.2)
    expect_end(watcher, signal.SIGTERM, signal.SIGINT)


def case_while_it_waits_for_changes():
    vault = Vault(notes=5)
    vault.make()
    for sent in (signal.SIGTERM, signal.SIGINT):
        watcher = start(vault)
        time.sleep(0.5)
        expect_end(watcher, sent)


def case_without_an_index_it_does_not_begin():
    vault = Vault(notes=1)
    watcher = start(vault)
    _, complaint = watcher.communicate(timeout=10)
    expect(watcher.returncode == 3 and not vault.index.exists(), f"{watcher.returncode} {complaint}")


def case_a_disk_that_is_full_for_a_while():
    if not FAILING_CALLS:
        return
    vault = Vault(notes=5)
    vault.make()
    full = vault.index.with_name("full")
    watcher = start(vault, more_environment={"LD_PRELOAD": FAILING_CALLS, "FAILING_FOLDER": str(vault.index),
                                             "FAILING_HOW": "full", "FAILING_AT": "0", "FAILING_WHILE": str(full)})
    time.sleep(1)
    full.touch()
    (vault.root / "late.md").write_text("# Late\nmangrove\n")
    time.sleep(1.5)
    expect(watcher.poll() is None, "a full disk ends the watcher")
    full.unlink()
    deadline = time.monotonic() + 30
    while not vault.paths("mangrove") and time.monotonic() < deadline:
        time.sleep(0.2)
    expect(vault.paths("mangrove") == ["late.md"])
    watcher.terminate()
    _, complaints = watcher.communicate(timeout=10)
    expect(complaints.count("No space left on device") == 1, complaints)
    vault.verify()


run_cases(sys.modules[__name__])
