"""What the fault tests share: a vault that grows, the two programs, and a runner of cases."""
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import traceback

BIN = pathlib.Path(sys.argv[1])
WORDS = "amber basil cedar delta ember fjord grove heath islet jetty kelp lagoon marsh north".split()

# A shell starts what it runs in the background deaf to SIGINT, and the programs would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)


class Vault:
    """Notes and their index in a temporary folder."""

    def __init__(self, notes=40, sections=6, seed=1):
        self.folder = tempfile.TemporaryDirectory(prefix="notes-faults-")
        self.root = pathlib.Path(self.folder.name) / "vault"
        self.index = pathlib.Path(self.folder.name) / "index"
        self.random = random.Random(seed)
        self.root.mkdir()
        for number in range(notes):
            self.write(number, sections)

    def write(self, number, sections=6, marker=""):
        lines = [f"# Note {number} {marker}", ""]
        for section in range(sections):
            lines += [f"## Thread {section}", f"2024-0{section % 9 + 1}-11", ""]
            for question in range(3):
                body = " ".join(self.random.choices(WORDS, k=40))
                lines += [f"### Question {question}?", body, ""]
        path = self.root / f"f{number % 5}" / f"note{number}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(lines))
        return path

    def environment(self):
        return {"PATH": f"{BIN}:/usr/bin:/bin", "HOME": self.folder.name, "LC_ALL": "C.UTF-8",
                "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "")}

    def command(self, program, *arguments):
        return [str(BIN / program), "--db", str(self.index), *map(str, arguments)]

    def run(self, program, *arguments, more_environment=(), **options):
        return subprocess.run(self.command(program, *arguments), capture_output=True, text=True,
                              env=self.environment() | dict(more_environment), timeout=120, **options)

    def run_command(self, command, stdout):
        """stdout goes to a file, is "closed", or is captured if None."""
        closed = stdout == "closed"
        with open("/dev/null" if closed else stdout or "/dev/null", "w") as file:
            return subprocess.run(command, stdout=file if stdout else subprocess.PIPE,
                                  stderr=subprocess.PIPE, text=True, env=self.environment(), timeout=120,
                                  preexec_fn=(lambda: os.close(1)) if closed else None)

    def make(self, *arguments):
        result = self.run("notes-index", *arguments, self.root)
        expect(result.returncode == 0, result.stderr)

    def query(self, *arguments):
        return self.run("notes-query", *arguments)

    def paths(self, *words):
        result = self.query("--format=jsonl", "--refresh=never", *words)
        expect(result.returncode in (0, 1), result.stderr)
        return [json.loads(line)["rel_path"] for line in result.stdout.splitlines()]

    def verify(self):
        result = self.run("notes-index", "--verify")
        expect(result.returncode == 0, result.stdout + result.stderr)

    def generation(self):
        return self.index / (self.index / "current").read_text().strip()


def expect(condition, message=""):
    if not condition:
        raise AssertionError(message)


def run_cases(module):
    """Runs every function whose name begins with `case_`, and prints how many passed."""
    passed = failed = 0
    for name, case in sorted(vars(module).items()):
        if not name.startswith("case_"):
            continue
        try:
            case()
            passed += 1
        except Exception:  # whatever it is, the case has failed
            failed += 1
            print(f"{name.removeprefix('case_').replace('_', ' ')}:")
            traceback.print_exc(file=sys.stdout)
    print(f"{passed} passed, {failed} failed")
    os._exit(1 if failed else 0)
