"""What the heads of pages say to reference managers and search engines.

Highwire Press tags (`citation_…`), Dublin Core (`DC.…`, `DCTERMS.…`), PRISM, Zotero's own type, and JSON-LD
(`timeline.linkeddata`). Which tags Zotero takes for what was read in its translator and tried with it: a date or place
in `DC.coverage` becomes a location in an archive, a name that is no person's is cut into two. So neither is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup, escape

from timeline.catalogue import Catalogue, Item
from timeline.citations.csl import PERIODICALS
from timeline.citations.house_style import title_of
from timeline.exports.format import ROOT
from timeline.language import page_titles
from timeline.pages import linked_data
from timeline.project.site import Site
from timeline.records import names, pages
from timeline.records.entities import Actor, Place, Topic
from timeline.records.era import Era
from timeline.records.event import Event
from timeline.records.source import CslType, Source
from timeline.records.walk import Walk

Tag = tuple[str, str | None]

ZOTERO: Mapping[CslType, str] = {
    "article-journal": "journalArticle",
    "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle",
    "bill": "bill",
    "book": "book",
    "broadcast": "tvBroadcast",
    "chapter": "bookSection",
    "dataset": "dataset",
    "entry-encyclopedia": "encyclopediaArticle",
    "interview": "interview",
    "legal_case": "case",
    "legislation": "statute",
    "paper-conference": "conferencePaper",
    "post-weblog": "blogPost",
    "regulation": "statute",
    "report": "report",
    "speech": "presentation",
    "thesis": "thesis",
    "webpage": "webpage",
}
"""What Zotero calls the types of CSL; every other type is a `document`."""


UNINDEXED = Markup('<meta name="robots" content="noindex">\n')
"""What a page says that search engines are to leave out."""


def of_event(catalogue: Catalogue, site: Site, item: Item[Event]) -> Markup:
    """Return the head of an event's page."""
    changed = _changed(site, item)
    spatial = [("DCTERMS.spatial", catalogue.places[id_].record.name) for id_ in item.record.places]
    alternate = Markup(
        '<link rel="alternate" type="application/json" title="{}" href="../../{}/events/{}.json">\n'
    ).format(page_titles.EVENT_AS_DATA, ROOT, item.id)
    about = linked_data.event(catalogue, site, item, changed)
    return alternate + _article(site, item, changed, spatial) + linked_data.script(about)


def of_era(catalogue: Catalogue, site: Site, item: Item[Era]) -> Markup:
    """Return the head of an era's page."""
    changed = _changed(site, item)
    return _article(site, item, changed, ()) + linked_data.script(linked_data.era(catalogue, site, item, changed))


def of_topic(catalogue: Catalogue, site: Site, item: Item[Topic]) -> Markup:
    """Return the head of a topic's page."""
    return linked_data.script(linked_data.topic(site, item))


def of_actor(catalogue: Catalogue, site: Site, item: Item[Actor]) -> Markup:
    """Return the head of the page of a person, a body or a state."""
    return linked_data.script(linked_data.actor(site, item))


def of_place(catalogue: Catalogue, site: Site, item: Item[Place]) -> Markup:
    """Return the head of a place's page."""
    return linked_data.script(linked_data.place(site, item))


def of_walk(catalogue: Catalogue, site: Site, item: Item[Walk]) -> Markup:
    """Return the head of the page of a walk."""
    return linked_data.script(linked_data.walk(site, item))


def of_source(catalogue: Catalogue, site: Site, item: Item[Source]) -> Markup:
    """Return the head of a source's page: it tells of the source, so that a reference manager takes the source."""
    source = item.record
    page = pages.read(source.page)
    authors = [names.read(name) for name in source.author]
    issued = source.issued.text if source.issued else None
    tags: list[Tag] = [
        ("z:itemType", ZOTERO.get(source.type, "document")),
        ("citation_title", title_of(source)),
        *(("citation_author", name.sorted) for name in authors if name.person),
        (
            "citation_publication_date",
            issued.replace("-", "/") if issued and issued.replace("-", "").isdigit() else None,
        ),
        ("citation_publisher", source.publisher),
        ("citation_language", source.language),
        ("citation_public_url", source.url),
        ("citation_doi", source.doi),
        ("citation_isbn", source.isbn),
        ("DC.title", title_of(source)),
        *(("DC.creator", name.sorted) for name in authors if name.person),
        ("DC.date", issued),
        ("DC.publisher", source.publisher),
        ("DC.language", source.language),
        ("DC.identifier", source.url),
        ("prism.publicationName", source.container_title or _host(source)),
        ("prism.volume", source.volume),
        ("prism.number", source.issue or source.number),
        ("prism.startingPage", page.first),
        ("prism.endingPage", page.last),
    ]
    return _metas(tags) + linked_data.script(linked_data.source(site, item))


