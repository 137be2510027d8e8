"""Programs are killed at random moments: the index is in its old or its new state, never broken."""
import random
import signal
import subprocess
import sys
import time

from fault_case import Vault, expect, run_cases

KILLS = 100


def kill_after(vault, seconds, *arguments):
    process = subprocess.Popen(vault.command("notes-index", "--quiet", *arguments), env=vault.environment(),
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait()


def run_length(vault, *arguments):
    began = time.monotonic()
    vault.make(*arguments)
    return time.monotonic() - began


def kill_often(vault, kills, length, change, *arguments):
    moments = random.Random(7)
    for number in range(kills):
        change(number)
        kill_after(vault, moments.uniform(0, length), *arguments, vault.root)
        answer = vault.query("--refresh=never", "amber")
        expect(answer.returncode in (0, 3), f"kill {number}: {answer.stderr}")
        if answer.returncode == 0:
            vault.verify()  # before anything repairs it
        vault.make()
        vault.verify()


def case_first_index_killed():
    vault = Vault()
    length = run_length(vault)

    def remove_index(_):
        subprocess.run(["rm", "-rf", str(vault.index)], check=True)

    kill_often(vault, KILLS // 4, length, remove_index)


def case_update_killed():
    vault = Vault()
    vault.make()
    before = run_length(vault)
    kill_often(vault, KILLS // 2, before * 4 + 0.02, lambda number: vault.write(number % 40, 6, f"turn{number}"))
    expect(vault.paths(f"turn{KILLS // 2 - 1}"), "the last change is not found")


def case_rebuild_killed():
    vault = Vault()
    vault.make()
    length = run_length(vault, "--rebuild")
    kill_often(vault, KILLS // 4, length, lambda _: None, "--rebuild")
    left = sorted(entry.name for entry in vault.index.iterdir())
    expect(len([name for name in left if name.startswith("gen-")]) <= 2, left)


run_cases(sys.modules[__name__])
