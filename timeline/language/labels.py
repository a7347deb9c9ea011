"""Words for the values of closed lists, and the names of languages."""

from __future__ import annotations

import re

from timeline.language.letters import order
from timeline.language.locale import locale

KIND_WORDS = {
    "official": "official document or statement",
    "international-body": "international body",
    "court": "court",
    "scholarship": "scholarship",
    "think-tank": "think tank",
    "ngo": "non-governmental organisation",
    "pollster": "pollster",
    "agency": "news agency",
    "independent-media": "independent media",
    "state-media": "state media",
    "opposition-media": "opposition media",
    "party-press": "party press",
    "trade-press": "trade press",
    "company": "company",
    "encyclopaedia": "encyclopaedia",
    "blog": "blog",
}

RELATION_WORDS = {
    "led_to": "led to",
    "followed_from": "came out of",
    "implements": "carries out",
    "implemented_by": "was carried out by",
    "replaces": "takes the place of",
    "replaced_by": "gave way to",
    "responds_to": "is an answer to",
    "answered_by": "was answered by",
    "contradicts": "contradicts",
    "contradicted_by": "was contradicted by",
    "follows": "comes after",
    "followed_by": "came before",
}

_TWO_SCRIPTS = {"sr-Cyrl": "Serbian", "sr-Latn": "Serbian"}
"""Tags with a script whose name in CLDR says more than a reader asks."""


def language_name(tag: str) -> str:
    """Return the name of a language by its tag (BCP 47); a tag that nobody knows is shown as it is."""
    known = locale().languages.get(tag.replace("-", "_"))
    return _TWO_SCRIPTS.get(tag) or (str(known) if known else tag)


def language_and_script(tag: str) -> str:
    """Return the same with the script, where the tag names one and the language is known: Turkish (Arabic)."""
    language, _, script = tag.partition("-")
    known = locale().scripts.get(script)
    return f"{language_name(language)} ({known})" if known and language_name(tag) == tag else language_name(tag)


def language_names() -> dict[str, str]:
    """Return the names of all languages whose tag has two letters, and of the tags with a script that we know."""
    tags = sorted(tag for tag in map(str, locale().languages) if len(tag) == 2)
    return {tag: language_name(tag) for tag in (*tags, *_TWO_SCRIPTS)}


RECORD_WORDS = {
    "actor": "Person, body or state",
    "topics": "Topic",
    "places": "Place",
    "glossary": "Word of the glossary",
    "map": "Route, station or area of the map",
    "medium": "Picture",
    "walks": "Walk that begins with a question",
}
"""Headings for kinds of records; a kind that is not here is called by its own name."""

RIGHTS_WORDS = {
    "own-work": "Drawn for this site",
    "public-domain": "Public domain",
    "cc0": "CC0: no rights reserved",
    "cc-by": "CC BY 4.0",
    "cc-by-3.0": "CC BY 3.0",
    "cc-by-sa": "CC BY-SA 4.0",
    "cc-by-sa-3.0": "CC BY-SA 3.0",
    "mit": "MIT licence",
    "in-copyright-with-permission": "In copyright, shown with permission",
    "no-copyright-other-restrictions": "No copyright; other restrictions may apply",
}
"""What may be done with a picture, in words."""

CHECKED_WORDS = {"full text": "in full", "excerpt": "in an excerpt", "not seen": "not seen"}
"""How much of a source was read, from all to nothing."""

ALL_OF_THEM = "all"
"""Said instead of a number where no source of several is left out."""

BALANCE_WORDS = {
    "kind": "Kind of source",
    "language": "Language",
    "read": "Read for this site",
    "era": "Era that cites it",
    "unseen": "Not seen where it was read",
}
"""Captions of the tables that describe the sources."""

UNSEEN_WORDS = {"title": "title", "issued": "date"}
"""What may not have been seen of a source, by the field of its record."""


_NO_COUNTRY = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
"""Codes of the locale data for what is no country."""


def countries() -> list[str]:
    """Return the names of the countries of today, in their order."""
    names = locale().territories
    return sorted(
        (str(name) for code, name in names.items() if re.fullmatch("[A-Z]{2}", str(code)) and code not in _NO_COUNTRY),
        key=order,
    )


NO_LANGUAGE = "not recorded"
"""Said of the language of a source that has none."""
