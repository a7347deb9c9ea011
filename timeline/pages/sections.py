"""The sections of the header: those that hold something, where the settings name none."""

from __future__ import annotations

from timeline.catalogue import Catalogue
from timeline.language.page_titles import SECTIONS
from timeline.records.kinds import KINDS


def sections(catalogue: Catalogue) -> list[dict[str, str]]:
    """Return path and name of each section of a timeline, in order; one that would be empty is left out."""
    empty = {f"{kind.section}/" for kind in KINDS if not getattr(catalogue, kind.many)}
    if not catalogue.story:
        empty.add("story/")
    if not any(era.record.teaching for era in catalogue.eras.values()):
        empty.add("teach/")
    if not any(event.record.disputes for event in catalogue.events.values()):
        empty.add("disputes/")
    return [{"path": path, "name": name} for path, name in SECTIONS.items() if path not in empty]
