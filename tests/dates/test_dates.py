"""Dates: what is read, what is refused and in which words, and the bounds, with `edtf` as the oracle."""

from __future__ import annotations

import datetime
import pickle

import edtf
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from edtftexts import intervals, points, texts
from timeline.dates import Date, DateError, Day, Precision, parse
from timeline.language.guesses import read, reason, suggest
from writtendates import SUGGESTED, UNCLEAR, WHY

EXAMPLES = "write a date such as 1815, 1815-06 or 1815-06-18"
YEARS = "years have four digits: 0450, or -0043 for 44 BCE; longer ones begin with Y: Y-17000"
DIGITS = "only the last one or two digits of a year alone can be unknown: 199X, 19XX"
LONG = "Y is for a year of five to nine digits: Y-17000"
END = "write ?, ~ or % after the date"

# text: earliest day, latest day, precision
POINTS = {
    "1815": ("1815-01-01", "1815-12-31", Precision.YEAR),
    "1815-06": ("1815-06-01", "1815-06-30", Precision.MONTH),
    "1815-06-18": ("1815-06-18", "1815-06-18", Precision.DAY),
    "199X": ("1990-01-01", "1999-12-31", Precision.DECADE),
    "19XX": ("1900-01-01", "1999-12-31", Precision.CENTURY),
    "000X": ("0000-01-01", "0009-12-31", Precision.DECADE),
    "-004X": ("-0049-01-01", "-0040-12-31", Precision.DECADE),
    "-00XX": ("-0099-01-01", "0000-12-31", Precision.CENTURY),
    "0000": ("0000-01-01", "0000-12-31", Precision.YEAR),
    "0000-02": ("0000-02-01", "0000-02-29", Precision.MONTH),
    "1500-02": ("1500-02-01", "1500-02-28", Precision.MONTH),
    "1600-02-29": ("1600-02-29", "1600-02-29", Precision.DAY),
    "-0004-02-29": ("-0004-02-29", "-0004-02-29", Precision.DAY),
    "-0043-03-15": ("-0043-03-15", "-0043-03-15", Precision.DAY),
    "9999-12-31": ("9999-12-31", "9999-12-31", Precision.DAY),
    "Y-17000": ("-17000-01-01", "-17000-12-31", Precision.YEAR),
    "Y12000": ("12000-01-01", "12000-12-31", Precision.YEAR),
}

