"""Dates as people write them, and the EDTF that they most likely mean.

The patterns are all there is to know: the form in the browser reads them too (`website/words.py`), so none may ask for
more than both regular expressions can, and what a form means hangs on the names of its groups alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.dates import EXAMPLES, Date, DateError, days_in_month, parse
from timeline.language import unclear
from timeline.language.dates import months


def read(text: str) -> Date:
    """Return the EDTF date that the text is; raise DateError, whose remedy is what to write, or why nobody can tell."""
    try:
        return parse(text)
    except DateError as error:
        likely, finer = suggest(text), vague(text)
        lost = f", and say “{finer}” in words, for no date is so fine" if finer else ""
        known = "" if likely or not error.remedy.startswith(EXAMPLES) else reason(text)
        remedy = f"write {likely}{lost}" if likely else known
        if not remedy:
            raise
        raise DateError(error.message, error.column, remedy) from None


def suggest(text: str) -> str | None:
    """Return the EDTF that English or sloppy text most likely means, for "did you mean" alone, or None."""
    likely = guess(text)
    try:
        return likely and parse(likely).text
    except DateError:
        return None


_FLAGS = re.ASCII | re.IGNORECASE

QUALIFIED = re.compile(
    r"(?:(?:in|during) )?(?:the )?(?:(?:year|month)(?: of)? )?"
    r"(?P<uncertain>(?:perhaps|probably|possibly|maybe) (?:in )?)?"
    r"(?P<approximate>"
    r"(?:(?:on|in) or about|circa|about|around|approximately|roughly|approx\.?|ca\.?|c\.|c(?=[ 0-9])|~) ?)?"
    r"(?P<bare>.+?)(?P<marks>[?~%() ]*)",
    _FLAGS,
)
SINCE = re.compile("(?:from|since) (?P<point>(?:(?! to | - |[–—/]).)+)", _FLAGS)
UNTIL = re.compile("until (?P<point>.+)", _FLAGS)
_DASHES = (
    r" ?[–—] ?| - | to | till | until | through ",
    r"(?<=^[0-9]{4})-(?=[0-9]{4}$)",
    r"(?:(?<=^[0-9])|(?<=^[0-9]{2}))-(?=[0-9]{1,2}(?:st|nd|rd|th)? [a-z])",  # 9-12 August 2020
    r"(?:(?<=^[0-9])|(?<=^[0-9]{2}))\.?-(?=[0-9]{1,2}\.[0-9])",  # 9.-12.08.2020
    r"(?:(?<=[a-z] [0-9])|(?<=[a-z] [0-9]{2}))-(?=[0-9]{1,2},? [0-9]{4}$)",  # August 9-12, 2020
    r"(?<=[a-z])(?<!mid)(?<!early)(?<!late)-(?=(?:mid-|early |late )?(?:[jfmasond][aepuco][nbrylgptvc]))",  # June-July
)
BETWEEN = re.compile("|".join(_DASHES), _FLAGS)
SEVERAL = re.compile(",? and |, (?![0-9]{4})| & ", _FLAGS)
"""What stands between days that are named one by one: 15 and 16 June 2009."""

SHORT_END = re.compile("(?P<century>[0-9]{2})(?P<start>[0-9]{2})(?P<mark>[-/–—])(?P<end>[0-9]{2})")
"""Years of which the second has lost its century: 1914–18. With a hyphen it may be a month or a season of EDTF."""

_PART = (
    r"(?:(?:very )?(?:early|mid(?:dle)?|late)|beginning|start|end|close|some ?time|spring|summer|autumn|fall|winter|"
    r"Q[1-4]|morning|afternoon|evening|night|hours|noon|midnight|dawn|dusk|"
    r"(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th) (?:half|third|quarter|weeks?|days|months|years))"
)
_PARTS = rf"{_PART}(?:(?:(?:,? (?:in|of)(?: the)?| and| or| to)? |-to-){_PART})*"
VAGUE = re.compile(rf"\b{_PARTS}\b", _FLAGS)
"""Words that are finer than a date can be, or looser: a date is what is left, and no more exact than they are."""

LOOSE = re.compile(
    rf"(?:(?:in|on|at|during) )?(?:the )?{_PARTS}(?:,? (?:in|on|of)(?: the)?(?: year)?|,)?[- ](?P<rest>.+)", _FLAGS
)
"""A date behind such words."""

ABSENT = {"..": "..", "open": "..", "present": "..", "now": "..", "": "", "unknown": ""}
"""Words for an end that is open, or unknown."""

LONGEST = 80
"""Characters: nobody needs more for a date."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})"
_GAP = r"(?:, ?|[ .-] ?|/)"
_OF = rf"(?: of |{_GAP})"
_ON = r"(?:on )?(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,? )?(?:the )?"
_TIME = (
    r"(?:(?:,|,? at|,? from|T)? ?[0-9]{1,2}[:.][0-9]{2}.*|,? at [0-9]{1,2} ?(?:h|am|pm|a\.m\.|p\.m\.|o[’']clock)|"
    r",? (?:in the |at )?(?:morning|afternoon|evening|night|noon|midnight|dawn|dusk)| \([a-z]+day\)?)?"
)

