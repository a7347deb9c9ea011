"""Pages of sources: ranges, single pages with a hyphen in their names, and several at once."""

import pytest

from timeline.records.pages import read


@pytest.mark.parametrize(
    ("text", "written", "first", "last"),
    [
        ("12-34", "12–34", "12", "34"),
        ("12–34", "12–34", "12", "34"),
        ("12 — 34", "12–34", "12", "34"),
        ("12--34", "12–34", "12", "34"),
        ("pp. 12-34", "12–34", "12", "34"),
        ("121-28", "121–28", "121", "28"),
        ("xii-xv", "xii–xv", "xii", "xv"),
        ("S10-S12", "S10–S12", "S10", "S12"),
        ("A-10", "A-10", "A-10", ""),
        ("A-10–A-12", "A-10–A-12", "A-10", "A-12"),
        ("A-10-A-12", "A-10–A-12", "A-10", "A-12"),
        ("34-12", "34-12", "34-12", ""),
        ("5", "5", "5", ""),
        ("12-14, 20-25", "12–14, 20–25", "12", "25"),
        ("12, 15", "12, 15", "12", "15"),
        (None, "", "", ""),
    ],
)
def test_a_range_is_told_from_a_hyphen_in_a_page_s_name(text, written, first, last):
    pages = read(text)

    assert (pages.written(), pages.first, pages.last) == (written, first, last)
    assert pages.several == bool(last)


@pytest.mark.parametrize("text", ["45f.", "45 ff.", "45ff"])
def test_pages_that_follow_are_several_without_a_last_one(text):
    assert read(text).several
    assert read(text).written() == text
