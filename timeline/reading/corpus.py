"""The corpus: every record of a timeline's folders, each with the file and the position that it comes from."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Generic, TypeVar

from timeline.problems import Problem, Trail, nearest
from timeline.project import disk
from timeline.reading import record_files, remembered, yamlfile
from timeline.reading.validation import known, validate
from timeline.reading.yamlfile import YamlFile
from timeline.records import id_rules
from timeline.records.audit import Audit
from timeline.records.entities import Actor, Place, Term, Topic
from timeline.records.era import Era
from timeline.records.event import Event
from timeline.records.feature import Feature
from timeline.records.kinds import KINDS, STORY, Kind
from timeline.records.medium import Medium
from timeline.records.series import Series
from timeline.records.source import CitedRecord, Source
from timeline.records.story import Story
from timeline.records.values import Record
from timeline.records.walk import Walk

TOPS = ("events", "reference")
"""The folders that hold all records."""

_OTHERS = re.compile(
    r"reference/(?:schema/[^/]+|ids\.schema\.json|(?:published|gone)\.yaml|media/[^/]+\.(?!ya?ml)\w+)|(?:.*/)?README\.md"
)
"""What lies among the records and is none."""

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record with its id and where it stands."""

    id: str
    record: R
    file: YamlFile
    trail: Trail = ()

    def problem(self, trail: Trail, code: str, message: str, remedy: str = "", **more: str) -> Problem:
        """Return a problem at `trail` within the record."""
        return self.file.problem((*self.trail, *trail), code, message, remedy, **more)

    def problem_in(self, trail: Trail, needle: str, code: str, message: str, remedy: str = "", **more: str) -> Problem:
        """Return a problem at the first `needle` within the text at `trail`."""
        line, column = self.file.find((*self.trail, *trail), needle)
        return Problem(self.file.path, line, column, code, message, remedy, **more)  # type: ignore[arg-type]


