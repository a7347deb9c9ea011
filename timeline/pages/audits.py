"""What audits come to: statements by verdict and the share in error, before and after, for each era and in all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from timeline.catalogue import Catalogue, Item
from timeline.language import audits as words
from timeline.records.audit import WRONG, Audit, Reading, Statement


class Tally(NamedTuple):
    """Statements that were tested, by what was found; what records leave out stands apart."""

    name: str
    records: int
    tested: int
    verdicts: Counter[str]
    wrong: int
    left: int
    """Statements in error that were kept, with a reason."""

    @property
    def before(self) -> str:
        """Return the share in error as the records stood when they were read."""
        return words.share(self.wrong, self.tested)

    @property
    def after(self) -> str:
        """Return the share in error that was kept."""
        return words.share(self.left, self.tested)


def tally(name: str, readings: Iterable[Reading]) -> Tally:
    """Return what readings come to; those without statements are still to be made, and do not count."""
    made = [reading for reading in readings if reading.statements]
    found = [statement for reading in made for statement in reading.statements]
    tested = [statement for statement in found if statement.verdict != "omitted"]
    wrong = [statement for statement in tested if statement.verdict in WRONG]
    left = sum(statement.outcome == "kept" for statement in wrong)
    return Tally(name, len(made), len(tested), Counter(s.verdict for s in found), len(wrong), left)


def tallies(catalogue: Catalogue, audit: Audit) -> list[Tally]:
    """Return what an audit comes to in each era, beside the events, and in all."""
    groups: dict[str, list[Reading]] = {era: [] for era in catalogue.eras}
    beside: list[Reading] = []
    for reading in audit.records:
        item = read(catalogue, reading)
        era = catalogue.era_of.get(item.id) if item and item.kind == "event" else None
        groups.get(era or "", beside).append(reading)
    rows = [tally(catalogue.eras[era].record.title, readings) for era, readings in groups.items() if readings]
    rows += [tally(words.BESIDE, beside)] if beside else []
    return [*rows, tally(words.ALL, audit.records)]


def read(catalogue: Catalogue, reading: Reading) -> Item[Any] | None:
    """Return the record that was read, under its id of today; None for the story."""
    kind, _, id_ = reading.record.partition(":")
    if kind == "story":
        return None
    aliases = {alias: item.id for item in catalogue.events.values() for alias in item.record.aliases}
    return catalogue.item(kind, aliases.get(id_, id_) if kind == "event" else id_)


def in_order(statements: Iterable[Statement]) -> list[Statement]:
    """Return statements with what was found wrong first, as they stood otherwise."""
    return sorted(statements, key=lambda statement: statement.verdict == "confirmed")


HELPERS: dict[str, Any] = {
    "audit_tally": tally,
    "audit_tallies": tallies,
    "audit_read": read,
    "audit_in_order": in_order,
    "audit_words": words,
}
"""Functions and words that the templates of audits name."""
