"""The unit in a real systemd of a user: it follows the notes, may write only its index, and is
not started again without one. Needs root, to give that systemd namespaces and cgroups of its own;
where they cannot be had it is skipped."""
import os
import pathlib
import subprocess
import sys
import time

UNIT = "notes-index-watch"
TEMPLATE = pathlib.Path(__file__).parents[2] / "indexer" / "systemd" / f"{UNIT}.service"
SOMEBODY = 1000
HOME = pathlib.Path("/home/somebody")
RUNTIME = pathlib.Path(f"/run/user/{SOMEBODY}")
SKIPPED = 77

# Runs in place of the watcher, in the same sandbox. Each line that it prints is a fault.
INTRUDER = r"""
cd %h
for place in notes/x x /tmp/x /var/tmp/x; do touch $place 2>/dev/null && echo "wrote $place"; done
python3 -c "import socket; socket.socket(socket.AF_INET)" 2>/dev/null && echo "reached for the net"
unshare -U true 2>/dev/null && echo "made a namespace"
touch .local/share/notes-search/x || echo "could not write the index"
"""


def make_room():
    """Makes a /home, a /run and cgroups that go with this process."""
    for kind, place in (("tmpfs", "/home"), ("tmpfs", "/run"), ("cgroup2", "/sys/fs/cgroup")):
        if kind == "cgroup2":
            subprocess.run(["umount", "-l", place], check=False, stderr=subprocess.DEVNULL)
        if subprocess.run(["mount", "-t", kind, "none", place], check=False).returncode != 0:
            sys.exit(SKIPPED)
    for place in ("/run/systemd/system", "/run/systemd/unit-root"):
        pathlib.Path(place).mkdir(parents=True)
    group = pathlib.Path("/sys/fs/cgroup/notes")
    group.mkdir(exist_ok=True)
    (group / "cgroup.procs").write_text("0")
    for place in (HOME, RUNTIME, group):
        place.mkdir(parents=True, exist_ok=True)
        subprocess.run(["chown", "-R", f"{SOMEBODY}:{SOMEBODY}", place], check=True)
    RUNTIME.chmod(0o700)


def become_somebody(binaries):
    os.setgroups([])
    os.setgid(SOMEBODY)
    os.setuid(SOMEBODY)
    os.umask(0o077)
    os.chdir(HOME)
    os.environ.clear()
    os.environ |= {"PATH": f"{binaries}:/usr/bin:/bin", "HOME": str(HOME), "LC_ALL": "C.UTF-8",
                   "XDG_RUNTIME_DIR": str(RUNTIME), "SYSTEMD_LOG_LEVEL": "err"}


def output_of(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def systemctl(*arguments):
    return output_of("systemctl", "--user", *arguments)


def expect_soon(what, holds):
    for _ in range(200):
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError(f"{what}: {systemctl('status', UNIT)}")


def property_of(name):
    return systemctl("show", UNIT, "--value", "-p", name).strip()


def finds(word):
    return output_of("notes-query", "--refresh=never", "--format=paths", word) != ""


def change_unit(lines):
    folder = HOME / f".config/systemd/user/{UNIT}.service.d"
    folder.mkdir(exist_ok=True)
    (folder / "override.conf").write_text("[Service]\n" + lines)
    systemctl("daemon-reload")


def check_unit():
    systemctl("start", UNIT)
    expect_soon("without an index it fails", lambda: property_of("ActiveState") == "failed")
    assert property_of("ExecMainStatus") == "3" and property_of("NRestarts") == "0"

    (HOME / "notes").mkdir()
    output_of("notes-index", "notes")
    systemctl("reset-failed", UNIT)
    systemctl("start", UNIT)
    expect_soon("it runs", lambda: property_of("ActiveState") == "active")
    (HOME / "notes" / "ash.md").write_text("# Ash\n\nA walnut.\n")
    expect_soon("it takes up a note", lambda: finds("walnut"))
    began = time.monotonic()
    systemctl("stop", UNIT)
    assert time.monotonic() - began < 3 and property_of("Result") == "success"

    (HOME / "intruder").write_text(INTRUDER.replace("%h", str(HOME)))
    told = HOME / ".local/share/notes-search/told"
    change_unit(f"ExecStart=\nExecStart=/bin/bash -c 'bash %h/intruder >{told} 2>&1'\nRestart=no\n")
    systemctl("start", UNIT)
    expect_soon("the intruder ends", lambda: property_of("ActiveState") == "inactive" and told.exists())
    assert told.read_text() == "", told.read_text()

    output_of("notes-index", "--db", "elsewhere/index", "notes")
    change_unit("Environment=NOTES_DB=%h/elsewhere/index\nReadWritePaths=%h/elsewhere\n")
    os.environ["NOTES_DB"] = str(HOME / "elsewhere/index")
    systemctl("start", UNIT)
    (HOME / "notes" / "elm.md").write_text("# Elm\n\nA pecan.\n")
    expect_soon("it writes an index elsewhere that the user names", lambda: finds("pecan"))


def run_inside(binaries):
    make_room()
    become_somebody(binaries)
    units = HOME / ".config/systemd/user"
    units.mkdir(parents=True)
    text = TEMPLATE.read_text().replace("@CMAKE_INSTALL_FULL_BINDIR@", binaries)
    (units / f"{UNIT}.service").write_text(text)
    manager = subprocess.Popen(["/usr/lib/systemd/systemd", "--user"], stderr=subprocess.DEVNULL)
    expect_soon("systemd runs", lambda: systemctl("is-system-running").strip() in ("running", "degraded"))
    check_unit()
    print(output_of("systemd-analyze", "--user", "security", UNIT).splitlines()[-1])
    manager.terminate()


def in_a_world_of_its_own(*command):
    return subprocess.run(["unshare", "--mount", "--pid", "--fork", "--cgroup", "--mount-proc", *command],
                          check=False).returncode


if __name__ == "__main__":
    if "--inside" in sys.argv:
        run_inside(sys.argv[1])
    elif (os.geteuid() != 0 or not pathlib.Path("/usr/lib/systemd/systemd").exists()
          or in_a_world_of_its_own("true") != 0):
        sys.exit(SKIPPED)
    else:
        sys.exit(in_a_world_of_its_own(sys.executable, *sys.argv, "--inside"))