@dataclass(slots=True)
class Corpus:
    """All records by kind and id, what is wrong with the rest, and every id that exists, readable or not.

    A kind whose table could not be read has no ids here, because nobody knows them.
    """

    events: dict[str, Entry[Event]] = field(default_factory=dict)
    eras: dict[str, Entry[Era]] = field(default_factory=dict)
    actors: dict[str, Entry[Actor]] = field(default_factory=dict)
    sources: dict[str, Entry[Source]] = field(default_factory=dict)
    series: dict[str, Entry[Series]] = field(default_factory=dict)
    topics: dict[str, Entry[Topic]] = field(default_factory=dict)
    places: dict[str, Entry[Place]] = field(default_factory=dict)
    terms: dict[str, Entry[Term]] = field(default_factory=dict)
    audits: dict[str, Entry[Audit]] = field(default_factory=dict)
    features: dict[str, Entry[Feature]] = field(default_factory=dict)
    media: dict[str, Entry[Medium]] = field(default_factory=dict)
    walks: dict[str, Entry[Walk]] = field(default_factory=dict)
    story: Entry[Story] | None = None
    ids: dict[str, set[str]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    """Kinds of which a record could not be read: nobody knows what it cites or names."""
    problems: list[Problem] = field(default_factory=list)
    root: Path = Path()
    """The folder of the timeline."""


def load(root: Path) -> Corpus:
    """Return the corpus of the timeline in `root`; mistakes are in its problems, OSError is for the disk."""
    collects = gc.isenabled()
    gc.disable()  # all that is made here stays: looking for garbage in it takes a third of the time
    try:
        remembered.recall(root)
        corpus = _load(root)
        remembered.leave(root, (entry for kind in KINDS for entry in getattr(corpus, kind.many).values()))
        return corpus
    finally:
        if collects:
            gc.enable()


def _load(root: Path) -> Corpus:
    corpus = Corpus(root=root)
    corpus.problems.extend(disk.irregular(root, TOPS))
    for kind in KINDS:
        read = _shared if kind.shared_file else _folder
        entries = getattr(corpus, kind.many)
        entries.update((entry.id, entry) for entry in read(root, kind, corpus))
        if corpus.ids.get(kind.many) != entries.keys():
            corpus.unread.add(kind.many)
    corpus.story = _story(root, corpus)
    corpus.problems.extend(_stray(root))
    return corpus


def _folder(root: Path, kind: Kind, corpus: Corpus) -> Iterator[Entry[Any]]:
    """Yield the records of a kind that has a file for each, and note their ids."""
    known = corpus.ids.setdefault(kind.many, set())
    known.update(record_files.misnamed_ids(root / kind.place))
    for path in record_files.of_folder(root / kind.place):
        known.add(path.stem)
        yield from _single(path, root, kind, corpus.problems)


def _single(path: Path, root: Path, kind: Kind, problems: list[Problem]) -> Iterator[Entry[Any]]:
    file = yamlfile.read(path, path.relative_to(root).as_posix())
    problems.extend(file.problems)
    if path.suffix != ".yaml":
        problems.append(
            file.problem((), "file-name", f'the ending "{path.suffix}" is not .yaml', f"rename it to {path.stem}.yaml")
        )
    problems.extend(_bad_stem(path.stem, file, (), kind))
    if any(problem.code not in yamlfile.HARMLESS for problem in file.problems):
        return
    record, found = known(kind.model, file)
    problems.extend(found)
    if record is not None:
        yield Entry(path.stem, record, file)


def _shared(root: Path, kind: Kind, corpus: Corpus) -> Iterator[Entry[Any]]:
    """Yield the records of a kind that stand in one file, and note their ids; none are known when it is unreadable."""
    known = corpus.ids.setdefault(kind.many, set())
    if not (root / kind.place).exists():
        return
    file = yamlfile.read(root / kind.place, kind.place)
    corpus.problems.extend(file.problems)
    if file.data is None:
        if file.problems:
            del corpus.ids[kind.many]
        return
    if not isinstance(file.data, dict):
        corpus.problems.append(
            file.problem((), "wrong-type", "expected ids with records", "write id: and the record's keys below it")
        )
        del corpus.ids[kind.many]
        return
    for id_, data in file.data.items():
        known.add(id_)
        corpus.problems.extend(_bad_stem(id_, file, (id_,), kind))
        record, found = validate(kind.model, data, file, (id_,))
        corpus.problems.extend(found)
        if record is not None:
            yield Entry(id_, record, file, (id_,))


def _story(root: Path, corpus: Corpus) -> Entry[Story] | None:
    path = root / STORY
    if not path.exists():
        return None
    file = yamlfile.read(path, STORY)
    corpus.problems.extend(file.problems)
    if any(problem.code != "duplicate-key" for problem in file.problems):
        corpus.unread.add("story")
        return None
    record, found = validate(Story, file.data, file)
    corpus.problems.extend(found)
    if any(problem.code not in yamlfile.HARMLESS for problem in file.problems) or found:
        corpus.unread.add("story")
    return Entry("story", record, file) if record is not None else None


def _stray(root: Path) -> Iterator[Problem]:
    """Yield a problem for each file that lies beside the records: what it says would show nowhere."""
    folders = [kind.place for kind in KINDS if not kind.shared_file]
    files = [*(kind.place for kind in KINDS if kind.shared_file), STORY]
    meant = {PurePosixPath(place).stem: place for place in (*folders, *files)}
    for path in sorted(path for top in TOPS for path in (root / top).rglob("*")):
        name = path.relative_to(root)
        if path.is_dir() or _OTHERS.fullmatch(name.as_posix()) or any(part.startswith(".") for part in name.parts):
            continue
        if spelt := record_files.MEANT.search(name.name):
            right = name.name[: spelt.start()] + ".yaml"
            place = name.with_name(right).as_posix()
            if name.parent.as_posix() not in folders and place not in files:
                close = nearest(PurePosixPath(right).stem, meant) or nearest(name.parent.name, meant)
                remedy = f'did you mean "{meant[close]}"?' if close else f"move it to one of: {', '.join(folders)}"
                yield Problem(name.as_posix(), 1, 1, "stray-file", "no record is read from this place", remedy)
            elif spelt.group() not in (".yaml", ".yml"):
                message = f'the ending "{spelt.group()}" is not .yaml'
                yield Problem(name.as_posix(), 1, 1, "file-name", message, f"rename it to {right}")
        else:
            message, remedy = "this is no record, and nothing reads it", "move it, or give it the ending .yaml"
            yield Problem(name.as_posix(), 1, 1, "stray-file", message, remedy, severity="warning")


def _bad_stem(id_: str, file: YamlFile, trail: Trail, kind: Kind) -> Iterator[Problem]:
    found = id_rules.fault(id_)
    if not found and (kind.one in ("event", "era") or not kind.own_page):  # it names a part of a page that has others
        found = id_rules.fault_of_anchor(id_)
    if found:
        line, column = file.key_at(trail) if trail else (1, 1)
        yield Problem(file.path, line, column, "bad-id", *found)


def citers(corpus: Corpus) -> list[Entry[Any]]:
    """Return every record that can cite."""
    entries: list[Entry[Any]] = [*corpus.events.values(), *corpus.eras.values()]
    entries += [*corpus.actors.values(), *corpus.terms.values(), *corpus.series.values()]
    entries += [*corpus.features.values(), *corpus.media.values()]
    return [*entries, *([corpus.story] if corpus.story else [])]


def defined_keys(corpus: Corpus) -> set[str] | None:
    """Return the key of every source that a file or a citation defines, or None while some cannot be read."""
    if corpus.unread & {"events", "eras"}:
        return None
    holders: list[Entry[Any]] = [*corpus.events.values(), *corpus.eras.values()]
    inline = (c.key for entry in holders for c in entry.record.citations if isinstance(c, CitedRecord))
    return corpus.ids["sources"] | set(inline)
