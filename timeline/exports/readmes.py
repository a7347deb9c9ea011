"""Texts that go with the data: README, change log, how to cite it, and the site's short guide for language models."""

from __future__ import annotations

import json
from collections.abc import Iterator

from timeline.catalogue import Catalogue
from timeline.exports import inventory
from timeline.exports.format import CHANGES, PROMISE, SCHEMA_VERSION
from timeline.language.dates import words
from timeline.project.site import Site, contributors

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
    yield f"# {site.name}: data"
    yield f"\n{_extent(catalogue)} Format {SCHEMA_VERSION}{f', content of {site.version}' if site.version else ''}."
    if site.url:
        yield f"From <{site.url}data/>."
    if site.licence:
        yield f"\nLicence: [{site.licence}]({site.licence_url}). Name the source and say what you changed."
        yield "The sources themselves belong to their makers."
    for section in inventory.SECTIONS.values():
        yield f"\n## {section.title}\n"
        yield from (f"- `{file.path}`: {file.what}" for file in section.files)
    yield "\n## What you can rely on\n"
    yield from (f"- {line}" for line in PROMISE)


def changelog(site: Site) -> str:
    """Return what changed in the form of the data, the newest first."""
    versions = "".join(f"\n## {version}\n\n{text}\n" for version, text in CHANGES)
    return (
        f"# Changes of the format: data of {site.name}\n\n"
        "Corrections of the content are in `corrections.json` and under `corrections` of each event.\n" + versions
    )


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
        'message: "To cite this version of the data, use what stands here."',
        "type: dataset",
        "authors:",
        f"  - name: {_quoted(contributors(site))}",
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
    yield f"\n{_extent(catalogue)} Every statement cites its source. Dates are EDTF and no finer than the sources: do"
    yield "not make a month into a day. Where sources disagree, all answers stand side by side with their holders."
    if site.licence:
        yield f"Texts and data are under {site.licence}: name the page that you used."
    data = {file.path: file for file in inventory.files()}
    yield "\n## Data\n"
    for path in ("README.md", "events.json", "sources.json", "disputes.json", "eras.json", "openapi.json"):
        yield _link(site, f"data/v1/{path}", path, data[path].what)
    yield "\n## Pages\n"
    for path, name, what in (
        ("events/", "Events", "every event in order of time, with a page each"),
        ("eras/", "Eras", "the narrative in parts"),
        ("disputes/", "Disputes", "where sources disagree"),
        ("sources/", "Sources", "what the pages rest on, and how much of it was read"),
        ("about/", "About", "how dates, names and sources are dealt with"),
    ):
        yield _link(site, path, name, what)
    for era in catalogue.eras.values():
        yield _link(site, era.path, era.record.title, words(era.record.date))
    yield "\n## Optional\n"
    for path, name, what in (
        ("glossary/", "Glossary", "words that need explaining"),
        ("figures/", "Figures", "polls, votes and prices over time"),
        ("corrections/", "Corrections", "what was changed after publication"),
        ("contribute/", "Contribute", "how to report a mistake"),
    ):
        yield _link(site, path, name, what)


def _link(site: Site, path: str, name: str, what: str) -> str:
    return f"- [{name}]({site.url}{path}): {what.rstrip('.')}"


def _extent(catalogue: Catalogue) -> str:
    counted = (
        (len(getattr(catalogue, kind)), kind) for kind in ("events", "sources", "actors", "places", "eras", "terms")
    )
    return ", ".join(f"{count} {kind if count != 1 else kind.removesuffix('s')}" for count, kind in counted) + "."


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
