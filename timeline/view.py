"""What templates see: the catalogue, words for dates, and links that are relative to the page at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from timeline import citationstyles, contributing, dates, datewords, groups, packs, references
from timeline.catalogue import SECTIONS, Catalogue, Item
from timeline.markdown import Converter
from timeline.notes import Notes
from timeline.prose import plain
from timeline.records import Figure
from timeline.sources import Source
from timeline.wording import KIND_WORDS, LANGUAGE_WORDS, RELATION_WORDS

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(slots=True)
class View:
    """One page being rendered: its depth below the root, and its notes."""

    catalogue: Catalogue
    converter: Converter
    path: str
    notes: Notes = field(default_factory=Notes)
    met: set[str] = field(default_factory=set)
    """Glossary terms that the page has linked already."""
    items: dict[tuple[str, str, str], Markup] = field(default_factory=dict)
    """Events as lists show them, by way to the root, id and target: the pages of one depth share them."""

    @property
    def root(self) -> str:
        """Return the way from this page to the site's root: `../../` for events/x/, nothing for the home page."""
        return "../" * self.path.count("/")

    def url(self, target: Item[Any] | str) -> str:
        """Return the address of a record's page, or of a path below the root, relative to this page."""
        path = target if isinstance(target, str) else target.path
        return f"{self.root}{path}" or "./"

    def resolve(self, kind: str, id_: str) -> str:
        """Return the relative address of the page of a record; terms share one page."""
        if kind == "term":
            return f"{self.root}glossary/#{id_}"
        return f"{self.root}{SECTIONS[kind]}/{id_}/"

    def block(self, text: str) -> Markup:
        """Return a text as HTML paragraphs."""
        return self.converter.block(text, self.notes, self.resolve, self.met)

    def line(self, text: str) -> Markup:
        """Return a text of one paragraph as inline HTML."""
        return self.converter.line(text, self.notes, self.resolve, self.met)

    def defined(self, text: str) -> Markup:
        """Return a definition as inline HTML, without links to the glossary that it stands in."""
        return self.converter.line(text, self.notes, self.resolve)

    def item(self, event: Item[Any], target: str = "") -> Markup:
        """Return an event as a list shows it; rendered once for each depth below the root."""
        key = self.root, event.id, target
        if key not in self.items:
            html = environment().get_template("item.html.j2").render(view=self, event=event, target=target)
            self.items[key] = Markup(html)
        return self.items[key]

    def sources(self) -> Iterator[tuple[Any, Item[Source]]]:
        """Yield the notes of this page with the sources that they stand for; ask last, when all is cited."""
        for note in self.notes:
            yield note, self.catalogue.sources[note.key]


@cache
def environment() -> jinja2.Environment:
    """Return the template environment: autoescaping on, undefined names are errors."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=typeset,
    )
    env.filters.update(
        words=datewords.words,
        short=datewords.short,
        label=references.label,
        number=number,
        language=lambda tag: LANGUAGE_WORDS.get(tag, tag),
        plural=plural,
        when=when,
        day=lambda moment: when(dates.parse(moment.date().isoformat())),
        years=years,
        uncited=plain,
        **groups.FILTERS,
    )
    env.globals.update(
        kind_words=KIND_WORDS,
        relation_words=RELATION_WORDS,
        amount=amount,
        **groups.HELPERS,
        **packs.HELPERS,
        **contributing.HELPERS,
        **citationstyles.HELPERS,
    )
    return env


def typeset(value: Any) -> Any:
    """Return a plain text with typographic apostrophes; whatever is no plain text, or is an address, as it is."""
    if isinstance(value, str) and not isinstance(value, Markup) and "'" in value and "://" not in value:
        return _APOSTROPHE.sub("’", value)
    return value


def number(value: Decimal | int) -> str:
    """Return a number with thousands parted by narrow no-break spaces and a decimal point."""
    return f"{value:,}".replace(",", "\u202f")


def amount(figure: Figure) -> str:
    """Return a figure's number with its unit; a range keeps both ends."""
    if figure.value is not None:
        value = number(figure.value)
    elif figure.low is None:
        value = f"up to {number(figure.high or 0)}"
    elif figure.high is None:
        value = f"at least {number(figure.low)}"
    else:
        value = f"{number(figure.low)}–{number(figure.high)}"
    return f"{value}\u202f%" if figure.unit == "%" else f"{value} {figure.unit}"


def plural(count: int, word: str, words: str | None = None) -> str:
    """Return `1 event` or `2 events`."""
    return f"{count} {word if count == 1 else words or word + 's'}"


def when(date: Any) -> Markup:
    """Return a date as a `<time>` element where HTML has a value for it, otherwise as plain words."""
    text = datewords.words(date)
    machine = date.machine
    return Markup(f'<time datetime="{escape(machine)}">{escape(text)}</time>') if machine else escape(text)


def years(date: Any) -> str:
    """Return the first and last year of an interval: 1815–1848."""
    first, last = date.earliest, date.latest
    if first is None or last is None or first.year == last.year:
        return datewords.words(date) if first is None or last is None else datewords.year_label(first.year)
    return f"{datewords.year_label(first.year)}–{datewords.year_label(last.year)}"
