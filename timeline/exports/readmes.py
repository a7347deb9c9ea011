"""Texts that go with the data: README, change log, how to cite it, and the site's short guide for language models."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from timeline.catalogue import Catalogue
from timeline.exports import inventory
from timeline.exports.format import ROOT, SCHEMA_VERSION
from timeline.language import data_texts
from timeline.language.dates import words
from timeline.language.phrases import contributors
from timeline.project.site import Site
from timeline.records.kinds import KIND

LLMS = "llms.txt"
"""Where language models look for a guide, by llmstxt.org: at the site's root."""


def files(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, str]]:
    """Yield the texts inside the dataset, by their paths below data/v1."""
    yield "README.md", readme(catalogue, site)
    yield "CHANGELOG.md", changelog(site)
    yield "CITATION.cff", citation(site)


def readme(catalogue: Catalogue, site: Site) -> str:
    """Return what somebody needs who has nothing but the folder."""
    return "\n".join(_readme(catalogue, site)) + "\n"


def _readme(catalogue: Catalogue, site: Site) -> Iterator[str]:
    heading, origin = data_texts.readme(site.name, site.url)
    yield heading
    yield f"\n{data_texts.edition(_extent(catalogue), SCHEMA_VERSION, site.version)}"
    if site.url:
        yield origin
    if site.licence:
        terms, others = data_texts.licence(site.licence, site.licence_url)
        yield f"\n{terms}"
        yield others
    for section in inventory.SECTIONS.values():
        yield f"\n## {section.title}\n"
        yield from (f"- `{file.path}`: {file.what}" for file in section.files)
    yield f"\n## {data_texts.RELY}\n"
    yield from (f"- {line}" for line in data_texts.PROMISE)


def changelog(site: Site) -> str:
    """Return what changed in the form of the data, the newest first."""
    return data_texts.changelog(site.name, data_texts.CHANGES)


def citation(site: Site) -> str:
    """Return how to cite the dataset (Citation File Format 1.2.0); its texts are quoted as JSON, which is YAML."""
    values = {
        "title": site.name,
        "abstract": site.description,
        "version": site.version,
        "url": f"{site.url}data/" if site.url else "",
        "repository": site.repository.url.rstrip("/"),
        "license": site.licence,
    }
    lines = [
        "cff-version: 1.2.0",
        f"message: {_quoted(data_texts.CITE)}",
        "type: dataset",
        "authors:",
        f"  - name: {_quoted(contributors(site.name))}",
        *(f"{name}: {_quoted(value)}" for name, value in values.items() if value),
        *([f"date-released: {site.history.last:%Y-%m-%d}"] if site.version else ()),
    ]
    return "\n".join(lines) + "\n"


def llms(catalogue: Catalogue, site: Site) -> str:
    """Return the guide: what this is, what holds, and where the whole of it can be read without taking pages apart."""
    return "\n".join(_llms(catalogue, site)) + "\n"


def _llms(catalogue: Catalogue, site: Site) -> Iterator[str]:
    yield f"# {site.name}"
    yield f"\n> {site.description or _extent(catalogue)}"
    yield f"\n{_extent(catalogue)} {data_texts.RULES}"
    if site.licence:
        yield data_texts.name_the_page(site.licence)
    data = {file.path: file for file in inventory.files()}
    yield f"\n## {data_texts.GUIDE_DATA}\n"
    for path in ("README.md", "events.json", "sources.json", "disputes.json", "eras.json", "openapi.json"):
        yield _link(site, f"{ROOT}/{path}", path, data[path].what)
    yield f"\n## {data_texts.GUIDE_PAGES}\n"
    yield from _links(site, (*data_texts.PAGES, (site.links.about, *data_texts.ABOUT)))
    for era in catalogue.eras.values():
        yield _link(site, era.path, era.record.title, words(era.record.date))
    yield f"\n## {data_texts.GUIDE_MORE}\n"
    yield from _links(site, (*data_texts.MORE_PAGES, (site.links.contribute, *data_texts.CONTRIBUTE)))


def _links(site: Site, pages: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """Yield a line for each page that the timeline has."""
    return (_link(site, path, name, what) for path, name, what in pages if path)


def _link(site: Site, path: str, name: str, what: str) -> str:
    return f"- [{name}]({site.url}{path}): {what.rstrip('.')}"


def _extent(catalogue: Catalogue) -> str:
    return data_texts.extent({word: len(getattr(catalogue, KIND[word].many)) for word in data_texts.EXTENT})


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
