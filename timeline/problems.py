"""Problems: what is wrong, where, and what to write instead."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from timeline.characters import visible

Trail = tuple[str | int, ...]
"""The way to a value: keys and list indexes from the top of the file."""


MOST = 50
"""Problems of one file that are told at a time."""

Severity = Literal["error", "warning"]
Format = Literal["text", "json", "github"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in one file; lines and columns count from 1."""

    path: str
    line: int
    column: int
    code: str
    message: str
    remedy: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        """Return `path:line:column code message`, with the remedy on a line of its own."""
        word = "warning: " if self.severity == "warning" else ""
        first = f"{visible(self.path)}:{self.line}:{self.column} {self.code} {word}{visible(self.message)}"
        return f"{first}\n    help: {visible(self.remedy)}" if self.remedy else first


def nearest(text: str, known: Iterable[str]) -> str | None:
    """Return the known value that `text` is most likely a slip of, or None."""
    return _nearest(text, tuple(known))


@lru_cache(maxsize=4096)
def _nearest(text: str, known: tuple[str, ...]) -> str | None:
    """Compare with every known value: 70 ms at 2,000 of them, and one slip is often repeated in many files."""
    found = difflib.get_close_matches(text, known, n=1, cutoff=0.6)
    return found[0] if found else None


def choices(text: str, known: Iterable[str], what: str = "one of") -> str:
    """Return a remedy that names the nearest known value, or else all of them when they are few."""
    values = sorted(known)
    close = nearest(text, values)
    if close:
        return f'did you mean "{close}"?'
    if values and len(values) <= 16:
        return f"write {what}: {', '.join(values)}"
    return ""


def failed(problems: Iterable[Problem]) -> bool:
    """Return whether any problem is an error: warnings alone do not stop a build."""
    return any(problem.severity == "error" for problem in problems)


def render(problems: Iterable[Problem], form: Format = "text") -> str:
    """Return the problems in file order as text, a JSON array or GitHub workflow commands."""
    ordered = sorted(set(problems))
    if form == "json":
        fields = Problem.__slots__
        rows = [{name: _plain(getattr(problem, name)) for name in fields} for problem in ordered]
        return json.dumps(rows, ensure_ascii=False, indent=2)
    if form == "github":
        return "\n".join(_annotation(problem) for problem in ordered)
    return "\n".join(str(problem) for problem in ordered)


def _plain(value: str | int) -> str | int:
    return visible(value) if isinstance(value, str) else value


def capped(problems: Iterable[Problem]) -> list[Problem]:
    """Return the first problems of each file, and that there are more: who mends those will see the others."""
    known = list(dict.fromkeys(problems))
    files: dict[str, list[Problem]] = {}
    for problem in known:
        files.setdefault(problem.path, []).append(problem)
    found = known
    for path, all_ in files.items():
        if len(all_) > MOST:
            rest = sorted(all_)[MOST:]
            severity: Severity = "error" if failed(rest) else "warning"
            message, remedy = (
                f"this file has {len(all_):,} problems or more",
                f"mend the {MOST} that are told here first",
            )
            more = Problem(path, 1, 1, "more-problems", message, remedy, severity)
            dropped = set(rest)
            found = [*(problem for problem in found if problem not in dropped), more]
    return found


def tally(problems: Iterable[Problem]) -> str:
    """Return the closing line, such as `2 errors and 1 warning in 2 files`."""
    unique = set(problems)
    counts = [
        f"{count} {word}{'' if count == 1 else 's'}"
        for word in ("error", "warning")
        if (count := sum(problem.severity == word for problem in unique))
    ]
    files = len({problem.path for problem in unique})
    return f"{' and '.join(counts)} in {files} file{'' if files == 1 else 's'}"


def _annotation(problem: Problem) -> str:
    message, remedy = visible(problem.message), visible(problem.remedy)
    text = f"{message}\n{remedy}" if remedy else message
    return (
        f"::{problem.severity} file={_escape(visible(problem.path), True)},line={problem.line},col={problem.column},"
        f"title={_escape(problem.code, True)}::{_escape(text, False)}"
    )


def _escape(text: str, in_property: bool) -> str:
    for plain, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(plain, code)
    return text.replace(":", "%3A").replace(",", "%2C") if in_property else text
