"""Dates that cannot be, at the very day on which they begin to be so."""

import datetime

import pytest

from base import LIGNY, corpus
from timeline.checks import dates

TODAY = datetime.date(2026, 11, 22)


def places(problems):
    return [(problem.line, problem.column, problem.message) for problem in problems]


def cited(issued, accessed="", type_="webpage"):
    """Ligny with a source of these dates."""
    old = "    type: book\n    kind: scholarship\n    title: Iron Kingdom\n    publisher: Penguin\n    issued: 2006"
    read = f"\n    accessed: {accessed}" if accessed else ""
    return {LIGNY: (old, old.replace("book", type_).replace("2006", f"{issued}{read}"))}


@pytest.mark.parametrize(("date", "late"), [("2026-11-23", False), ("2026-11-24", True), ("../2026-11-24", False)])
def test_an_event_of_the_day_after_tomorrow_has_not_happened(tmp_path, date, late):
    found = dates.future(corpus(tmp_path, {LIGNY: ("date: 1815-06-16", f"date: {date}")}), TODAY)

    said = f"{date} lies in the future: the event has not happened yet"
    assert places(found) == ([(2, 7, said)] if late else [])


@pytest.mark.parametrize(("date", "late"), [("2026-11-23", False), ("2026-11-24", True)])
def test_nobody_corrected_or_read_anything_the_day_after_tomorrow(tmp_path, date, late):
    aliases = "aliases: [1815-sombreffe]"
    mended = {LIGNY: (aliases, f"corrections: [{{date: {date}, change: A comma.}}]")}
    corrected = dates.future(corpus(tmp_path / "a", mended), TODAY)
    read = dates.future(corpus(tmp_path / "b", cited("2006", date)), TODAY)

    assert [problem.message for problem in corrected] == [
        f"{date} lies in the future: nobody has made this correction yet"
    ] * late
    assert places(read) == [(50, 15, f"{date} lies in the future: nobody has read it yet")] * late


@pytest.mark.parametrize(
    ("type_", "last", "late"),
    [
        ("book", "2027-11-23", "2027-11-24"),
        ("article-magazine", "2027-01-23", "2027-01-24"),
        ("webpage", "2026-11-23", "2026-11-24"),
    ],
)
def test_a_work_is_dated_ahead_as_far_as_its_kind_is(tmp_path, type_, last, late):
    assert dates.future(corpus(tmp_path / "a", cited(last, type_=type_)), TODAY) == []
    assert len(dates.future(corpus(tmp_path / "b", cited(late, type_=type_)), TODAY)) == 1


@pytest.mark.parametrize(
    ("accessed", "issued", "wrong"),
    [
        ("2006-05-05", "2006-05-05", False),
        ("2006-05-04", "2006-05-05", False),
        ("2006-05-03", "2006-05-05", True),
        ("2006-04-29", "2006-05-01", True),
        ("2005-12-31", "2006-01-01", False),
        ("2005-12-30", "2006-01-01", True),
        ("2004-02-28", "2004-03-01", True),
        ("2006-05", "2006-05-20", False),
    ],
)
def test_nothing_was_read_more_than_a_day_before_it_was_issued(tmp_path, accessed, issued, wrong):
    found = list(dates.read_after_issue(corpus(tmp_path, cited(issued, accessed))))

    assert [(problem.line, problem.message) for problem in found] == [
        (50, f"read on {accessed}, before it was issued")
    ] * wrong


def test_of_a_source_without_one_of_both_dates_nothing_is_said(tmp_path):
    assert list(dates.read_after_issue(corpus(tmp_path, cited("../2006", "2004-01-02")))) == []
    assert list(dates.read_after_issue(corpus(tmp_path / "b", cited("2006", "2004-01-02/..")))) == []
