"""Nothing in any export is more precise than the EDTF date: held against every form, for dates nobody thought of."""

import calendar
import csv
import datetime
import json
from dataclasses import replace
from html.parser import HTMLParser

import bibtexparser
import pytest
import rispy
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

import readback
import waterloo
from timeline.dates import DateError, Precision, parse
from timeline.exports import json_files, write
from timeline.language.dates import words
from timeline.pages import head
from timeline.project.site import Site
from timeline.records.event import Links

SITE = Site("From Cannae to Waterloo", "https://example.org/")
WHOLE = waterloo.catalogue()
EVENT = WHOLE.events["1815-waterloo"]
FIRST, LAST = (-(10**6), 1, 1), (10**6, 12, 31)
"""Stand for an open end: nothing is before the first and after the last."""


@st.composite
def points(draw):
    """One EDTF date without interval."""
    year = draw(st.sampled_from(["1815", "1999", "2020", "0044", "-0043", "1900", "0000", "9999", "-0215"]))
    form = draw(st.sampled_from(["{}", "{}-{:02d}", "{}-{:02d}-{:02d}", "decade", "century"]))
    if form in ("decade", "century"):
        return f"{year[:-1]}X" if form == "decade" else f"{year[:-2]}XX"
    month = draw(st.integers(1, 12))
    return form.format(year, month, draw(st.integers(1, 28))) + draw(st.sampled_from(["", "", "?", "~", "%"]))


@st.composite
def dates(draw):
    """Any EDTF date that authors may write."""
    start, end = draw(points()), draw(st.one_of(points(), st.sampled_from(["..", ""])))
    text = draw(st.sampled_from([start, start, f"{start}/{end}", f"{end}/{start}"]))
    try:
        return parse(text)
    except DateError:
        assume(False)


class Head(HTMLParser):
    """The metas and the JSON-LD of a head."""

    def __init__(self, html):
        super().__init__()
        self.metas, self.about = {}, {}
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "meta":
            self.metas[dict(attrs)["name"]] = dict(attrs)["content"]

    def handle_data(self, data):
        if data.strip():
            self.about = json.loads(data)


class Exported:
    """Every form of a timeline with one event and one source, both of one date."""

    def __init__(self, date):
        self.date = date
        key = EVENT.record.citations[0].key
        source = WHOLE.sources[key]
        source = replace(source, record=source.record.model_copy(update={"issued": date}))
        figures = tuple(f.model_copy(update={"date": date, "citations": (key,)}) for f in EVENT.record.figures[:1])
        quotes = tuple(q.model_copy(update={"date": date, "citations": (key,)}) for q in EVENT.record.quotes)
        cited = {"body": f"It was so [@{key}].", "quotes": quotes, "citations": EVENT.record.citations[:1]}
        parts = {"date": date, "figures": figures, "disputes": (), "links": Links(), **cited}
        event = EVENT.record.model_copy(update=parts)
        item = replace(EVENT, record=event)
        catalogue = replace(WHOLE, events={item.id: item}, sources={key: source}, uses={}, eras={}, series={}, media={})
        found = write.files(catalogue, SITE)
        self.files = {n.removeprefix("data/v1/"): c for n, c in found.items() if n.startswith("data/v1/")}
        self.text = {name: content.decode("utf-8-sig") for name, content in self.files.items()}
        self.event = Head(str(head.of_event(catalogue, SITE, item)))
        self.source = Head(str(head.of_source(catalogue, SITE, source)))

    def json(self, name):
        return json.loads(self.text[name])

    def rows(self, name):
        return list(csv.DictReader(self.text[f"{name}.csv"].splitlines()))


def days(*numbers):
    """Return the first and the last day that a year, a month or a day has."""
    year, month, day = [*numbers, None, None][:3]
    if month is None:
        return (year, 1, 1), (year, 12, 31)
    if day is None:
        return (year, month, 1), (
            year,
            month,
            calendar.monthrange(2000 if year % 400 == 0 else 1600 + year % 400, month)[1],
        )
    return (year, month, day), (year, month, day)


def read(iso):
    """Return the first and the last day of an ISO 8601 date: 1815, 1815-06 or 1815-06-18."""
    sign, rest = (-1, iso[1:]) if iso.startswith("-") else (1, iso)
    year, *more = map(int, rest.split("-"))
    return days(sign * year, *more)


def limits(point):
    return tuple((day.year, day.month, day.day) for day in (point.earliest, point.latest))


def covers(claim, point):
    """Whether what is claimed leaves room for every day that is possible."""
    return claim[0] <= limits(point)[0] and limits(point)[1] <= claim[1]


def span(date):
    return limits(date.start)[0] if date.start else FIRST, limits(date.end)[1] if date.end else LAST


def soft(date):
    return any(point.soft for point in (date.start, date.end) if point)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(dates())
def test_no_form_is_finer_than_the_date(date):
    made = Exported(date)
    for check in CHECKS:
        check(made, date)


def records_say_what_is_known(made, date):
    said = [*made.json("events.json")["events"], made.json(f"events/{EVENT.id}.json")["event"], *made.rows("events")]
    said += [*made.rows("figures"), *(f["properties"] for f in made.json("events.geojson")["features"])]
    assert len(said) >= 5
    for row in said:
        ends = tuple(day.isoformat() if day else None for day in (date.earliest, date.latest))
        assert row["date"].lstrip("'") == date.text and row["precision"] == date.precision.name.lower()
        assert tuple((row[end] or "").lstrip("'") or None for end in ("earliest", "latest")) == ends
        assert row["date_words"] == words(date)
    assert [row["issued"].lstrip("'") for row in made.rows("sources")] == [date.text]
    assert [source["issued"] for source in made.json("sources.json")["sources"]] == [date.text]


