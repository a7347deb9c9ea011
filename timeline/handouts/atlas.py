"""Maps for the class as Word documents, lying on their side: to fill in, filled, and pictures after them."""

from __future__ import annotations

from timeline.catalogue import Item
from timeline.handouts.illustrations import Illustrations, Plan
from timeline.handouts.sheets import Sheets
from timeline.language import handouts as words
from timeline.records.era import Era

COLUMNS = 4
PICTURE, PLAN, ROW = 135.0, 145.0, 8
"""Millimetres that a picture has from top to bottom at most, a map with its list, and a row of the list."""


def of_era(illustrations: Illustrations, era: Item[Era], credit: str) -> bytes | None:
    """Return the map and the pictures of an era; None where it has neither."""
    plan, pictures = illustrations.plan_of(era), illustrations.pictures(era, 4)
    if not plan and not pictures:
        return None
    sheets = Sheets(f"{era.record.title}: {words.MAP_AND_PICTURES}", credit, lying=True)
    if plan:
        _plan(sheets, plan, blank=True)
        _plan(sheets, plan, blank=False, fresh=True)
    for at, shown in enumerate(pictures):
        sheets.heading(shown.title, fresh=bool(plan) or at > 0)
        sheets.picture(shown, PICTURE)
    return sheets.data()


def of_all(illustrations: Illustrations, credit: str, *, blank: bool) -> bytes | None:
    """Return the maps of the whole timeline, filled or to fill in; None without a place."""
    plans = illustrations.plans()
    if not plans:
        return None
    sheets = Sheets(words.FILL_IN if blank else words.MAP, credit, lying=True)
    for at, plan in enumerate(plans):
        _plan(sheets, plan, blank=blank, fresh=at > 0)
    return sheets.data()


def _plan(sheets: Sheets, plan: Plan, *, blank: bool, fresh: bool = False) -> None:
    shown = plan.blank if blank else plan.filled
    listed = [words.numbered(at, "" if blank else name) for at, name in enumerate(plan.places, 1)]
    listed += [""] * (-len(listed) % COLUMNS)
    rows = len(listed) // COLUMNS
    sheets.heading(f"{words.FILL_IN if blank else words.FILLED}: {shown.title}", fresh=fresh)
    sheets.picture(shown, PLAN - rows * ROW)
    widths = (int(sheets.width / COLUMNS),) * COLUMNS
    sheets.cells((tuple(listed[row::rows]) for row in range(rows)), widths, ROW)
