"""Plans of lessons: shapes that fill their time, levels to mark by, a unit in order, names that can be said."""

from dataclasses import replace

import pytest

import waterloo
from timeline.language import lessons
from timeline.pages import booklets, classroom, lesson_plans
from timeline.records.teaching import Teaching

CATALOGUE = waterloo.catalogue()
MODERN, ANTIQUITY, MIDDLE = (CATALOGUE.eras[id_] for id_ in ("modern-times", "antiquity", "middle-ages"))
BARE = ANTIQUITY.record.teaching


def steps(teaching, minutes, disputes=()):
    [shape] = [shape for shape in lesson_plans.shapes(teaching, disputes) if shape.minutes == minutes]
    return [what for _, what in shape.steps]


@pytest.mark.parametrize("teaching", [BARE, MODERN.record.teaching], ids=["bare", "full"])
@pytest.mark.parametrize("disputes", [(), ("one",)], ids=["agreed", "disputed"])
def test_the_parts_of_a_lesson_make_up_its_time(teaching, disputes):
    found = lesson_plans.shapes(teaching, disputes)

    assert [shape.minutes for shape in found] == [20, 45, 90]
    for shape in found:
        assert sum(spent for spent, _ in shape.steps) == shape.minutes
        assert shape.steps[0][1] == lessons.STEPS["warm_up"]
        assert shape.steps[-1][1] == lessons.DISCUSS and shape.steps[-1][0] >= lessons.TALK


def test_a_lesson_uses_only_what_the_pack_has():
    assert steps(BARE, 45) == [lessons.STEPS["warm_up"], lessons.STEPS["cards"], lessons.DISCUSS]
    assert lessons.STEPS["sources"] in steps(MODERN.record.teaching, 45)
    assert lessons.STEPS["few_sources"] in steps(MODERN.record.teaching, 20)
    assert lessons.STEPS["compare"] in steps(BARE, 45, ["a dispute"])


def test_levels_without_a_question_are_left_out():
    assert [title for _, title, _ in lesson_plans.levels(MODERN.record.teaching)] == list(lessons.LEVELS.values())
    assert lesson_plans.levels(BARE) == []


def test_every_kind_of_question_has_three_levels_to_mark_by():
    assert {len(lesson_plans.ladder(kind)) for kind in (*lessons.LEVELS, "compare")} == {3}


def test_a_unit_has_its_lessons_in_order_and_two_eras_may_share_one():
    def era(id_, lesson):
        unit = {"lesson": lesson, "does": "reads"}
        teaching = Teaching(minutes="45", aims=["think"], warm_up="Begin.", unit=unit)
        return replace(ANTIQUITY, id=id_, record=ANTIQUITY.record.model_copy(update={"teaching": teaching}))

    found = lesson_plans.unit([era("c", 2), era("a", 1), MIDDLE, era("b", 2)])

    assert [(lesson.number, [era.id for era in lesson.eras]) for lesson in found] == [(1, ["a"]), (2, ["c", "b"])]
    assert lesson_plans.unit([MIDDLE, ANTIQUITY]) == []


def test_names_on_the_cards_come_with_how_they_are_said():
    assert lesson_plans.spoken(CATALOGUE, MODERN) == [
        ("Arthur Wellesley, Duke of Wellington", "AR-thur WELZ-lee"),
        ("Waterloo", "WAH-ter-loh"),
        ("Hundred Days", "HUN-dred DAYZ"),
    ]
    assert lesson_plans.spoken(CATALOGUE, ANTIQUITY) == []


def test_a_respelling_falls_into_syllables_with_the_stress_marked():
    assert lesson_plans.syllables("AR-thur WELZ-lee") == [
        ("ar", True),
        ("-", False),
        ("thur", False),
        (" ", False),
        ("welz", True),
        ("-", False),
        ("lee", False),
    ]


def test_a_booklet_has_the_quotations_that_it_names_in_reading_order():
    found = booklets.extracts(CATALOGUE, MODERN)

    assert [source.quote.speaker for source in found] == ["Declaration of the powers", "Duke of Wellington"]
    assert booklets.extracts(CATALOGUE, ANTIQUITY) == booklets.extracts(CATALOGUE, MIDDLE) == []


def test_a_source_says_where_its_words_are_kept():
    _, dispatch = booklets.extracts(CATALOGUE, MODERN)

    kept = booklets.kept(CATALOGUE, dispatch.quote)

    assert "dispatch to Earl Bathurst" in kept and "(" in kept


def test_reasons_name_the_earlier_event_first():
    [(first, then, why)] = classroom.reasons(CATALOGUE, MODERN)

    assert (first.id, then.id, why) == (
        "1814-fontainebleau",
        "1815-return",
        "One cannot come back before one has gone.",
    )
