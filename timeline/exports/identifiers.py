"""Names that outlive titles, ids and hosts, so that a reader's software knows a record again after a correction."""

from __future__ import annotations

import uuid
from typing import Any

from timeline.catalogue import Item
from timeline.project.site import Site

_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:timeline")


def urn(site: Site, *parts: str) -> str:
    """Return the identifier (RFC 9562, version 5) of a thing by the timeline's identity and the parts of its own.

    The identity is the name of the timeline, unless settings keep one (`extra.identity`) that a new name leaves alone.
    """
    return f"urn:uuid:{uid(site, *parts)}"


def uid(site: Site, *parts: str) -> str:
    """Return the same identifier without the prefix of an address."""
    return str(uuid.uuid5(_SPACE, "\n".join((site.identity or site.name, *parts))))


def first_id(item: Item[Any]) -> str:
    """Return the id that a record was first published under: the first of its aliases, if it has any."""
    aliases = getattr(item.record, "aliases", ())
    return str(aliases[0]) if aliases else item.id
