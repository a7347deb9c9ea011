"""Rules across records, where the gallery does not show them: their limits, and what they let pass."""

import pytest

from base import BASE, LIGNY, WATERLOO, corpus, report
from timeline.checks import eras, locators, rules, texts
from timeline.reading.corpus import load

HUNDRED_DAYS = "reference/eras/hundred-days.yaml"


def first_lines(text):
    return [line for line in text.splitlines() if not line.startswith("    help:")]


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_a_rule_finds_nothing_wrong_with_the_base(rule):
    assert list(rule(load(BASE))) == []


def test_the_check_tells_what_loading_and_what_the_rules_found(tmp_path):
    found = corpus(tmp_path, {"reference/topics.yaml": "battle: {title: A}\n", WATERLOO: ("[battle]", "[war]")})

    assert [problem.code for problem in rules.check(found)] == ["missing-key", "unknown-topic"]


def test_two_mistakes_in_one_file_are_both_told(tmp_path):
    text = report(tmp_path, {LIGNY: ("places: [ligny]\nactors: [napoleon]", "places: [a]\nactors: [b, napoleon]")})

    assert first_lines(text) == [
        'events/1815-ligny.yaml:6:10 unknown-place no place has the id "a"',
        'events/1815-ligny.yaml:7:10 unknown-actor no actor has the id "b"',
    ]


EASIER = """
teaching:
  minutes: 45
  aims: [compare two accounts]
  warm_up: Who was there?
  easier: {text: Napoleon came back., questions: [{ask: Who came back?}], words: [WORD]}
"""


def test_a_word_that_is_like_no_other_is_told_with_the_file_to_add_it_to(tmp_path):
    era = (BASE / HUNDRED_DAYS).read_text(encoding="utf-8") + EASIER.replace("WORD", "zouave")
    words = "".join(f"word-{number}: {{term: A{number}, definition: B.}}\n" for number in range(20))

    assert report(tmp_path, {HUNDRED_DAYS: era, "reference/glossary.yaml": words}).endswith(
        'unknown-term no term has the id "zouave"\n    help: a new word needs a record in reference/glossary.yaml'
    )


def test_words_of_a_glossary_that_cannot_be_read_are_nobody_s_mistake(tmp_path):
    era = (BASE / HUNDRED_DAYS).read_text(encoding="utf-8") + EASIER.replace("WORD", "zouave")

    text = report(tmp_path, {HUNDRED_DAYS: era, "reference/glossary.yaml": "guard: [\n"})

    assert len(first_lines(text)) == 1
    assert text.startswith("reference/glossary.yaml:")


@pytest.mark.parametrize("date", ["1815-06-16/1815-06-18", "1815", "1815-06-17", "../1815-06-18", "1815-06-16/.."])
def test_what_was_not_over_can_lead_to_what_began_later(date, tmp_path):
    """Only an event that had ended before the other began cannot follow from it."""
    changes = {LIGNY: ("date: 1815-06-16", f'date: "{date}"'), WATERLOO: ("1815-06-18", "1815-06-17")}

    assert "link-order" not in report(tmp_path, changes)


def test_a_link_other_than_led_to_may_lead_back(tmp_path):
    assert report(tmp_path, {WATERLOO: ("citations:\n", "links: {responds_to: [1815-ligny]}\ncitations:\n")}) == ""


def test_an_alias_may_not_be_the_id_of_its_own_record(tmp_path):
    text = report(tmp_path, {LIGNY: ("[1815-sombreffe]", "[1815-ligny]")})

    assert 'duplicate-id "1815-ligny" already belongs to event "1815-ligny"' in text


def test_an_alias_may_be_the_id_of_a_record_of_another_kind(tmp_path):
    assert report(tmp_path, {LIGNY: ("[1815-sombreffe]", "[napoleon, hundred-days]")}) == ""


def test_two_records_may_not_have_one_alias(tmp_path):
    text = report(tmp_path, {WATERLOO: ("citations:\n", "aliases: [1815-sombreffe]\ncitations:\n")})

    assert 'duplicate-id "1815-sombreffe" already belongs to event "1815-ligny"' in text


