"""An index directory that somebody else has filled: nothing in it is followed, run or trusted.
Whatever happens, the only copy of a text beside it stays, and a rebuild mends the index.

Each line under TRUST in man notes-index has a case here; that tags, titles and paths are but text is
in tests/cli (nothing_in_notes_controls_the_terminal, open_starts_the_editor_at_the_best_line) and in the
test of completion in real shells."""
import json
import os
import pathlib
import random
import shutil
import socket
import subprocess
import sys

from fault_case import BIN, Vault, expect, run_cases

NOBODY = 65534
TEXT = "the only copy\n"
OWN_FILES = ["lock", "current", "current.new", "settings.json", "settings.json.new", "looked", "gen-1/iamglass",
             "gen-1/postlist.glass", "gen-1/termlist.glass", "gen-1"]


class HostileVault(Vault):
    def __init__(self, **options):
        super().__init__(**options)
        self.precious = pathlib.Path(self.folder.name) / "precious.txt"
        self.precious.write_text(TEXT)

    def expect_sound(self, place, codes, *answers):
        expect(self.precious.read_text() == TEXT, f"{place}: the text is lost")
        for answer in answers:
            told = answer.returncode in (0, 1) or answer.stderr.count("hint:") == 1
            expect(answer.returncode in codes and told,
                   f"{place}: {answer.args} {answer.returncode} {answer.stderr}")


def plant_link(path, vault):
    path.symlink_to(vault.precious)


def plant_endless(path, vault):
    path.symlink_to("/dev/zero")


def plant_fifo(path, vault):
    os.mkfifo(path)


def plant_socket(path, vault):
    with socket.socket(socket.AF_UNIX) as place:
        place.bind(str(path))


def plant_other_name(path, vault):
    os.link(vault.precious, path)


def case_no_file_of_ours_is_followed_or_waited_for():
    for name in OWN_FILES:
        for plant in (plant_link, plant_endless, plant_fifo, plant_socket):
            vault = HostileVault(notes=2, sections=1)
            vault.make()
            path = vault.index / name
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
            plant(path, vault)
            (vault.root / "new.md").write_text("# New\nwombat\n")
            place = f"{name} {plant.__name__}"
            vault.expect_sound(place, (0, 1, 6), vault.query("--refresh=never", "amber"),
                               vault.query("--partial", "amber"),
                               vault.run("notes-index"), vault.run("notes-index", "--status"))
            vault.expect_sound(place, (0,), vault.run("notes-index", "--rebuild", vault.root))
            vault.expect_sound(place, (0,), vault.run("notes-index", "--verify"))
            expect(vault.paths("wombat") == ["new.md"], place)


def case_a_folder_in_place_of_a_file_is_named():
    for name in ("lock", "current", "current.new", "settings.json"):
        vault = HostileVault(notes=1)
        vault.make()
        (vault.index / name).unlink(missing_ok=True)
        (vault.index / name).mkdir()
        shutil.copy(vault.precious, vault.index / name)
        refused = vault.run("notes-index", "--rebuild", vault.root)
        vault.expect_sound(name, (6,), refused, vault.run("notes-index"))
        expect("move it out" in refused.stderr, refused.stderr)
        expect((vault.index / name / vault.precious.name).read_text() == TEXT, f"{name}: lost")


def case_an_update_refuses_odd_settings_before_it_writes():
    def plant_folder(path, vault):
        path.mkdir()

    for plant in (plant_link, plant_fifo, plant_folder):
        vault = HostileVault(notes=1)
        vault.make()
        (vault.index / "settings.json").unlink()
        plant(vault.index / "settings.json", vault)
        (vault.root / "new.md").write_text("# New\nwombat\n")
        vault.expect_sound(plant.__name__, (6,), vault.run("notes-index"))
        expect(vault.query("--refresh=never", "wombat").returncode == 1, f"{plant.__name__}: was written")


def case_the_directory_itself_may_be_a_link():
    vault = HostileVault(notes=2)
    place = vault.index.parent / "elsewhere"
    place.mkdir()
    vault.index.symlink_to(place)
    vault.make()
    expect(vault.query("amber").returncode == 0 and (place / "current").exists())


def case_a_program_of_the_same_name_elsewhere_is_not_started():
    vault = HostileVault(notes=2)
    vault.make()
    ran = vault.index.parent / "ran"
    trap = vault.index.parent / "bin" / "notes-index"
    trap.parent.mkdir()
    trap.write_text(f"#!/bin/sh\ntouch {ran}\n")
    trap.chmod(0o755)
    (vault.root / "new.md").write_text("# New\nwombat\n")
    found = vault.run("notes-query", "wombat", cwd=trap.parent,
                      more_environment={"PATH": f"{trap.parent}:.:/usr/bin:/bin"})
    expect(found.returncode == 0 and not ran.exists(), "another notes-index was started")


def case_a_file_with_another_name_is_not_written():
    for name in ("lock", "gen-1/postlist.glass"):
        vault = HostileVault(notes=1)
        vault.make()
        (vault.index / name).unlink()
        plant_other_name(vault.index / name, vault)
        (vault.root / "new.md").write_text("# New\n")
        vault.expect_sound(name, (6,), vault.run("notes-index"))


