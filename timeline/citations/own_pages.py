"""The site's own pages and data as works to cite."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline.catalogue import Item
from timeline.citations.work import Work, of_source
from timeline.language import references
from timeline.language.phrases import contributors
from timeline.project.history import UNKNOWN
from timeline.project.site import Site
from timeline.records.source import Source


def page_record(site: Site, title: str, path: str, file: str = "") -> Item[Source]:
    """Return a page of the site as a source, dated by the last change of the file that its text is made from.

    Where nobody knows that change it has no date, as in the page's head: another file's would be untrue.
    """
    last = site.history.changed(file) if file else site.history.last
    changed = last.date() if last and last.year > UNKNOWN.year else None
    fields: dict[str, Any] = {
        "type": "webpage",
        "kind": "encyclopaedia",
        "title": title,
        "container-title": site.name,
        "language": site.language,
        "issued": changed.isoformat() if changed else None,
        "note": references.version(site.version) if site.version else None,
    }
    key = path.strip("/").rpartition("/")[2] or "timeline"
    whole = title == site.name and site.url
    place = {
        "url": f"{site.url}{path}" if site.url else None,
        "container_title": None if whole else site.name,
    }  # a preview's too
    return Item(key, "source", Source.model_validate(fields).model_copy(update=place), file)


def data_record(site: Site) -> Item[Source]:
    """Return the dataset as a source."""
    item = page_record(site, site.name, "data/")
    makers = (contributors(site.name),)
    return replace(item, record=item.record.model_copy(update={"type": "dataset", "author": makers}))


def of_page(site: Site, source: Source) -> Work:
    """Return a page of the site, or its data, as a work in the version that the site has."""
    whole = source.title == site.name
    work = replace(of_source(source), version=site.version or None, whole=whole)
    return replace(work, container=None if whole else site.name)
