"""Titles, descriptions and leads of generated pages; what a record says of itself is not here."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import NamedTuple

from timeline.language.counts import plural


class Words(NamedTuple):
    """A page in words: its title, and what it is for those who have not opened it."""

    title: str
    description: str


class Listing(NamedTuple):
    """A page that lists things, in words; in its lead a counted word stands between braces."""

    title: str
    description: str
    lead: str
    without: str = ""
    """The lead where nothing is there to count."""

    def opening(self, counts: Mapping[str, int]) -> str:
        """Return the lead with its numbers."""
        words = [word for _, word, _, _ in Formatter().parse(self.lead) if word]
        if self.without and not all(counts[word] for word in words):
            return self.without
        return self.lead.format_map({word: plural(counts[word], word) for word in words})


LISTINGS: Mapping[str, Listing] = {
    "events": Listing(
        "All events",
        "Every event of the timeline in order of time.",
        "{event} in order of time, each with its sources.",
    ),
    "eras": Listing("Eras", "The period of the timeline in parts.", "The whole period in {part}."),
    "topics": Listing("Topics", "The lanes of the timeline.", "The lanes of the timeline."),
    "actors": Listing(
        "People and bodies",
        "Everybody who takes part in an event, with names in all spellings.",
        "Everybody who takes part in an event, with names in all spellings.",
    ),
    "places": Listing("Places", "Where the events happened.", "Where the events happened."),
    "map": Listing(
        "Map",
        "Where it happened: the places of the timeline on a map, in step with time.",
        "Where it happened. The larger a dot, the more events; the list below says the same in words.",
    ),
    "pictures": Listing(
        "Pictures",
        "Every picture of the timeline with its maker and its rights.",
        "{picture}, each with who made it and what you may do with it.",
        "There are no pictures yet.",
    ),
    "glossary": Listing(
        "Glossary",
        "Words of the timeline that need explaining, in plain language.",
        "Words that need explaining. Texts link here where they first use one.",
    ),
    "figures": Listing(
        "Figures",
        "Values over time, each with maker, question and source.",
        "Values over time: who measured, what exactly was asked, and what must not be read into it. "
        "Every value has its source.",
    ),
    "disputes": Listing(
        "Where sources disagree",
        "Every question on which sources give different answers, side by side.",
        "{question} on which sources give different answers. Nothing is averaged; each answer is somebody’s.",
    ),
    "sources": Listing(
        "Sources",
        "What the timeline rests on, and how much of it was read.",
        "{source}, in order of author or publisher. "
        "Each page says what the source is, where it is and which pages rest on it.",
    ),
    "corrections": Listing(
        "Corrections",
        "What was changed in events after publication, and why.",
        "{change} to what an event said, the latest first. A correction stays on its event’s page too.",
        "Nothing that readers may have relied on has been corrected so far.",
    ),
    "audits": Listing(
        "How often we are wrong",
        "Readers who wrote nothing here tested the records, statement by statement: every verdict with its evidence.",
        "Readers who had not written them tested {record} of this site against their sources: {statement}, each with "
        "verdict and evidence.",
        "Records have been drawn for a first audit; nobody has read them yet.",
    ),
    "data": Listing(
        "Data",
        "The whole timeline as JSON, CSV, calendars, feeds and bibliographies.",
        "Everything on this site as files that programs read: {event}, the {source} that they rest on, "
        "and the ways between them. Take what you need.",
    ),
    "teach": Listing(
        "For teachers",
        "Classroom packs, a guided walk and embeds, with links that hold.",
        "A lesson for tomorrow: {pack}, one for each era, made from the same sourced events as the rest "
        "of the site. Free to print, copy and change.",
    ),
    "story": Listing(
        "{}",
        "{}: a walk through the timeline, for reading and for a projector.",
        "A walk through the timeline in {step}. Read it down the page, or show it to a class.",
    ),
    "licences": Listing(
        "Licences",
        "Whose work this site is made of besides its own, and on what terms: fonts, scripts, icons and the map.",
        "Whose work this site is made of besides its own, and on what terms. The list is read out of the packages that "
        "the site was built with.",
    ),
    "fields": Listing(
        "Every field of every file",
        "What each key of each record file means, made from the definition that the check uses.",
        "What each key means, made from the definition that the check itself uses. "
        "A key that is marked as needed cannot be left out.",
    ),
}
"""The pages that list something, by the names of their templates; `{}` is the title that the record gives."""

MOVED = "Data"
"""What the folder of the data is called where it leads to its page."""


def actor(name: str, events: int) -> str:
    """Return the description of the page of a person, a body or a state that has none of its own."""
    return f"{name}: {plural(events, 'event')} of the timeline, with names in all spellings."


def place(name: str, country: str) -> str:
    """Return the description of the page of a place."""
    return f"What happened in {name}, {country}."


def audit(title: str) -> str:
    """Return the description of the page of an audit."""
    return f"{title}: every statement that was tested, with verdict, evidence and outcome."


def pack(era: str) -> Words:
    """Return the words of a classroom pack."""
    description = f"For teachers: a lesson on “{era}” with student sheet, cards, exercises and answers."
    return Words(f"{era}: classroom pack", description)


def slides(era: str) -> Words:
    """Return the words of the slides of a classroom pack."""
    return Words(f"{era}: slides", f"For teachers: “{era}” as slides for a projector, and as a handout.")


def answers(era: str) -> Words:
    """Return the words of the answers to a classroom pack."""
    return Words(
        f"{era}: answers", f"For teachers: what good answers to the pack on “{era}” hold, and how to mark them."
    )


WALL: Mapping[str, Words] = {
    "": Words("On the wall", "The timeline as a poster and as strips to tape, and a class map: filled and blank."),
    "poster": Words("Poster of the timeline", "The whole timeline on A3, an era a row."),
    "poster-blank": Words("Poster to fill in", "The whole timeline on A3 with empty boxes, an era a row."),
    "strips": Words("Strips of the timeline", "An era on each sheet of A4, to tape into one timeline."),
    "strips-blank": Words("Strips to fill in", "An era on each sheet of A4, with empty boxes."),
    "map": Words("Map for the class", "The places of the timeline on a map, numbered and named."),
    "map-blank": Words("Map to fill in", "The places of the timeline on a map with numbers, and a list to fill in."),
}
"""What can hang on a wall, by the last part of its address."""

ASSIGN = Words("Set a task", "Choose events and a task, and send both to a class as a link.")
"""The page that makes a task a link, and shows it."""


def gone(kind: str) -> Words:
    """Return the words of the page at the address of a record that is gone on purpose."""
    return Words(f"This {kind} is no longer here", f"The {kind} at this address was taken out of the timeline.")


def embed(title: str) -> Words:
    """Return the words of a bare timeline for frames on other sites."""
    return Words(f"{title}: timeline to embed", f"{title}: a timeline to put into a page of your own.")


LESSON, MATERIAL = "classroom pack", "teaching material"
"""The kind of work that a lesson is, and what belongs to no one lesson, for search engines."""

EVENT_AS_DATA, CORRECTIONS = "This event as data", "Corrections"
"""Names of links in the heads of pages."""

SECTIONS: Mapping[str, str] = {
    "": "Timeline",
    "story/": "Story",
    "eras/": "Eras",
    "teach/": "Teach",
    "topics/": "Topics",
    "people/": "People",
    "places/": "Places",
    "figures/": "Figures",
    "disputes/": "Disputes",
    "sources/": "Sources",
    "data/": "Data",
    "glossary/": "Glossary",
}
"""The sections of the header by their addresses, in order, where the settings name none."""