def case_the_time_of_a_look_is_not_set_of_what_has_another_name():
    vault = HostileVault(notes=1)
    vault.make()
    plant_other_name(vault.index / "looked", vault)
    os.utime(vault.precious, (0, 0))
    vault.expect_sound("looked", (0,), vault.query("--partial", "amber"))
    expect(vault.precious.stat().st_mtime == 0)


def case_a_directory_of_traps_is_no_index():
    for name in ("lock", "current", "settings.json", "current.new"):
        vault = HostileVault(notes=1)
        vault.index.mkdir()
        plant_link(vault.index / name, vault)
        refused = vault.run("notes-index", vault.root)
        vault.expect_sound(name, (2, 6), refused)
        expect(os.listdir(vault.index) == [name], f"{name}: something was made")


def case_what_only_looks_like_ours_is_not_removed():
    for name in ("gen-3.segments/thesis.md", "gen-3.segments/0/thesis.md", "gen-7/thesis.md",
                 "gen-7/postlist.glass", "current.new", "settings.json.new"):
        for has_index in (True, False):
            vault = HostileVault(notes=1)
            if has_index:
                vault.make()
            (vault.index / name).parent.mkdir(parents=True, exist_ok=True)
            (vault.index / name).write_text(TEXT)
            vault.run("notes-index", vault.root)
            vault.run("notes-index", "--rebuild", vault.root)
            expect((vault.index / name).read_text() == TEXT, f"{name}: lost")


def case_no_database_is_opened_that_is_a_stub():
    vault = HostileVault(notes=1)
    vault.make()
    shutil.rmtree(vault.index / "gen-1")
    ran = vault.index.parent / "ran"
    (vault.index / "gen-1").write_text(f"remote :/usr/bin/touch {ran}\n")
    vault.expect_sound("a stub", (6,), vault.query("amber"), vault.run("notes-index"))
    shutil.os.unlink(vault.index / "gen-1")
    (vault.index / "gen-1").mkdir()
    (vault.index / "gen-1/XAPIANDB").write_text(f"remote :/usr/bin/touch {ran}\n")
    vault.expect_sound("a stub inside", (6,), vault.query("amber"), vault.run("notes-index"))
    expect(not ran.exists(), "a program was run")


def case_roots_that_no_sound_index_vouches_for_are_asked_for():
    for path in ("/etc", "+!touch pwned"):
        vault = HostileVault(notes=1)
        vault.index.mkdir()
        settings = {"schema": 3, "language": "english", "next_root_number": 2,
                    "roots": [{"number": 1, "path": path, "is_file": False}]}
        (vault.index / "settings.json").write_text(json.dumps(settings))
        asked = vault.run("notes-index")
        vault.expect_sound(path, (2,), asked)
        expect(path in asked.stderr and "again" in asked.stderr, asked.stderr)
        made = vault.run("notes-index", vault.root)
        expect(made.returncode == 0 and path in made.stderr, made.stderr)
        roots = json.loads(vault.run("notes-index", "--status", "--json").stdout)["roots"]
        expect([root["path"] for root in roots] == [str(vault.root)], roots)


def case_an_index_of_another_user_is_refused():
    if os.geteuid() != 0:
        print("no right to give files away")
        return
    vault = HostileVault(notes=1)
    vault.make()
    os.chmod(vault.folder.name, 0o755)
    subprocess.run(["chown", "-R", str(NOBODY), str(vault.index)], check=True)
    vault.expect_sound("root reads where it is told to", (0,), vault.query("--refresh=never", "amber"))
    by_chance = subprocess.run([BIN / "notes-query", "amber"], capture_output=True, text=True,
                               env=vault.environment() | {"NOTES_DB": str(vault.index)})
    vault.expect_sound("by chance", (2,), by_chance, vault.run("notes-index"))
    subprocess.run(["chown", "-R", "0", str(vault.index)], check=True)
    subprocess.run(["chmod", "-R", "a+rX", str(vault.index)], check=True)

    def become_nobody():
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)

    vault.expect_sound("nobody", (2,), vault.run("notes-query", "amber", preexec_fn=become_nobody))
    subprocess.run(["chown", str(NOBODY), str(vault.index)], check=True)
    vault.expect_sound("files of another", (2,),
                       vault.run("notes-query", "amber", preexec_fn=become_nobody))


def flips(content, count, seed):
    chance = random.Random(seed)
    for place in sorted(chance.sample(range(len(content)), min(count, len(content)))):
        yield place, content[:place] + bytes([content[place] ^ (1 << chance.randrange(8))]) + content[place + 1:]


def case_a_flipped_bit_is_no_crash():
    vault = HostileVault(notes=3, sections=2)
    vault.make()
    for path in sorted(vault.index.rglob("*")):
        if path.is_dir() or path.name in ("lock", "flintlock"):
            continue
        content = path.read_bytes()
        for place, damaged in flips(content, 12, path.name):
            path.write_bytes(damaged)
            vault.expect_sound(f"{path.name} {place}", (0, 1, 5, 6),
                               vault.query("--refresh=never", "--json", "amber"),
                               vault.query("--refresh=never", "tag:x", "OR", "date:2024.."),
                               vault.run("notes-index", "--status"))
        path.write_bytes(content)
    vault.verify()


if __name__ == "__main__":
    run_cases(sys.modules[__name__])