# text: message, column, remedy
REFUSED = {
    "": ('"" is empty', 1, EXAMPLES),
    "whenever": ('"whenever" is not a date', 1, EXAMPLES),
    "1815-13-01": ('"1815-13-01" has month 13', 6, "months run from 01 to 12"),
    "1791-13": ('"1791-13" has month 13', 6, "months run from 01 to 12"),
    "1791-00": ('"1791-00" has month 00', 6, "months run from 01 to 12"),
    "-0043-13": ('"-0043-13" has month 13', 7, "months run from 01 to 12"),
    "1790/1791-13": ('"1790/1791-13" has month 13', 11, "months run from 01 to 12"),
    "1791-21-05": ('"1791-21-05" has month 21', 6, "months run from 01 to 12"),
    "1791-02-30": ('"1791-02-30" has day 30', 9, "the days of 1791-02 run from 01 to 28"),
    "1900-02-29": ('"1900-02-29" has day 29', 9, "the days of 1900-02 run from 01 to 28"),
    "1992-02-30~": ('"1992-02-30~" has day 30', 9, "the days of 1992-02 run from 01 to 29"),
    "1791-03-00": ('"1791-03-00" has day 00', 9, "the days of 1791-03 run from 01 to 31"),
    "1790/1791-06-31": ('"1790/1791-06-31" has day 31', 14, "the days of 1791-06 run from 01 to 30"),
    "1791-21": ('"1791-21" has season 21', 6, "write months: 1815-03/1815-05"),
    "1791-41~": ('"1791-41~" has season 41', 6, "write months: 1815-03/1815-05"),
    "1791-42": ('"1791-42" has month 42', 6, "months run from 01 to 12"),
    "1791-03-17T10:00": ('"1791-03-17T10:00" has a time of day', 11, "write 1791-03-17"),
    "1791-02-30T10:00": ('"1791-02-30T10:00" has a time of day', 11, "write the day alone"),
    "1791-XX": ('"1791-XX" has unknown digits XX', 6, "write 1791"),
    "1791-03-XX": ('"1791-03-XX" has unknown digits XX', 9, "write 1791-03"),
    "1791-03-1X": ('"1791-03-1X" has unknown digits 1X', 9, "leave that part out"),
    "199X-03": ('"199X-03" has unknown digits X-03', 4, DIGITS),
    "1XXX": ('"1XXX" has unknown digits XXX', 2, DIGITS),
    "1X91": ('"1X91" has unknown digits X91', 2, DIGITS),
    "uuuu": ('"uuuu" has unknown digits uuuu', 1, DIGITS),
    "199x": ('"199x" has unknown digits x', 4, "write 199X"),
    "19uu": ('"19uu" has unknown digits uu', 3, "write 19XX"),
    "1791?~": ('"1791?~" has qualifiers ?~', 5, "write 1791%"),
    "199X~~": ('"199X~~" has qualifiers ~~', 5, "write 199X~"),
    "-0043?~": ('"-0043?~" has qualifiers ?~', 6, "write one; % is uncertain and approximate"),
    "1791?-03": ('"1791?-03" has ? before its end', 5, END),
    "?1791": ('"?1791" has ? before its end', 1, END),
    "~1791": ('"~1791" has ~ before its end', 1, "write 1791~"),
    "{1791,1792}": ('"{1791,1792}" is a set of dates', 1, "write one date, or an interval such as 1815/1817"),
    "[1791..]": ('"[1791..]" is a set of dates', 1, "write one date, or an interval such as 1815/1817"),
    "Y1791": ('"Y1791" has a year that Y does not suit', 1, LONG),
    "Y-17000-03": ('"Y-17000-03" has a year that Y does not suit', 1, LONG),
    "Y-17E7": ('"Y-17E7" has E7, EDTF level 2', 5, "write the year in full"),
    "1950S2": ('"1950S2" has S2, EDTF level 2', 5, "write the year in full"),
    "-0000": ('"-0000" has year -0000', 1, "write 0000 for 1 BCE"),
    "44": ('"44" has year 44', 1, YEARS),
    "-43": ('"-43" has year -43', 1, YEARS),
    "17000": ('"17000" has year 17000', 1, YEARS),
    "450": ('"450" has year 450', 1, "write 0450"),
    "1815/20": ('"1815/20" has year 20', 6, "write 1815/1820"),
    "1815-6-18": ('"1815-6-18" is not a date', 1, "write 1815-06-18"),
    "1815-06-18\n": ('"1815-06-18\n" is not a date', 1, "write 1815-06-18"),
    " 1815": ('" 1815" is not a date', 1, "write 1815"),
    "١٨١٥": ('"١٨١٥" is not a date', 1, EXAMPLES),
    "18 June 1815": ('"18 June 1815" is not a date', 1, "write 1815-06-18"),
    "1815/soon": ('"1815/soon" has an end that is not a date', 6, EXAMPLES),
    "1791/1792/1793": (
        '"1791/1792/1793" has more than one "/"', 10, f"{EXAMPLES}, or an interval such as 1815/1817",
    ),
    "../..": ('"../.." has no date at either end', 1, "give one a date, such as 1815-06-18/.."),
    "/..": ('"/.." has no date at either end', 1, "give one a date, such as 1815-06-18/.."),
    "/": ('"/" has no date at either end', 1, "give one a date, such as 1815-06-18/.."),
    "1794/1791": ('"1794/1791" ends before it starts', 6, "write 1791/1794"),
    "1815-06-18/1815-05": ('"1815-06-18/1815-05" ends before it starts', 12, "write 1815-05/1815-06-18"),
    "z" * 100: (f'"{"z" * 59}…" is not a date', 1, EXAMPLES),
}  # fmt: skip

