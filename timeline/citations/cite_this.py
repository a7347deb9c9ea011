"""Citations in the styles that schools ask for, and as files for reference managers."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from timeline.catalogue import Item
from timeline.citations import apa, chicago, mla
from timeline.citations.bibtex import bibtex
from timeline.citations.csl import csl
from timeline.citations.own_pages import data_record, of_page, page_record
from timeline.citations.ris import ris
from timeline.citations.work import Work, of_source
from timeline.language import references
from timeline.project.site import Site
from timeline.records.source import Source


class Citation(NamedTuple):
    """A work in one style: the name of the style, one entry as HTML, and what kind of entry it is."""

    style: str
    text: Markup
    form: str = ""


class Download(NamedTuple):
    """A record as a file: the name of the format, the name of the file, and an address that holds all of it."""

    format: str
    file: str
    href: str


STYLES = (("APA 7", apa.reference), ("MLA 9", mla.reference), ("Chicago 18", chicago.reference))
"""Chicago in its system of notes and bibliography, which is the one that history classes use."""

_MARKS = {mark: quote(mark) for mark in "% \n\r\"#&'<>?[]\\^`{|}"}
"""ASCII marks that no address may hold, `%` first: replacing them one by one is quicker than `quote`."""
_BEYOND = re.compile(r"[^\x20-\x7e]+")

MEDIA = (("BibTeX", "bib", "application/x-bibtex"), ("RIS", "ris", "application/x-research-info-systems"))


def citations(work: Work) -> list[Citation]:
    """Return a work in each style."""
    return [Citation(name, form(work), _form(name, work)) for name, form in STYLES]


def _form(style: str, work: Work) -> str:
    if style != "Chicago 18":
        return ""
    return references.NOTE if chicago.is_note(work) else references.BIBLIOGRAPHY


def downloads(item: Item[Source]) -> list[Download]:
    """Return a source or the record of a page for reference managers, in links that need no server."""
    texts = (bibtex(item), ris(item))
    files = [_download(item, *medium, text) for medium, text in zip(MEDIA, texts, strict=True)]
    record = {name: value for name, value in csl(item).items() if name != "custom"}
    text = json.dumps([record], ensure_ascii=False, separators=(",", ":"))
    return [*files, _download(item, "CSL-JSON", "json", "application/vnd.citationstyles.csl+json", text)]


def _download(item: Item[Source], name: str, ending: str, media: str, text: str) -> Download:
    for mark, escaped in _MARKS.items():
        text = text.replace(mark, escaped)
    content = _BEYOND.sub(lambda found: quote(found[0]), text)
    return Download(name, f"{item.id}.{ending}", f"data:{media};charset=utf-8,{content}")


class Cited(NamedTuple):
    """What the block "Cite this" shows."""

    citations: list[Citation]
    downloads: list[Download]


def source(item: Item[Source]) -> Cited:
    """Return a source as its page offers it for citing."""
    return Cited(citations(of_source(item.record)), downloads(item))


def page(site: Site, title: str, path: str, file: str = "") -> Cited:
    """Return a page of the site as it offers itself for citing; `file` is where its text comes from."""
    record = page_record(site, title, path, file)
    return Cited(citations(of_page(site, record.record)), downloads(record))


def data(site: Site) -> Cited:
    """Return the dataset as its page offers it for citing: by those who made it, in its version."""
    record = data_record(site)
    return Cited(citations(of_page(site, record.record)), downloads(record))


def view(site: Site) -> dict[str, str]:
    """Return plain citations of a part of the timeline, with `{VIEW}` for its words and `{LINK}` for its address.

    Both are known only to the script that draws it.
    """
    record = page_record(site, references.view("{VIEW}"), "").record.model_copy(update={"url": "{LINK}"})
    return {references.in_style(name): text.striptags() for name, text, _ in citations(of_page(site, record))}


HELPERS: dict[str, Any] = {"cited_source": source, "cited_page": page, "cited_view": view, "cited_data": data}
"""What templates ask for."""
