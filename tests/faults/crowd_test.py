"""A watcher, two indexers, three query loops and edits, all at once: no note is lost, whoever wrote it
into the index. NOTES_CROWD_SECONDS sets how long it runs (5)."""
import json
import os
import random
import subprocess
import sys
import threading
import time

from fault_case import Vault, expect, run_cases

SECONDS = float(os.environ.get("NOTES_CROWD_SECONDS", "5"))
NOTES = 60


class Crowd:
    def __init__(self):
        self.vault = Vault(notes=NOTES, sections=2)
        self.vault.make()
        self.markers = {}  # the word that each path holds now
        self.lock = threading.Lock()
        self.faults = []
        self.counts = {"edits": 0, "runs": 0, "queries": 0}
        self.end = time.monotonic() + SECONDS

    def loop(self, count, turn, seed):
        choose = random.Random(seed)
        while time.monotonic() < self.end and not self.faults:
            try:
                turn(choose)
                self.counts[count] += 1
            except Exception as fault:  # the case reports it
                self.faults.append(fault)

    def edit(self, choose):
        number = choose.randrange(NOTES)
        marker = f"marker{self.counts['edits']}x{number}"
        with self.lock:
            path = self.vault.root / f"f{number % 5}" / f"note{number}.md"
            kind = choose.randrange(4)
            if kind == 0 and path.exists():
                path.unlink()
                self.markers.pop(path, None)
            elif kind == 1 and path.exists():  # as some editors save
                beside = path.with_suffix(".tmp")
                beside.write_text(f"# Note\n\n## Saved\n{marker}\n")
                beside.rename(path)
                self.markers[path] = marker
            else:
                self.markers[self.vault.write(number, 2, marker)] = marker
        time.sleep(choose.uniform(0, 0.1))

    def index(self, choose):
        result = self.vault.run("notes-index", "--quiet")
        expect(result.returncode in (0, 4), result.stderr)
        time.sleep(choose.uniform(0, 0.3))

    def query(self, choose):
        with self.lock:
            path, marker = choose.choice(list(self.markers.items()) or [(None, "amber")])
        result = self.vault.query("--json", "--strict", marker)
        expect(result.returncode in (0, 1), result.stderr)
        answer = json.loads(result.stdout)
        with self.lock:
            if path and self.markers.get(path) == marker and not answer["stale"]:
                expect(answer["results"], f"{marker} is lost: {result.stdout}")


def case_no_marker_is_lost():
    crowd = Crowd()
    watcher = subprocess.Popen(crowd.vault.command("notes-index", "--watch", "--quiet"),
                               env=crowd.vault.environment(), stderr=subprocess.PIPE, text=True)
    turns = [("edits", crowd.edit)] + 2 * [("runs", crowd.index)] + 3 * [("queries", crowd.query)]
    threads = [threading.Thread(target=crowd.loop, args=(*turn, seed)) for seed, turn in enumerate(turns)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    expect(watcher.poll() is None, "the watcher ended")
    watcher.terminate()
    expect(watcher.wait(timeout=10) == 0)
    expect(not crowd.faults, crowd.faults[:1])
    print(crowd.counts)
    crowd.vault.make()
    crowd.vault.verify()
    for path, marker in crowd.markers.items():
        expect(crowd.vault.paths("--strict", marker) == [str(path.relative_to(crowd.vault.root))], marker)


run_cases(sys.modules[__name__])