FORMS = tuple(
    re.compile(pattern, _FLAGS)
    for pattern in (
        r"(?P<year>[0-9]{3,4})",
        r"(?P<year>[0-9]{4})[-./](?P<month>0?[1-9]|1[0-2])",
        r"(?P<year>[0-9]{4})[-./–](?P<month>[0-9]{1,2})[-./–](?P<day>[0-9]{1,2})(?:[T ][0-9].*)?",
        r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2}))?(?:-(?:uu|xx))+",
        r"(?P<tens>[0-9]{3})[ux]",
        r"(?P<hundreds>[0-9]{2})[ux]{2}",
        # Not 1900s: it may be the decade or the century.
        r"(?P<tens>[0-9]{2}[1-9])0[’']?s",
        r"(?P<century>[1-9][0-9]?)(?:st|nd|rd|th) century",
        r"(?P<before>[1-9][0-9]{0,3}) ?(?:BCE?|B\.C\.)",
        r"AD ?(?P<year>[1-9][0-9]{0,3})",
        r"(?P<year>[1-9][0-9]{0,3}) ?(?:AD|CE)",
        rf"{_ON}{_DAY}{_OF}{_MONTH}{_OF}?{_YEAR}{_TIME}",
        rf"{_ON}{_MONTH}{_GAP}(?:the )?{_DAY}{_OF}{_YEAR}{_TIME}",
        rf"{_ON}{_YEAR}{_GAP}{_MONTH}{_GAP}{_DAY}{_TIME}",
        rf"{_ON}{_YEAR}{_GAP}{_DAY}{_GAP}{_MONTH}{_TIME}",
        rf"(?:in )?{_MONTH}{_OF}{_YEAR}",
        rf"(?:in )?{_YEAR}{_GAP}{_MONTH}",
        # Which of the two is the day is clear where one is above twelve, or both are one.
        r"(?P<first>[0-9]{1,2})(?P<mark>[-./])(?P<second>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})",
    )
)
"""The forms of one date; their named groups say what they hold: `tens` are the first three digits of a decade."""


def guess(text: str) -> str | None:
    """Return the EDTF text that English or sloppy text most likely means, or None if that is not clear.

    The result may still be no valid date, such as the 31st of June: `suggest` checks it.
    """
    text = " ".join(text.split())
    if len(text) > LONGEST:
        return None
    # A form comes first: 1815/06 is a month, not an interval.
    found = _guess_point(text) or _guess_interval(text) or _guess_several(text)
    loose = None if found else LOOSE.fullmatch(text)
    years = loose and SHORT_END.fullmatch(loose["rest"])
    return _years(years) if years else found or (_guess_interval(loose["rest"]) if loose else None)


def vague(text: str) -> str:
    """Return the words of a date that no date can hold: the middle, of “the middle of June 2009”."""
    found = VAGUE.search(text)
    return found.group() if found else ""


def reason(text: str) -> str:
    """Return why a text is no date that anybody can tell, and what to write instead; or nothing."""
    text = " ".join(text.split())
    likely = guess(text)
    if likely and re.search("[0-9]", likely):
        return next(filter(None, map(_impossible, likely.split("/"))), unclear.REVERSED)
    return unclear.reason(text)


