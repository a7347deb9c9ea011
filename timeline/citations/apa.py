"""References in the style of the American Psychological Association, 7th edition (2020)."""

from __future__ import annotations

from markupsafe import Markup

from timeline.citations import bluebook
from timeline.citations.dates import american, doubted, year, year_first
from timeline.citations.work import ARTICLES, LEGAL, Work, italic, listed, named, numbered, roman, sentences
from timeline.records import names

YEAR_ONLY = {"article-journal", "book", "chapter", "dataset", "entry-encyclopedia", "report", "thesis"}
MADE_BY_PUBLISHER = {"webpage", "entry-encyclopedia"}
"""Types whose publisher is their author where no other is named."""

DESCRIPTIONS = {"broadcast": "Broadcast", "dataset": "Dataset", "interview": "Interview"}


def reference(work: Work) -> Markup:
    """Return the entry of a list of references."""
    if work.type in LEGAL:
        return listed([bluebook.citation(work) + ".", work.link], " ")
    author = _author(work)
    return listed([sentences(_parts(work, author)), _address(work)], " ")


def _parts(work: Work, author: str) -> list[str | None]:
    title, date = _title(work), f"({_date(work)})"
    head: list[str | None] = [author, date, title] if author else [title, date]
    if work.type in ARTICLES:
        return [*head, _periodical(work)]
    publisher = work.publisher if work.publisher not in (author, *work.authors) else None
    if work.type == "webpage":
        site = work.container if work.container not in (author, publisher) else None
        return [*head, publisher, work.name(site) if site else None]
    if work.type == "interview":
        return [*head, named(work.name(work.container)) if work.container else None, publisher]
    return [*head, _book(work), publisher]


def _author(work: Work) -> str:
    if work.authors:
        return people([_sorted(name) for name in work.authors], ", & ")
    if work.editors and not work.container:
        return f"{people([_sorted(name) for name in work.editors], ', & ')} ({_role(work)})"
    return (work.publisher or "") if work.type in MADE_BY_PUBLISHER else ""


def _role(work: Work) -> str:
    return "Ed." if len(work.editors) == 1 else "Eds."


def people(read: list[str], last: str) -> str:
    """Return up to twenty names; of more, the first nineteen and the last."""
    if len(read) > 20:
        return f"{', '.join(read[:19])}, … {read[-1]}"
    return last.join([", ".join(read[:-1]), read[-1]]) if len(read) > 1 else read[0]


def _sorted(name: str) -> str:
    return names.read(name).short(sort=True)


def _read(name: str) -> str:
    return names.read(name).short(sort=False)


def _date(work: Work) -> str:
    if not work.issued:
        return "n.d."
    text = year(work.issued) if work.type in YEAR_ONLY else year_first(work.issued)
    return f"ca. {text}" if doubted(work.issued) else text


def _title(work: Work) -> Markup:
    if work.supplied:
        title = Markup("[{}]").format(work.title)
    elif work.type in ARTICLES or (work.container and work.type != "webpage"):
        title = roman(work, work.title)
    else:
        title = italic(work, work.title)
    parts = [title, f"[{work.translation}]" if work.translation else None]
    if not (work.type in ARTICLES or work.container) or work.type == "webpage":
        parts.append(_details(work))
    parts.append(f"[{DESCRIPTIONS[work.type]}]" if work.type in DESCRIPTIONS else None)
    return listed(parts, " ")


def _details(work: Work) -> str | None:
    """Return what identifies a part, in parentheses: number, version, editors, series, volume, pages."""
    own_editors = work.editors if work.authors and not work.container else ()
    pages = f"{'pp.' if work.several_pages else 'p.'} {work.pages}" if work.pages else None
    where = [
        work.headline(work.collection) if work.collection and work.type == "report" else None,
        f"Vol. {work.volume}" if work.volume else None,
        f"Issue {work.issue}" if work.issue and work.type == "report" else None,
        pages,
    ]
    version = f"Version {work.version.replace('(', '[').replace(')', ']')}" if work.version else None
    editors = (
        f"{people([_read(name) for name in own_editors], _and(own_editors))}, {_role(work)}" if own_editors else ""
    )
    text = listed([editors, numbered("No.", work.number), version, listed(where)], "; ")
    return Markup("({})").format(text) if text else None


def _and(names: tuple[str, ...]) -> str:
    return " & " if len(names) == 2 else ", & "


def _book(work: Work) -> Markup | None:
    if not work.container:
        return None
    editors = f"{people([*map(_read, work.editors)], _and(work.editors))} ({_role(work)})" if work.editors else None
    return listed([Markup("In ") + listed([editors, named(work.container)]), _details(work)], " ")


def _periodical(work: Work) -> Markup | None:
    if not work.container:
        return None
    volume = Markup("<i>{}</i>").format(work.volume) if work.volume else Markup("")
    number = volume + (f"({work.issue})" if work.issue else "")
    return listed([named(work.name(work.container)), number, work.pages])


def _address(work: Work) -> str | None:
    if work.link and work.accessed and not work.issued:
        return f"Retrieved {american(work.accessed)}, from {work.link}"
    return work.link
