"""Sources that several records describe: one record moves to a file of its own, the others cite it by its key."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path
from typing import Any

from timeline.editing import record_file
from timeline.editing.fields import fields
from timeline.editing.key_order import tidy
from timeline.problems import Trail
from timeline.reading import record_files, yamlfile
from timeline.reading.corpus import Corpus, Entry, citers
from timeline.reading.yamlfile import YamlFile
from timeline.records.kinds import KIND, KINDS, STORY
from timeline.records.source import CitedRecord
from timeline.records.texts import GROUP

OWN = ("key", "locator", "checked")
"""Keys that belong to the citation and not to its source."""


@dataclass(frozen=True, slots=True)
class Place:
    """One record of a source within the list of citations of another record."""

    entry: Entry[Any]
    index: int

    @property
    def citation(self) -> CitedRecord:
        """Return the citation itself."""
        found: CitedRecord = self.entry.record.citations[self.index]
        return found

    @property
    def data(self) -> dict[str, Any]:
        """Return what the file says of the source, without what belongs to the citation."""
        written = self.entry.file.data["citations"][self.index]
        return {key: value for key, value in written.items() if key not in OWN}


@dataclass(slots=True)
class Sharing:
    """The new texts of files, by path, and why some sources stayed where they are."""

    texts: dict[str, str] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)


def share(corpus: Corpus, only: Iterable[str] = ()) -> Sharing:
    """Return the files that change when each source is written down once; `only` limits it to sources in these."""
    found = Sharing()
    wanted = set(only)
    files = {entry.file.path: entry.file for entry in citers(corpus)}
    for key, places in _groups(corpus):
        paths = {place.entry.file.path for place in places}
        if wanted and not wanted & paths:
            continue
        shared = corpus.sources.get(key)
        known = {**(shared.file.data if shared else {})}
        if reason := _obstacle(corpus, key, places) or _quarrel(known, places):
            found.left.append(f"{key}: {reason}")
            continue
        if shared is None:
            path = KIND["source"].path(key)
            found.texts[path] = _source_text(places, known)
        for place in places:
            _point(found, place, key)
        for old in {place.citation.key for place in places} - {key}:
            _rename(found, files, old, key)
    return found


def _groups(corpus: Corpus) -> Iterator[tuple[str, list[Place]]]:
    """Yield every source that has more than one record, under the key that it will have."""
    holders: list[Entry[Any]] = [*corpus.events.values(), *corpus.eras.values()]
    addresses = {entry.record.url: entry.id for entry in corpus.sources.values() if entry.record.url}
    keys = {entry.id: entry.id for entry in corpus.sources.values()}
    groups: defaultdict[str, list[Place]] = defaultdict(list)
    for entry in holders:
        for index, citation in enumerate(entry.record.citations):
            if isinstance(citation, CitedRecord):
                key = keys.get(citation.key) or addresses.get(citation.url or "") or citation.key
                keys[citation.key] = key
                if citation.url:
                    addresses.setdefault(citation.url, key)
                groups[key].append(Place(entry, index))
    for key, places in groups.items():
        if len(places) > 1 or key in corpus.sources:
            yield key, places


def _obstacle(corpus: Corpus, key: str, places: list[Place]) -> str:
    """Return why the records cannot be moved by a program, or nothing."""
    paths = [place.entry.file.path for place in places]
    if twice := [path for path in paths if paths.count(path) > 1]:
        return f"{twice[0]} describes it twice; keep one of the two"
    for place in places:
        line, column = place.entry.file.marks[("citations", place.index)]
        if place.entry.file.text.splitlines()[line - 1][: column - 1].strip() != "-":
            return f"{place.entry.file.path} has it within brackets; start its line with a dash"
        old = place.citation.key
        if old != key and any(old in corpus.ids.get(kind, ()) for kind in ("events", "actors", "places", "topics")):
            return f"{old} is the id of another record too; rename one of them"
    return ""


def _quarrel(known: dict[str, Any], places: list[Place]) -> str:
    """Add to `known` what the records of a source say of it; return where they contradict each other."""
    keys: dict[str, None] = {}
    for place in places:
        for key, value in place.data.items():
            if known.setdefault(key, value) != value:
                keys[key] = None
    return f"its records differ in {', '.join(keys)}; make them agree, then tidy again" if keys else ""


def _source_text(places: list[Place], known: dict[str, Any]) -> str:
    """Return the file of a source: the lines of its first record, and keys that only the others have."""
    lines = [record_file.head("source", KIND["source"].path("a"))]
    told: set[str] = set()
    for place in places:
        for key, block in _blocks(place):
            if key not in OWN and key not in told:
                told.add(key)
                lines += block
    if told != set(known):  # a record on one line, or of another form than usual
        values = {key: value for key, value in known.items() if not isinstance(value, dict)}
        return record_file.text("source", KIND["source"].path("a"), values, with_help=False)
    return tidy("\n".join(lines) + "\n", fields("source"))


def _blocks(place: Place) -> Iterator[tuple[str, list[str]]]:
    """Yield the keys of a citation, each with its lines, moved to the left margin."""
    file, trail = place.entry.file, ("citations", place.index)
    marks = [(key, *file.keys[(*trail, key)]) for key in file.data["citations"][place.index]]
    if len({line for _, line, _ in marks}) < len(marks):
        return
    end = _end(file, place.index)
    lines = file.text.splitlines()
    stops = [line - 1 for _, line, _ in marks[1:]] + [end]
    for (key, line, column), stop in zip(marks, stops, strict=True):
        indent = column - 1
        block = [lines[line - 1][indent:], *(one[indent:] for one in lines[line:stop])]
        while len(block) > 1 and not block[-1].strip():
            block.pop()
        yield key, block


def _end(file: YamlFile, index: int) -> int:
    """Return the number of the line after the last one of a citation, comments and blank lines left out."""
    lines = file.text.splitlines()
    following = file.marks.get(("citations", index + 1))
    if following:
        end = following[0] - 1
    else:
        start = file.keys[("citations",)][0]
        end = min((line for (_, *rest), (line, _) in file.keys.items() if not rest and line > start), default=0) - 1
        end = end if end >= 0 else len(lines)
    while not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#"):
        end -= 1
    return end


def _point(found: Sharing, place: Place, key: str) -> None:
    """Put the key alone in the place of a record, with what belongs to the citation."""
    file = place.entry.file
    text = found.texts.get(file.path, _lf(file.text))
    lines = file.text.splitlines()
    line, column = file.marks[("citations", place.index)]
    old = "\n".join(lines[line - 1 : _end(file, place.index)])
    written = file.data["citations"][place.index]
    kept = [(name, key if name == "key" else written[name]) for name in OWN if name in written]
    pairs = [f"{name}: {record_file.scalar(value)}" for name, value in kept]
    new = lines[line - 1][: column - 1] + f"\n{' ' * (column - 1)}".join(pairs)
    found.texts[file.path] = text.replace(old, new, 1)


def _rename(found: Sharing, files: dict[str, YamlFile], old: str, new: str) -> None:
    """Cite a source by its one key wherever it was cited by another; the same word in a sentence stays."""
    for path, file in files.items():
        text = found.texts.get(path, _lf(file.text))
        if old in text and (changed := _renamed(text, old, new)) != text:
            found.texts[path] = changed


def _renamed(text: str, old: str, new: str) -> str:
    key = rf"{re.escape(old)}(?![\w-])"
    lines = text.split("\n")
    at_key = re.compile(rf"""(["']?@?){key}""")
    for trail, (line, column) in sorted(yamlfile.parse(text.encode(), "").marks.items(), key=_place, reverse=True):
        in_list = len(trail) > 1 and trail[-2] == "citations"
        if in_list or (len(trail) > 2 and trail[-3] == "citations" and trail[-1] == "key"):
            row = lines[line - 1]
            head, rest = row[: column - 1], row[column - 1 :]
            lines[line - 1] = head + at_key.sub(rf"\g<1>{new}", rest, count=1) if at_key.match(rest) else row
    text = GROUP.sub(lambda group: re.sub(rf"(?<=@){key}", new, group.group()), "\n".join(lines))
    return re.sub(rf"(?<=\]\(source:){re.escape(old)}(?=[)\s])", new, text)


def _place(mark: tuple[Trail, tuple[int, int]]) -> tuple[int, int]:
    """Return where a value stands: changes go from the end to the start, so that none moves another."""
    return mark[1]


def _lf(text: str) -> str:
    """Return a text whose lines end as on Unix: a file is compared and changed so, and written as it was."""
    return text.replace("\r\n", "\n")


def tidied(root: Path, corpus: Corpus, only: Iterable[str] = ()) -> Sharing:
    """Return every file that changes when sources are shared and keys put in order; `only` limits it to these."""
    found = share(corpus, only)
    wanted = set(only)
    for path, schema, ordered in _files(root):
        name = path.relative_to(root).as_posix()
        if wanted and name not in wanted | found.texts.keys():
            continue
        written = path.read_bytes().decode("utf-8", errors="surrogateescape")
        text = found.texts.get(name) or _lf(written)
        new = record_file.led(_in_order(text, schema) if ordered else text, schema, name)
        if new != _lf(written):
            found.texts[name] = new.replace("\n", "\r\n") if _is_crlf(written) else new
    return found


def _is_crlf(text: str) -> bool:
    """Return whether the lines of a file end as on Windows, or most of them."""
    return text.count("\r\n") * 2 > text.count("\n")


def _files(root: Path) -> Iterator[tuple[Path, str, bool]]:
    """Yield every record file with the name of its schema, and whether its keys have an order."""
    for kind in KINDS:
        paths = [root / kind.place] if kind.shared_file else record_files.of_folder(root / kind.place)
        for path in paths:
            if path.is_file():
                yield path, kind.schema, not kind.shared_file
    if (root / STORY).exists():
        yield root / STORY, "story", False


def differences(root: Path, sharing: Sharing) -> str:
    """Return what would change as a unified diff."""
    lines: list[str] = []
    for name, text in sorted(sharing.texts.items()):
        path = root / name
        before = _lf(path.read_bytes().decode("utf-8")) if path.exists() else ""
        pair = before.splitlines(keepends=True), _lf(text).splitlines(keepends=True)
        lines += unified_diff(*pair, f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _in_order(text: str, schema: str) -> str:
    try:
        return tidy(text, fields(schema))
    except UnicodeEncodeError:  # not UTF-8: the check says so, and nothing here may touch it
        return text
