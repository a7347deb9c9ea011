"""Bibliographies as files: BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from timeline.catalogue import Catalogue, Item
from timeline.citations.bibtex import bibtex
from timeline.citations.csl import csl
from timeline.citations.ris import ris
from timeline.project.site import Site
from timeline.records.source import Source


def files(catalogue: Catalogue, _: Site) -> Iterator[tuple[str, str]]:
    """Yield every bibliography, by its path below data/v1: of all sources, of each event and of each era.

    An era's holds what its narrative and its events rest on.
    """
    parts = {key: _Parts(item) for key, item in catalogue.sources.items()}
    places = {key: index for index, key in enumerate(catalogue.sources)}
    yield from _three("", parts.values())
    cited: dict[str, set[str]] = {era: set() for era in catalogue.eras}
    for event in catalogue.events.values():
        keys = {citation.key for citation in event.record.citations}
        yield from _three(f"events/{event.id}/", (parts[key] for key in sorted(keys, key=places.__getitem__)))
        if era := catalogue.era_of.get(event.id):
            cited[era] |= keys
    for key, uses in catalogue.uses.items():
        for use in uses:
            if use.kind == "era":
                cited[use.id].add(key)
    for era, keys in cited.items():
        yield from _three(f"eras/{era}/", (parts[key] for key in sorted(keys, key=places.__getitem__)))


class _Parts:
    """One source in the three forms, made once for every file that holds it."""

    def __init__(self, item: Item[Source]) -> None:
        self.csl = json.dumps(csl(item), ensure_ascii=False)
        self.bibtex, self.ris = bibtex(item), ris(item)


def _three(folder: str, parts: Iterable[_Parts]) -> Iterator[tuple[str, str]]:
    found = list(parts)
    yield f"{folder}sources.csl.json", "[\n" + ",\n".join(part.csl for part in found) + "\n]\n"
    yield f"{folder}sources.bib", "\n".join(part.bibtex for part in found)
    yield f"{folder}sources.ris", "\r\n".join(part.ris for part in found)
