"""Filters of long lists: what they offer, how much each choice leaves, and which entries bear its mark."""

import re

import pytest

import waterloo
from timeline.pages import facets
from timeline.pages.facets import Entry, filters
from timeline.pages.renderer import Renderer
from timeline.project.site import Site

CATALOGUE = waterloo.catalogue()
SITE = Site(name="Battles", media=waterloo.ROOT / "reference/media")


@pytest.fixture(scope="module")
def pages():
    chosen = {"disputes/", "sources/", "figures/", "people/"}
    return {page.path: page for page in Renderer(CATALOGUE, SITE).pages() if page.path in chosen}


@pytest.mark.parametrize("template", ["disputes", "sources", "actors"])
def test_each_choice_counts_the_entries_that_bear_its_mark(template):
    found = facets.of(template, CATALOGUE, SITE)
    alone = {"disputes": {event.id: len(event.record.disputes) for event in CATALOGUE.events.values()}}.get(
        template, {}
    )

    assert len(found.facets) > 1
    for facet in found.facets:
        for choice in facet.choices:
            bearing = [id_ for id_, marks in found.marks.items() if choice.mark in marks.split()]
            assert choice.count == sum(alone.get(id_, 1) for id_ in bearing) > 0


def test_a_respect_in_which_nothing_differs_is_not_offered():
    entries = [Entry("a", {"kind": ["x"], "era": ["one"]}), Entry("b", {"kind": ["x"], "era": ["two"]})]
    found = filters("event", entries, {"kind": {"x": "X"}, "era": {"one": "One", "two": "Two"}})

    assert [facet.key for facet in found.facets] == ["era"]
    assert found.marks == {"a": "a0", "b": "a1"} and found.of("a", "b") == "a0 a1"


def test_without_the_script_a_chosen_link_hides_what_does_not_bear_its_mark(pages):
    """The rule stands in the head, the target is the link itself, and all is there until one is chosen."""
    for path in ("disputes/", "sources/", "people/"):
        page = pages[path]
        rules = dict(re.findall(r":has\(#([\w-]+):target\) \[data-of\]:not\(\[data-of~=(\w+)\]\)", page.head))
        links = dict(re.findall(r'<a id="([\w-]+)"[^>]* data-mark="(\w+)"', page.content))

        assert rules == links and len(links) > 3
        assert all(f'href="#{id_}"' in page.content for id_ in links)
        assert " hidden" not in page.content.replace(" aria-hidden", "")


def test_the_index_of_disputes_leads_to_every_question(pages):
    index = pages["disputes/"].content.partition('class="tl-index-of"')[2].partition("</nav>")[0]
    asked = {(event.id, one.question) for event in CATALOGUE.events.values() for one in event.record.disputes}

    assert set(re.findall(r'href="#([^"]+)">([^<]+)</a>', index)) == asked


def test_one_set_of_figures_needs_no_filter(pages):
    assert "list-filter" not in pages["figures/"].content and "<style>" not in pages["figures/"].head
