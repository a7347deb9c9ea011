"""Treaties, statutes and cases as the Bluebook cites them, to which APA and Chicago send their readers."""

from __future__ import annotations

from markupsafe import Markup

from timeline.citations.dates import american, doubted, year
from timeline.citations.work import Work, listed, numbered, roman, sorted_name


def citation(work: Work) -> Markup:
    """Return a citation without address and full stop.

    "Public Law" before a number belongs to one country's statutes, so the number stands as the record has it.
    """
    title = Markup("[{}]").format(work.title) if work.supplied else roman(work, work.headline(work.title))
    title = listed([title, f"[{work.translation}]" if work.translation else None], " ")
    within = work.container and not work.page and work.number and work.type == "treaty"
    place = listed([work.volume, work.container, work.pages, numbered("No.", work.number) if within else None], " ")
    plain = work.type == "bill" or not (work.number or "")[:1].isdigit()
    number = work.number if plain else f"No. {work.number}"
    if work.type == "treaty":
        date = _doubt(work, american(work.issued)) if work.issued else None
        return listed([title, *map(sorted_name, work.authors), date, place or work.number])
    head = listed([title, number if work.type != "legal_case" or not place else None, place])
    return listed([head, f"({_doubt(work, year(work.issued))})" if work.issued else None], " ")


def _doubt(work: Work, text: str) -> str:
    return f"ca. {text}" if work.issued and doubted(work.issued) else text