def of_dataset(catalogue: Catalogue, site: Site) -> Markup:
    """Return the head of the page about the data."""
    changed = site.history.last.date().isoformat() if site.version else None
    about = linked_data.dataset(catalogue, site, changed)
    tags = _tags(site, "data/", about["name"], "dataset", changed)
    links = Markup(
        '<link rel="describedby" type="application/json" href="v1/datapackage.json">\n'
        '<link rel="service-desc" type="application/json" href="v1/openapi.json">\n'
    )  # registered link relations: what explains data (POWDER) and an interface (RFC 8631) to programs
    metas = _metas([*tags, ("DC.type", "Dataset"), ("DCTERMS.temporal", about.get("temporalCoverage"))])
    return links + metas + linked_data.script(about)


def of_corrections() -> Markup:
    """Return where the feed of corrections is as JSON; every page names the one in Atom."""
    return Markup(
        '<link rel="alternate" type="application/feed+json" title="{}" href="../{}/corrections.json">\n'
    ).format(page_titles.CORRECTIONS, ROOT)


def of_lesson(site: Site, path: str, title: str, description: str, era: Item[Era]) -> Markup:
    """Return the head of a classroom pack."""
    return linked_data.script(linked_data.lesson(site, path, title, description, era))


def of_material(site: Site, path: str, title: str, description: str) -> Markup:
    """Return the head of a page to teach with that belongs to no one era."""
    return linked_data.script(linked_data.material(site, path, title, description))


def of_list(catalogue: Catalogue, site: Site, template: str, path: str, title: str, description: str) -> Markup:
    """Return the head of a page that lists records."""
    if template == "data":
        return of_dataset(catalogue, site)
    if template == "glossary":
        return linked_data.script(linked_data.glossary(catalogue, site, path, title, description))
    about = linked_data.script(linked_data.listing(site, path, title, description))
    return of_corrections() + about if template == "corrections" else about


def _article(site: Site, item: Item[Any], changed: str | None, more: Iterable[Tag]) -> Markup:
    tags = _tags(site, item.path, item.record.title, "webpage", changed)
    return _metas([*tags, ("DC.type", "Text"), ("DCTERMS.temporal", item.record.date.text), *more])


def _tags(site: Site, path: str, title: str, kind: str, changed: str | None) -> list[Tag]:
    """Return what a page of this site says of itself."""
    address = f"{site.url}{path}" if site.url else None
    return [
        ("z:itemType", kind),
        ("citation_title", title),
        ("citation_publisher", site.name),
        ("citation_publication_date", changed.replace("-", "/") if changed else None),
        ("citation_language", site.language),
        ("citation_public_url", address),
        ("DC.title", title),
        ("DC.date", changed),
        ("DC.publisher", site.name),
        ("DC.language", site.language),
        ("DC.identifier", address),
        ("DC.rights", site.licence_url),
    ]


def _host(source: Source) -> str | None:
    """Return who published what stands by itself on paper or on the web; otherwise this site would seem to be it."""
    return (source.publisher or source.host) if source.type in PERIODICALS or source.type == "webpage" else None


def _metas(tags: Iterable[Tag]) -> Markup:
    return Markup("".join(f'<meta name="{name}" content="{escape(text)}">\n' for name, text in tags if text))


def _changed(site: Site, item: Item[Any]) -> str | None:
    """Return the day of a record's last change, unless there is no checkout that would know it."""
    known = site.history.changed(item.file)
    return known.date().isoformat() if known and site.version else None
