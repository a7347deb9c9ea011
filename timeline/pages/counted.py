"""The numbers that leads of lists name, by the word that is counted."""

from __future__ import annotations

from timeline.catalogue import Catalogue, corrections_of


def counts(catalogue: Catalogue) -> dict[str, int]:
    """Return how many of each thing a timeline has."""
    return {
        "event": len(catalogue.events),
        "source": len(catalogue.sources),
        "part": len(catalogue.eras),
        "question": sum(len(event.record.disputes) for event in catalogue.events.values()),
        "change": len(corrections_of(catalogue)),
        "pack": sum(bool(era.record.teaching) for era in catalogue.eras.values()),
        "statement": sum(len(r.statements) for a in catalogue.audits.values() for r in a.record.records),
        "record": len({r.record for a in catalogue.audits.values() for r in a.record.records if r.statements}),
        "picture": len(catalogue.media),
        "step": len(catalogue.story.moments) if catalogue.story else 0,
    }
