"""Changes the engine at one spot at a time and asks whether a test fails: what lives on is held by no test.

Usage: python tests/support/mutants.py [EVERY] [GROUP…], with EVERY to try each second, third … change. It prints a line
for each module, and every change that lives and that tests/mutants.txt does not explain. The tests of a group
are gathered and run once; each change is made in a copy of that process, where the tests that reach its line run until
one fails.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import gc
import os
import resource
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any

import pytest

from changes import Changer

REPO = Path(__file__).resolve().parents[2]
EXPLAINED = REPO / "tests/mutants.txt"

GROUPS = {
    "dates": ("timeline/dates.py", "timeline/checks/dates.py"),
    "checks": ("timeline/checks/*.py",),
    "records": ("timeline/records/*.py", "timeline/reading/*.py", "timeline/characters.py", "timeline/project/disk.py"),
    "citations": ("timeline/citations/*.py",),
    "swap": ("timeline/website/swap.py", "timeline/website/keeping.py"),
}
"""What is changed, by the name of a group."""

TESTS = {
    "dates": ("dates", "checks/test_gallery.py", "checks/test_rules.py"),
    "checks": ("checks", "reading/test_hostile_values.py"),
    "records": ("records", "reading", "project", "editing", "exports", "website/test_swap.py", "checks"),
    "citations": ("citations", "exports/test_json_files.py"),
    "swap": ("website/test_builder.py", "website/test_keeping.py", "website/test_swap.py"),
}
"""The quick tests of a group, below tests/."""

SLOW = 1.0
"""Seconds: a test that takes longer is left out."""
PATIENCE = 1.2
"""Seconds of processor time for the tests of one change: those that reach the rarest lines come first."""
HANGS = 5
"""Seconds of processor time after which a change counts as found: it made something endless."""


@dataclass(frozen=True)
class Mutant:
    """One change: its file, its number there, its line, its function, and what it is."""

    file: str
    number: int
    line: int
    within: str
    what: str

    @property
    def key(self) -> str:
        """Return its name in the list of those that are explained: it outlives other lines."""
        return f"{self.file} {self.within}: {self.what}"


def mutants(file: str) -> list[Mutant]:
    """Return all changes of a file's functions."""
    changer = Changer()
    changer.visit(ast.parse((REPO / file).read_text(encoding="utf-8")))
    return [Mutant(file, at, *spot) for at, spot in enumerate(changer.spots)]


def changed(mutant: Mutant) -> CodeType:
    """Return the code of its file with the change."""
    path = REPO / mutant.file
    tree = Changer(mutant.number).visit(ast.parse(path.read_text(encoding="utf-8")))
    return compile(ast.fix_missing_locations(tree), str(path), "exec")


def functions(code: CodeType) -> dict[str, CodeType]:
    """Return the code of every function in it, by its qualified name."""
    found: dict[str, CodeType] = {}
    for one in code.co_consts:
        if isinstance(one, CodeType):
            found.setdefault(one.co_qualname, one)
            found |= {name: inner for name, inner in functions(one).items() if name not in found}
    return found


