"""A source as a line of a bibliography, in the site's own style: authors, title, container, publisher, date."""

from __future__ import annotations

from markupsafe import Markup, escape

from timeline.language import references as words
from timeline.language.dates import words as in_words
from timeline.language.locale import TAG, direction
from timeline.records import pages
from timeline.records.names import read
from timeline.records.source import Source

_ITALIC = {
    "book",
    "report",
    "thesis",
    "treaty",
    "legislation",
    "regulation",
    "bill",
    "legal_case",
    "dataset",
    "document",
}
"""Types whose title stands for the whole work; titles of parts stand between quotation marks."""


def reference(source: Source, language: str = TAG) -> Markup:
    """Return the HTML of one bibliography line, ending in a full stop; what is not known is left out.

    language: that of the page; a title in another one says which it is in.
    """
    parts = [people(source.author), _title(source, language), _container(source), _imprint(source)]
    return Markup(" ").join(_stopped(part) for part in parts if part)


def label(source: Source) -> str:
    """Return a short plain name for a source: author or maker, and year."""
    families = [_family(name) for name in source.author]
    name = words.short(families) if families else source.publisher or source.container_title or source.host
    return f"{name}, {in_words(source.issued)}" if source.issued else name


def title_of(source: Source) -> str:
    """Return the plain title of a source, or words that say that nobody has seen it."""
    return source.title or words.untitled(source.publisher or source.container_title or source.host)


def people(names: tuple[str, ...]) -> str:
    """Return names in reading order, the first one inverted: `Family, Given, Given Family and Given Family`."""
    return words.listed([*(read(name).sorted for name in names[:1]), *map(_read, names[1:])])


def _read(name: str) -> str:
    return read(name).read


def _title(source: Source, language: str) -> Markup:
    if not source.title:
        return Markup("[{}]").format(title_of(source))
    tag = source.language if source.language and source.language != language else ""
    lang = Markup(' lang="{}"{}').format(tag, Markup(direction(tag))) if tag else ""
    text = Markup("<cite{}>{}</cite>" if source.type in _ITALIC else "<span{}>“{}”</span>").format(lang, source.title)
    if source.title_translation:
        text += Markup(" [{}]").format(source.title_translation)
    return text


def _container(source: Source) -> Markup:
    parts: list[str] = []
    if source.container_title:
        within = words.IN if source.type == "chapter" else ""
        turned = Markup(direction(source.language or ""))
        parts.append(Markup("{}<cite{}>{}</cite>").format(within, turned, source.container_title))
    if source.editor:
        parts.append(words.edited_by(words.listed([*map(_read, source.editor)])))
    if source.volume:
        parts.append(words.volume(source.volume))
    if issue := source.issue or source.number:
        parts.append(words.number(issue, inside=bool(source.container_title or source.volume)))
    if source.page:
        parts.append(words.pages(pages.read(source.page).written(), pages.read(source.page).several))
    return Markup(", ").join(parts)


def _imprint(source: Source) -> Markup:
    publisher = source.publisher if source.publisher != source.container_title else None
    collection = Markup("<cite>{}</cite>").format(source.collection_title) if source.collection_title else None
    date = in_words(source.issued) if source.issued else None
    return Markup(", ").join(part for part in (collection, source.publisher_place, publisher, date) if part)


def _family(name: str) -> str:
    known = read(name)
    return known.family or known.whole


def _stopped(part: str) -> Markup:
    closed = escape(part)
    return closed if closed.striptags().rstrip("”").endswith((".", "?", "!")) else closed + "."
