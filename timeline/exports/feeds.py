"""Feeds of new events and of corrections: Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from timeline.catalogue import Catalogue, Item
from timeline.dates import Precision
from timeline.exports.format import ROOT
from timeline.exports.identifiers import first_id, urn
from timeline.language import data_texts
from timeline.language.dates import words
from timeline.language.phrases import sentence
from timeline.pictures import variants
from timeline.project.site import Site
from timeline.records.event import Correction, Event
from timeline.records.kinds import KIND

ATOM = "http://www.w3.org/2005/Atom"

MOST = 200
"""Entries of a feed: the newest. Who wants all takes the dataset."""


class Image(NamedTuple):
    """A picture of what an entry tells: its address below the site's root, its type, and what it shows."""

    path: str
    type: str
    alt: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed, in either form."""

    id: str
    title: str
    path: str
    text: str
    published: datetime
    updated: datetime
    tags: tuple[str, ...]
    image: Image | None = None


def files(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, str]]:
    """Yield every feed, by its path below data/v1."""
    for name, title, entries in (
        ("feed", site.name, (_event(catalogue, site, item) for item in catalogue.events.values())),
        ("corrections", data_texts.corrections(site.name), _corrections(catalogue, site)),
    ):
        newest = sorted(entries, key=lambda entry: entry.published, reverse=True)[:MOST]
        yield f"{name}.atom", atom(site, name, title, newest)
        yield f"{name}.json", json_feed(site, name, title, newest)


def _event(catalogue: Catalogue, site: Site, item: Item[Event]) -> Entry:
    event = item.record
    change = site.history.of(item.file, [KIND["event"].path(alias) for alias in event.aliases])
    tags = tuple(catalogue.topics[id_].record.title for id_ in event.topics)
    text = f"{sentence(words(event.date))} {event.summary}"
    name = urn(site, "event", first_id(item))
    return Entry(name, event.title, item.path, text, change.first, change.last, tags, _image(catalogue, site, item))


def _image(catalogue: Catalogue, site: Site, item: Item[Event]) -> Image | None:
    """Return the first picture that shows an event, in the form that every reader knows."""
    shown = next((medium for medium in catalogue.media.values() if item.id in medium.record.events), None)
    if shown is None:
        return None
    path = variants.copies(shown.id, shown.record, site.media or Path()).plain
    return Image(path, "image/svg+xml" if path.endswith(".svg") else "image/jpeg", shown.record.alt)


def _corrections(catalogue: Catalogue, site: Site) -> Iterator[Entry]:
    for item in catalogue.events.values():
        for number, correction in enumerate(item.record.corrections):
            name = urn(site, "correction", first_id(item), str(number))
            when = _when(correction, site)
            changed = data_texts.changed(correction.before, correction.now) if correction.before else ""
            parts = (words(correction.date), correction.change, changed, correction.reason or "")
            text = " ".join(sentence(part) for part in parts if part)
            title = data_texts.corrected(item.record.title)
            yield Entry(name, title, f"{item.path}#corrections", text, when, when, ())


def _when(correction: Correction, site: Site) -> datetime:
    """Return the start of the correction's day; a date that names no day is no instant, so the last commit stands."""
    date = correction.date
    if date.precision is not Precision.DAY or date.is_interval or not date.earliest or date.earliest.year < 1:
        return site.history.last
    return datetime(date.earliest.year, date.earliest.month, date.earliest.day, tzinfo=UTC)


def atom(site: Site, name: str, title: str, entries: list[Entry]) -> str:
    """Return an Atom feed; without the site's address its links are relative to the feed itself."""
    ET.register_namespace("", ATOM)
    base = site.url or "../../"
    feed = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": site.language})
    _add(feed, "id", urn(site, "feed", name))
    _add(feed, "title", title)
    _add(feed, "updated", _stamp(max((entry.updated for entry in entries), default=site.history.last)))
    _add(_add(feed, "author"), "name", site.name)
    _add(feed, "link", rel="self", type="application/atom+xml", href=f"{base}{ROOT}/{name}.atom")
    _add(feed, "link", rel="alternate", type="text/html", href=base)
    if site.licence:
        _add(feed, "rights", site.licence)
    for entry in entries:
        part = _add(feed, "entry")
        _add(part, "id", entry.id)
        _add(part, "title", entry.title)
        _add(part, "published", _stamp(entry.published))
        _add(part, "updated", _stamp(entry.updated))
        _add(part, "link", rel="alternate", type="text/html", href=f"{base}{entry.path}")
        if entry.image:
            address = f"{base}{entry.image.path}"
            _add(part, "link", rel="enclosure", type=entry.image.type, href=address, title=entry.image.alt)
        _add(part, "summary", entry.text)
        for tag in entry.tags:
            _add(part, "category", term=tag)
    ET.indent(feed, "")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    child.text = text
    return child


def json_feed(site: Site, name: str, title: str, entries: list[Entry]) -> str:
    """Return a JSON Feed; without the site's address it has no links, because they have to be whole."""
    feed: dict[str, Any] = {"version": "https://jsonfeed.org/version/1.1", "title": title, "language": site.language}
    if site.url:
        feed |= {"home_page_url": site.url, "feed_url": f"{site.url}{ROOT}/{name}.json"}
    feed["authors"] = [{"name": site.name}]
    feed["items"] = [_item(site, entry) for entry in entries]
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _item(site: Site, entry: Entry) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": entry.id,
        "title": entry.title,
        "content_text": entry.text,
        "date_published": _stamp(entry.published),
        "date_modified": _stamp(entry.updated),
        "tags": list(entry.tags),
    }
    if site.url:
        found["url"] = f"{site.url}{entry.path}"
    if site.url and entry.image:
        found["image"] = f"{site.url}{entry.image.path}"
        found["attachments"] = [{"url": found["image"], "mime_type": entry.image.type, "title": entry.image.alt}]
    return found


def _stamp(when: datetime) -> str:
    return f"{when:%Y-%m-%dT%H:%M:%SZ}"
