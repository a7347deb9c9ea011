"""What pages say of themselves and of what they are about, as linked data: JSON-LD in the words of schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from timeline.catalogue import Catalogue, Item
from timeline.citations.house_style import title_of
from timeline.dates import Date, Point
from timeline.exports import inventory
from timeline.exports.format import SCHEMA_VERSION
from timeline.language import data_texts, page_titles
from timeline.language.phrases import contributors
from timeline.pages.pictures import pictures_of
from timeline.pages.plain_text import plain
from timeline.project.site import Site
from timeline.records import names
from timeline.records.citing import citings
from timeline.records.entities import Actor, Place, Topic
from timeline.records.era import Era
from timeline.records.event import Event
from timeline.records.kinds import KIND
from timeline.records.source import CslType, Source
from timeline.records.walk import Walk

Thing = dict[str, Any]

WORKS: Mapping[CslType, str] = {
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "bill": "Legislation",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "entry-encyclopedia": "Article",
    "legislation": "Legislation",
    "paper-conference": "ScholarlyArticle",
    "post-weblog": "BlogPosting",
    "regulation": "Legislation",
    "report": "Report",
    "thesis": "Thesis",
    "treaty": "Legislation",
    "webpage": "WebPage",
}
"""What schema.org calls the types of CSL; every other type is a `CreativeWork`."""

AGENTS = {"person": "Person", "body": "Organization", "state": "Country"}


def script(about: Thing) -> Markup:
    """Return the element that holds a description; no text in it can end it."""
    text = json.dumps({"@context": "https://schema.org", **about}, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(f'<script type="application/ld+json">{safe}</script>\n')


def event(catalogue: Catalogue, site: Site, item: Item[Event], changed: str | None) -> Thing:
    """Return an event's page: an article about an event, with where and when it was and what it cites."""
    record = item.record
    places = [_place(site, catalogue.places[id_]) for id_ in record.places]
    about = _known(
        {
            "@type": "Event",
            "name": record.title,
            "description": record.summary,
            "startDate": _iso(record.date.start),
            "endDate": _iso(record.date.end) if record.date.is_interval else None,
            "location": places,
        }
    )
    more = {
        "about": about,
        "spatialCoverage": [{"@type": "Place", "name": place["name"]} for place in places],
        "mentions": [_agent(catalogue.actors[id_].record) for id_ in record.actors],
        "keywords": [catalogue.topics[id_].record.title for id_ in record.topics],
    }
    return _article(catalogue, site, item, record.summary, changed, more)


def era(catalogue: Catalogue, site: Site, item: Item[Era], changed: str | None) -> Thing:
    """Return an era's page: an article with the time that it covers and what it cites."""
    return _article(catalogue, site, item, item.record.summary, changed, {})


def _article(
    catalogue: Catalogue, site: Site, item: Item[Any], summary: str, changed: str | None, more: Thing
) -> Thing:
    record = item.record
    shown = pictures_of(catalogue, KIND[item.kind].many, item.id)
    cited = [citation.key for citation in record.citations] + [c.cite.key for c in citings(record)]
    keys = dict.fromkeys([*cited, *(key for picture in shown for key in picture.record.citations)])
    told = site.history.changed(item.file) and changed
    first = site.history.of(item.file, [KIND[item.kind].path(alias) for alias in record.aliases]).first
    return _known(
        {
            **_page(site, "Article", item.path, record.title, summary),
            "headline": record.title,
            "author": _contributors(site),
            "datePublished": first.date().isoformat() if told else None,
            "dateModified": changed,
            "temporalCoverage": record.date.text,
            "citation": [_cited(catalogue.sources[key].record) for key in keys],
            **more,
        }
    )


def topic(site: Site, item: Item[Topic]) -> Thing:
    """Return a topic's page: a collection."""
    return _page(site, "CollectionPage", item.path, item.record.title, item.record.description)


def actor(site: Site, item: Item[Actor]) -> Thing:
    """Return the page of a person, a body or a state, with its names in all spellings."""
    record = item.record
    about = _agent(record) | _known({"description": record.description, "alternateName": _names(record)})
    kind = "ProfilePage" if record.kind == "person" else "WebPage"
    return _page(site, kind, item.path, record.name, record.description) | {"mainEntity": about}


def place(site: Site, item: Item[Place]) -> Thing:
    """Return the page of a place, with its names in all spellings."""
    record = item.record
    country = {"@type": "Country", "name": record.country}
    about = _place(site, item) | {"containedInPlace": country}
    about |= _known({"description": record.description, "alternateName": _names(record)})
    return _page(site, "WebPage", item.path, record.name, record.description) | {"mainEntity": about}


def source(site: Site, item: Item[Source]) -> Thing:
    """Return the page of a source, and the work that it describes."""
    record = item.record
    about = _known(
        {
            "@type": WORKS.get(record.type, "CreativeWork"),
            "name": title_of(record),
            "url": record.url,
            "alternateName": record.title_translation,
            "author": [_named(name) for name in record.author],
            "publisher": {"@type": "Organization", "name": record.publisher} if record.publisher else None,
            "isPartOf": {"@type": "CreativeWork", "name": record.container_title} if record.container_title else None,
            "datePublished": _iso(record.issued.start) if record.issued and not record.issued.is_interval else None,
            "inLanguage": record.language,
            "archivedAt": record.archive_location,
            "identifier": record.doi_address,
            "isbn": record.isbn if record.type == "book" else None,
        }
    )
    return _page(site, "WebPage", item.path, title_of(record), None) | {"mainEntity": about}


