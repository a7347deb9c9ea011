"""Social cards: one for each event and era, one for the rest; drawn anew only when what they show has changed."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Container, Iterator
from pathlib import Path

import PIL
from PIL import ImageColor

from timeline.catalogue import Catalogue, Item
from timeline.language.counts import plural
from timeline.language.dates import words, year_label
from timeline.language.phrases import capital, typeset, years
from timeline.project import disk
from timeline.project.site import CardStyle, Picture, Site
from timeline.records.era import Era
from timeline.records.event import Event
from timeline.social_cards import drawing
from timeline.social_cards.drawing import Card, Style
from timeline.social_cards.fonts import Font, faces

FOLDER = "assets/cards"
"""Where the cards lie below the site's root."""

REST = "site"
"""The card of every page that has none of its own."""

EDITION = 1
"""Raised when the same card is to look otherwise: what was drawn before then counts as stale."""

MOST_HEAPS = 64

_VARIABLE = re.compile(r"--tl-([a-z]+|[0-9]+)\s*:\s*([^;{}]+)")


def write(site_dir: Path, catalogue: Catalogue, site: Site, look: CardStyle) -> dict[str, Picture]:
    """Write every card into the site; return the picture of each page that has its own, by the page's path.

    A card that was drawn before is taken from `site.cache`; what is there of other cards goes. A text with
    letters that the fonts lack gets no card: its page shows the one of the rest.
    """
    cache = None if site.cache and _leads_away(site.cache) else site.cache
    style = _style(site_dir, look)
    version = _version(style)
    keys: set[str] = set()
    pictures = {}
    for path, card, alt in _Cards(catalogue, site).cards():
        if path and drawing.missing(card, style):
            continue
        key = hashlib.sha256(f"{version} {card!r}".encode()).hexdigest() + ".png"
        keys.add(key)
        pictures[path] = Picture(path.rstrip("/") or REST, alt)
        target = site_dir / FOLDER / f"{pictures[path].name}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_drawn(card, style, cache / key if cache else None))
    for old in cache.glob("*.png") if cache else ():
        if old.name not in keys:
            old.unlink(missing_ok=True)
    return pictures


def _drawn(card: Card, style: Style, kept: Path | None) -> bytes:
    """Return the picture of a card, as it was drawn before or drawn now and kept."""
    if kept and kept.is_file() and not kept.is_symlink():
        return kept.read_bytes()
    picture = drawing.draw(card, style)
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        disk.write(kept.parent, kept.name, picture)
    return picture


def _leads_away(cache: Path) -> bool:
    """Return whether a link stands for the folder or for the one above: what lies behind it is not ours to delete."""
    return cache.is_symlink() or cache.parent.is_symlink()


class _Cards:
    """The cards of one timeline, and what several of them share."""

    def __init__(self, catalogue: Catalogue, site: Site) -> None:
        self.catalogue, self.site = catalogue, site
        self._eras = tuple(self._place(era.record) for era in catalogue.eras.values())
        self._numbers = {id_: number for number, id_ in enumerate(catalogue.eras)}
        self._colours = {id_: str(number) for number, id_ in enumerate(catalogue.topics, 1)}
        first, last = catalogue.span
        self._ends = year_label(int(first)), year_label(int(last - 0.01))
        self._heap = max((last - first) / MOST_HEAPS, 1)
        self._heaps: defaultdict[int, list[Item[Event]]] = defaultdict(list)
        for event in catalogue.events.values():
            self._heaps[int((event.record.date.start_year - first) / self._heap)].append(event)

    def cards(self) -> Iterator[tuple[str, Card, str]]:
        """Yield the path of each page that has a card of its own, the card, and what it shows in words."""
        for event in self.catalogue.events.values():
            yield event.path, self._event(event), f"{words(event.record.date)}: {event.record.title}"
        for era in self.catalogue.eras.values():
            yield era.path, self._era(era), f"{years(era.record.date)}: {era.record.title}"
        whole = self._card(self.site.name, "link", under=self.site.subtitle, **self._columns(self.catalogue.eras))
        yield "", whole, ": ".join(filter(None, (self.site.name, self.site.subtitle)))

    def _card(self, title: str, colour: str, **more: object) -> Card:
        shown = {name: typeset(value) for name, value in more.items()}
        site = "" if title == self.site.name else self.site.name
        return Card(typeset(title), colour, eras=self._eras, ends=self._ends, site=site, **shown)

    def _event(self, item: Item[Event]) -> Card:
        event = item.record
        era = self.catalogue.era_of.get(item.id)
        date = words(event.date)
        return self._card(
            event.title,
            self._colours[event.topics[0]],
            kicker=capital(date),
            aside=", ".join(self.catalogue.places[id_].record.name for id_ in event.places[:2]),
            topic=self.catalogue.topics[event.topics[0]].record.title,
            place=self._place(event),
            here=self._numbers.get(era) if era else None,
            label=self.catalogue.eras[era].record.title if era else "",
        )

    def _era(self, item: Item[Era]) -> Card:
        count = len(self.catalogue.by_era.get(item.id, ()))
        return self._card(
            item.record.title,
            "link",
            kicker=years(item.record.date),
            aside=plural(count, "event"),
            here=self._numbers[item.id],
            **self._columns({item.id}),
        )

    def _place(self, record: Event | Era) -> tuple[float, float]:
        first, last = self.catalogue.span
        start, end = ((year - first) / (last - first) for year in (record.date.start_year, record.date.end_year))
        return min(max(start, 0), 1), min(max(end, 0), 1)

    def _columns(self, eras: Container[str]) -> dict[str, object]:
        """Return a heap for each year, in which the events of some eras bear the colours of their topics."""
        first, last = self.catalogue.span
        step = self._heap / (last - first)
        of = self.catalogue.era_of
        heaps = sorted(self._heaps.items())
        columns = tuple(
            (number * step, tuple(self._colours[e.record.topics[0]] if of.get(e.id) in eras else "rule" for e in heap))
            for number, heap in heaps
        )
        return {"columns": columns, "step": step}


def _style(site_dir: Path, look: CardStyle) -> Style:
    """Return the fonts and the colours of the site's own styles; the first value of a colour is its light one."""
    sheets = "".join((site_dir / name).read_text(encoding="utf-8") for name in look.colours)
    values = _VARIABLE.findall(sheets)
    colours = {name: colour for name, value in reversed(values) if (colour := _hex(value))}
    colours |= {name: colours["ink"] for name, _ in values if name not in colours}
    available = faces(site_dir / look.fonts)
    title, text = look.title, look.text
    return Style(
        Font(available, title, 620),
        Font(available, title, 560),
        Font(available, text, 400),
        Font(available, text, 620),
        colours,
    )


def _hex(value: str) -> str:
    """Return a colour of a style sheet as `#rrggbb`, or nothing for what only a browser can compute."""
    try:
        red, green, blue, *_ = ImageColor.getrgb(value.strip())
    except ValueError:
        return ""
    return f"#{red:02x}{green:02x}{blue:02x}"


def _version(style: Style) -> str:
    """Return what a card depends on besides its words: fonts, colours, and the programs that draw."""
    files = sorted({face.file for hand in (style.title, style.text) for face in hand.faces})
    fonts = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    return f"{EDITION} {PIL.__version__} {fonts} {style.colours}"