def json_to_records_and_back_is_lossless(made, date):
    for kind in ("events", "sources"):
        records = readback.loads(kind, made.text[f"{kind}.json"])
        assert [json_files.dumps(record) for record in records] == made.text[f"{kind}.json"].splitlines()[1:-1]
    assert readback.loads("events", made.text["events.json"])[0].date == date


def calendars_have_whole_days_and_no_doubt(made, date):
    fine = date.start and date.end and not soft(date) and date.precision >= Precision.MONTH and date.earliest.year > 0
    for name, least in (("events.ics", Precision.MONTH), ("on-this-day.ics", Precision.DAY)):
        for event in Calendar.from_ical(made.files[name]).walk("VEVENT"):
            assert fine and date.precision >= least
            first, end = event["DTSTART"].dt, event["DTEND"].dt
            assert (first.isoformat(), end.toordinal() - 1) == (date.earliest.isoformat(), last_day(date).toordinal())
            assert date.precision is Precision.DAY or words(date) in str(event["SUMMARY"])
            assert str(event["X-EDTF"]) == date.text


def last_day(date):
    return datetime.date(date.latest.year, date.latest.month, date.latest.day)


def timelinejs_has_years_and_months_as_they_are(made, date):
    [event] = made.json("timelinejs.json")["events"]
    start = event["start_date"]
    end = event.get("end_date", start)
    known = date.start or date.end
    assert len(start) <= max(1, known.precision - Precision.YEAR + 1)
    assert len(end) <= max(1, (date.end or known).precision - Precision.YEAR + 1)
    claim = days(*start.values())[0], days(*end.values())[1]
    assert not (date.start and date.end) or (claim[0] <= span(date)[0] and span(date)[1] <= claim[1])
    assert event["display_date"] == words(date)


def vis_has_a_range_of_all_possible_days(made, date):
    [item] = made.json("vis.json")["items"]
    point = item["type"] == "point"
    assert item["edtf"] == date.text
    assert not point or date.start is None or date.end is None or span(date)[0] == span(date)[1]
    assert ("exact" in item["className"]) <= (date.precision is Precision.DAY and not soft(date))


def csl_has_parts_as_they_are(made, date):
    [source] = made.json("sources.csl.json")
    issued = source["issued"]
    if "date-parts" not in issued:
        assert issued["literal"] == words(date)
        return
    ends = [date.start, date.end] if date.is_interval else [date.start]
    for parts, point in zip(issued["date-parts"], ends, strict=True):
        year = parts[0] if parts[0] > 0 else parts[0] + 1  # CSL has no year 0
        assert covers(days(year, *parts[1:]), point)
    assert issued.get("circa", False) == (date.approximate or date.uncertain)


def bibtex_has_edtf_and_years_and_months_as_they_are(made, date):
    [entry] = bibtexparser.parse_string(made.text["sources.bib"]).entries
    fields = {field.key: field.value for field in entry.fields}
    assert fields["date"] == date.text
    if fields["year"].isdigit():
        assert not soft(date)
        assert covers(days(int(fields["year"]), *([int(fields["month"])] if "month" in fields else [])), date.start)
    else:
        assert "month" not in fields or "--" in fields["year"]


def ris_leaves_empty_what_is_not_known(made, date):
    [record] = rispy.loads(made.text["sources.ris"])
    if "year" in record:
        assert covers(days(int(record["year"])), date.start)
    year, month, day, note = record["date"].split("/", 3)
    if year:
        claim = days(*(int(part) for part in (year, month, day) if part))
        assert claim[0] <= span(date)[0] and span(date)[1] <= claim[1]
    assert note == words(date) or not (soft(date) or date.is_interval)


def linked_data_has_nothing_doubtful(made, date):
    about = made.event.about
    for name, point in (("startDate", date.start), ("endDate", date.end)):
        if name in about["about"]:
            assert not point.soft and covers(read(about["about"][name]), point)
    assert about["temporalCoverage"] == made.event.metas["DCTERMS.temporal"] == date.text


def the_page_of_a_source_has_nothing_doubtful(made, date):
    assert made.source.metas["DC.date"] == date.text
    for said in (
        made.source.about["mainEntity"].get("datePublished"),
        made.source.metas.get("citation_publication_date", "").replace("/", "-"),
    ):
        if said:
            assert not date.start.soft and covers(read(said), date.start)


def feeds_say_it_in_words(made, date):
    [entry] = made.json("feed.json")["items"]
    assert entry["content_text"].lower().startswith(words(date).lower())


CHECKS = (
    records_say_what_is_known,
    json_to_records_and_back_is_lossless,
    calendars_have_whole_days_and_no_doubt,
    timelinejs_has_years_and_months_as_they_are,
    vis_has_a_range_of_all_possible_days,
    csl_has_parts_as_they_are,
    bibtex_has_edtf_and_years_and_months_as_they_are,
    ris_leaves_empty_what_is_not_known,
    linked_data_has_nothing_doubtful,
    the_page_of_a_source_has_nothing_doubtful,
    feeds_say_it_in_words,
)


@pytest.mark.parametrize(
    "text", ["1815-06-18", "1815-06", "1815", "1815~", "181X", "18XX", "1815-06-16/1815-06-18", "1815/.."]
)
def test_the_usual_dates(text):
    made = Exported(parse(text))
    for check in CHECKS:
        check(made, made.date)