def _impossible(likely: str) -> str:
    found = re.fullmatch(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?[?~%]?", likely)
    if not found:
        return ""
    year, month = int(found["year"]), int(found["month"])
    if not 1 <= month <= 12:
        return unclear.MONTHS
    days = days_in_month(year, month)
    if not found["day"] or 1 <= int(found["day"]) <= days:
        return ""
    return unclear.DAYS.format(f"{months()[month - 1]} {found['year']}" if month == 2 else months()[month - 1], days)


def _guess_interval(text: str) -> str | None:
    if match := SINCE.fullmatch(text):
        start = _guess_point(match["point"])
        return start and f"{start}/.."
    if match := UNTIL.fullmatch(text):
        end = _guess_point(match["point"])
        return end and f"../{end}"
    years = SHORT_END.fullmatch(text)
    if years and not _is_month_or_season(years):
        return _years(years)
    ends = BETWEEN.split(text.removeprefix("from "))
    if len(ends) == 1:
        ends = text.split("/")
    if len(ends) != 2:
        return None
    start, end = _guess_start(*ends), _guess_end(ends[1], ends[0])
    return None if start is None or end is None else f"{start}/{end}"


def _is_month_or_season(years: re.Match[str]) -> bool:
    """Return whether the second number may be one: 1914-10 is a month, and 1914-21 would be a season."""
    hyphen = years["mark"] == "-" and "21" <= years["end"] < "42"
    return hyphen or (years["mark"] in "-/" and years["end"] < "13")


def _years(years: re.Match[str]) -> str | None:
    rise = years["end"] > years["start"]
    return f"{years['century']}{years['start']}/{years['century']}{years['end']}" if rise else None


def _guess_several(text: str) -> str | None:
    """Return days, months or years that are named one by one and follow each other as the interval that they are."""
    *others, last = SEVERAL.split(text)
    found = [*(_guess_start(other, last) for other in others), _guess_end(last, others[0] if others else "")]
    in_turn = len(found) > 1 and all(map(_follows, found, found[1:]))
    return f"{found[0]}/{found[-1]}" if in_turn else None


def _follows(one: str | None, other: str | None) -> bool:
    (head, _, last), (same, _, following) = (one or "").rpartition("-"), (other or "").rpartition("-")
    if len(last) != len(following) or head != same:
        return False
    last, following = last.rstrip("X"), following.rstrip("X")
    return last.isdigit() and following.isdigit() and int(following) == int(last) + 1


def _guess_end(text: str, start: str = "") -> str | None:
    if text.lower() in ABSENT:
        return ABSENT[text.lower()]
    month = start.partition(" ")[0]
    return _guess_point(text) or (_guess_point(f"{month} {text}") if month.isalpha() else None)  # June 15 to 16, 2009


def _guess_start(text: str, end: str) -> str | None:
    # "9 August – 5 November 2020", "9–12 August 2020" and "9–12.8.2020" leave to the end what both share.
    shared = end.split()
    borrowed = [" ".join([text, *shared[-count:]]) for count in (1, 2) if count < len(shared)]
    own = _guess_end(text)
    more = map(_guess_point, [*borrowed, text.removesuffix(".") + re.sub("^[0-9]+", "", end)])
    return own if own is not None else next(filter(None, more), None)


def _guess_point(text: str) -> str | None:
    match = QUALIFIED.fullmatch(text)
    if not match:
        return None
    loose = LOOSE.fullmatch(match["bare"])
    words = loose["rest"] if loose else match["bare"]
    if loose and SHORT_END.fullmatch(words):  # the winter of 2009/10
        return None
    bare = next((_written(found.groupdict()) for form in FORMS if (found := form.fullmatch(words))), None)
    uncertain = match["uncertain"] or re.search("[?%]", match["marks"])
    approximate = match["approximate"] or re.search("[~%]", match["marks"])
    return bare and bare + ("%" if uncertain and approximate else "?" if uncertain else "~" if approximate else "")


def _written(found: Mapping[str, str | None]) -> str | None:
    """Return what the groups of a form stand for, as EDTF."""
    match found:
        case {"tens": str(tens)}:
            return f"{tens}X"
        case {"hundreds": str(hundreds)}:
            return f"{hundreds}XX"
        case {"century": str(century)}:
            return f"{int(century) - 1:02d}XX"
        case {"before": str(before)}:
            return f"-{int(before) - 1:04d}" if before != "1" else "0000"
        case {"first": str(first), "second": str(second), "year": str(year)}:
            day, number = (first, second) if int(first) > 12 else (second, first)
            return f"{year}-{number:0>2}-{day:0>2}" if int(day) > 12 or day == number else None
    name = found.get("name")
    month = str(MONTHS.index(name[:3].lower()) + 1) if name else found.get("month")
    parts = (f"{found['year']:0>4}", *(f"{part:0>2}" for part in (month, found.get("day")) if part))
    return "-".join(parts)
