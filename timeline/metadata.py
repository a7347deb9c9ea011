"""What pages say of themselves to reference managers and search engines.

Highwire Press tags (`citation_…`), Dublin Core (`DC.…`) and JSON-LD in the words of schema.org.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from timeline.catalogue import Catalogue, Item
from timeline.contract import SCHEMA_VERSION
from timeline.dates import Date, Point
from timeline.page import Site
from timeline.records import Era, Event
from timeline.references import title_of

MEDIA = {
    "events.json": "application/json",
    "events.csv": "text/csv",
    "events.ics": "text/calendar",
    "sources.csl.json": "application/vnd.citationstyles.csl+json",
    "sources.bib": "application/x-bibtex",
    "datapackage.json": "application/json",
}
"""The files that the description of the dataset names, with their media types."""


def of_event(catalogue: Catalogue, site: Site, item: Item[Event]) -> str:
    """Return the head of an event's page."""
    event = item.record
    places = [catalogue.places[id_].record for id_ in event.places]
    about = {
        "@type": "Event",
        "name": event.title,
        "startDate": _iso(event.date.start),
        "endDate": _iso(event.date.end) if event.date.is_interval else None,
        "location": [
            {
                "@type": "Place",
                "name": place.name,
                "geo": {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon},
            }
            for place in places
        ],
    }
    sources = (catalogue.sources[key].record for key in dict.fromkeys(c.key for c in event.citations))
    cited = [source.url or title_of(source) for source in sources]
    coverage = [event.date.text, *(place.name for place in places)]
    more = {"temporalCoverage": event.date.text, "about": _known(about), "citation": cited}
    alternate = Markup(
        '<link rel="alternate" type="application/json" title="{}" href="../../data/v1/events/{}.json">\n'
    )
    return alternate.format("This event as data", item.id) + _article(site, item, event.title, coverage, more)


def of_era(catalogue: Catalogue, site: Site, item: Item[Era]) -> str:
    """Return the head of an era's page."""
    era = item.record
    return _article(site, item, era.title, [era.date.text], {"temporalCoverage": era.date.text})


def of_dataset(catalogue: Catalogue, site: Site) -> str:
    """Return the head of the page about the data."""
    dates = [era.record.date for era in catalogue.eras.values()] or [e.record.date for e in catalogue.events.values()]
    about = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": f"{site.name}: events and sources",
        "description": f"{len(catalogue.events)} events with dates in EDTF, people, places, figures and the points on "
        f"which sources disagree, and the {len(catalogue.sources)} sources that they rest on.",
        "url": f"{site.url}data/" if site.url else None,
        "version": site.version or SCHEMA_VERSION,
        "license": site.licence_url or None,
        "isAccessibleForFree": True,
        "inLanguage": "en",
        "creator": {"@type": "Organization", "name": f"The contributors of {site.name}"},
        "dateModified": _modified(site, site.history.last.date().isoformat()),
        "temporalCoverage": _coverage(dates),
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": media, "contentUrl": f"{_base(site)}v1/{name}"}
            for name, media in MEDIA.items()
        ],
    }
    return _json_ld(about)


def of_corrections(catalogue: Catalogue, site: Site) -> str:
    """Return the head of the page of corrections: where its feed is as JSON; every page names the one in Atom."""
    return Markup(
        '<link rel="alternate" type="application/feed+json" title="Corrections" href="../data/v1/corrections.json">\n'
    )


def _article(site: Site, item: Item[Any], title: str, coverage: Iterable[str], more: dict[str, Any]) -> Markup:
    address = f"{site.url}{item.path}" if site.url else None
    known = site.history.changed(item.file)
    changed = _modified(site, known.date().isoformat()) if known else None
    tags = [
        ("citation_title", title),
        ("citation_publisher", site.name),
        ("citation_publication_date", changed.replace("-", "/") if changed else None),
        ("citation_language", "en"),
        ("citation_public_url", address),
        ("DC.title", title),
        ("DC.date", changed),
        ("DC.type", "Text"),
        ("DC.language", "en"),
        ("DC.identifier", address),
        *(("DC.coverage", part) for part in coverage),
        ("DC.rights", site.licence_url),
    ]
    metas = Markup("").join(Markup('<meta name="{}" content="{}">\n').format(*tag) for tag in tags if tag[1])
    about = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": title,
        "url": address,
        "inLanguage": "en",
        "author": {"@type": "Organization", "name": f"The contributors of {site.name}"},
        "dateModified": changed,
        "license": site.licence_url,
        "isPartOf": _known({"@type": "WebSite", "name": site.name, "url": site.url}),
        **more,
    }
    return metas + _json_ld(about)


def _modified(site: Site, day: str) -> str | None:
    """Return the day of a change, unless there is no checkout that would know it."""
    return day if site.version else None


def _coverage(dates: list[Date]) -> str | None:
    """Return the interval from the first day to the last of dates, if both are known."""
    first = [date.earliest for date in dates if date.earliest]
    last = [date.latest for date in dates if date.latest]
    return f"{min(first).isoformat()}/{max(last).isoformat()}" if first and last else None


def _iso(point: Point | None) -> str | None:
    """Return a date as far as ISO 8601 has a form for it: a doubtful one has none."""
    return None if point is None or point.soft or not 1 <= point.earliest.year <= 9999 else point.text


def _base(site: Site) -> str:
    return f"{site.url}data/" if site.url else ""


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, "", [])}


def _json_ld(about: dict[str, Any]) -> Markup:
    text = json.dumps(_known(about), ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(f'<script type="application/ld+json">{safe}</script>')
