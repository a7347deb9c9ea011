"""Calendars: read by icalendar and by ical.js; whole days only where the record knows days or months."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

import waterloo
from readers import ical_js
from timeline.dates import Precision, parse
from timeline.exports import calendars
from timeline.exports.identifiers import uid
from timeline.project.history import History
from timeline.project.site import Site

SITE = Site("From Cannae to Waterloo", "https://example.org/sub/", history=History(datetime(2026, 6, 7, tzinfo=UTC)))
CATALOGUE = waterloo.catalogue()
FILES = dict(calendars.files(CATALOGUE, SITE))


def events(text):
    return Calendar.from_ical(text.encode()).walk("VEVENT")


def dated(edtf):
    """Return the events of the calendars of a timeline with one event, which has that date."""
    item = CATALOGUE.events["1815-return"]
    record = item.record.model_copy(update={"date": parse(edtf)})
    found = dict(calendars.files(replace(CATALOGUE, events={item.id: replace(item, record=record)}), SITE))
    return events(found["events.ics"]), events(found["on-this-day.ics"])


@pytest.mark.parametrize(
    ("value", "expected"), [(0.00005, "0.00005"), (-0.0, "0"), (50.68, "50.68"), (-1e-7, "-0.0000001"), (90, "90")]
)
def test_degrees_have_no_exponent(value, expected):
    assert calendars._degrees(value) == expected


def test_there_is_one_for_all_for_the_day_and_for_each_era_and_topic():
    assert list(FILES) == [
        *("events.ics", "on-this-day.ics"),
        *(f"eras/{id_}/events.ics" for id_ in CATALOGUE.eras),
        *(f"topics/{id_}/events.ics" for id_ in CATALOGUE.topics),
    ]


def test_all_events_whose_days_or_months_are_known_are_in_it():
    known = {
        uid(SITE, "event", (i.record.aliases or (i.id,))[0])
        for i in CATALOGUE.events.values()
        if calendars.span(i.record.date)
    }

    assert {str(event["UID"]) for event in events(FILES["events.ics"])} == known
    assert len(known) > 4


@pytest.mark.parametrize("name", FILES)
def test_a_second_reader_agrees(name, tmp_path):
    path = tmp_path / "calendar.ics"
    path.write_bytes(FILES[name].encode())
    theirs = {(e["uid"], e["summary"], e["start"], e["end"]) for e in ical_js(path)}

    assert theirs == {
        (str(e["UID"]), str(e["SUMMARY"]), e["DTSTART"].dt.isoformat(), e["DTEND"].dt.isoformat())
        for e in events(FILES[name])
    }


def test_a_second_reader_brings_the_day_back_each_year(tmp_path):
    path = tmp_path / "calendar.ics"
    path.write_bytes(FILES["on-this-day.ics"].encode())
    found = ical_js(path)

    assert found
    for event in found:
        year, rest = int(event["start"][:4]), event["start"][4:]
        if rest != "-02-29":
            assert event["times"] == [f"{year + count}{rest}" for count in range(3)]


def test_an_event_is_the_same_in_every_calendar():
    whole = {str(event["UID"]): event.to_ical() for event in events(FILES["events.ics"])}
    for name, text in FILES.items():
        if name not in ("events.ics", "on-this-day.ics"):
            assert {str(e["UID"]): e.to_ical() for e in events(text)}.items() <= whole.items()


@pytest.mark.parametrize(
    ("edtf", "first", "end", "title"),
    [
        ("1815-03-01", date(1815, 3, 1), date(1815, 3, 2), "Napoleon lands in France"),
        ("1815-12-31", date(1815, 12, 31), date(1816, 1, 1), "Napoleon lands in France"),
        ("1815-03-01/1815-03-05", date(1815, 3, 1), date(1815, 3, 6), "Napoleon lands in France"),
        ("1815-03", date(1815, 3, 1), date(1815, 4, 1), "Napoleon lands in France (March 1815)"),
        (
            "1815-02/1815-03-05",
            date(1815, 2, 1),
            date(1815, 3, 6),
            "Napoleon lands in France (February – 5 March 1815)",
        ),
    ],
)
def test_days_are_days_and_months_say_so(edtf, first, end, title):
    [event], _ = dated(edtf)

    assert (event["DTSTART"].dt, event["DTEND"].dt, str(event["SUMMARY"])) == (first, end, title)
    assert event["DTSTART"].params["VALUE"] == "DATE" and str(event["X-EDTF"]) == edtf


@pytest.mark.parametrize(
    "edtf", ["1815", "181X", "1815/1816", "1815-03~", "1815-03-01?", "1815-03-01/..", "/1815-03-01", "-0043-03-15"]
)
def test_what_would_be_an_invention_is_left_out(edtf):
    assert dated(edtf) == ([], [])


@pytest.mark.parametrize(
    ("edtf", "count"),
    [("1815-03-01", 1), ("1815-03-01/1815-03-31", 1), ("1815-03-01/1815-04-01", 0), ("1815-03", 0)],
)
def test_only_days_come_back_every_year(edtf, count):
    _, found = dated(edtf)

    assert len(found) == count
    for event in found:
        assert event["RRULE"] == {"FREQ": ["YEARLY"]}
        assert str(event["SUMMARY"]) == "1815: Napoleon lands in France"


def test_remembrance_and_chronology_can_stand_in_one_calendar():
    names = [str(e["UID"]) for name in ("events.ics", "on-this-day.ics") for e in events(FILES[name])]

    assert len(set(names)) == len(names)


def test_a_correction_replaces_what_was_there():
    item = CATALOGUE.events["1815-waterloo"]
    [before] = [e for e in events(FILES["events.ics"]) if "1815-waterloo" in str(e.get("URL"))]
    changed = replace(item, record=item.record.model_copy(update={"title": "Other", "corrections": (None,) * 5}))
    found = dict(calendars.files(replace(CATALOGUE, events={**CATALOGUE.events, item.id: changed}), SITE))
    [after] = [e for e in events(found["events.ics"]) if str(e["SUMMARY"]) == "Other"]

    assert (before["UID"], 5) == (after["UID"], int(after["SEQUENCE"]))


def test_nothing_in_the_calendar_is_finer_than_its_edtf():
    for event in events(FILES["events.ics"]):
        known = parse(str(event["X-EDTF"]))
        if event["DTEND"].dt - event["DTSTART"].dt == timedelta(days=1):
            assert known.precision is Precision.DAY
        assert event["DTSTART"].dt.isoformat() == known.earliest.isoformat()
        assert (event["DTEND"].dt - timedelta(days=1)).isoformat() == known.latest.isoformat()


def test_lines_are_as_rfc_5545_wants_them():
    for text in FILES.values():
        lines = text.encode().split(b"\r\n")
        assert lines[-1] == b"" and not any(b"\n" in line or b"\r" in line for line in lines)
        assert max(map(len, lines)) <= 75


@pytest.mark.parametrize(
    "line", ["SUMMARY:" + "ж" * 60, "SUMMARY:" + "a" * 67, "SUMMARY:" + "a" * 68, "SUMMARY:" + "😀" * 40]
)
def test_folding_is_undone_by_readers(line):
    folded = calendars.fold(line)

    assert folded.replace("\r\n ", "") == line
    assert max(len(piece.encode()) for piece in folded.split("\r\n")) <= 75


@pytest.mark.parametrize("text", ["a, b; c", "back\\slash", "two\nlines", 'colon: "quoted"'])
def test_marks_are_escaped_so_that_readers_see_them(text):
    block = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:{calendars.text(text)}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    [event] = events(block)

    assert str(event["SUMMARY"]) == text


def test_the_calendar_names_itself_and_its_event_its_place():
    calendar = Calendar.from_ical(FILES["topics/battle/events.ics"].encode())
    event = next(e for e in calendar.walk("VEVENT") if "1815-waterloo" in str(e["URL"]))

    assert str(calendar["X-WR-CALNAME"]) == str(calendar["NAME"]) == "From Cannae to Waterloo: Battles"
    assert str(event["LOCATION"]) and "GEO" in event and "Battles" in event["CATEGORIES"].to_ical().decode()
