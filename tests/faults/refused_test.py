"""The system refuses: full disk, no permission, foreign folders, damaged files, other schemas."""
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys

from fault_case import BIN, Vault, expect, run_cases

NOBODY = 65534


def case_full_disk_keeps_the_old_index():
    vault = Vault()
    vault.make()
    for number in range(40):
        vault.write(number, 30, "later")

    def allow_little():  # a file size limit fails writes as a full disk does
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))

    for arguments in ([], ["--rebuild"]):
        refused = vault.run("notes-index", *arguments, preexec_fn=allow_little)
        expect(refused.returncode == 2, f"{refused.returncode} {refused.stderr}")
        expect(str(vault.index) in refused.stderr and "hint:" in refused.stderr, refused.stderr)
        expect(vault.paths("amber"), "the old index does not answer")
        expect(not vault.paths("later"), "half of a change is seen")
    vault.make()
    vault.verify()
    expect(vault.paths("later"))


def mounted(*arguments):
    return subprocess.run(["mount", *map(str, arguments)], capture_output=True).returncode == 0


def case_full_tmpfs_is_said_clearly():
    vault = Vault(notes=60, sections=20)
    vault.index.mkdir()
    if not mounted("-t", "tmpfs", "-o", "size=400k", "none", vault.index):
        print("no right to mount: left to the file size limit")
        return
    try:
        refused = vault.run("notes-index", vault.root)
        expect(refused.returncode == 2 and "space" in refused.stderr, refused.stderr)
    finally:
        subprocess.run(["umount", str(vault.index)], check=True)


def case_unmounted_disk_keeps_its_notes():
    vault = Vault(notes=0)
    disk = vault.index.parent / "disk"
    disk.mkdir()
    if not mounted("-t", "tmpfs", "none", disk):
        print("no right to mount: left to the unit test")
        return
    try:
        (disk / "far.md").write_text("# Far\nwallaby\n")
        expect(mounted("--bind", disk, vault.root))
        vault.make()
        subprocess.run(["umount", str(vault.root)], check=True)
        update = vault.run("notes-index")
        expect("not mounted; its notes stay in the index" in update.stderr, update.stderr)
        rebuild = vault.run("notes-index", "--rebuild")
        expect(rebuild.returncode == 2 and "not mounted" in rebuild.stderr, rebuild.stderr)
        expect(mounted("--bind", disk, vault.root))
        expect(vault.paths("wallaby") == ["far.md"], "what the index held is gone")
    finally:
        subprocess.run(["umount", str(vault.root)], capture_output=True)
        subprocess.run(["umount", str(disk)], check=True)


def case_read_only_index_still_answers():
    vault = Vault()
    vault.make()
    os.chmod(vault.folder.name, 0o755)
    if os.geteuid() == 0:  # root may write anywhere: become another user
        subprocess.run(["chown", "-R", str(NOBODY), str(vault.index)], check=True)

    def without_rights():
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)

    subprocess.run(["chmod", "-R", "a-w", str(vault.index)], check=True)
    vault.write(1, 6, "unseen")
    try:
        answer = vault.run("notes-query", "amber", preexec_fn=without_rights)
        expect(answer.returncode == 0, answer.stderr)
        expect("could not be updated" in answer.stderr, answer.stderr)
        refused = vault.run("notes-index", preexec_fn=without_rights)
        expect(refused.returncode == 2 and "Permission denied" in refused.stderr, refused.stderr)
    finally:
        subprocess.run(["chmod", "-R", "u+w", str(vault.index)], check=True)


def case_foreign_folder_is_left_alone():
    vault = Vault(notes=1)
    vault.index.mkdir()
    (vault.index / "photo.jpg").write_text("cat")
    refused = vault.run("notes-index", vault.root)
    expect(refused.returncode == 2 and "not an index" in refused.stderr, refused.stderr)
    expect([entry.name for entry in vault.index.iterdir()] == ["photo.jpg"])


def damages(table):
    content = table.read_bytes()
    yield content[: len(content) // 2]
    yield b""
    yield bytes(len(content))
    yield bytes(byte ^ 0x5A for byte in content)
    yield None  # deleted


def case_damaged_tables_are_said_and_rebuilt():
    vault = Vault(notes=10)
    vault.make("--ignore", "*.tmp")
    for name in ("postlist", "termlist", "iamglass"):
        found = name if name == "iamglass" else f"{name}.glass"
        for number, damage in enumerate(damages(vault.generation() / found)):
            table = vault.generation() / found
            if damage is None:
                table.unlink()
            else:
                table.write_bytes(damage)
            for program, arguments in (("notes-query", ["--refresh=never", "amber"]), ("notes-index", ["--verify"])):
                answer = vault.run(program, *arguments)
                expect(answer.returncode in (0, 1, 6), f"{found} {number} {program}: {answer.returncode} {answer.stderr}")
                if answer.returncode == 6:
                    expect("hint:" in answer.stderr, answer.stderr)
            rebuilt = vault.run("notes-index", "--rebuild", vault.root)
            expect(rebuilt.returncode == 0, f"{found} {number}: {rebuilt.stderr}")
            vault.verify()
            expect(vault.paths("amber"))
    expect('"*.tmp"' in vault.run("notes-index", "--status", "--json").stdout, "the rules are lost")


def case_another_schema_is_said_and_rebuilt_with_its_roots_and_rules():
    vault = Vault(notes=3)
    vault.make("--ignore", "*.tmp", "--stemmer", "german")
    for has_copy in (True, False):
        subprocess.run([BIN / "set_index_schema", vault.index, "9999"], check=True)
        for program, arguments in (("notes-query", ["amber"]), ("notes-index", []), ("notes-index", ["--status"])):
            refused = vault.run(program, *arguments)
            expect(refused.returncode == 5, f"{program}: {refused.returncode} {refused.stderr}")
            expect("9999" in refused.stderr and "--rebuild" in refused.stderr, refused.stderr)
        if not has_copy:
            (vault.index / "settings.json").unlink()
        rebuilt = vault.run("notes-index", "--rebuild")
        expect(rebuilt.returncode == 0, rebuilt.stderr)
        vault.verify()
        status = vault.run("notes-index", "--status", "--json").stdout
        expect('"*.tmp"' in status and '"german"' in status and str(vault.root) in status, status)


def case_garbage_in_current_is_said_and_rebuilt():
    vault = Vault(notes=3)
    vault.make()
    (vault.index / "current").write_text("../../etc\n")
    answer = vault.query("amber")
    expect(answer.returncode == 6 and "current" in answer.stderr, answer.stderr)
    asked = vault.run("notes-index", "--rebuild")
    expect(asked.returncode == 2 and str(vault.root) in asked.stderr, asked.stderr)
    expect(vault.run("notes-index", "--rebuild", vault.root).returncode == 0)
    vault.verify()


def case_unreadable_notes_cost_one_line_each():
    vault = Vault(notes=3)
    (vault.root / "binary.md").write_bytes(b"\0" * 100)
    (vault.root / "dangling.md").symlink_to("nowhere.md")
    os.mkfifo(vault.root / "pipe.md")
    result = vault.run("notes-index", vault.root)
    expect(result.returncode == 0, result.stderr)
    for name in ("binary.md", "dangling.md", "pipe.md"):
        expect(result.stderr.count(name) == 1, result.stderr)
    vault.verify()


run_cases(sys.modules[__name__])
