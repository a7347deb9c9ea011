"""Events and their places as GeoJSON (RFC 7946)."""

from __future__ import annotations

import json
from typing import Any

from timeline.catalogue import Catalogue, Item
from timeline.exports.published import span
from timeline.project.site import Site
from timeline.records.event import Event


def geojson(catalogue: Catalogue, site: Site) -> str:
    """Return a feature for each event, one a line: at its place or places, or nowhere when it has none."""
    rows = (json.dumps(_feature(catalogue, site, item), ensure_ascii=False) for item in catalogue.events.values())
    return '{"type": "FeatureCollection", "features": [\n' + ",\n".join(rows) + "\n]}\n"


def _feature(catalogue: Catalogue, site: Site, item: Item[Event]) -> dict[str, Any]:
    event, date = item.record, item.record.date
    places = [catalogue.places[id_].record for id_ in event.places]
    points = [[place.lon, place.lat] for place in places]
    one = len(points) == 1
    properties = {
        "title": event.title,
        "date": date.text,
        **span(date),
        "era": catalogue.era_of.get(item.id),
        "topic": event.topics[0],
        "importance": event.importance,
        "summary": event.summary,
        "places": "; ".join(place.name for place in places),
        "path": item.path,
        **({"url": f"{site.url}{item.path}"} if site.url else {}),
    }
    geometry = {"type": "Point" if one else "MultiPoint", "coordinates": points[0] if one else points}
    return {"type": "Feature", "id": item.id, "geometry": geometry if points else None, "properties": properties}