calendar_days = st.builds(Day, st.integers(-20_000, 20_000), st.integers(1, 12), st.integers(1, 28))


def refusal(text: str) -> DateError:
    """The refusal of a text that has to be refused."""
    with pytest.raises(DateError) as caught:
        read(text)
    return caught.value


@pytest.mark.parametrize("text", POINTS)
def test_a_date_has_the_bounds_and_precision_it_is_written_with(text: str) -> None:
    date = parse(text)
    assert date.earliest and date.latest
    assert (date.earliest.isoformat(), date.latest.isoformat(), date.precision) == POINTS[text]
    assert date.start is date.end
    assert not (date.is_interval or date.open_start or date.open_end)


@pytest.mark.parametrize("bare", ["1815", "1815-06", "1815-06-18", "181X", "18XX", "-0043", "Y-17000"])
@pytest.mark.parametrize(
    ("qualifier", "uncertain", "approximate"),
    [("", False, False), ("?", True, False), ("~", False, True), ("%", True, True)],
)
def test_a_qualifier_sets_its_flags_and_moves_no_bound(
    bare: str, qualifier: str, uncertain: bool, approximate: bool
) -> None:
    date = parse(bare + qualifier)
    assert (date.uncertain, date.approximate) == (uncertain, approximate)
    assert (date.earliest, date.latest) == (parse(bare).earliest, parse(bare).latest)
    assert date.soft_start is date.soft_end is (qualifier != "" or "X" in bare)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "start_year", "end_year", "softness"),
    [
        ("1791/1794", "1791-01-01", "1794-12-31", 1791.0, 1795.0, (False, False)),
        ("1791~/1794", "1791-01-01", "1794-12-31", 1791.0, 1795.0, (True, False)),
        ("1791/179X", "1791-01-01", "1799-12-31", 1791.0, 1800.0, (False, True)),
        ("2014-03/2014-03-27", "2014-03-01", "2014-03-27", 2014 + 59 / 365, 2014 + 86 / 365, (False, False)),
        ("2014-03-27/2014-03", "2014-03-27", "2014-03-31", 2014 + 85 / 365, 2014 + 90 / 365, (False, False)),
        ("1815-05-12/..", "1815-05-12", None, 1815 + 131 / 365, 1815 + 132 / 365, (False, True)),
        ("1815/", "1815-01-01", None, 1815.0, 1816.0, (False, True)),
        ("../1815", None, "1815-12-31", 1815.0, 1816.0, (True, False)),
        ("/1815?", None, "1815-12-31", 1815.0, 1816.0, (True, True)),
        ("-0001/0001", "-0001-01-01", "0001-12-31", -1.0, 2.0, (False, False)),
    ],
)
def test_an_interval_runs_from_its_start_to_its_end(
    text: str,
    earliest: str | None,
    latest: str | None,
    start_year: float,
    end_year: float,
    softness: tuple[bool, bool],
) -> None:
    date = parse(text)
    assert date.is_interval
    assert (date.earliest and date.earliest.isoformat(), date.latest and date.latest.isoformat()) == (
        earliest,
        latest,
    )
    assert (date.start_year, date.end_year) == pytest.approx((start_year, end_year))
    assert (date.soft_start, date.soft_end) == softness


def test_an_absent_end_is_open_or_unknown() -> None:
    ends = {text: parse(text) for text in ("../1815", "1815/..", "/1815", "1815/")}

    assert {text: (d.start is None, d.open_start, d.end is None, d.open_end) for text, d in ends.items()} == {
        "../1815": (True, True, False, False),
        "1815/..": (False, False, True, True),
        "/1815": (True, False, False, False),
        "1815/": (False, False, True, False),
    }