@dataclass
class Trial:
    """A plug-in of pytest: runs the tests once, noting what each reaches, and then once for each change."""

    files: list[str]
    every: int = 1
    seconds: dict[Any, float] = field(default_factory=dict)
    reached: dict[tuple[str, int], set[Any]] = field(default_factory=lambda: defaultdict(set))
    rare: dict[str, dict[Any, float]] = field(default_factory=dict)
    outcome: dict[Mutant, str] = field(default_factory=dict)
    _child: bool = False

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self, config: Any) -> None:
        """Be silent, and have hypothesis try few examples, always the same, and not look for the least."""
        config.pluginmanager.unregister(name="terminalreporter")
        from hypothesis import Phase, settings  # not before pytest has rewritten it

        settings.register_profile(
            "mutants", derandomize=True, max_examples=25, deadline=None, database=None, phases=[Phase.generate]
        )
        settings.load_profile("mutants")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: Any, call: Any) -> None:
        """End the process of a change with the first failure."""
        if call.excinfo and not call.excinfo.errisinstance(pytest.skip.Exception):
            if self._child:
                os._exit(1)
            print("fails without a change:", item.nodeid, call.excinfo.value)

    def pytest_runtestloop(self, session: Any) -> bool:
        """Do all of it in the place of the usual loop."""
        paths = {str(REPO / file): file for file in self.files}
        for item, after in zip(session.items, [*session.items[1:], session.items[-1].parent], strict=True):
            begun = time.monotonic()
            with self._watched(item, paths):
                item.ihook.pytest_runtest_protocol(item=item, nextitem=after)
            self.seconds[item] = time.monotonic() - begun
        print(f"{len(session.items)} tests in {time.process_time():.0f} s", file=sys.__stdout__, flush=True)
        self._all()
        return True

    @contextlib.contextmanager
    def _watched(self, item: Any, paths: dict[str, str]) -> Iterator[None]:
        def lines(frame: FrameType, event: str, _: Any) -> Any:
            if event == "line":
                self.reached[paths[frame.f_code.co_filename], frame.f_lineno].add(item)
            return lines

        sys.settrace(lambda frame, event, _: lines if frame.f_code.co_filename in paths else None)
        try:
            yield
        finally:
            sys.settrace(None)

    def _all(self) -> None:
        gc.collect()
        objects = gc.get_objects()
        mine = [one for one in objects if isinstance(one, FunctionType)]
        caches = [one for one in objects if isinstance(one, functools._lru_cache_wrapper) and _own(one)]
        for file in self.files:
            path = str(REPO / file)
            here = [one for one in mine if one.__code__.co_filename == path]
            for mutant in mutants(file)[:: self.every]:
                self.outcome[mutant] = self._one(mutant, here, caches)

    def _tests(self, mutant: Mutant) -> list[Any]:
        lines = (self.reached.get((mutant.file, mutant.line - up)) for up in range(6))  # a statement may have several
        found = [item for item in next(filter(None, lines), ()) if self.seconds[item] < SLOW]
        rare = self._rare(mutant.file)
        return sorted(found, key=lambda item: (-rare[item], self.seconds[item], item.nodeid))

    def _rare(self, file: str) -> dict[Any, float]:
        """Return how rare the lines of a file are that each test reaches: who alone reaches one is asked first."""
        if file not in self.rare:
            self.rare[file] = defaultdict(float)
            for (other, _), items in self.reached.items():
                for item in items if other == file else ():
                    self.rare[file][item] += 1 / len(items)
        return self.rare[file]

    def _one(self, mutant: Mutant, here: list[FunctionType], caches: list[Any]) -> str:
        tests = self._tests(mutant)
        if not tests:
            return "no test"
        if pid := os.fork():
            code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            return "lives" if code == 0 else "killed"  # by a test, or by the time that it took
        self._child = True
        resource.setrlimit(resource.RLIMIT_CPU, (HANGS, HANGS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.alarm(60)
        new = functions(changed(mutant))
        for one in here:
            with contextlib.suppress(ValueError, KeyError):  # a closure of another shape
                one.__code__ = new[one.__code__.co_qualname]
        for cache in caches:
            cache.cache_clear()
        for test in tests:
            test.session._setupstate.teardown_exact(test)
            test.ihook.pytest_runtest_protocol(item=test, nextitem=test.parent)
            if time.process_time() > PATIENCE:
                break
        os._exit(0)


def _own(cache: Any) -> bool:
    file = getattr(getattr(cache, "__wrapped__", None), "__code__", None)
    return bool(file and file.co_filename.startswith((str(REPO / "timeline"), str(REPO / "tests"))))


def explained() -> set[str]:
    """Return the keys of the survivors that are explained."""
    lines = EXPLAINED.read_text(encoding="utf-8").splitlines() if EXPLAINED.exists() else []
    return {line for line in lines if line.startswith("timeline/")}


def run(group: str, every: int) -> Trial:
    """Try the changes of a group."""
    files = sorted(str(path.relative_to(REPO)) for pattern in GROUPS[group] for path in REPO.glob(pattern))
    trial = Trial(files, every)
    options = ["-n", "0", "-p", "no:cacheprovider", "--capture=sys", "-o", "tmp_path_retention_policy=none", "--tb=no"]
    tests = [str(REPO / "tests" / name) for name in TESTS[group]]
    pytest.main([*options, "-m", "not slow and not browser", "-k", "not on_windows", *tests], plugins=[trial])
    return trial


def report(group: str, trial: Trial, known: set[str]) -> bool:
    """Print how the changes ended, a line a module; return whether each that lives is explained."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    whole = True
    for mutant, end in trial.outcome.items():
        said = "explained" if mutant.key in known and end != "killed" else end
        counts[mutant.file][said] += 1
        if said in ("lives", "no test"):
            whole = False
            print(f"{mutant.file}:{mutant.line} {mutant.within}: {mutant.what} ({end})")
    for file, count in counts.items():
        tally = ", ".join(f"{number} {word}" for word, number in sorted(count.items()))
        print(f"{group}: {file}: {count.total()} changes: {tally}", flush=True)
    return whole


def main(names: list[str]) -> int:
    """Run the groups one after the other; return 1 if something lives that nothing explains."""
    every = int(names.pop(0)) if names and names[0].isdigit() else 1
    known = explained()
    whole = [report(group, run(group, every), known) for group in names or GROUPS]
    return 0 if all(whole) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
