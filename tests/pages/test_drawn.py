"""The drawn timeline: boxes that do not overlap, lines that do not cross, words that stay inside, honest years."""

from dataclasses import replace
from itertools import pairwise

import pytest

import waterloo
from timeline.pages import drawn
from timeline.pages.renderer import Renderer
from timeline.project.site import Site

CATALOGUE = waterloo.catalogue()
ERA = CATALOGUE.eras["modern-times"]


@pytest.mark.parametrize("paper", drawn.PAPERS.values())
def test_boxes_of_a_side_stand_side_by_side_in_time_and_on_the_paper(paper):
    drawing = drawn.of_era(CATALOGUE, ERA, paper)
    for side in (True, False):
        boxes = [box for box in drawing.boxes if box.above is side]
        assert all(one.left + one.width < other.left and one.foot < other.foot for one, other in pairwise(boxes))
        assert [box.dot for box in boxes] == sorted(box.dot for box in boxes)
        for box in boxes:
            assert box.left >= 0 and box.left + box.width <= paper.width + 0.01
            assert box.top() >= 0 and box.top() + box.height <= paper.height + 0.01
            assert 0 <= box.top(blank=True) <= box.top() + 0.01


def test_a_drawing_has_a_dot_for_every_event_and_boxes_for_those_on_the_cards():
    drawing = drawn.of_era(CATALOGUE, ERA, drawn.STRIP)

    assert sum(len(dots) for _, dots in drawing.dots) == len(CATALOGUE.by_era["modern-times"])
    assert set(ERA.record.teaching.cards) <= {box.event.id for box in drawing.boxes}


def test_years_before_the_first_are_round_in_words():
    labels = [tick.label for tick in drawn.of_all(CATALOGUE, drawn.HEAD).ticks]

    assert labels[0].endswith("BCE") and all(int(label.split()[0]) % 10 == 0 for label in labels if "BCE" in label[3:])


def test_text_is_cut_into_lines_that_fit_and_what_has_no_room_leaves_a_mark():
    assert drawn.wrapped("one two three", 5, 2) == ("one", "two", "three")
    assert drawn.wrapped("one two three", 50, 2) == ("one two three",)
    boxes = drawn.of_era(CATALOGUE, ERA, drawn.Paper(80, 14, 2.5, 8, 1)).boxes
    assert any(box.lines[-1].endswith("…") for box in boxes)


def test_blank_sheets_keep_their_places_and_say_nothing_of_events():
    rendered = Renderer(CATALOGUE, Site("Battles", media=waterloo.ROOT / "reference/media")).pages()
    pages = {page.path: str(page.content) for page in rendered if page.kind == "material"}
    titles = [event.record.title for event in CATALOGUE.by_era["modern-times"]]

    for name in ("poster", "strips"):
        filled, blank = pages[f"teach/wall/{name}/"], pages[f"teach/wall/{name}-blank/"]
        assert filled.count("tl-drawing__box") == blank.count("tl-drawing__box") > 0
        assert not [title for title in titles if title in blank]
        assert "Waterloo" in filled
    assert "Waterloo" in pages["teach/wall/map/"] and "Waterloo" not in pages["teach/wall/map-blank/"]


def test_a_timeline_without_teaching_has_no_pages_for_teachers():
    eras = {
        id_: replace(item, record=item.record.model_copy(update={"teaching": None}))
        for id_, item in CATALOGUE.eras.items()
    }
    bare = replace(CATALOGUE, eras=eras)

    paths = [page.path for page in Renderer(bare, Site("Battles", media=waterloo.ROOT / "reference/media")).pages()]

    assert not [path for path in paths if path.startswith("teach/")]