def test_one_doubtful_end_makes_an_interval_doubtful() -> None:
    assert parse("1791?/1794").uncertain and parse("1791/1794?").uncertain
    assert parse("1791~/1794").approximate and parse("1791/1794~").approximate


def test_an_interval_may_end_on_the_day_on_which_it_starts() -> None:
    assert parse("1815-06-18/1815-06-18").end_year == parse("1815-06-18").end_year


@pytest.mark.parametrize(
    ("text", "machine"),
    [("0001", "0001"), ("0000", None), ("1815-06~", "1815-06"), ("1815-06-18", "1815-06-18"), ("181X", None)],
)
def test_what_html_can_hold_of_a_date(text: str, machine: str | None) -> None:
    assert parse(text).machine == machine


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [("1815", "1816", False), ("../1814", "1815", False), ("1815/..", "1816", True), ("1815", "../1816", True)],
)
def test_spans_overlap_where_they_share_a_day(first: str, second: str, both: bool) -> None:
    assert parse(first).overlaps(parse(second)) is parse(second).overlaps(parse(first)) is both


@given(calendar_days)
def test_the_number_of_the_next_day_is_greater_by_one(day: Day) -> None:
    assert day.next().number == day.number + 1
    if 0 < day.year < 10_000:
        known = datetime.date(day.year, day.month, day.day).toordinal() - datetime.date(1815, 6, 18).toordinal()
        assert day.number - Day(1815, 6, 18).number == known


def test_a_leap_day_counts_from_the_first_of_march() -> None:
    assert parse("1816-02-29").start_year == pytest.approx(1816 + 59 / 366)
    assert parse("1816-03-01").start_year == pytest.approx(1816 + 60 / 366)


def test_a_text_of_sixty_characters_is_quoted_whole() -> None:
    assert refusal("z" * 60).message == f'"{"z" * 60}" is not a date'
    assert refusal("z" * 61).message == f'"{"z" * 59}…" is not a date'


def test_an_interval_is_as_precise_as_its_coarser_end() -> None:
    assert parse("1815-06-18/1815-07").precision is Precision.MONTH
    assert parse("181X/1815-07").precision is Precision.DECADE
    assert parse("../1815-06-18").precision is Precision.DAY
    assert list(Precision) == sorted(Precision)


@pytest.mark.parametrize("text", REFUSED)
def test_a_refusal_says_what_is_wrong_where_and_what_to_write(text: str) -> None:
    error = refusal(text)
    assert (error.message, error.column, error.remedy) == REFUSED[text]
    assert str(error) == f"{error.message}: {error.remedy}"


@pytest.mark.parametrize("text", [text for text in REFUSED if REFUSED[text][2].startswith("write 1")])
def test_a_remedy_can_be_written(text: str) -> None:
    assert parse(REFUSED[text][2].removeprefix("write "))


def test_a_refusal_survives_pickling() -> None:
    error = refusal("1815-13")
    assert vars(pickle.loads(pickle.dumps(error))) == vars(error)


@pytest.mark.parametrize("text", SUGGESTED)
def test_a_clear_text_gets_a_suggestion(text: str) -> None:
    assert suggest(text) == SUGGESTED[text]
    assert parse(SUGGESTED[text])


@pytest.mark.parametrize("why", WHY)
def test_an_unclear_text_is_told_why(why: str) -> None:
    for text in WHY[why]:
        assert (suggest(text), reason(text)) == (None, why), text
        with pytest.raises(DateError) as refused:
            read(text)
        assert refused.value.remedy == why or not refused.value.remedy.startswith(EXAMPLES), text


def test_a_remedy_says_what_no_date_holds() -> None:
    """So that nothing is lost, and nothing said more exactly than it was known."""
    with pytest.raises(DateError) as refused:
        read("the middle of June 2009")
    assert refused.value.remedy == "write 2009-06, and say “middle” in words, for no date is so fine"