def walk(site: Site, item: Item[Walk]) -> Thing:
    """Return the page of a walk: a collection, of the events that answer its question."""
    return _page(site, "CollectionPage", item.path, item.record.question, item.record.summary)


def listing(site: Site, path: str, title: str, description: str) -> Thing:
    """Return a page that lists records."""
    return _page(site, "CollectionPage", path, title, description)


def lesson(site: Site, path: str, title: str, description: str, era: Item[Era]) -> Thing:
    """Return a classroom pack: a work to learn from, about an era."""
    more = {
        "author": _contributors(site),
        "learningResourceType": page_titles.LESSON,
        "temporalCoverage": era.record.date.text,
        "isBasedOn": f"{site.url}{era.path}" if site.url else None,
    }
    return _known(_page(site, "LearningResource", path, title, description) | more)


def material(site: Site, path: str, title: str, description: str) -> Thing:
    """Return something to teach with that belongs to no one era: a poster, a map."""
    more = {"author": _contributors(site), "learningResourceType": page_titles.MATERIAL}
    return _known(_page(site, "LearningResource", path, title, description) | more)


def glossary(catalogue: Catalogue, site: Site, path: str, title: str, description: str) -> Thing:
    """Return the glossary: a set of defined terms."""
    terms = [
        {"@type": "DefinedTerm", "name": term.record.term, "description": plain(term.record.definition)}
        for term in catalogue.terms.values()
    ]
    return _known(_page(site, "DefinedTermSet", path, title, description) | {"hasDefinedTerm": terms})


def website(site: Site) -> Thing:
    """Return the whole: what the home page says."""
    more = {"description": site.description, "inLanguage": site.language, "license": site.licence_url}
    return _known({**_website(site), **more, "author": _contributors(site)})


def dataset(catalogue: Catalogue, site: Site, changed: str | None) -> Thing:
    """Return the dataset: what it holds, from when to when and where, on what terms, and its files."""
    dates = [item.record.date for item in (catalogue.eras or catalogue.events).values()]
    countries = dict.fromkeys(catalogue.places[id_].record.country for id_ in catalogue.by_place)
    title, description = data_texts.dataset(site.name, len(catalogue.events), len(catalogue.sources))
    base = f"{site.url}data/" if site.url else ""
    files = [(f"v1/{file.path}", file.media) for file in inventory.files() if not file.of]
    more = {
        "version": site.version or SCHEMA_VERSION,
        "isAccessibleForFree": True,
        "creator": _contributors(site),
        "dateModified": changed,
        "temporalCoverage": _coverage(dates),
        "spatialCoverage": [{"@type": "Country", "name": name} for name in countries],
        "keywords": [item.record.title for item in catalogue.topics.values()],
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": media, "contentUrl": f"{base}{path}"}
            for path, media in [("v1.zip", "application/zip"), *files]
        ],
    }
    return _known(_page(site, "Dataset", "data/", title, description) | more)


def _page(site: Site, kind: str, path: str, title: str, description: str | None) -> Thing:
    """Return what every page says of itself."""
    return _known(
        {
            "@type": kind,
            "name": title,
            "description": description,
            "url": f"{site.url}{path}" if site.url else None,
            "inLanguage": site.language,
            "license": site.licence_url,
            "isPartOf": _website(site),
        }
    )


def _website(site: Site) -> Thing:
    return _known({"@type": "WebSite", "name": site.name, "url": site.url})


def _contributors(site: Site) -> Thing:
    return {"@type": "Organization", "name": contributors(site.name)}


def _agent(actor: Actor) -> Thing:
    return {"@type": AGENTS[actor.kind], "name": actor.name}


def _place(site: Site, item: Item[Place]) -> Thing:
    record = item.record
    geo = {"@type": "GeoCoordinates", "latitude": record.lat, "longitude": record.lon}
    url = f"{site.url}{item.path}" if site.url else None
    return _known({"@type": "Place", "name": record.name, "url": url, "geo": geo})


def _cited(record: Source) -> Thing:
    """Return a source as short as it can be known by: pages with thirty sources have to stay small."""
    known = {"url": record.url} if record.url else {"name": title_of(record)}
    return {"@type": WORKS.get(record.type, "CreativeWork"), **known}


def _named(name: str) -> Thing:
    """Return an author: `Family, Given` is a person, a name in one piece may be anybody."""
    known = names.read(name)
    if not known.person:
        return {"@type": "Organization", "name": known.whole}
    parts = {"familyName": known.family, "givenName": known.given, "honorificSuffix": known.suffix}
    return _known({"@type": "Person", "name": known.read, **parts})


def _names(record: Actor | Place) -> list[str]:
    return list(dict.fromkeys([*record.names.values(), *record.variants]))


def _coverage(dates: Iterable[Date]) -> str | None:
    """Return the EDTF interval from the first of all starts to the last of all ends, as fine as these are known."""
    known = [(date.start, date.end) for date in dates if date.start and date.end]
    if not known:
        return None
    first = min((start for start, _ in known), key=lambda point: point.earliest)
    last = max((end for _, end in known), key=lambda point: point.latest)
    return f"{first.text}/{last.text}"


def _iso(point: Point | None) -> str | None:
    """Return a date as far as ISO 8601 has a form for it: a doubtful one has none."""
    return None if point is None or point.soft or not 1 <= point.earliest.year <= 9999 else point.text


def _known(fields: Thing) -> Thing:
    return {name: value for name, value in fields.items() if value not in (None, "", [])}