@pytest.mark.parametrize("words", [60, 220])
def test_a_body_of_the_shortest_and_the_longest_length_passes(words, tmp_path):
    body = "body: " + "a " * words + "[@roberts-2014; @waterloo-page]\n"
    text = (BASE / WATERLOO).read_text(encoding="utf-8")
    before, rest = text.split("body: |\n")

    assert report(tmp_path, {WATERLOO: before + body + rest[rest.index("\ncitations:") + 1 :]}) == ""


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("1815-03-01", ""),
        ("1815-02-28", "1815-02-28 lies in no era"),
        ("1830-07-26", ""),
        ("1830-07-27", "1830-07-27 lies in no era"),
        ("1815", "1815-01-01 lies in no era"),
        ("1829/..", ""),
        ("../1829", ""),
    ],
)
def test_eras_hold_the_day_by_which_an_event_is_sorted(date, expected, tmp_path):
    changes = {WATERLOO: ("date: 1815-06-18", f'date: "{date}"'), LIGNY: ("links:\n  led_to: [1815-waterloo]\n", "")}

    assert first_lines(report(tmp_path, changes)) == (
        [f"events/1815-waterloo.yaml:2:7 outside-eras {expected}"] if expected else []
    )


def test_a_timeline_needs_no_eras(tmp_path):
    found = corpus(tmp_path, {})
    found.eras.clear()

    assert list(eras.era_order(found)) == []


def test_eras_stand_in_order_of_time_and_not_of_their_names(tmp_path):
    era = "title: Before\ndate: 1800/1815-02-28\nsummary: A\nnarrative: B [@roberts-2014].\n"

    assert report(tmp_path, {"reference/eras/zero.yaml": era}) == ""


def test_an_actor_who_is_only_linked_from_a_text_is_used(tmp_path):
    changes = {
        "reference/actors/wellington.yaml": "{name: Wellington, kind: person}",
        WATERLOO: ("Wellington had", "[Wellington](actor:wellington) had"),
    }

    assert report(tmp_path, changes) == ""


def test_figures_of_different_groups_may_have_different_units(tmp_path):
    changes = {
        LIGNY: (
            "unit: men\n    measured_by: Roberts\n    group: Losses",
            "unit: guns\n    measured_by: A\n    group: B",
        )
    }

    assert report(tmp_path, changes) == ""


def test_links_to_every_kind_of_record_and_to_the_web_pass(tmp_path):
    targets = "event:1815-ligny era:restoration actor:napoleon place:ligny topic:battle source:clark-2006 http://a.b/"
    links = " ".join(f"[x]({target})" for target in targets.split())

    assert report(tmp_path, {WATERLOO: ("Wellington had", f"Wellington {links} had")}) == ""


def test_html_is_refused_in_every_text_that_is_markdown(tmp_path):
    changes = {
        "reference/eras/restoration.yaml": ("The king came back [", "The <i>king</i> came back ["),
        "reference/story.yaml": ("It ended", "It <i>ended</i>"),
        "reference/glossary.yaml": "guard: {term: Guard, definition: A <i>corps</i> of its own.}\n",
    }

    assert first_lines(report(tmp_path, changes)) == [
        "reference/eras/restoration.yaml:5:7 html-in-text <i> is HTML",
        "reference/glossary.yaml:1:36 html-in-text <i> is HTML",
        "reference/story.yaml:3:56 html-in-text <i> is HTML",
    ]


def test_the_keys_of_sources_are_gathered_once_for_all_links(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(texts, "defined_keys", lambda corpus: asked.append(corpus) or {"known"})
    links = " ".join("[a](source:known)" for _ in range(9))
    found = corpus(tmp_path, {LIGNY: ("[@roberts-2014, ch. 31].", f"{links} [b](source:unknown).")})

    assert [problem.code for problem in texts.markdown_texts(found)][:1] == ["unknown-source"]
    assert len(asked) == 1


def test_a_copy_in_another_encoding_is_told_and_the_others_are_searched(tmp_path):
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "clark-2006.txt").write_bytes("Bl\u00fccher".encode("latin-1"))
    (archive / "roberts-2014.txt").write_text("Chapter 3", encoding="utf-8")

    found = locators.missing(load(BASE), archive)

    assert [(problem.code, problem.path.rpartition("/")[2], problem.column) for problem in found] == [
        ("not-utf-8", "clark-2006.txt", 3),
        ("locator-not-found", "1815-ligny.yaml", 83),
        ("locator-not-found", "1815-waterloo.yaml", 32),
    ]
