"""How problems are told: with the faulty line and a caret, in colour on a terminal, and as SARIF for hosts of code."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TextIO

from timeline import problems as written
from timeline.characters import visible
from timeline.problems import Problem

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
WIDTH = 100
"""Letters of a line that are shown around the faulty place."""

LARGEST = 1_000_000
"""Bytes of a file from which a line is shown."""

_BOLD, _RED, _YELLOW, _BLUE, _PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[34m", "\x1b[0m"


def coloured(stream: TextIO) -> bool:
    """Return whether a stream shows colours: a terminal does, unless NO_COLOR (no-color.org) or a dumb one say not."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def text(problems: Iterable[Problem], root: Path, colour: bool = False) -> str:
    """Return the problems in file order, each with the line that it is about."""
    files: dict[str, list[str]] = {}
    blocks = []
    for problem in sorted(set(problems)):
        if problem.path not in files:
            files[problem.path] = _lines(root / problem.path)
        blocks.append(_painted(problem, _shown(problem, files[problem.path]), colour))
    return "\n".join(blocks)


def _lines(path: Path) -> list[str]:
    try:
        known = path.is_file() and not path.is_symlink() and path.stat().st_size <= LARGEST
        return path.read_text(encoding="utf-8", errors="replace").splitlines() if known else []
    except OSError:
        return []


def _shown(problem: Problem, lines: list[str]) -> tuple[str, str] | None:
    """Return the faulty line and what points into it; None for what is about a whole file."""
    if problem.line > len(lines) or (problem.line, problem.column) == (1, 1):
        return None
    line, column = lines[problem.line - 1], problem.column - 1
    start = max(0, column - WIDTH // 2) if len(line) > WIDTH else 0
    part = line[start : start + WIDTH]
    before = visible(part[: column - start].replace("\t", " "))
    after = visible(part[column - start :].replace("\t", " "))
    return before + after, " " * len(before) + "^"


def _painted(problem: Problem, shown: tuple[str, str] | None, colour: bool) -> str:
    first, *rest = str(problem).split("\n")
    if colour:
        tone = _RED if problem.severity == "error" else _YELLOW
        place, _, said = first.partition(f" {problem.code} ")
        first = f"{_BOLD}{place}{_PLAIN} {tone}{problem.code}{_PLAIN} {said}"
    found = [first]
    if shown:
        line, caret = shown
        number = str(problem.line)
        gap = " " * len(number)
        marked = f"{_RED if problem.severity == 'error' else _YELLOW}{caret}{_PLAIN}" if colour else caret
        bar = f"{_BLUE}|{_PLAIN}" if colour else "|"
        found += [f"    {number} {bar} {line}", f"    {gap} {bar} {marked}"]
    return "\n".join([*found, *rest])


def sarif(problems: Iterable[Problem]) -> str:
    """Return the problems as a log of SARIF 2.1.0 (OASIS, 2020), which hosts show beside the lines of a proposal."""
    ordered = sorted(set(problems))
    codes = sorted({problem.code for problem in ordered})
    driver = {"name": "timeline", "rules": [{"id": code} for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes.index(problem.code)) for problem in ordered],
    }
    return json.dumps({"$schema": SARIF, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    said = visible(problem.message) + (f"\n{visible(problem.remedy)}" if problem.remedy else "")
    region = {"startLine": problem.line, "startColumn": problem.column}
    place = {"artifactLocation": {"uri": visible(problem.path).replace(" ", "%20")}, "region": region}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": said},
        "locations": [{"physicalLocation": place}],
    }


def of_build(found: Sequence[Problem], what: str) -> str:
    """Return what a build says of problems of the data or the built site, or of a shell, whose words are given."""
    said = [written.render(found)] if found else []
    if what not in ("data", "site"):
        said.append(f"A page of the timeline's own stands in the place of a shell: {what}")
    elif written.failed(found):
        end = "The data has {}; the site is as it was." if what == "data" else "The built site has {}."
        said.append(end.format(written.tally(found)))
    return "\n".join(said)
