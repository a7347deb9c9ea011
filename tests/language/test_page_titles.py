"""Titles and leads of pages: each list has them once, and numbers agree with their words."""

import pytest

from harness import REPO
from timeline.language import data_texts, page_titles
from timeline.language.page_titles import LISTINGS
from timeline.pages.renderer import INDEXES

COUNTS = {"event": 1, "source": 1, "part": 1, "question": 1, "change": 1, "pack": 1, "step": 1} | {
    "record": 1,
    "statement": 1,
    "picture": 1,
}


def test_every_list_has_a_title_and_a_lead():
    assert {template for _, template in INDEXES} <= set(LISTINGS)


@pytest.mark.parametrize("name", LISTINGS)
def test_a_lead_agrees_with_what_it_counts(name):
    lead = LISTINGS[name].opening(COUNTS)

    assert "1 events" not in lead and "{" not in lead


def test_a_lead_says_that_there_is_nothing():
    assert LISTINGS["corrections"].opening({"change": 0}) == LISTINGS["corrections"].without
    assert LISTINGS["corrections"].opening({"change": 1}).startswith("1 change ")


@pytest.mark.parametrize("name", LISTINGS)
def test_no_template_says_again_what_the_table_says(name):
    template = (REPO / f"timeline/pages/templates/{name}.html.j2").read_text(encoding="utf-8")

    assert '<p class="tl-lead">{{ lead }}</p>' in template and f"<h1>{LISTINGS[name].title}</h1>" not in template


def test_one_of_each_is_no_plural():
    texts = [
        page_titles.actor("Hannibal", 1),
        data_texts.extent(dict.fromkeys(data_texts.EXTENT, 1)),
        data_texts.package(1, 1),
        *data_texts.dataset("From Cannae", 1, 1),
    ]

    assert [text for text in texts if "1 events" in text or "1 sources" in text] == []
