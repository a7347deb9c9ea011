"""Rules about sources: what is cited is defined, what is defined is cited, and no claim rests on one voice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from timeline.problems import MOST, Problem, choices
from timeline.reading.corpus import Corpus, Entry, citers, defined_keys
from timeline.records import texts as prose
from timeline.records.citing import citings, texts
from timeline.records.era import Era
from timeline.records.event import Event
from timeline.records.kinds import KIND
from timeline.records.source import CitedKey, CitedRecord, Source


def known_citations(corpus: Corpus) -> Iterator[Problem]:
    """An event's citations stand in its own list; other records cite any key of the project."""
    everywhere = defined_keys(corpus)
    for entry in citers(corpus):
        if isinstance(entry.record, Event | Era) and everywhere is not None:
            yield from _unknown_keys(entry, everywhere)
        if isinstance(entry.record, Event):
            own = {citation.key for citation in entry.record.citations}
            yield from _unknown_cites(entry, own, "add it to this event's citations")
        elif everywhere is not None:
            yield from _unknown_cites(entry, everywhere, "give it a file in reference/sources/")


def _unknown_cites(entry: Entry[Any], known: set[str], otherwise: str) -> Iterator[Problem]:
    wrong = (citing for citing in citings(entry.record) if citing.cite.key not in known)
    for trail, needle, cite in islice(wrong, MOST + 1):
        if not cite.key:
            message = f'"{cite.locator}" is no citation'
            remedy = "write [@key, p. 3] or [@key; @other-key]"
            yield entry.problem_in(trail, needle, "bad-citation", message, remedy)
        else:
            remedy = choices(cite.key, known) or otherwise
            message = f'nothing here defines "{cite.key}"'
            yield entry.problem_in(trail, needle, "unknown-citation", message, remedy)


def _unknown_keys(entry: Entry[Event | Era], known: set[str]) -> Iterator[Problem]:
    keys = ((index, c.key) for index, c in enumerate(entry.record.citations) if isinstance(c, CitedKey))
    for index, key in islice(((index, key) for index, key in keys if key not in known), MOST + 1):
        remedy = choices(key, known) or "write the whole record here"
        message = f'no source has the key "{key}"'
        yield entry.problem(("citations", index, "key"), "unknown-source", message, remedy)


def unique_sources(corpus: Corpus) -> Iterator[Problem]:
    """A key means one source, and an address has one record."""
    keys = {key: KIND["source"].path(key) for key in corpus.ids["sources"]}
    addresses: dict[str, str] = {}
    for source in corpus.sources.values():
        url, path = source.record.url, source.file.path
        if url and (first := addresses.setdefault(url, path)) != path:
            message = f"{first} describes the same address"
            yield source.problem(("URL",), "same-address", message, "keep one of the two files", severity="warning")
    holders: list[Entry[Any]] = [*corpus.events.values(), *corpus.eras.values()]
    for entry in holders:
        listed: set[str] = set()
        for index, citation in enumerate(entry.record.citations):
            if citation.key in listed:
                message = f'"{citation.key}" stands in this list already'
                yield entry.problem(("citations", index, "key"), "duplicate-source", message, "keep one of the two")
            elif isinstance(citation, CitedRecord):
                yield from _repeated(entry, index, citation, keys, addresses)
            listed.add(citation.key)
            if isinstance(citation, CitedRecord):
                keys.setdefault(citation.key, entry.file.path)
                addresses.setdefault(citation.url or "", entry.file.path)


def _repeated(
    entry: Entry[Any], index: int, citation: CitedRecord, keys: dict[str, str], addresses: dict[str, str]
) -> Iterator[Problem]:
    trail = ("citations", index)
    if first := keys.get(citation.key):
        shared = first == KIND["source"].path(citation.key)
        other = "cite it by its key alone; or give this one another key, if it is another source"
        remedy = "cite it by its key alone, or let build.py tidy do it" if shared else other
        message = f'"{citation.key}" is defined in {first} too'
        yield entry.problem((*trail, "key"), "duplicate-source", message, remedy)
    elif citation.url and citation.url in addresses:
        message = f"{addresses[citation.url]} describes the same address"
        remedy = "cite that one by its key alone"
        yield entry.problem((*trail, "URL"), "same-address", message, remedy, severity="warning")


def used_citations(corpus: Corpus) -> Iterator[Problem]:
    """Every citation in a list is cited, and every file of a source by somebody."""
    used: set[str] = set()
    for entry in citers(corpus):
        own = {citing.cite.key for citing in citings(entry.record)}
        used |= own
        for index, citation in enumerate(entry.record.citations if isinstance(entry.record, Event | Era) else ()):
            if citation.key not in own:
                message = f'nothing cites "{citation.key}"'
                remedy = f"cite it where it is used: [@{citation.key}], or remove it"
                yield entry.problem(("citations", index, "key"), "unused-citation", message, remedy)
    for source in () if corpus.unread else corpus.sources.values():
        if source.id not in used:
            remedy = "cite it, or remove the file"
            yield source.problem((), "unused-source", "nothing cites this source", remedy, severity="warning")


def cited_paragraphs(corpus: Corpus) -> Iterator[Problem]:
    """Every paragraph of an event or an era cites something; questions to a class need not."""
    holders: list[Entry[Any]] = [*corpus.events.values(), *corpus.eras.values()]
    for entry in holders:
        told = ((trail, text) for trail, text in texts(entry.record) if trail[0] != "teaching")
        bare = ((t, part) for t, text in told for part in prose.paragraphs(text) if not prose.GROUP.search(part))
        for trail, paragraph in islice(bare, MOST + 1):
            start = paragraph.splitlines()[0].strip()
            remedy = "end it in a citation: [@key, p. 3]"
            yield entry.problem_in(trail, start, "uncited-paragraph", "this paragraph cites nothing", remedy)


def independent_sources(corpus: Corpus) -> Iterator[Problem]:
    """An event rests on at least two sources that do not copy each other."""
    records = described(corpus)
    for entry in corpus.events.values():
        own = {c.key: c for c in entry.record.citations if isinstance(c, CitedRecord)}
        found = [own.get(c.key) or records.get(c.key) for c in entry.record.citations]
        if None in found:
            continue  # what an unreadable source says of its maker is not known; it has its own problem
        makers = {source.maker.casefold() for source in found if source}
        if len(makers) < 2:
            message = f"all sources come from one maker ({', '.join(sorted(makers))})"
            remedy = "add a source by somebody else; reprints and translations share their `origin`"
            yield entry.problem(("citations",), "too-few-sources", message, remedy)


def described(corpus: Corpus) -> dict[str, Source]:
    """Return the record of every source by its key: in a file of its own, or in what cites it."""
    holders: list[Entry[Any]] = [*corpus.events.values(), *corpus.eras.values()]
    cited = {c.key: c for entry in holders for c in entry.record.citations if isinstance(c, CitedRecord)}
    return {**cited, **{entry.id: entry.record for entry in corpus.sources.values()}}
