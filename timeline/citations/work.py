"""What a citation says of a work, whether a source or a page of this site, and the pieces that all styles share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from timeline.citations.house_style import title_of
from timeline.citations.titles import curled, headline
from timeline.dates import Date
from timeline.language.locale import direction
from timeline.records import names, pages
from timeline.records.source import CslType, Source

LEGAL: frozenset[CslType] = frozenset({"bill", "legal_case", "legislation", "regulation", "treaty"})
"""Types that APA and Chicago hand over to the Bluebook."""

ARTICLES: frozenset[CslType] = frozenset({"article-journal", "article-magazine", "article-newspaper", "post-weblog"})
"""Types that stand in a periodical, whose title is a name and so is capitalised in every style."""


@dataclass(frozen=True, slots=True)
class Work:
    """One work; what is not known is None or empty. Names are as records write them."""

    type: CslType
    title: str
    supplied: bool = False
    """Whether the title is not its own but words that describe it."""
    translation: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    container: str | None = None
    collection: str | None = None
    publisher: str | None = None
    place: str | None = None
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    number: str | None = None
    version: str | None = None
    issued: Date | None = None
    accessed: Date | None = None
    link: str | None = None
    whole: bool = False
    """Whether it is a whole site, not a page of one."""

    @property
    def english(self) -> bool:
        """Return whether its title follows the capitals of English; what has no language is taken for English."""
        return not self.language or self.language.split("-")[0] == "en"

    @property
    def pages(self) -> str | None:
        """Return all pages, with an en dash between first and last."""
        return pages.read(self.page).written() or None

    @property
    def several_pages(self) -> bool:
        """Return whether there is more than one page."""
        return pages.read(self.page).several

    def headline(self, text: str) -> str:
        """Return a title with the capitals of an English headline; of any other language, as it is."""
        return headline(text) if self.english else text

    def name(self, text: str) -> str:
        """Return the title of a periodical or a site; a name that begins with a small letter does so on purpose."""
        return text if text[:1].islower() else self.headline(text)


def of_source(source: Source) -> Work:
    """Return a source as a work; the publisher of an article is the periodical where none is named."""
    container, publisher = source.container_title, source.publisher
    if source.type in ARTICLES and not container:
        container, publisher = publisher, None
    return Work(
        type=source.type,
        title=title_of(source),
        supplied=not source.title,
        translation=source.title_translation,
        language=source.language,
        authors=source.author,
        editors=source.editor,
        container=container,
        collection=source.collection_title,
        publisher=publisher,
        place=source.publisher_place,
        volume=source.volume,
        issue=source.issue,
        page=source.page,
        number=source.number,
        issued=source.issued,
        accessed=source.accessed,
        link=source.doi_address or source.url,
    )


def inverted(name: str) -> str:
    """Return a name in reading order: `Given Family`."""
    return names.read(name).read


def sorted_name(name: str) -> str:
    """Return a name as registers have it: `Family, Given`."""
    return names.read(name).sorted


def italic(work: Work, text: str) -> Markup:
    """Return a title in italics."""
    return Markup("<i{}>{}</i>").format(_lang(work), curled(text))


def named(text: str) -> Markup:
    """Return the name of a periodical, a book or a site in italics; its language is not recorded."""
    return Markup("<i>{}</i>").format(curled(text))


def roman(work: Work, text: str) -> Markup:
    """Return a title without any mark."""
    lang = _lang(work)
    return Markup("<span{}>{}</span>").format(lang, curled(text)) if lang else escape(curled(text))


def quoted(work: Work, text: str, mark: str = ".") -> Markup:
    """Return a title between quotation marks, with the mark that follows it inside them."""
    lang = _lang(work)
    marked = Markup("“{}”").format(ended(curled(text, inside=True), mark))
    return Markup("<span{}>{}</span>").format(lang, marked) if lang else marked


def _lang(work: Work) -> Markup:
    if not work.language or work.english:
        return Markup("")
    return Markup(' lang="{}"{}').format(work.language, Markup(direction(work.language)))


def ended(text: str, mark: str = ".") -> str:
    """Return a text with a mark at its end, before closing quotation marks, unless it ends in one already."""
    core = text.rstrip("”’") if text.endswith("”") or text.count("‘") else text
    return text if core.endswith((".", "?", "!", "…")) else f"{core}{mark}{text[len(core) :]}"


def stopped(part: str) -> Markup:
    """Return a part of a citation that ends in a full stop."""
    text = escape(part)
    if not text.endswith(">"):
        return Markup(ended(str(text)))
    return text if text.striptags().rstrip("”’").endswith((".", "?", "!")) else text + "."


def translated_quotation(work: Work, text: str) -> Markup:
    """Return a title between quotation marks and its translation in brackets, with one full stop at the end."""
    if not work.translation:
        return quoted(work, text)
    return listed([quoted(work, text, ""), stopped(f"[{work.translation}]")], " ")


def sentences(parts: Iterable[str | None]) -> Markup:
    """Return the parts that are there, each ended by a full stop."""
    return Markup(" ").join(stopped(part) for part in parts if part)


def listed(parts: Iterable[str | None], between: str = ", ") -> Markup:
    """Return the parts that are there in one row."""
    return Markup(between).join(part for part in parts if part)


def numbered(word: str, value: str | None) -> str | None:
    """Return `No. 7` for a bare number; what says more of itself stays as it is: `EUR 49/013/2002`."""
    return f"{word} {value}" if value and value[:1].isdigit() and "/" not in value and " " not in value else value


def shortened_pages(text: str | None) -> str:
    """Return all pages with the last of each range cut short: `121–28, 130`."""
    return ", ".join(f"{first}–{shortened(first, last)}" if last else first for first, last in pages.read(text).ranges)


def shortened(first: str, last: str) -> str:
    """Return the last page of a range with what it shares with the first left out: 121–28, but 12–34 and 100–105."""
    if not (first.isdigit() and last.isdigit() and len(first) == len(last) > 2):
        return last
    if first[:-2] != last[:-2]:
        shared = next(index for index, pair in enumerate(zip(first, last, strict=True)) if pair[0] != pair[1])
        return last[shared:] if len(last) - shared < len(last) - 1 else last
    return last[-2:]
