"""Calendars (iCalendar, RFC 5545 and 7986): the chronology, its eras and topics, and what happened on this day.

A calendar knows whole days and no doubt. So a date that is exact to the day becomes its days; a month, or a span
between months, becomes all its days and says so in the title; what is coarser, open, approximate or uncertain is
left out. `X-EDTF` always has the date as it is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline.catalogue import Catalogue, Item
from timeline.dates import Date, Day, Precision
from timeline.exports.identifiers import first_id, uid
from timeline.language import data_texts
from timeline.language.dates import words
from timeline.project.site import Site
from timeline.records.event import Event

LONGEST = 31
"""Days that an event may last to come back every year; what took longer has no day of remembrance."""

WIDTH = 75
"""Octets of a line before it is folded."""


class Span(NamedTuple):
    """Whole days: the first, and the one after the last."""

    first: Day
    end: Day


def files(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, str]]:
    """Yield every calendar, by its path below data/v1."""
    blocks = {id_: block for id_, item in catalogue.events.items() if (block := _chronology(catalogue, site, item))}
    yield "events.ics", _calendar(site, "events", site.name, blocks.values())
    yield "on-this-day.ics", _on_this_day(catalogue, site)
    for era in catalogue.eras.values():
        found = (blocks[e.id] for e in catalogue.by_era.get(era.id, ()) if e.id in blocks)
        yield f"eras/{era.id}/events.ics", _calendar(site, f"era/{era.id}", f"{site.name}: {era.record.title}", found)
    for topic in catalogue.topics.values():
        found = (blocks[e.id] for e in catalogue.by_topic.get(topic.id, ()) if e.id in blocks)
        name = f"{site.name}: {topic.record.title}"
        yield f"topics/{topic.id}/events.ics", _calendar(site, f"topic/{topic.id}", name, found)


def span(date: Date) -> Span | None:
    """Return the days that a calendar may show for a date, or None where any would be an invention."""
    if not (date.start and date.end) or date.precision < Precision.MONTH or date.approximate or date.uncertain:
        return None
    if not 1 <= date.start.earliest.year <= date.end.latest.year < 9999:
        return None
    return Span(date.start.earliest, date.end.latest.next())


def _on_this_day(catalogue: Catalogue, site: Site) -> str:
    found = (block for item in catalogue.events.values() if (block := _anniversary(catalogue, site, item)))
    return _calendar(site, "on-this-day", data_texts.on_this_day(site.name), found)


def _chronology(catalogue: Catalogue, site: Site, item: Item[Event]) -> str:
    date = item.record.date
    days = span(date)
    if not days:
        return ""
    exact = date.precision is Precision.DAY
    title = item.record.title if exact else f"{item.record.title} ({words(date)})"
    return _event(catalogue, site, item, uid(site, "event", first_id(item)), title, days)


def _anniversary(catalogue: Catalogue, site: Site, item: Item[Event]) -> str:
    date = item.record.date
    days = span(date)
    if not days or date.precision is not Precision.DAY or _length(days) > LONGEST:
        return ""
    title = f"{days.first.year}: {item.record.title}"
    name = uid(site, "anniversary", first_id(item))
    return _event(catalogue, site, item, name, title, days, "RRULE:FREQ=YEARLY")


def _length(days: Span) -> int:
    """Return the number of days, or one too many where it is more than `LONGEST`."""
    day, count = days.first, 0
    while day < days.end and count <= LONGEST:
        day, count = day.next(), count + 1
    return count


def _event(catalogue: Catalogue, site: Site, item: Item[Event], name: str, title: str, days: Span, *more: str) -> str:
    event = item.record
    changed = f"{site.history.of(item.file).last:%Y%m%dT%H%M%SZ}"
    address = f"{site.url}{item.path}" if site.url else ""
    places = [catalogue.places[id_].record for id_ in event.places]
    lines = [
        "BEGIN:VEVENT",
        f"UID:{name}",
        f"DTSTAMP:{changed}",
        f"LAST-MODIFIED:{changed}",
        f"SEQUENCE:{len(event.corrections)}",
        f"DTSTART;VALUE=DATE:{_day(days.first)}",
        f"DTEND;VALUE=DATE:{_day(days.end)}",
        *more,
        f"SUMMARY:{text(title)}",
        f"DESCRIPTION:{text(' '.join(part for part in (f'{words(event.date)}.', event.summary, address) if part))}",
        f"CATEGORIES:{','.join(text(catalogue.topics[id_].record.title) for id_ in event.topics)}",
        *([f"LOCATION:{text(', '.join(place.name for place in places))}"] if places else ()),
        *([f"GEO:{_degrees(places[0].lat)};{_degrees(places[0].lon)}"] if len(places) == 1 else ()),
        *([f"URL:{address}"] if address else ()),
        "TRANSP:TRANSPARENT",
        f"X-EDTF:{event.date.text}",
        "END:VEVENT",
    ]
    return _folded(lines)


def _calendar(site: Site, name: str, title: str, blocks: Iterable[str]) -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//timeline//calendars 1//{site.language.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"UID:{uid(site, 'calendar', name)}",
        f"NAME:{text(title)}",
        f"X-WR-CALNAME:{text(title)}",
        f"LAST-MODIFIED:{site.history.last:%Y%m%dT%H%M%SZ}",
        "REFRESH-INTERVAL;VALUE=DURATION:P7D",
        *([f"URL:{site.url}"] if site.url else ()),
    ]
    return _folded(lines) + "".join(blocks) + "END:VCALENDAR\r\n"


def text(value: str) -> str:
    """Return a text with the marks escaped that part values and lines."""
    value = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return value.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _folded(lines: Iterable[str]) -> str:
    return "".join(f"{fold(line)}\r\n" for line in lines)


def fold(line: str) -> str:
    """Return a line cut into pieces of at most 75 octets, none within a letter."""
    if len(line.encode()) <= WIDTH:
        return line
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > WIDTH:
            pieces.append(piece)
            piece, size = "", 1  # the blank that opens a continuation counts
        piece, size = piece + letter, size + octets
    return "\r\n ".join([*pieces, piece])


def _degrees(value: float) -> str:
    """Return degrees without an exponent, which RFC 5545 does not know, and without idle zeros."""
    text = f"{value:.9f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _day(day: Day) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"
