"""Words of long lists: by what they can be filtered, and what the choices are called."""

from __future__ import annotations

from collections.abc import Mapping

FACETS: Mapping[str, str] = {
    "era": "Era",
    "topic": "Topic",
    "weight": "Weight",
    "kind": "Kind",
    "language": "Language",
    "read": "Read for this site",
    "counted": "Who counted",
    "shown": "Values",
}
"""By what lists are filtered, by the key that stands in addresses."""

WEIGHTS: Mapping[str, str] = {"landmark": "Landmark events", "major": "Major events", "minor": "Other events"}
"""How much an event weighs, said of what belongs to it."""

ACTORS: Mapping[str, str] = {"person": "People", "body": "Bodies", "state": "States"}

OFTEN: Mapping[str, str] = {
    "often": "10 events and more",
    "some": "2 to 9 events",
    "once": "1 event",
    "none": "No event",
}
"""In how many events somebody takes part."""

OFTEN_FROM: Mapping[str, int] = {"often": 10, "some": 2, "once": 1, "none": 0}
"""From how many events on each of these words holds."""

COUNTED_BY: Mapping[str, str] = {"state": "A state", "others": "Others"}

SHOWN: Mapping[str, str] = {"time": "Over time", "moment": "Of one date"}
