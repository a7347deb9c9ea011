"""A source as a line of a bibliography, in the site's own style: authors, title, container, publisher, date."""

from __future__ import annotations

from markupsafe import Markup, escape

from timeline.language.dates import words
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


def reference(source: Source) -> Markup:
    """Return the HTML of one bibliography line, ending in a full stop; what is not known is left out."""
    parts = [people(source.author), _title(source), _container(source), _imprint(source)]
    return Markup(" ").join(_stopped(part) for part in parts if part)


def label(source: Source) -> str:
    """Return a short plain name for a source: author or maker, and year."""
    name = _family(source.author[0]) if source.author else source.publisher or source.container_title or source.host
    if len(source.author) > 1:
        name += " and others" if len(source.author) > 2 else f" and {_family(source.author[1])}"
    return f"{name}, {words(source.issued)}" if source.issued else name


def title_of(source: Source) -> str:
    """Return the plain title of a source, or words that say that nobody has seen it."""
    return source.title or f"Untitled page of {source.publisher or source.container_title or source.host}"


def people(names: tuple[str, ...]) -> str:
    """Return names in reading order, the first one inverted: `Family, Given, and Given Family`."""
    if not names:
        return ""
    rest = [" ".join(reversed(name.split(", ", 1))) for name in names[1:]]
    if not rest:
        return names[0]
    return ", ".join([names[0], *rest[:-1]]) + f" and {rest[-1]}"


def _title(source: Source) -> Markup:
    if not source.title:
        return Markup("[{}]").format(title_of(source))
    lang = Markup(' lang="{}"').format(source.language) if source.language and source.language != "en" else ""
    text = Markup("<cite{}>{}</cite>" if source.type in _ITALIC else "<span{}>“{}”</span>").format(lang, source.title)
    if source.title_translation:
        text += Markup(" [{}]").format(source.title_translation)
    return text


def _container(source: Source) -> Markup:
    parts = []
    if source.container_title:
        parts.append(
            Markup("{}<cite>{}</cite>").format("In " if source.type == "chapter" else "", source.container_title)
        )
    if source.editor:
        parts.append(
            Markup("edited by {}").format(
                people(tuple(" ".join(reversed(name.split(", ", 1))) for name in source.editor))
            )
        )
    for word, value in (
        ("vol. ", source.volume),
        ("no. " if source.container_title or source.volume else "No. ", source.issue or source.number),
        ("pp. " if "-" in (source.page or "") else "p. ", source.page),
    ):
        if value:
            parts.append(Markup("{}{}").format(word, value.replace("-", "–") if word.startswith("p") else value))
    return Markup(", ").join(parts)


def _imprint(source: Source) -> Markup:
    publisher = source.publisher if source.publisher != source.container_title else None
    collection = Markup("<cite>{}</cite>").format(source.collection_title) if source.collection_title else None
    date = words(source.issued) if source.issued else None
    return Markup(", ").join(part for part in (collection, source.publisher_place, publisher, date) if part)


def _family(name: str) -> str:
    return name.split(", ", 1)[0]


def _stopped(part: str) -> Markup:
    closed = escape(part)
    return closed if closed.striptags().rstrip("”").endswith((".", "?", "!")) else closed + "."
