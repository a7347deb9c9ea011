"""Texts inside the dataset and around it: README, change log, guide for language models, descriptions, feeds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.language.counts import plural

PROMISE = (
    "Addresses below `data/v1/` stay. So do the ids of records; one that was renamed lists its former ids under "
    "`aliases`.",
    "Within version 1 no field and no column goes away, moves or takes another sense. New fields, new columns at the "
    "right end and new files may come, and `schema_version` then gets a higher second number: write programs that pass "
    "over what they do not know.",
    "A change that would break this is published as `data/v2/`, and version 1 goes on beside it for a year at least.",
    "Nothing in any file is more precise than the EDTF date of the record.",
)
"""What readers of the data can rely on, in Markdown."""

CHANGES = (
    (
        "1.1.0",
        "Events and eras have `quotes`, with the table `quotes.csv`; corrections have `before` and `now`; links have "
        "the relation `follows`, from the other end `followed_by`. Added `audits.json`, `features.json` "
        "(what maps show), `media.json` (pictures) and `walks.json` (questions to walk by). "
        "Places, topics, terms, sources and series have `aliases`; the files of a record that had another id stand "
        "under that one too. Actors, places and terms have `said`. The steps of story and walks may have `stage`, "
        "and moments `gist`.",
    ),
    ("1.0.0", "The first version."),
)
"""Every version of the format, the newest first, with what changed, in Markdown."""

EXTENT = ("event", "source", "actor", "place", "era", "term")
"""What is counted where the size of the whole is told, in this order."""


def extent(counts: Mapping[str, int]) -> str:
    """Return how much there is: `2 events, 1 source, …`."""
    return ", ".join(plural(counts[word], word) for word in EXTENT) + "."


def readme(name: str, address: str) -> tuple[str, str]:
    """Return the heading of the README, and where the data come from."""
    return f"# {name}: data", f"From <{address}data/>."


def edition(size: str, format: str, version: str) -> str:
    """Return how much there is in which format, and of which version of the content where it is known."""
    return f"{size} Format {format}{f', content of {version}' if version else ''}."


def licence(name: str, address: str) -> tuple[str, str]:
    """Return on what terms the data may be used."""
    terms = f"Licence: [{name}]({address}). Name the source and say what you changed."
    return terms, "The sources themselves belong to their makers."


RELY = "What you can rely on"


def changelog(name: str, versions: Iterable[tuple[str, str]]) -> str:
    """Return what changed in the form of the data."""
    return (
        f"# Changes of the format: data of {name}\n\n"
        "Corrections of the content are in `corrections.json` and under `corrections` of each event.\n"
        + "".join(f"\n## {version}\n\n{text}\n" for version, text in versions)
    )


CITE = "To cite this version of the data, use what stands here."

RULES = (
    "Every statement cites its source. Dates are EDTF and no finer than the sources: do\n"
    "not make a month into a day. Where sources disagree, all answers stand side by side with their holders."
)
"""What a language model has to know of the data."""


def name_the_page(licence: str) -> str:
    """Return on what terms a language model may use the texts."""
    return f"Texts and data are under {licence}: name the page that you used."


GUIDE_DATA, GUIDE_PAGES, GUIDE_MORE = "Data", "Pages", "Optional"

PAGES = (
    ("events/", "Events", "every event in order of time, with a page each"),
    ("eras/", "Eras", "the narrative in parts"),
    ("disputes/", "Disputes", "where sources disagree"),
    ("sources/", "Sources", "what the pages rest on, and how much of it was read"),
)
"""The pages that the guide for language models names, with what they are."""

MORE_PAGES = (
    ("glossary/", "Glossary", "words that need explaining"),
    ("figures/", "Figures", "values over time"),
    ("corrections/", "Corrections", "what was changed after publication"),
)
"""The pages that it names as further reading."""

ABOUT = "About", "how dates, names and sources are dealt with"
CONTRIBUTE = "Contribute", "how to report a mistake"
"""Handwritten pages, which a timeline may lack."""


def dataset(name: str, events: int, sources: int) -> tuple[str, str]:
    """Return the title and the description of the dataset for search engines."""
    return (
        f"{name}: events and sources",
        f"{plural(events, 'event')} with dates in EDTF, people, places, figures and the points on which sources "
        f"disagree, and the {plural(sources, 'source')} that they rest on.",
    )


def package(events: int, sources: int) -> str:
    """Return the description of the data package."""
    return (
        f"{plural(events, 'event')}, {plural(sources, 'source')}. "
        "In tables, cells with several values part them by a semicolon and a blank, and a text that a spreadsheet "
        "could take for a formula begins with an apostrophe."
    )


INTERFACE = (
    "Static files, read with GET: no key, no account. `info.version` is the version of the format; "
    "that of the content stands in every JSON file."
)
ONE_ID = "An id of that kind"
"""What the description of the interface says of it, and of `{id}` in an address."""

MORE = "More"
"""The link from an event in another timeline to its page."""


def corrections(name: str) -> str:
    """Return the title of the feed of corrections."""
    return f"{name}: corrections"


def corrected(title: str) -> str:
    """Return the title of an entry in the feed of corrections."""
    return f"Corrected: {title}"


def changed(before: str | None, now: str | None) -> str:
    """Return the words that were changed as they stood and as they stand."""
    return f"Before: “{before}” Now: “{now}”"


def on_this_day(name: str) -> str:
    """Return the name of the calendar of days of remembrance."""
    return f"{name}: on this day"