@pytest.mark.parametrize("text", UNCLEAR)
def test_an_unclear_text_gets_no_suggestion(text: str) -> None:
    assert suggest(text) is None


@given(st.one_of(st.text(), st.text("0123456789-/?~%XYu. TJuneBCE:–"), st.from_regex(r"[0-9 ]{1,6} (June|May) [0-9]+")))
def test_any_text_is_a_date_or_is_refused_within_it(text: str) -> None:
    guess = suggest(text)
    assert guess is None or parse(guess).text == guess
    try:
        assert read(text).text == text
    except DateError as error:
        assert 1 <= error.column <= len(text) + 1
        assert error.message and error.remedy
        assert guess is None or error.remedy.startswith(f"write {guess}")


# Where edtf is wrong, so that it is no oracle: text, what it does. Nothing here is compared with it.
EDTF_IS_WRONG = {
    "1815/..": "TypeError: it indexes the infinite float that it takes for an open end",
    "../1815": "TypeError, the same for an open start",
    "1815/": "it ends an interval with an unknown end ten years after its start",
    "/1815": "it begins an interval with an unknown start ten years before its end",
    "1900-02-29": "it takes 29 February of every year",
    "1794/1791": "it takes an interval that ends before it starts",
    "Y-17000~": "it refuses a qualified Y year, though ISO 8601-2 does not",
    "Y-17000/1815": "it refuses a Y year in an interval",
    "1815/Y12000": "it refuses a Y year in an interval",
    "-0050/-004X": "it refuses X in an interval's negative years",
}


def oracle(text: str) -> list[tuple[int, ...]]:
    """The first and last day that edtf reads, without the padding it gives to approximate dates."""
    read = edtf.parse_edtf(text)
    return [tuple(read.lower_strict()[:3]), tuple(read.upper_strict()[:3])]


def bounds(text: str) -> list[tuple[int, int, int]]:
    """The first and last day that we read."""
    date = parse(text)
    return [(day.year, day.month, day.day) for day in (date.earliest, date.latest) if day]


@pytest.mark.parametrize("text", POINTS)
def test_edtf_reads_the_same_bounds(text: str) -> None:
    assert bounds(text) == oracle(text)


@settings(deadline=None, max_examples=60)
@given(st.one_of(points.filter(lambda text: "Y" not in text), intervals()))
def test_edtf_reads_the_same_bounds_of_any_date(text: str) -> None:
    one_end_only = text.startswith(("/", "..")) or text.endswith(("/", ".."))
    assume(not one_end_only and not ("/" in text and ("X" in text or "Y" in text)))
    assert bounds(text) == oracle(text)


@pytest.mark.parametrize("text", EDTF_IS_WRONG)
def test_edtf_is_still_wrong_where_we_say_so(text: str) -> None:
    try:
        ours: object = bounds(text)
    except DateError:
        ours = None
    try:
        theirs: object = oracle(text)
    except (TypeError, ValueError, edtf.EDTFParseException):
        theirs = None
    assert ours != theirs


@given(texts)
def test_what_is_read_keeps_its_text_and_is_cached(text: str) -> None:
    assert parse(text).text == text
    assert parse(text) is parse("".join(list(text)))


@given(texts)
def test_a_date_does_not_end_before_it_starts(text: str) -> None:
    date = parse(text)
    assert date.start_year < date.end_year
    assert date.sort_key[0] <= date.sort_key[1]
    if date.earliest and date.latest:
        assert date.earliest <= date.latest
        assert date.end_year == date.latest.next().as_year()


@given(st.lists(texts.map(parse), min_size=2, max_size=8))
def test_sorting_follows_the_bounds(dates: list[Date]) -> None:
    ordered = sorted(dates, key=lambda date: date.sort_key)
    starts = [date.start_year for date in ordered]
    assert starts == sorted(starts)
    dates.reverse()
    assert ordered == sorted(dates, key=lambda date: date.sort_key)


