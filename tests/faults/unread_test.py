"""Notes that cannot be read are not gone: they stay in the index, and the run and the query say why."""
import json
import os
import subprocess
import sys
import time

from fault_case import Vault, expect, run_cases

FAILING_CALLS = os.environ.get("FAILING_CALLS")
NOBODY = 65534


def herd():
    """A vault that belongs to a user who is bound by permissions."""
    vault = Vault(notes=0)
    (vault.root / "barn").mkdir()
    (vault.root / "top.md").write_text("# Top\nheifer\n")
    for number in range(4):
        (vault.root / "barn" / f"{number}.md").write_text(f"# Stall {number}\n\n## Ox{number}\nhay\n")
    os.chmod(vault.folder.name, 0o777)
    for path in [vault.root, *vault.root.rglob("*")]:
        if os.geteuid() == 0:
            os.chown(path, NOBODY, NOBODY)
    run(vault, "notes-index", vault.root)
    return vault


def run(vault, program, *arguments, **options):
    user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    return vault.run(program, *arguments, **user, **options)


def expect_kept(vault, place):
    """The run and the query name the place, and nothing is removed; afterwards all is well."""
    told = run(vault, "notes-index")
    expect(told.returncode == 0 and f"{place}: " in told.stderr, told.stderr)
    expect("removed" not in told.stdout, told.stdout)
    answer = run(vault, "notes-query", "ox2")
    expect(f"{place}: " in answer.stderr and "may be out of date" in answer.stderr, answer.stderr)
    expect(json.loads(run(vault, "notes-query", "--json", "heifer").stdout)["checked"] == "part")


def expect_well_again(vault):
    answer = run(vault, "notes-query", "--format=paths", "ox2")
    expect(answer.stdout.endswith("barn/2.md\n") and answer.stderr == "", answer.stdout + answer.stderr)
    expect("nothing changed" in run(vault, "notes-index").stdout)


def case_a_folder_loses_its_permissions():
    for mode in (0, 0o444, 0o111):
        vault = herd()
        os.chmod(vault.root / "barn", mode)
        expect_kept(vault, vault.root / "barn")
        os.chmod(vault.root / "barn", 0o755)
        expect_well_again(vault)


def case_the_root_loses_its_permissions():
    for mode in (0, 0o444):
        vault = herd()
        os.chmod(vault.root, mode)
        expect_kept(vault, vault.root)
        os.chmod(vault.root, 0o755)
        expect_well_again(vault)


def case_a_note_loses_its_permissions():
    vault = herd()
    note = vault.root / "barn" / "2.md"
    note.write_text("# Stall 2\n\n## Ox2\nstraw\n")
    os.chmod(note, 0)
    expect_kept(vault, note)
    os.chmod(note, 0o644)
    expect_well_again(vault)
    expect(run(vault, "notes-query", "straw").returncode == 0)


def case_a_rebuild_refuses_to_lose_what_cannot_be_read():
    for place, mode in (("barn", 0o755), ("barn/2.md", 0o644)):
        vault = herd()
        os.chmod(vault.root / place, 0)
        refused = run(vault, "notes-index", "--rebuild")
        expect(refused.returncode == 2 and "would lose its notes" in refused.stderr, refused.stderr)
        expect_kept(vault, vault.root / place)
        os.chmod(vault.root / place, mode)
        expect_well_again(vault)


def case_what_is_gone_beside_it_is_removed_nevertheless():
    vault = herd()
    os.chmod(vault.root / "barn", 0)
    (vault.root / "top.md").unlink()
    expect("1 removed" in run(vault, "notes-index").stdout)
    expect(run(vault, "notes-query", "heifer").returncode == 1)


def case_a_watcher_outlives_it():
    vault = herd()
    user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    watcher = subprocess.Popen(vault.command("notes-index", "--watch"), env=vault.environment(), text=True,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **user)
    try:
        for mode in (0o444, 0o755, 0, 0o755):
            time.sleep(0.5)
            os.chmod(vault.root, mode)
        time.sleep(0.5)
        expect(watcher.poll() is None, f"the watcher ended with {watcher.returncode}")
        (vault.root / "late.md").write_text("# Late\nbullock\n")
        deadline = time.monotonic() + 20
        while not vault.paths("bullock") and time.monotonic() < deadline:
            time.sleep(0.1)
        expect(vault.paths("bullock") == ["late.md"])
    finally:
        watcher.terminate()
        _, complaints = watcher.communicate(timeout=10)
    expect("Permission denied" in complaints, complaints)


def failing(vault, how, at):
    return {"LD_PRELOAD": FAILING_CALLS, "FAILING_FOLDER": str(vault.root), "FAILING_HOW": how, "FAILING_AT": str(at),
            "FAILING_COUNT": str(vault.index.with_name("count"))}


def case_every_call_that_reads_fails():
    vault = herd()
    for note in vault.root.rglob("*.md"):
        note.write_text(note.read_text() + "more\n")
    expect(run(vault, "notes-index", more_environment=failing(vault, "eio", 10**9)).returncode == 0)
    calls = int(vault.index.with_name("count").read_text())
    expect(calls > 10, f"only {calls} calls are seen")
    for at in range(1, calls + 1):
        for note in vault.root.rglob("*.md"):
            note.write_text(note.read_text() + "more\n")
        result = run(vault, "notes-index", more_environment=failing(vault, "eio", at))
        expect(result.returncode == 0 and "Input/output error" in result.stderr, f"call {at}: {result.stderr}")
        expect("removed" not in result.stdout, f"call {at}: {result.stdout}")
        expect(len(vault.paths("hay")) == 4, f"call {at}: notes are lost")
    run(vault, "notes-index")
    expect(run(vault, "notes-index", "--verify").returncode == 0)


def case_reads_that_give_a_few_bytes_at_a_time():
    vault = herd()
    rebuilt = run(vault, "notes-index", "--rebuild", more_environment=failing(vault, "short", 0))
    expect(rebuilt.returncode == 0 and rebuilt.stderr == "", rebuilt.stderr)
    expect(run(vault, "notes-index", "--verify").returncode == 0)
    expect(len(vault.paths("hay")) == 4)


if not FAILING_CALLS:
    print("skipped: nothing can be loaded before a sanitizer")
    sys.exit(77)
run_cases(sys.modules[__name__])
