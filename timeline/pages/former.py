"""Addresses of the past: where records lie that had another id, and which records are gone on purpose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline.catalogue import Catalogue
from timeline.records.kinds import KIND, Kind


class Move(NamedTuple):
    """A former address below the root, the title of what lay there, and the way from it to where that lies now."""

    path: str
    title: str
    target: str


def moves(catalogue: Catalogue) -> Iterator[Move]:
    """Yield every former address of a page."""
    for kind in KIND.values():
        for item in getattr(catalogue, kind.many).values() if kind.own_page else ():
            for alias in getattr(item.record, "aliases", ()):
                title, onward = item.name, f"../{item.id}/"
                yield Move(f"{kind.section}/{alias}/", title, onward)
                if kind.one == "era":
                    yield Move(f"embed/{alias}/", title, onward)
                if kind.one == "era" and item.record.teaching:
                    yield Move(f"teach/{alias}/", title, onward)
                    for part in ("slides", "answers"):
                        yield Move(f"teach/{alias}/{part}/", title, f"../../{item.id}/{part}/")


def gone(catalogue: Catalogue) -> Iterator[tuple[str, Kind, str]]:
    """Yield the address of each record that is gone and had a page, with its kind and the reason."""
    for name, reason in catalogue.gone.items():
        one, _, id_ = name.partition(":")
        if KIND[one].own_page:
            yield KIND[one].address(id_), KIND[one], reason
