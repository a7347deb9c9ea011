"""Another id for a record: its file, every place that names it, and the former id among its aliases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timeline.checks.rules import check
from timeline.editing.schemas import schemas
from timeline.problems import Problem, Trail
from timeline.project import disk
from timeline.reading import yamlfile
from timeline.reading.corpus import TOPS, load
from timeline.reading.registry import PUBLISHED
from timeline.records import id_rules
from timeline.records.kinds import KIND, Kind
from timeline.records.values import NAMES

_UNSAID = {"era": ("eras[]",), "series": ("series",), "term": ("words[]",), "place": ("at", "through[]")}
"""Keys, with brackets for the parts of a list, that name a record and whose schemas do not say of which kind it is."""


class Refused(Exception):
    """Why a record keeps its id."""


@dataclass(slots=True)
class Renaming:
    """The texts of changed files by their names, and the name of the one that goes."""

    texts: dict[str, str] = field(default_factory=dict)
    gone: str = ""


def rename(root: Path, one: str, old: str, new: str) -> Renaming:
    """Give a record another id in every file of the timeline, all or none; raises Refused and OSError."""
    kind = KIND[one]
    corpus = load(root)
    before = {problem for problem in check(corpus) if problem.severity == "error"}
    if fault := id_rules.fault(new):
        raise Refused(f"{fault[0]}: {fault[1]}")
    if old not in corpus.ids.get(kind.many, ()) or old not in getattr(corpus, kind.many):
        raise Refused(f'no {one} with a file of its own has the id "{old}"')
    if new in corpus.ids[kind.many]:
        raise Refused(f'there is {one} "{new}" already')
    found = _renamed(root, kind, old, new)
    with disk.together(root, found.texts, found.gone):
        wrong = [problem for problem in check(load(root)) if problem.severity == "error"]
        if wrong := [problem for problem in wrong if not _known(problem, before)]:
            raise Refused(f"it would break {wrong[0]}")
    return found


def _known(problem: Problem, before: set[Problem]) -> bool:
    return any((problem.code, problem.path) == (other.code, other.path) for other in before)


def _renamed(root: Path, kind: Kind, old: str, new: str) -> Renaming:
    found = Renaming()
    names = sorted(path.relative_to(root).as_posix() for top in TOPS for path in (root / top).rglob("*.yaml"))
    for name in names:
        raw = disk.read(root / name, yamlfile.LARGEST).decode("utf-8")
        text = raw if name == PUBLISHED else _named_otherwise(raw, kind, old, new)
        if name == kind.path(old):
            text = _with_alias(text, kind, old, new)
            if not kind.shared_file:
                found.gone, name = name, kind.path(new)
        if text != raw or name == kind.path(new):
            found.texts[name] = text
    for path in sorted((root / "docs").rglob("*.md")) if (root / "docs").is_dir() else ():
        raw = disk.read(path, 4_000_000).decode("utf-8")
        if (text := _page(raw, kind, old, new)) != raw:
            found.texts[path.relative_to(root).as_posix()] = text
    return found


def _page(text: str, kind: Kind, old: str, new: str) -> str:
    """Return a handwritten page whose links lead to the new address."""
    mark = "/" if kind.own_page else ""
    start = kind.address("ID").partition("ID")[0]
    return re.sub(rf"(?<![\w-]){re.escape(start + old)}(?![\w-]){mark}", f"{start}{new}{mark}", text)


def _named_otherwise(text: str, kind: Kind, old: str, new: str) -> str:
    """Return a file in which every value, link and citation that names the record names it by its new id."""
    file = yamlfile.parse(text.encode(), "")
    key = rf"{re.escape(old)}(?![\w-])"
    lines = text.split("\n")
    for line, column in sorted((file.marks[trail] for trail in _naming(file.data, kind, old)), reverse=True):
        row = lines[line - 1]
        head, rest = row[: column - 1], row[column - 1 :]
        lines[line - 1] = head + re.sub(rf"^([\"']?(?:@|{kind.one}:)?){key}", rf"\g<1>{new}", rest, count=1)
    text = re.sub(rf"(\]\(\s*<?{kind.one}:){key}", rf"\g<1>{new}", "\n".join(lines))
    if kind.one == "source":
        text = re.sub(r"\[@[^\[\]]*\]", lambda group: re.sub(rf"(?<=@){key}", new, group.group()), text)
    return text


def _naming(data: Any, kind: Kind, old: str) -> Iterator[Trail]:
    """Yield the way to each value of a file that names the record, as the schemas of all kinds of files say."""
    known: set[Trail] = set()
    for schema in schemas().values():
        for trail, names in _named(data, schema, schema.get("$defs", {}), ()):
            value = _at(data, trail)
            same = value == old if names == kind.many else re.match(rf"@?{re.escape(old)}(?:,|$)", str(value))
            if names in (kind.many, "citations" if kind.one == "source" else kind.many) and same:
                known.add(trail)
    slots = _UNSAID.get(kind.one, ())
    for trail, slot in _texts(data, (), ""):
        if _at(data, trail) == (f"{kind.one}:{old}" if slot == "record" else old) and slot in ("record", *slots):
            known.add(trail)
    yield from known


def _texts(data: Any, trail: Trail, slot: str) -> Iterator[tuple[Trail, str]]:
    """Yield the way to each text, and the key under which it stands, with brackets if it is part of a list."""
    if isinstance(data, str):
        yield trail, slot
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*trail, key), str(key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*trail, index), f"{slot}[]")


def _named(data: Any, schema: Mapping[str, Any], known: Mapping[str, Any], trail: Trail) -> Iterator[tuple[Trail, str]]:
    if "$ref" in schema:
        schema = {**known[schema["$ref"].rpartition("/")[2]], **{k: v for k, v in schema.items() if k != "$ref"}}
    if NAMES in schema and isinstance(data, str):
        yield trail, schema[NAMES]
    for part in (*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())):
        yield from _named(data, part, known, trail)
    if isinstance(data, dict):
        more = schema.get("additionalProperties")
        for key, value in data.items():
            below = schema.get("properties", {}).get(key, more if isinstance(more, dict) else None)
            if isinstance(below, dict):
                yield from _named(value, below, known, (*trail, key))
    elif isinstance(data, list) and isinstance(schema.get("items"), dict):
        for index, value in enumerate(data):
            yield from _named(value, schema["items"], known, (*trail, index))


def _at(data: Any, trail: Trail) -> Any:
    for part in trail:
        data = data[part]
    return data


def _with_alias(text: str, kind: Kind, old: str, new: str) -> str:
    """Return the file of the record with its former id among its aliases, and under its new id in a file of many."""
    file = yamlfile.parse(text.encode(), "")
    top: Trail = (old,) if kind.shared_file else ()
    lines = text.split("\n")
    record = _at(file.data, top)
    if isinstance(record.get("aliases"), list):
        line, column = file.at((*top, "aliases"))
        row = lines[line - 1]
        if row[column - 1] == "[":
            comma = ", " if record["aliases"] else ""
            lines[line - 1] = f"{row[:column]}{old}{comma}{row[column:]}"
        else:
            lines[line - 1] = f"{row[: column - 1]}- {old}\n{row}"
    elif not kind.shared_file:
        lines = f"{text.rstrip()}\naliases: [{old}]\n".split("\n")
    else:
        line, column = file.at(top)
        row = lines[line - 1]
        if row[column - 1 : column] == "{":
            lines[line - 1] = f"{row[:column]}aliases: [{old}], {row[column:]}"
        else:
            lines[line - 1] = f"{' ' * (column - 1)}aliases: [{old}]\n{row}"
    if kind.shared_file:
        line, column = file.key_at(top)
        row = lines[line - 1]
        lines[line - 1] = row[: column - 1] + re.sub(rf"^([\"']?){re.escape(old)}", rf"\g<1>{new}", row[column - 1 :])
    return "\n".join(lines)
