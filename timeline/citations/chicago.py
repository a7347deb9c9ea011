"""Bibliography entries after the Chicago Manual of Style, 18th edition (2024): notes and bibliography.

Entries of encyclopaedias without an author stand in notes alone, so these get the form of a note.
"""

from __future__ import annotations

from markupsafe import Markup

from timeline.citations import bluebook
from timeline.citations.dates import american, doubted, year
from timeline.citations.work import (
    LEGAL,
    Work,
    inverted,
    italic,
    listed,
    named,
    numbered,
    quoted,
    roman,
    sentences,
    shortened_pages,
    sorted_name,
    stopped,
    translated_quotation,
)

YEAR_ONLY = {"book", "chapter", "entry-encyclopedia", "report", "thesis"}
WHOLE = {"book", "report"}
NEWS = {"article-magazine", "article-newspaper"}


def reference(work: Work) -> Markup:
    """Return the entry of a bibliography, or a note for an unsigned entry of an encyclopaedia."""
    if work.type in LEGAL:
        return sentences([bluebook.citation(work), work.link])
    if is_note(work):
        return _note(work)
    accessed = f"Accessed {american(work.accessed)}" if work.accessed and not work.issued else None
    return sentences([_author(work), _title(work), *_rest(work), accessed, work.link])


def is_note(work: Work) -> bool:
    """Return whether Chicago wants the work in a note and not in the bibliography."""
    return work.type == "entry-encyclopedia" and not work.authors


def _note(work: Work) -> Markup:
    """Return a full note; the headword of an entry keeps its letters."""
    translation = f"[{work.translation}]" if work.translation else None
    date = american(work.issued) if work.issued else None
    if not work.container:
        imprint = listed([work.publisher, date])
        title = italic(work, work.headline(work.title))
        whole = listed([title, translation, f"({imprint})" if imprint else None], " ")
        return stopped(listed([whole, work.link]))
    title = quoted(work, work.title, "" if translation else ",")
    title = listed([title, f"{translation}," if translation else None], " ")
    imprint = Markup(" ({})").format(listed([work.publisher, date])) if work.publisher else Markup("")
    where = named(work.name(work.container)) + imprint
    return stopped(title + " " + listed([where, date if not imprint else None, work.link]))


def _author(work: Work) -> Markup | str | None:
    if work.authors:
        return people(work.authors)
    if work.editors and not work.container:
        return f"{people(work.editors)}, ed{'s' if len(work.editors) > 1 else ''}."
    if work.type in NEWS and work.container:
        return named(work.name(work.container))
    if work.type == "webpage":
        return work.publisher or (work.name(work.container) if work.container else None)
    return None


def people(names: tuple[str, ...]) -> str:
    """Return up to six names, the first one inverted; of more, three."""
    read = [sorted_name(names[0]), *(inverted(name) for name in names[1:])]
    if len(read) > 6:
        return f"{', '.join(read[:3])}, et al."
    return f"{', '.join(read[:-1])}, and {read[-1]}" if len(read) > 1 else read[0]


def _title(work: Work) -> Markup:
    text = work.headline(work.title)
    if work.supplied or (work.whole and work.type == "webpage"):
        title = roman(work, work.title)
    elif not work.container and (work.type in WHOLE or work.type == "broadcast"):
        title = italic(work, text)
    else:
        return translated_quotation(work, text)
    return listed([title, f"[{work.translation}]" if work.translation else None], " ")


def _rest(work: Work) -> list[str | None]:
    if work.type in NEWS:
        return [_news(work)]
    if work.type == "article-journal":
        return [_journal(work)]
    version = f"Version {work.version}" if work.version else None
    if work.type == "webpage" and not work.authors:
        part = work.container if work.publisher and work.container != work.publisher else None
        return [numbered("No.", work.number), version, part, _date(work, "")]
    publisher = None if work.publisher == work.container else work.publisher
    imprint = [publisher, _date(work, "" if work.type == "webpage" else "n.d.")]
    if work.type in ("webpage", "post-weblog", "interview"):
        name = work.name(work.container) if work.container else None
        site = named(name) if name and work.type != "webpage" else name
        return [numbered("No.", work.number), version, listed([site, *imprint])]
    return [*_book(work), version, _series(work), listed(imprint)]


def _news(work: Work) -> Markup | str:
    date = _date(work)
    if not work.authors or not work.container:
        return date
    return listed([named(work.name(work.container)) + (f" ({work.place})" if work.place else ""), date])


def _journal(work: Work) -> Markup:
    name = named(work.name(work.container or ""))
    issue = f"no. {work.issue}" if work.issue else None
    if not work.volume and not issue:
        return listed([name, _date(work)])
    date = year(work.issued) if work.issued and issue else _date(work)
    pages = f": {shortened_pages(work.page)}" if work.pages else ""
    return listed([listed([name, work.volume], " "), issue]) + f" ({date}){pages}"


def _book(work: Work) -> list[str | None]:
    editors = listed([", ".join(map(inverted, work.editors[:-1])), *map(inverted, work.editors[-1:])], " and ")
    if len(work.editors) > 2:
        editors = Markup(", and ").join(editors.rsplit(" and ", 1))
    if not work.container:
        edited = f"Edited by {editors}" if work.editors and work.authors else None
        return [edited, numbered("No.", work.number), f"Vol. {work.volume}" if work.volume else None]
    parts = [f"vol. {work.volume}" if work.volume else None, f"no. {work.issue}" if work.issue else None]
    within = Markup("" if work.type == "broadcast" else "In ") + named(work.name(work.container))
    edited = f"edited by {editors}" if work.editors else None
    return [listed([within, numbered("no.", work.number), *parts, edited])]


def _series(work: Work) -> Markup:
    series = work.headline(work.collection) if work.collection else None
    return listed([series, f"no. {work.issue}" if work.issue and not work.container else None])


def _date(work: Work, unknown: str = "n.d.") -> str:
    if not work.issued:
        return unknown
    text = year(work.issued) if work.type in YEAR_ONLY else american(work.issued)
    return f"[{text}?]" if doubted(work.issued) else text
