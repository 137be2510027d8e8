"""At every call that changes a file of the index, in turn, the program dies or the disk becomes full.
No call is left out, so nothing depends on luck."""
import os
import shutil
import sys

from fault_case import Vault, expect, run_cases

FAILING_CALLS = os.environ.get("FAILING_CALLS")


class Stage:
    """A vault that can be restored to its state before the run that fails."""

    def __init__(self, *arguments, sections=1, has_index=True, flush_threshold=10_000):
        self.vault = Vault(notes=5, sections=sections)
        self.arguments = arguments
        self.flush_threshold = str(flush_threshold)
        if has_index:
            self.vault.make()
            for number in range(3):
                self.vault.write(number, 1, "later")
            (self.vault.root / "f4" / "note4.md").unlink()
        else:
            self.vault.index.mkdir()
        self.saved = self.vault.index.with_name("saved")
        shutil.copytree(self.vault.index, self.saved)

    def restore(self):
        shutil.rmtree(self.vault.index)
        shutil.copytree(self.saved, self.vault.index)

    def run(self, how="", at=10**9):
        self.restore()
        count = self.vault.index.with_name("count")
        result = self.vault.run("notes-index", "-j1", *self.arguments, self.vault.root, more_environment={
            "LD_PRELOAD": FAILING_CALLS, "FAILING_FOLDER": str(self.vault.index), "FAILING_HOW": how,
            "FAILING_AT": str(at), "FAILING_COUNT": str(count), "XAPIAN_FLUSH_THRESHOLD": self.flush_threshold})
        self.calls = int(count.read_text()) if how != "kill" else None
        return result

    def expect_old_or_new(self, place):
        answer = self.vault.query("--refresh=never", "--format=paths", "later OR amber")
        expect(answer.returncode in (0, 3), f"{place}: {answer.returncode} {answer.stderr}")
        if answer.returncode == 0:
            seen = len(self.vault.paths("later"))
            expect(seen in (0, 3), f"{place}: {seen} of 3 changes are seen")

    def expect_repaired(self, place):
        repaired = self.vault.run("notes-index", self.vault.root)
        expect(repaired.returncode == 0, f"{place}: {repaired.stderr}")
        checked = self.vault.run("notes-index", "--verify")
        expect(checked.returncode == 0, f"{place}: {checked.stderr}")
        expect(not self.strangers(), f"{place}: {self.strangers()}")

    def strangers(self):
        """Names in the index that neither the run before nor a complete run leaves."""
        known = {"lock", "current", "settings.json"} | {entry.name for entry in self.saved.iterdir()}
        if (self.vault.index / "current").exists():
            known.add(self.vault.generation().name)
        return sorted({entry.name for entry in self.vault.index.iterdir()} - known)


def fail_at_every_call(stage, how, check):
    whole = stage.run()
    expect(whole.returncode == 0, whole.stderr)
    calls = stage.calls
    expect(calls > 5, f"only {calls} calls are seen")
    for at in range(1, calls + 1):
        place = f"{how} at call {at} of {calls}"
        check(stage.run(how, at), place)
        stage.expect_old_or_new(place)
        stage.expect_repaired(place)


def killed(result, place):
    expect(result.returncode == -9, f"{place}: {result.returncode} {result.stderr}")


def case_first_index_killed_at_every_call():
    fail_at_every_call(Stage(has_index=False), "kill", killed)


def case_update_killed_at_every_call():
    fail_at_every_call(Stage(flush_threshold=3), "kill", killed)


def case_rebuild_killed_at_every_call():
    fail_at_every_call(Stage("--rebuild"), "kill", killed)


def full_disk_check(stage):
    def check(result, place):
        # If only the name of the lock's holder cannot be written, the run may succeed.
        expect(result.returncode in (0, 2), f"{place}: {result.returncode} {result.stderr}")
        if result.returncode == 2:
            expect(str(stage.vault.index) in result.stderr, f"{place}: {result.stderr}")
            expect("No space left on device" in result.stderr, f"{place}: {result.stderr}")
            expect("hint:" in result.stderr and "space" in result.stderr.split("hint:")[1], f"{place}: {result.stderr}")
        left = stage.strangers()
        expect(not left, f"{place}: a full disk is left fuller: {left}")
    return check


def case_first_index_on_a_disk_that_fills_at_every_call():
    # Large enough for values to need several blocks: Xapian writes the last ones in destructors.
    stage = Stage(sections=6, has_index=False)
    fail_at_every_call(stage, "full", full_disk_check(stage))


def case_update_on_a_disk_that_fills_at_every_call():
    stage = Stage(flush_threshold=3)
    fail_at_every_call(stage, "full", full_disk_check(stage))


def case_rebuild_on_a_disk_that_fills_at_every_call():
    stage = Stage("--rebuild")
    fail_at_every_call(stage, "full", full_disk_check(stage))


if not FAILING_CALLS:
    print("skipped: nothing can be loaded before a sanitizer")
    sys.exit(77)
run_cases(sys.modules[__name__])
