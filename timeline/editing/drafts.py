"""New records: what is asked for, what it clashes with, and the file that comes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline import dates
from timeline.editing import record_file
from timeline.editing.fields import FieldOf, fields
from timeline.problems import Problem, choices
from timeline.project import disk
from timeline.reading import yamlfile
from timeline.reading.corpus import Corpus
from timeline.reading.validation import validate
from timeline.records import id_rules, ids
from timeline.records.kinds import KIND, KIND_OF_MANY
from timeline.records.source import CitedRecord, Source
from timeline.records.texts import PENDING

QUESTIONS: dict[str, tuple[str, ...]] = {
    "event": ("title", "date", "topics", "importance", "summary"),
    "source": ("type", "kind", "title", "publisher", "issued", "language"),
    "actor": ("kind", "description"),
}
"""The keys that `new` asks for, by kind of record, in order."""

_NAMED = ("topics", "places", "actors")
"""Keys of an event that hold ids, called as the kinds of records that they name."""


class Refused(ValueError):
    """A new record that clashes with one that exists, or cannot be named."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that is still to be written."""

    id: str
    path: str
    text: str


def questions(kind: str, corpus: Corpus) -> Iterator[tuple[FieldOf, tuple[str, ...]]]:
    """Yield the fields that `new` asks for, each with the values to choose from, if they are few or closed."""
    known = {field.key: field for field in fields(kind)}
    for key in QUESTIONS[kind]:
        field = known[key]
        yield field, field.choices or tuple(sorted(corpus.ids.get("topics", ())) if key == "topics" else ())


def faults(kind: str, answers: Mapping[str, Any], corpus: Corpus) -> list[Problem]:
    """Return what is wrong with the answers given so far; keys that are still missing are no fault."""
    text = record_file.text(kind, KIND[kind].path("new"), answers)
    file = yamlfile.parse(text.encode(), KIND[kind].path("new"))
    _, found = validate(KIND[kind].model, file.data, file)
    later = ("missing-key", "empty-record", "source-unfindable")
    wrong = [problem for problem in (*file.problems, *found) if problem.code not in later]
    for key in _NAMED if kind == "event" else ():
        for index, id_ in enumerate(answers.get(key) or ()):
            if id_ not in corpus.ids.get(key, {id_}):
                one = KIND_OF_MANY[key].one
                remedy = choices(id_, corpus.ids[key])
                wrong.append(file.problem((key, index), f"unknown-{one}", f'no {one} has the id "{id_}"', remedy))
    return wrong


def event(corpus: Corpus, answers: Mapping[str, Any], id_: str = "", anyway: bool = False) -> Draft:
    """Return the file of a new event; raises Refused when it is there already, or nearly so."""
    date = dates.parse(str(answers["date"]))
    id_ = id_ or ids.event_id(str(answers["title"]), date)
    if not id_:
        raise Refused("the title suggests no id, for it has no Latin letters", "name one: --id 1815-two-words")
    taken = {known: known for known in corpus.ids["events"]}
    taken |= {alias: entry.id for entry in corpus.events.values() for alias in entry.record.aliases}
    _refuse_id("event", id_, taken, anyway)
    titles = {entry.record.title: entry.id for entry in corpus.events.values()}
    _refuse_text("event", str(answers["title"]), titles, "title", anyway)
    return _draft("event", id_, _event(corpus, answers, id_))


def source(corpus: Corpus, url: str, answers: Mapping[str, Any], id_: str = "", anyway: bool = False) -> Draft:
    """Return the file of a new source; raises Refused when its address has a record already."""
    page = ids.same_page(url)
    for key, known, path in _sources(corpus):
        if known.url and ids.same_page(known.url) == page:
            raise Refused(f"{path} describes this address", f"cite it by its key: {key}")
    values = {**habits(corpus, url), **{key: value for key, value in answers.items() if value}, "URL": url}
    maker = values.get("origin") or values.get("publisher") or values.get("container-title")
    issued = dates.parse(str(values["issued"])) if values.get("issued") else None
    id_ = id_ or ids.source_key(url, maker, ids.year_of(issued) if issued else None, values.get("title"))
    _refuse_id("source", id_, {key: key for key, _, _ in _sources(corpus)}, anyway)
    return _draft("source", id_, values)


def habits(corpus: Corpus, url: str) -> dict[str, str]:
    """Return what most sources of the same host have as type, kind, publisher and language."""
    host = ids.same_page(url).partition("/")[0]
    alike = [known for _, known, _ in _sources(corpus) if known.host == host]
    found: dict[str, str] = {}
    for key in ("type", "kind", "publisher", "language"):
        counted = Counter(value for known in alike if (value := getattr(known, key)))
        if counted:
            found[key] = counted.most_common(1)[0][0]
    return found


