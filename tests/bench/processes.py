"""One command, measured: its seconds on the clock and on the processor, and its largest process."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "SITE_URL": "https://example.org/"}
"""The address is set because a published site has one: with it come the sitemap and canonical links."""


@dataclass(frozen=True)
class Cost:
    """What a command cost. `stopped` says that it reached the limit, so that the figures are lower bounds."""

    wall: float
    cpu: float
    peak_mib: float
    stopped: bool = False


class Failed(Exception):
    """A measured command failed, so its figures would mean nothing; the message is its output."""


def run(command: Sequence[str | Path], folder: Path, limit: float = 600) -> Cost:
    """Run a command and wait for it and for what it started."""
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        child = subprocess.Popen(
            [*map(str, command)],
            cwd=folder,
            env={**os.environ, **QUIET},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        status, usage, stopped = _wait(child, started + limit)
        wall = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode and not stopped:
            output.seek(0)
            raise Failed(f"{' '.join(child.args)}\n{output.read().decode()[-2000:]}")
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, stopped)


def _wait(child: "subprocess.Popen[bytes]", end: float) -> "tuple[int, os.struct_rusage, bool]":
    """Like wait4, but with a limit; the usage covers the children that the process has waited for."""
    stopped = False
    while True:
        pid, status, usage = os.wait4(child.pid, os.WNOHANG)
        if pid:
            return status, usage, stopped
        if time.perf_counter() > end and not stopped:
            stopped = True
            child.kill()
        time.sleep(0.01)


def median(measure: Callable[[], Cost], times: int) -> Cost:
    """The cost in the middle, by processor seconds, of several runs, or of fewer when they take long."""
    costs: list[Cost] = []
    while len(costs) < times and sum(cost.wall for cost in costs) < 20:
        costs.append(measure())
    return Cost(
        statistics.median(cost.wall for cost in costs),
        statistics.median(cost.cpu for cost in costs),
        max(cost.peak_mib for cost in costs),
        any(cost.stopped for cost in costs),
    )
