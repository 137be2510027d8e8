"""Runs commands as whole processes and takes medians of what they cost."""
import collections
import dataclasses
import pathlib
import shutil
import statistics
import subprocess
import time
from typing import Callable, Optional

Sample = collections.namedtuple("Sample", "wall cpu peak")  # milliseconds, milliseconds, megabytes


def high_of(values, share):
    """The value that so large a share of all does not exceed."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


@dataclasses.dataclass
class Command:
    arguments: list
    before: Callable = lambda: None          # not measured
    fresh: Optional[pathlib.Path] = None     # removed before each run
    refill: Callable = lambda: None          # not measured, after `fresh` was removed

    def prepare(self):
        if self.fresh is not None:
            shutil.rmtree(self.fresh, ignore_errors=True)
            self.refill()
        self.before()


class Meter:
    """`starter` is the program started_process."""

    def __init__(self, starter, environment):
        self.starter, self.environment = starter, environment

    def run_once(self, command):
        command.prepare()
        told = subprocess.run([self.starter, *command.arguments], env=self.environment, check=True,
                              capture_output=True, text=True).stdout
        wall, cpu, peak, code = map(int, told.split())
        if code not in (0, 1):  # 1: nothing was found
            raise SystemExit(f"exit {code}: {' '.join(map(str, command.arguments))}")
        return Sample(wall / 1e3, cpu / 1e3, peak / 1024)

    def measure_together(self, commands, runs, seconds):
        """Medians of each. The commands take turns; the first turn, which warms the page cache, is
        dropped, and after `seconds` there is no further one."""
        for command in commands:
            self.run_once(command)
        samples = [[] for _ in commands]
        began = time.monotonic()
        for _ in range(runs):
            for command, taken in zip(commands, samples):
                taken.append(self.run_once(command))
            if time.monotonic() - began > seconds:
                break
        return [Sample(*map(statistics.median, zip(*taken))) for taken in samples]