def actor(corpus: Corpus, name: str, answers: Mapping[str, Any], id_: str = "", anyway: bool = False) -> Draft:
    """Return the file of a new actor; raises Refused when somebody bears the name in any spelling."""
    id_ = id_ or ids.slug(name).removeprefix("the-")
    if not id_:
        raise Refused("the name suggests no id, for it has no Latin letters", "name one: --id given-family")
    taken = {known: known for known in corpus.ids["actors"]}
    taken |= {alias: entry.id for entry in corpus.actors.values() for alias in entry.record.aliases}
    _refuse_id("actor", id_, taken, anyway)
    spellings: dict[str, str] = {}
    for entry in corpus.actors.values():
        for known in (entry.record.name, *entry.record.names.values(), *entry.record.variants):
            spellings.setdefault(known, entry.id)
    _refuse_text("actor", name, spellings, "name", anyway)
    return _draft("actor", id_, {"name": name, **answers})


def write(root: Path, draft: Draft) -> Path:
    """Write the file of a draft, which must not exist, and return its path."""
    path = root / draft.path
    disk.safe(root, path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(draft.text)
    return path


def _draft(kind: str, id_: str, values: Mapping[str, Any]) -> Draft:
    path = KIND[kind].path(id_)
    return Draft(id_, path, record_file.text(kind, path, values))


def _event(corpus: Corpus, answers: Mapping[str, Any], id_: str) -> dict[str, Any]:
    """Return the values of a new event: what was answered, and texts that wait to be written for the rest."""
    keys = [str(key) for key in answers.get("citations") or ()]
    known = {key for key, _, _ in _sources(corpus)}
    for key in keys:
        if key not in known:
            remedy = choices(key, known) or "build.py new source URL makes one"
            raise Refused(f'no source has the key "{key}"', remedy)
    citations: list[dict[str, str]] = [{"key": key, "checked": "not seen"} for key in keys]
    for number in range(len(keys) + 1, 3):
        citations.append(
            {
                "key": f"{id_}-source-{number}",
                "type": "webpage",
                "kind": "official" if number == 1 else "independent-media",
                "title": f"{PENDING} title of source {number}",
                "publisher": f"{PENDING} maker of source {number}",
                "checked": "not seen",
            }
        )
    first, *rest = (citation["key"] for citation in citations)
    body = (
        f"{PENDING} Say what happened, where and when, and who did it [@{first}].\n\n"
        f"{PENDING} Say what it changed and what it left open [@{'; @'.join(rest) if rest else first}]."
    )
    filled = {
        "summary": f"{PENDING} one sentence that stands alone",
        "importance": "minor",
        "body": body,
    }
    given = {key: value for key, value in answers.items() if value}
    return {**filled, **given, "citations": citations}


def _sources(corpus: Corpus) -> Iterator[tuple[str, Source, str]]:
    """Yield every source of the project with its key and the file that holds its record."""
    for source_ in corpus.sources.values():
        yield source_.id, source_.record, source_.file.path
    holders: Iterable[Any] = (*corpus.events.values(), *corpus.eras.values())
    for entry in holders:
        for citation in entry.record.citations:
            if isinstance(citation, CitedRecord):
                yield citation.key, citation, entry.file.path


def _refuse_id(kind: str, id_: str, taken: Mapping[str, str], anyway: bool) -> None:
    if fault := id_rules.fault(id_):
        raise Refused(fault[0], f"{fault[1]}: --id")
    if id_ in taken:
        raise Refused(f'{kind} "{taken[id_]}" has or had the id "{id_}"', "work on that one, or name another: --id")
    near = None if anyway else ids.near_id(id_, taken)
    if near:
        remedy = f"work on {KIND[kind].path(taken[near])}; if this is another, say --anyway"
        raise Refused(f'the id "{id_}" is nearly that of {kind} "{near}"', remedy)


def _refuse_text(kind: str, text: str, known: Mapping[str, str], what: str, anyway: bool) -> None:
    folded = {other.casefold(): owner for other, owner in known.items()}
    if owner := folded.get(text.casefold()):
        raise Refused(f'{kind} "{owner}" has the {what} "{text}"', f"work on {KIND[kind].path(owner)}")
    if not anyway and (owner := ids.near_text(text, known)):
        remedy = f"work on {KIND[kind].path(owner)}; if this is another, say --anyway"
        raise Refused(f'the {what} "{text}" is nearly that of {kind} "{owner}"', remedy)
