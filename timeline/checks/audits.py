"""Rules about audits: what was read exists, what is to be read is not forgotten, and what was tested still stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from timeline.problems import Problem, Trail, choices
from timeline.reading.corpus import Corpus, Entry
from timeline.records.audit import Audit
from timeline.records.kinds import KIND
from timeline.records.texts import GROUP

_WORD = re.compile(r"\w+")


def known_records(corpus: Corpus) -> Iterator[Problem]:
    """An audit is of records that exist, under their ids or former ids, each once."""
    former = {alias: entry.id for entry in corpus.events.values() for alias in entry.record.aliases}
    for audit in corpus.audits.values():
        seen: set[str] = set()
        for number, reading in enumerate(audit.record.records):
            trail: Trail = ("records", number, "record")
            kind, _, id_ = reading.record.partition(":")
            known = _ids(corpus, kind)
            if reading.record in seen:
                yield audit.problem(trail, "audit-record", f'"{reading.record}" stands twice', "join the two")
            elif known is not None and id_ not in known and not (kind == "event" and id_ in former):
                message = f'there is no {kind} "{id_}" any more' if id_ else "there is no story any more"
                remedy = choices(id_, known) or "give it its new id, or take it out: its history is in git"
                yield audit.problem(trail, "audit-record", message, remedy)
            seen.add(reading.record)
            if not reading.statements:
                message, remedy = f'"{reading.record}" is still to be read', "add statements:, one a fact"
                yield audit.problem(trail, "audit-unread", message, remedy, severity="warning")


def audited_words(corpus: Corpus) -> Iterator[Problem]:
    """Words that were tested stand where they stood, and words that were found wrong do not come back."""
    former = {alias: entry for entry in corpus.events.values() for alias in entry.record.aliases}
    texts: dict[str, str] = {}
    for audit in corpus.audits.values():
        for number, reading in enumerate(audit.record.records):
            kind, _, id_ = reading.record.partition(":")
            entry = _entry(corpus, kind, id_) or former.get(id_)
            if entry is None:
                continue
            text = texts.setdefault(reading.record, f" {_letters(_told(entry))} ")
            yield from _changed(audit, number, text)


def _changed(audit: Entry[Audit], number: int, text: str) -> Iterator[Problem]:
    for index, statement in enumerate(audit.record.records[number].statements):
        if not statement.words:
            continue
        trail: Trail = ("records", number, "statements", index, "words")
        stands = f" {_letters(statement.words)} " in text
        if not stands and statement.outcome in ("stands", "kept"):
            message = f"these words were tested on {audit.record.date.text}, and {_of(audit, number)} has others now"
            remedy = "test it anew in the next audit, and take words: away here"
            yield audit.problem(trail, "audit-changed", message, remedy, severity="warning")
        elif stands and statement.verdict == "contradicted" and statement.outcome != "kept":
            message = f"{_of(audit, number)} has words again that were found wrong on {audit.record.date.text}"
            yield audit.problem(trail, "audit-returned", message, f"see the evidence: {statement.evidence}"[:200])


def _of(audit: Entry[Audit], number: int) -> str:
    return audit.record.records[number].record


def _ids(corpus: Corpus, kind: str) -> set[str] | None:
    if kind == "story":
        return {""} if corpus.story or "story" in corpus.unread else set()
    return corpus.ids.get(KIND[kind].many)


def _entry(corpus: Corpus, kind: str, id_: str) -> Entry[Any] | None:
    if kind == "story":
        return corpus.story
    found: Entry[Any] | None = getattr(corpus, KIND[kind].many).get(id_)
    return found


def _told(entry: Entry[Any]) -> str:
    """Return all that a record says, without its corrections, which tell what it said once."""
    data = entry.file.data
    for key in entry.trail:
        data = data[key]
    return " ".join(_texts({key: value for key, value in data.items() if key != "corrections"}))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(part)


def _letters(text: str) -> str:
    """Return the words of a text alone: neither citations nor marks nor line breaks make a difference."""
    return " ".join(_WORD.findall(GROUP.sub(" ", text).casefold()))
