"""Rules about texts: Markdown without HTML and pictures, links that lead somewhere, plain words elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from timeline.characters import fault_of_references, resolved
from timeline.problems import MOST, Problem, Trail, choices
from timeline.reading.corpus import Corpus, Entry, citers, defined_keys
from timeline.records import addresses
from timeline.records import texts as prose
from timeline.records.citing import texts
from timeline.records.kinds import KIND, KINDS

SHORTEST, LONGEST = 60, 220
"""Words of a body: the guide asks for 80 to 220, and the rule leaves some air below."""

_TAG = re.compile(
    r"<!--|</?(?:a|audio|b|blockquote|br|button|center|code|div|em|embed|font|form|h[1-6]|hr|i|iframe|img|input|li|link|"
    r"meta|object|ol|p|pre|s|script|small|span|strong|style|sub|sup|svg|table|td|th|tr|u|ul|video)\b[^<>]*>",
    re.IGNORECASE,
)
"""HTML in a plain value, such as the title of a source, which may hold other words between angle brackets."""

_DEFINITION = re.compile(r"^[ ]{0,3}\[[^\[\]@][^\[\]]*\]:[ \t]*\S+", re.MULTILINE)

_IMAGE = re.compile(r"!\[[^\[\]]*\]\((?:[^()]|\([^()]*\))*\)")


def markdown_texts(corpus: Corpus) -> Iterator[Problem]:
    """Texts are Markdown without HTML and pictures, and their links lead to records or to the web."""
    known = {kind: corpus.ids.get(row.many) for kind, row in KIND.items()} | {"source": defined_keys(corpus)}
    for entry in citers(corpus):
        for trail, text in texts(entry.record):
            if tag := prose.markup(text):
                remedy = "write Markdown: *italic*, **bold**, [text](address)"
                yield entry.problem_in(trail, tag.group(), "html-in-text", f"{tag.group()} is HTML", remedy)
            if image := _IMAGE.search(text):
                message, remedy = f"{image.group()} is a picture", "texts have none: link to it without the !"
                yield entry.problem_in(trail, image.group(), "image-in-text", message, remedy)
            if reference := fault_of_references(text):
                message = f"{reference} brings in a character that cannot be seen, and changes what is read"
                yield entry.problem_in(trail, reference, "hidden-character", message, "remove it")
            if elsewhere := _DEFINITION.search(text):
                message, remedy = "the address of a link stands apart from it", "write it behind: [text](address)"
                yield entry.problem_in(trail, elsewhere.group().strip(), "bad-link", message, remedy)
            targets = dict.fromkeys(prose.targets(text))
            wrong = (problem for target in targets for problem in _bad_link(entry, trail, target, known))
            yield from islice(wrong, MOST + 1)


def _bad_link(entry: Entry[Any], trail: Trail, target: str, known: Mapping[str, set[str] | None]) -> Iterator[Problem]:
    if reference := prose.REFERENCE.match(target):
        kind, id_ = reference["kind"], reference["id"]
        ids = known[kind]
        if ids is not None and id_ not in ids:
            message = f'no {kind} has the id "{id_}"'
            yield entry.problem_in(trail, target, f"unknown-{kind}", message, choices(id_, ids))
    elif target.startswith(("https://", "http://")):
        if fault := addresses.fault(resolved(target)):
            yield entry.problem_in(trail, target, "bad-address", *fault)
    else:
        remedy = "write https://…, or event:, era:, actor:, place:, topic:, source: or term: with an id"
        yield entry.problem_in(trail, target, "bad-link", f'"{target}" leads nowhere', remedy)


def body_length(corpus: Corpus) -> Iterator[Problem]:
    """A body tells its event neither in a headline nor in an essay."""
    for entry in corpus.events.values():
        words = prose.count_words(entry.record.body)
        if not SHORTEST <= words <= LONGEST:
            message = f"{words} words; the guide asks for 80 to 220"
            yield entry.problem(("body",), "body-length", message, "say more, or less", severity="warning")


def plain_values(corpus: Corpus) -> Iterator[Problem]:
    """No value waits to be written, and none that is no Markdown holds HTML: it would show as it stands."""
    for kind in KINDS:
        for entry in getattr(corpus, kind.many).values():
            yield from _plain(entry)
    if corpus.story:
        yield from _plain(corpus.story)


def _plain(entry: Entry[Any]) -> Iterator[Problem]:
    data = entry.file.data
    for key in entry.trail:
        data = data[key]
    markdown = {trail for trail, _ in texts(entry.record)}
    for trail, text in values(data, ()):
        if prose.PENDING in text and prose.PENDING in text.split():
            message, remedy = "this text is still to be written", f"write it, and take {prose.PENDING} away"
            yield entry.problem_in(trail, prose.PENDING, "unfinished-text", message, remedy)
        if "<" in text and trail not in markdown and (tag := _TAG.search(text)):
            remedy = "leave the tag out: readers would see it as it stands"
            yield entry.problem_in(trail, tag.group(), "html-in-text", f"{tag.group()} is HTML", remedy)


def values(value: Any, trail: Trail) -> Iterator[tuple[Trail, str]]:
    """Yield every text within a value, with the way to it."""
    if isinstance(value, str):
        yield trail, value
        return
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield from values(part, (*trail, key))
