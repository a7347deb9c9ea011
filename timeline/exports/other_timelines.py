"""The events for maps (GeoJSON, RFC 7946) and for two timelines that others made: TimelineJS and vis-timeline.

Both timelines draw points in time. What they are told is no finer than the record: TimelineJS takes dates of years
or months as they are, with the date in words to show; vis-timeline gets a range from the first possible day to the
last.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from timeline.catalogue import Catalogue, Item
from timeline.dates import Day, Point, Precision
from timeline.exports.geojson import geojson
from timeline.language.data_texts import MORE
from timeline.language.dates import words
from timeline.project.site import Site
from timeline.records.event import Event


def files(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, str]]:
    """Yield the three files, by their paths below data/v1."""
    yield "events.geojson", geojson(catalogue, site)
    for name, content in (("timelinejs.json", timelinejs(catalogue, site)), ("vis.json", vis(catalogue, site))):
        yield name, json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def timelinejs(catalogue: Catalogue, site: Site) -> dict[str, Any]:
    """Return what TimelineJS 3 takes: title, events and eras; its texts are HTML."""
    eras = [
        {
            "start_date": _js_date(era.record.date.start, first=True),
            "end_date": _js_date(era.record.date.end, first=False),
            "text": {"headline": escape(era.record.title, quote=False)},
        }
        for era in catalogue.eras.values()
        if era.record.date.start and era.record.date.end
    ]
    return {
        "title": {"text": {"headline": escape(site.name, quote=False)}},
        "events": [_js_event(catalogue, site, item) for item in catalogue.events.values()],
        "eras": eras,
    }


def _js_event(catalogue: Catalogue, site: Site, item: Item[Event]) -> dict[str, Any]:
    event, date = item.record, item.record.date
    start, end = date.start or date.end, date.end
    more = f' <a href="{escape(site.url + item.path)}">{MORE}</a>' if site.url else ""
    found: dict[str, Any] = {
        "unique_id": item.id,
        "start_date": _js_date(start, first=True),
        "display_date": words(date),
        "group": catalogue.topics[event.topics[0]].record.title,
        "text": {
            "headline": escape(event.title, quote=False),
            "text": f"<p>{escape(event.summary, quote=False)}{more}</p>",
        },
    }
    if end and (date.is_interval or date.precision < Precision.YEAR):
        found["end_date"] = _js_date(end, first=False)
    return found


def _js_date(point: Point | None, *, first: bool) -> dict[str, int]:
    """Return year, month and day as far as they are known; of a decade its first or its last year."""
    if point is None:
        return {}
    day = point.earliest if first else point.latest
    names = ("year", "month", "day")[: max(point.precision - Precision.YEAR, 0) + 1]
    return {name: getattr(day, name) for name in names}


def vis(catalogue: Catalogue, site: Site) -> dict[str, Any]:
    """Return items and groups for the two DataSets of vis-timeline; an open end leaves a point."""
    groups = [
        {"id": topic.id, "content": escape(topic.record.title, quote=False)} for topic in catalogue.topics.values()
    ]
    return {"items": [_vis_item(site, item) for item in catalogue.events.values()], "groups": groups}


def _vis_item(site: Site, item: Item[Event]) -> dict[str, Any]:
    event, date = item.record, item.record.date
    first, last, _ = date.sort_key
    found: dict[str, Any] = {
        "id": item.id,
        "group": event.topics[0],
        "content": escape(event.title, quote=False),
        "title": f"{escape(words(date), quote=False)}: {escape(event.summary, quote=False)}",
        "start": _iso(first),
        "type": "point",
        "edtf": date.text,
        "className": " ".join(("exact", event.importance) if _exact(item) else ("uncertain", event.importance)),
    }
    if first != last:
        found |= {"end": _iso(last.next()), "type": "range"}
    return found | ({"url": f"{site.url}{item.path}"} if site.url else {})


def _exact(item: Item[Event]) -> bool:
    date = item.record.date
    return date.precision is Precision.DAY and not (date.soft_start or date.soft_end)


def _iso(day: Day) -> str:
    """Return a day as JavaScript reads it: years outside 0 to 9999 have a sign and six digits."""
    if 0 <= day.year <= 9999:
        return day.isoformat()
    return f"{'-' if day.year < 0 else '+'}{abs(day.year):06d}-{day.month:02d}-{day.day:02d}"
