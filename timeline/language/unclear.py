"""Why words are no date that anybody can tell, and what to write instead: the form in the browser says the same."""

from __future__ import annotations

import re

DAYS = "{} has {} days"
MONTHS = "the months run from 1 to 12"
REVERSED = "this ends before it begins"
_FOUR = "write all four digits of the year"
OTHER = "this is not a date: write a day, a month or a year, such as 5 May 2020, May 2020 or 2020"

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec"
_NAMED = rf"\b(?:(?:{_MONTHS})[a-z]*|[a-z]+day|spring|summer|autumn|fall|winter|christmas|easter)\b"

REASONS = tuple(
    (re.compile(pattern, re.ASCII | re.IGNORECASE), why)
    for pattern, why in (
        (
            r"today|yesterday|tomorrow|tonight|soon|recent(?:ly)?|lately|once|(?:last|this|next) [^0-9]+|.+ ago",
            "this counts from today: write the year, or the day with its year",
        ),
        (r".+\b(?:OS|O\.S\.|old style|julian)[^a-z]*(?:calendar)?", "write the day that today’s calendar has for it"),
        (r".+ (?:BCE?|B\.C\.)", "before our era a day hangs on the calendar: write the year alone, such as 44 BCE"),
        (
            r"(?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|1[0-2])[-./][0-9]{4}.*",
            "this may be two days: write the month as a word, such as 5 May 2020",
        ),
        (r"(?:the )?[0-9]{2}00[’']?s", "these may be ten years or a hundred: write 1900–1909, or 20th century"),
        (
            r"(?:between|either) .+ (?:and|or) .+|.+ or .+",
            "which of them is not known: write what they share, such as the month or the year, and the rest in words",
        ),
        (
            r"(?:(?:just|shortly|soon|long|not|no) )?(?:before|after|by|later than|earlier than|prior to) .+",
            "this is no date, but one end: write “until 1815” for what lasted so long, or “about 1814” for a guess",
        ),
        (r".*\bweek(?:end)?s?\b.*", "write its first and its last day, such as 15–21 June 2009"),
        (r".*[^0-9][’'][0-9]{2}", _FOUR),
        (
            rf"(?![^0-9]*[0-9]+[^0-9]+[0-9]+)(?!.*[0-9]{{3}}).*{_NAMED}.*",
            "the year is missing",
        ),
        (
            r"(?![0-9]{4}).*(?:[^0-9]|^)[0-9]{2}",
            _FOUR,
        ),
        (
            r".+(?: and |, | & ).+",
            "what does not follow each other is no one date: write the first, and name the others in the text",
        ),
        (
            r"(?:[0-9]{1,2}(?:[.]|st|nd|rd|th)? )?(?:of )?[^0-9 ]{3,} [0-9]{4}.*",
            "write day and month in English or as numbers, such as 18 June 1815 or 18.06.1815",
        ),
    )
)
"""Patterns of what people write, and what is said of the first that matches."""


def reason(text: str) -> str:
    """Return what is said of a text of which nobody can tell the date, or nothing."""
    return next((why for pattern, why in REASONS if pattern.fullmatch(text)), "")
