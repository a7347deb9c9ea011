"""Every file that others take: all of data/, each part after those it needs, and llms.txt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from timeline.catalogue import Catalogue
from timeline.exports import (
    bibliographies,
    calendars,
    feeds,
    json_files,
    openapi,
    other_timelines,
    package,
    readmes,
    tables,
)
from timeline.exports.format import ROOT
from timeline.project.site import Site

Export = Callable[[Catalogue, Site], Iterator[tuple[str, str]]]
"""Yields files by their path below `ROOT`, each with its text."""

EXPORTS: tuple[Export, ...] = (
    json_files.files,
    tables.files,
    bibliographies.files,
    calendars.files,
    feeds.files,
    other_timelines.files,
    readmes.files,
)

_ENDS = (".json", "/sources.csl.json", "/sources.bib", "/sources.ris", "/events.ics")
"""What follows the id in the names of a record's own files."""

ARCHIVE = f"{ROOT}.zip"


def files(catalogue: Catalogue, site: Site) -> dict[str, bytes]:
    """Return every exported file by its path below the site's root."""
    found = {name: text.encode() for export in EXPORTS for name, text in export(catalogue, site)}
    found[openapi.NAME] = openapi.text(catalogue, site).encode()
    found["datapackage.json"] = package.datapackage(catalogue, site, found)
    found |= dict(_kept(catalogue, found))
    found[package.SUMS] = package.checksums(found)
    return {
        **{f"{ROOT}/{name}": content for name, content in found.items()},
        ARCHIVE: package.archive(found, PurePosixPath(ROOT).name),
        readmes.LLMS: readmes.llms(catalogue, site).encode(),
    }


def _kept(catalogue: Catalogue, found: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of records that had another id under that one too: people have subscribed to them."""
    for kind in ("events", "eras", "topics"):
        for item in getattr(catalogue, kind).values():
            for alias in item.record.aliases:
                for end in _ENDS:
                    if (name := f"{kind}/{item.id}{end}") in found:
                        yield f"{kind}/{alias}{end}", found[name]


def write(site_dir: Path, catalogue: Catalogue, site: Site) -> None:
    """Write every exported file into the site."""
    made: set[Path] = set()
    for name, content in files(catalogue, site).items():
        path = site_dir / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(content)
