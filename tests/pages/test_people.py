"""The page of a person: where their events stand in time, and what they are."""

import pytest

import waterloo
from timeline.pages.renderer import Renderer
from timeline.project.site import Site

CATALOGUE = waterloo.catalogue()


@pytest.fixture(scope="module")
def pages():
    site = Site(name="Battles", media=waterloo.ROOT / "reference/media")
    return {page.path: page.content for page in Renderer(CATALOGUE, site).pages() if page.kind == "actor"}


def test_a_strip_marks_each_event_of_a_person_on_the_whole_period(pages):
    events = CATALOGUE.by_actor["napoleon"]
    html = pages["people/napoleon/"]

    assert len(events) > 1
    assert html.count('class="tl-strip__mark" data-topic="') == len(events)
    assert 'class="is-here"' not in html


def test_one_event_needs_no_strip(pages):
    alone = next(id_ for id_, events in CATALOGUE.by_actor.items() if len(events) == 1)

    assert "tl-strip" not in pages[f"people/{alone}/"]