def test_a_day_sorts_before_the_month_and_the_year_it_begins() -> None:
    in_order = [
        "199X",
        "1815",
        "1815-01",
        "1815-01-01",
        "1815-01-01~",
        "../1815",
        "-0043",
        "1815-01-02",
        "181X",
    ]
    assert [date.text for date in sorted(map(parse, in_order), key=lambda date: date.sort_key)] == [
        "-0043",
        "181X",
        "1815-01-01",
        "1815-01-01~",
        "1815-01",
        "../1815",
        "1815",
        "1815-01-02",
        "199X",
    ]


@given(calendar_days, calendar_days)
def test_days_and_their_years_have_one_order(first: Day, second: Day) -> None:
    assert (first < second) == (first.as_year() < second.as_year())
    assert first < first.next()
    assert first.as_year() < first.next().as_year()


@pytest.mark.parametrize(
    ("day", "after"),
    [
        (Day(1815, 6, 18), Day(1815, 6, 19)),
        (Day(1900, 2, 28), Day(1900, 3, 1)),
        (Day(1904, 2, 28), Day(1904, 2, 29)),
        (Day(2000, 2, 29), Day(2000, 3, 1)),
        (Day(-1, 12, 31), Day(0, 1, 1)),
        (Day(0, 2, 28), Day(0, 2, 29)),
    ],
)
def test_the_next_day_follows_the_calendar(day: Day, after: Day) -> None:
    assert day.next() == after


def test_a_year_is_counted_in_equal_days() -> None:
    assert Day(1815, 1, 1).as_year() == 1815
    assert Day(1815, 12, 31).as_year() == 1815 + 364 / 365
    assert Day(1904, 12, 31).as_year() == 1904 + 365 / 366
    assert Day(1904, 3, 1).as_year() == 1904 + 60 / 366
    assert Day(-43, 3, 15).as_year() == -43 + 73 / 365


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        ("1815", "1815-06-18", True),
        ("1815-06", "1815-07", False),
        ("1815-06-18/1815-06-20", "1815-06-20", True),
        ("1815-06-18/1815-06-20", "1815-06-21", False),
        ("1815/..", "1999", True),
        ("1815/..", "1814", False),
        ("../1815", "-0043", True),
        ("../1815", "1816", False),
        ("../1815", "1815-12-31/..", True),
        ("1815/", "1815-12", True),
        ("1815/", "1816", False),
        ("/1815", "1814", False),
        ("1815~", "1816", False),
    ],
)
def test_dates_overlap_when_they_share_a_day(first: str, second: str, shared: bool) -> None:
    assert parse(first).overlaps(parse(second)) is shared
    assert parse(second).overlaps(parse(first)) is shared


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1815-06-18", "1815-06-18"),
        ("1815-06", "1815-06"),
        ("1815", "1815"),
        ("0044-03-15", "0044-03-15"),
        ("1815-06~", "1815-06"),
        ("1815?", "1815"),
        ("Y12000", "12000"),
        ("199X", None),
        ("19XX~", None),
        ("0000", None),
        ("-0043-03-15", None),
        ("1815/1816", None),
        ("1815/..", None),
        ("../1815", None),
    ],
)
def test_html_gets_a_value_where_it_has_one(text: str, value: str | None) -> None:
    assert parse(text).machine == value


@pytest.mark.parametrize("text", ["1815-06-18", "1815-06", "1815", "1815-06-15/1815-06-18"])
def test_a_plain_date_is_certain(text):
    assert parse(text).certain


@pytest.mark.parametrize(
    "text", ["1815~", "1815-06?", "1815-06-18%", "181X", "1815/..", "../1815", "1815/", "1815/1816~"]
)
def test_a_qualified_or_open_date_is_not(text):
    assert not parse(text).certain
