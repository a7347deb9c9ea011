"""What `check --fix` writes: the remedies of problems that leave no doubt, and then what `tidy` puts in order."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher
from pathlib import Path

from timeline.checks.rules import check
from timeline.editing.shared_sources import tidied
from timeline.problems import Problem
from timeline.project import disk, settings
from timeline.reading.corpus import TOPS, load
from timeline.reading.record_files import below

ROUNDS = 8
"""Times that a file is read anew: a mended mistake may have hidden another."""

SURE = 0.85
"""How alike a slip and the known word are, where no other word is meant."""

_REMEDY = re.compile(r'did you mean "(?P<near>[^"]+)"\?(?: Else .*)?|write (?P<sure>\[@[^\[\]]+\]|\S+)')
_QUOTED = re.compile(r'"(?P<old>[^"]+)"')
_PAIR = re.compile(r"(?P<head> *(?:- )?[\w-]+: +)(?P<value>\S.*?)(?P<tail>\s*)")
_NEAR = ("unknown-", "bad-date")
_PLAIN = {'": " stands here a second time', "a text cannot start with this character", "a text cannot start like this"}
"""Messages on values that lack quotation marks."""


def mended(root: Path, wanted: Collection[str] = ()) -> dict[str, str]:
    """Return the new text of every file that changes, by its path; `wanted` limits it to these files."""
    with tempfile.TemporaryDirectory(prefix="timeline-") as folder:
        scratch = Path(folder)
        for top in TOPS:
            if (root / top).is_dir():
                shutil.copytree(root / top, scratch / top, symlinks=True)
        shutil.copy(root / settings.FILE, scratch / settings.FILE)
        for _ in range(ROUNDS):
            found = [problem for problem in check(load(scratch)) if not wanted or problem.path in wanted]
            if not _mend(scratch, found):
                break
        for name, text in tidied(scratch, load(scratch), sorted(wanted)).texts.items():
            disk.write(scratch, name, text)
        return dict(_changed(root, scratch))


def _changed(root: Path, scratch: Path) -> Iterable[tuple[str, str]]:
    for path in (path for top in TOPS for path in below(scratch / top)):
        name = path.relative_to(scratch).as_posix()
        text = path.read_bytes().decode("utf-8", "surrogateescape")
        old = root / name
        if not old.is_file() or old.read_bytes().decode("utf-8", "surrogateescape") != text:
            yield name, text


def _mend(root: Path, found: Iterable[Problem]) -> bool:
    """Write what is sure into the files; return whether anything was."""
    files: dict[str, list[Problem]] = {}
    for problem in sorted(set(found), reverse=True):  # from the end, so that no change moves the next place
        files.setdefault(problem.path, []).append(problem)
    changed = False
    for name, problems in files.items():
        if not (root / name).is_file():
            continue
        text = new = (root / name).read_bytes().decode("utf-8", "surrogateescape")
        for problem in problems:
            new = _with_remedy(new, problem)
        if new != text and "\udc80" not in new:
            disk.write(root, name, new)
            changed = True
    return changed


def _with_remedy(text: str, problem: Problem) -> str:
    lines = text.split("\n")
    if problem.line > len(lines):
        return text
    line = lines[problem.line - 1]
    lines[problem.line - 1] = _quoted(line, problem) if problem.code == "yaml-syntax" else _replaced(line, problem)
    return "\n".join(lines)


def _replaced(line: str, problem: Problem) -> str:
    """Return a line with the word that a remedy leaves no doubt about."""
    remedy = _REMEDY.fullmatch(problem.remedy)
    group = problem.code == "citation-without-at"
    if not remedy or not (group or problem.code.startswith(_NEAR)):
        return line
    quoted = _QUOTED.search(problem.message)
    old = problem.message.partition(" cites nothing")[0] if group else quoted["old"] if quoted else ""
    new = remedy["sure"] or remedy["near"]
    if remedy["near"] and not _sure(old, new):
        return line
    at = line.find(old, max(0, problem.column - 1 - len(old)))
    return line if not old or at < 0 else line[:at] + new + line[at + len(old) :]


def _sure(old: str, new: str) -> bool:
    """Return whether a word can only be a slip of another: nearly all letters are the same, and all numbers."""
    same = re.findall("[0-9]+", old) == re.findall("[0-9]+", new)
    return same and SequenceMatcher(None, old.casefold(), new).ratio() >= SURE


def _quoted(line: str, problem: Problem) -> str:
    """Return a line whose value has the quotation marks that it lacks, or others than its text holds."""
    pair = _PAIR.fullmatch(line)
    if not pair or " #" in pair["value"] or pair["value"][0] in "[{|>":
        return line
    value = pair["value"]
    if (
        problem.message == "the text ends before this"
        and value[0] in "'\""
        and value[-1] == value[0]
        and len(value) > 2
    ):
        value = value[1:-1]
    elif problem.message not in _PLAIN or value[0] in "'\"":
        return line
    return f"{pair['head']}{json.dumps(value, ensure_ascii=False)}{pair['tail']}"
