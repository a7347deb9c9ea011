"""Works cited in the style of the Modern Language Association, 9th edition (2021)."""

from __future__ import annotations

from markupsafe import Markup

from timeline.citations.dates import doubted, european, month_and_year, year
from timeline.citations.work import (
    ARTICLES,
    LEGAL,
    Work,
    inverted,
    italic,
    listed,
    named,
    numbered,
    roman,
    sentences,
    shortened_pages,
    sorted_name,
    translated_quotation,
)

YEAR_ONLY = {"book", "chapter", "paper-conference", "thesis"}
WHOLE = {"book", "broadcast", "entry-encyclopedia", "legal_case", "report", "thesis", "webpage"}
"""Types whose title is set in italics when they stand in nothing else."""


def reference(work: Work) -> Markup:
    """Return the entry of a list of works cited."""
    parts = listed([*_container(work), _publisher(work), _date(work), _pages(work), work.link])
    if not work.container and parts[:1].islower() and not parts.startswith(("http", str(_publisher(work)))):
        parts = parts[0].upper() + parts[1:]
    accessed = f"Accessed {european(work.accessed)}" if work.accessed and not work.issued else None
    school = work.publisher if work.type == "thesis" else None
    series = work.headline(work.collection) if work.collection else None
    return sentences([_author(work), _title(work), parts, accessed, school, series])


def _author(work: Work) -> str | None:
    if work.authors:
        return people(work.authors)
    if work.editors and not work.container:
        return f"{people(work.editors)}, editor{'s' if len(work.editors) > 1 else ''}"
    return None


def people(names: tuple[str, ...], sort: bool = True) -> str:
    """Return one name, two, or the first and `et al.`; the first one is inverted if the entry is sorted by it."""
    first = sorted_name(names[0]) if sort else inverted(names[0])
    if len(names) > 2:
        return f"{first}, et al." if sort else f"{first} et al."
    return f"{first}{',' if sort else ''} and {inverted(names[1])}" if len(names) > 1 else first


def _title(work: Work) -> Markup:
    text = work.headline(work.title)
    if work.supplied:
        title = roman(work, work.title)
    elif work.type in LEGAL and work.type != "legal_case":
        title = roman(work, text)
    elif work.type == "legal_case" or (work.type in WHOLE and not work.container):
        title = italic(work, text)
    else:
        return translated_quotation(work, text)
    return listed([title, f"[{work.translation}]" if work.translation else None], " ")


def _container(work: Work) -> list[str | None]:
    place = f" [{work.place}]" if work.place and work.type == "article-newspaper" else ""
    own = bool(work.authors) or bool(work.container)
    return [
        named(work.name(work.container)) + place if work.container else None,
        f"edited by {people(work.editors, sort=False)}" if work.editors and own else None,
        f"version {work.version}" if work.version else None,
        f"vol. {work.volume}" if work.volume else None,
        f"no. {work.issue}" if work.issue else None,
        numbered("no.", work.number),
    ]


def _publisher(work: Work) -> str | None:
    """Return the publisher, which is not named where the container is a periodical or is called the same."""
    unnamed = work.type in ARTICLES or work.type == "thesis" or work.publisher == work.container
    return None if unnamed else work.publisher


def _date(work: Work) -> str | None:
    if not work.issued:
        return None
    form = year if work.type in YEAR_ONLY else month_and_year if work.type == "article-journal" else european
    text = form(work.issued)
    if not doubted(work.issued):
        return text
    return f"[{text}?]" if work.issued.uncertain else f"circa {text}"


def _pages(work: Work) -> str | None:
    if not work.pages:
        return None
    return f"{'pp.' if work.several_pages else 'p.'} {shortened_pages(work.page)}"
