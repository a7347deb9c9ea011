"""Dates in English: the words, the compact words, the labels of years and the time between dates."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtftexts import texts
from timeline.dates import Precision, parse
from timeline.language.dates import short, words, year_label
from timeline.language.guesses import suggest

# text: words, short
WORDS = {
    "1815-06-18": ("18 June 1815", "18 Jun 1815"),
    "1815-06": ("June 1815", "Jun 1815"),
    "1815": ("1815", "1815"),
    "199X": ("1990s", "1990s"),
    "19XX": ("20th century", "20th c."),
    "00XX": ("1st century", "1st c."),
    "10XX": ("11th century", "11th c."),
    "20XX": ("21st century", "21st c."),
    "-00XX": ("1st century BCE", "1st c. BCE"),
    "-01XX": ("2nd century BCE", "2nd c. BCE"),
    "001X": ("10s CE", "10s CE"),
    "000X": ("1 BCE – 9 CE", "1 BCE – 9 CE"),
    "-004X": ("50–41 BCE", "50–41 BCE"),
    "0000": ("1 BCE", "1 BCE"),
    "-0043-03-15": ("15 March 44 BCE", "15 Mar 44 BCE"),
    "0044-03-15": ("15 March 44 CE", "15 Mar 44 CE"),
    "0476-09-04": ("4 September 476", "4 Sep 476"),
    "Y-17000": ("17001 BCE", "17001 BCE"),
    "Y12000": ("12000", "12000"),
    "2014-12~": ("about December 2014", "c. Dec 2014"),
    "2014-12?": ("perhaps December 2014", "Dec 2014?"),
    "2014-12%": ("perhaps about December 2014", "c. Dec 2014?"),
    "199X~": ("about 1990s", "c. 1990s"),
    "2020-08-09/2020-08-12": ("9–12 August 2020", "9–12 Aug 2020"),
    "2020-08-09/2020-11-05": ("9 August – 5 November 2020", "9 Aug – 5 Nov 2020"),
    "2006-12-31/2007-01-08": ("31 December 2006 – 8 January 2007", "31 Dec 2006 – 8 Jan 2007"),
    "1791-03/1791-09": ("March – September 1791", "Mar – Sep 1791"),
    "1791-03/1792-09": ("March 1791 – September 1792", "Mar 1791 – Sep 1792"),
    "1791/1794": ("1791–1794", "1791–1794"),
    "1791/1791": ("1791", "1791"),
    "1815-06-18/1815-06-18": ("18 June 1815", "18 Jun 1815"),
    "2014-03/2014-03-27": ("March – 27 March 2014", "Mar – 27 Mar 2014"),
    "2014-03-27/2014-03": ("27 March – March 2014", "27 Mar – Mar 2014"),
    "2014-03-27/2014": ("27 March 2014 – 2014", "27 Mar 2014 – 2014"),
    "2014/2015-03": ("2014 – March 2015", "2014 – Mar 2015"),
    "198X/199X": ("1980s – 1990s", "1980s – 1990s"),
    "199X/2001": ("1990s – 2001", "1990s – 2001"),
    "2014-12~/2015-03": ("about December 2014 – March 2015", "c. Dec 2014 – Mar 2015"),
    "2014-03~/2014-05~": ("about March 2014 – about May 2014", "c. Mar 2014 – c. May 2014"),
    "1791/1794?": ("1791 – perhaps 1794", "1791 – 1794?"),
    "-0057/-0049": ("58–50 BCE", "58–50 BCE"),
    "-0026/0014": ("27 BCE – 14 CE", "27 BCE – 14 CE"),
    "-0026/0476": ("27 BCE – 476 CE", "27 BCE – 476 CE"),
    "-0043-03-15/0476-09-04": ("15 March 44 BCE – 4 September 476 CE", "15 Mar 44 BCE – 4 Sep 476 CE"),
    "-0043-03-15/-0043-06-01": ("15 March – 1 June 44 BCE", "15 Mar – 1 Jun 44 BCE"),
    "0079/0120": ("79–120", "79–120"),
    "1815-05-12/..": ("from 12 May 1815", "from 12 May 1815"),
    "../1815": ("until 1815", "until 1815"),
    "../1815-06~": ("until about June 1815", "until c. Jun 1815"),
    "1815-05-12/": ("12 May 1815 – unknown", "12 May 1815 – unknown"),
    "/1815-06": ("unknown – June 1815", "unknown – Jun 1815"),
}

# Days from 1 January 1000 to 31 December 9999, where years need no CE and suggestions know the words.
modern = st.dates(min_value=datetime.date(1000, 1, 1)).map(lambda day: day.isoformat())


@pytest.mark.parametrize("text", WORDS)
def test_a_date_has_words(text: str) -> None:
    date = parse(text)
    assert (words(date), short(date)) == WORDS[text]


@given(texts)
def test_words_are_no_finer_than_the_date(text: str) -> None:
    date = parse(text)
    for phrase in (words(date), short(date)):
        named_days = re.findall(r"\b[0-9]{1,2}(?:–[0-9]{1,2})? [A-Z][a-z]{2}", phrase)
        named_months = re.findall(r"[A-Z][a-z]{2}", phrase)
        ends = {date.start, date.end} - {None}
        assert len(named_days) <= sum(end.precision is Precision.DAY for end in ends if end)
        assert len(named_months) <= sum(end.precision >= Precision.MONTH for end in ends if end)


@given(texts)
def test_words_tell_every_doubt(text: str) -> None:
    date = parse(text)
    assert ("perhaps" in words(date)) is date.uncertain is ("?" in short(date))
    assert ("about" in words(date)) is date.approximate
    assert ("c. " in short(date).replace("c. BCE", "").replace("c. –", "")) is date.approximate
    unknown = (not date.start and not date.open_start) or (not date.end and not date.open_end)
    assert ("unknown" in words(date)) is unknown


@given(modern, modern, st.sampled_from((4, 7, 10)))
def test_words_of_a_modern_date_lead_back_to_it(first: str, second: str, length: int) -> None:
    start, end = sorted((first[:length], second[:length]))
    for text in (start, f"{start}~", f"{start}?", f"{start}%", f"{start}/..", f"{start}/", f"../{start}"):
        assert suggest(words(parse(text))) == text
    assert suggest(words(parse(f"{start}/{end}"))) == (start if start == end else f"{start}/{end}")


@pytest.mark.parametrize(
    ("year", "label"),
    [
        (1815, "1815"),
        (100, "100"),
        (99, "99 CE"),
        (1, "1 CE"),
        (0, "1 BCE"),
        (-43, "44 BCE"),
        (12000, "12000"),
    ],
)
def test_a_year_has_a_label(year: int, label: str) -> None:
    assert year_label(year) == label
