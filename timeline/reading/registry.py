"""The registry of a timeline: which ids were published, and which of them are gone on purpose.

An address that somebody wrote down leads to its record for ever, or to a page that says what became of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from timeline.problems import Problem
from timeline.reading import yamlfile
from timeline.reading.yamlfile import YamlFile
from timeline.records import id_rules
from timeline.records.kinds import KIND, KINDS

PUBLISHED = "reference/published.yaml"
GONE = "reference/gone.yaml"

LONGEST = 600
"""Characters of a reason."""

_NOTE = """\
# Every id that was published. build.py publish adds the new ones; nobody takes one away: a record that gets another id
# keeps this one in its aliases, and what is gone on purpose has its reason in reference/gone.yaml.
"""
_NAME = re.compile(rf"(?P<kind>{'|'.join(KIND)}):(?P<id>.+)")


@dataclass(frozen=True, slots=True)
class Registry:
    """Published ids by what several of a kind are called, reasons by `kind:id`, and the files that say so."""

    ids: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gone: Mapping[str, str] = field(default_factory=dict)
    file: YamlFile = field(default_factory=lambda: YamlFile(PUBLISHED, None))
    problems: tuple[Problem, ...] = ()


def read(root: Path) -> Registry:
    """Return the registry of the timeline in `root`, which is empty where nothing was published yet."""
    published, gone = _file(root, PUBLISHED), _file(root, GONE)
    problems = [*published.problems, *gone.problems, *_wrong_ids(published), *_wrong_reasons(gone)]
    ids: dict[str, tuple[str, ...]] = {}
    reasons: dict[str, str] = {}
    if isinstance(published.data, dict):
        ids = {kind: tuple(map(str, known)) for kind, known in published.data.items() if isinstance(known, list)}
    if isinstance(gone.data, dict):
        reasons = {name: text for name, text in gone.data.items() if isinstance(text, str) and _NAME.fullmatch(name)}
    return Registry(ids, reasons, published, tuple(problems))


def _file(root: Path, name: str) -> YamlFile:
    path = root / name
    return yamlfile.read(path, name, most=100_000) if path.exists() or path.is_symlink() else YamlFile(name, None)


def _wrong_ids(file: YamlFile) -> Iterator[Problem]:
    known = {kind.many for kind in KINDS}
    if file.data is not None and not isinstance(file.data, dict):
        yield file.problem((), "wrong-type", "expected kinds with ids", "run build.py publish")
        return
    for kind, ids in (file.data or {}).items():
        if kind not in known or not isinstance(ids, list) or not all(isinstance(id_, str) for id_ in ids):
            yield file.problem((kind,), "wrong-type", f'"{kind}" is no kind with a list of ids', "run build.py publish")


def _wrong_reasons(file: YamlFile) -> Iterator[Problem]:
    if file.data is not None and not isinstance(file.data, dict):
        yield file.problem((), "wrong-type", "expected names with reasons", "write event:ID: why it is gone")
        return
    for name, reason in (file.data or {}).items():
        named = _NAME.fullmatch(name)
        if not named or id_rules.fault(named["id"]):
            kinds = ", ".join(KIND)
            yield file.problem((name,), "bad-id", f'"{name}" names no record', f"write KIND:ID, with one of: {kinds}")
        if not isinstance(reason, str) or not 1 <= len(reason) <= LONGEST:
            yield file.problem((name,), "wrong-type", "expected a reason", f"say why in at most {LONGEST} characters")


def text(ids: Mapping[str, tuple[str, ...]]) -> str:
    """Return the text of the file of published ids: a line an id, in order, so that changes seldom meet."""
    parts = [_NOTE]
    for kind in KINDS:
        if known := sorted(ids.get(kind.many, ())):
            parts.append(f"{kind.many}:\n" + "".join(f"  - {_quoted(id_)}\n" for id_ in known))
    return "".join(parts)


def _quoted(id_: str) -> str:
    return f'"{id_}"' if id_.isdigit() else id_
