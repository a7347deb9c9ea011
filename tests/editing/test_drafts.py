"""New records: valid files, and a refusal of what exists."""

import shutil

import pytest

from base import BASE
from timeline.checks import rules
from timeline.editing import drafts
from timeline.reading.corpus import load

NEW = {"title": "Grouchy hears the guns", "date": "1815-06-18", "topics": ["battle"]}


@pytest.fixture
def root(tmp_path):
    return shutil.copytree(BASE, tmp_path / "base")


def told(root):
    return [(problem.path, problem.code) for problem in rules.check(load(root))]


def refusal(make, *arguments, **options):
    with pytest.raises(drafts.Refused) as refused:
        make(*arguments, **options)
    return refused.value.message


def test_a_new_event_is_valid_and_says_what_is_still_to_be_written(root):
    draft = drafts.event(load(root), NEW)

    drafts.write(root, draft)

    assert draft.path == "events/1815-grouchy-hears-guns.yaml"
    assert sorted(set(told(root))) == [(draft.path, "body-length"), (draft.path, "unfinished-text")]


def test_a_new_event_may_cite_sources_that_exist(root):
    draft = drafts.event(load(root), NEW | {"citations": ["roberts-2014"]})

    drafts.write(root, draft)

    assert "  - key: roberts-2014\n    checked: not seen\n" in draft.text
    assert sorted({code for _, code in told(root)}) == ["body-length", "unfinished-text"]
    assert refusal(drafts.event, load(root), NEW | {"title": "Other", "citations": ["robert-2014"]}).startswith(
        "no source has the key"
    )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"title": "Napoleon defeats Blücher at Ligny"}, 'event "1815-ligny" has the title'),
        ({"title": "Blücher defeats Napoleon at Ligny"}, 'is nearly that of event "1815-ligny"'),
        ({"id_": "1815-ligny"}, 'event "1815-ligny" has or had the id "1815-ligny"'),
        ({"id_": "1815-sombreffe"}, 'event "1815-ligny" has or had the id "1815-sombreffe"'),
        ({"id_": "1815-waterlo"}, 'the id "1815-waterlo" is nearly that of event "1815-waterloo"'),
        ({"title": "Груши"}, "the title suggests no id"),
    ],
)
def test_an_event_that_exists_or_nearly_so_is_refused(root, change, message):
    options = {"id_": change.pop("id_")} if "id_" in change else {}

    assert message in refusal(drafts.event, load(root), NEW | change, **options)


def test_anyway_writes_what_is_nearly_alike_but_never_what_is_the_same(root):
    corpus = load(root)

    assert drafts.event(corpus, NEW, "1815-waterlo", anyway=True).id == "1815-waterlo"
    assert "has or had" in refusal(drafts.event, corpus, NEW, "1815-ligny", anyway=True)


def test_a_new_source_takes_over_what_others_of_its_host_have(root):
    draft = drafts.source(load(root), "https://example.org/1999/the-other-page", {"title": "The other page"})

    drafts.write(root, draft)

    assert draft.path == "reference/sources/penguin-1999-other-page.yaml"
    assert "kind: scholarship" in draft.text or "kind: blog" in draft.text
    assert told(root) == [(draft.path, "unused-source")]


def test_a_source_whose_address_has_a_record_is_refused(root):
    message = refusal(drafts.source, load(root), "http://www.example.org/waterloo/#top", {})

    assert message == "events/1815-waterloo.yaml describes this address"


def test_a_new_actor_is_valid(root):
    draft = drafts.actor(load(root), "The Duke of Wellington", {"kind": "person"})

    drafts.write(root, draft)

    assert draft.path == "reference/actors/duke-of-wellington.yaml"
    assert told(root) == [(draft.path, "unused-actor")]


@pytest.mark.parametrize("name", ["Napoleon", "Napoléon", "NAPOLEON", "Napoleone"])
def test_an_actor_with_a_known_spelling_is_refused(root, name):
    assert "napoleon" in refusal(drafts.actor, load(root), name, {"kind": "person"}, "other")


def test_a_file_that_exists_is_not_written_over(root):
    draft = drafts.Draft("1815-ligny", "events/1815-ligny.yaml", "")

    with pytest.raises(FileExistsError):
        drafts.write(root, draft)


@pytest.mark.parametrize(
    ("answers", "codes"),
    [
        ({"title": "A"}, []),
        ({"date": "1815-06-31"}, ["bad-date"]),
        ({"title": "x" * 91}, ["too-long"]),
        ({"topics": ["batle"]}, ["unknown-topic"]),
        ({"importance": "huge"}, ["unknown-value"]),
        ({"topics": ["battle", "Not an id"]}, ["unknown-topic"]),
    ],
)
def test_answers_are_checked_one_by_one(root, answers, codes):
    assert [problem.code for problem in drafts.faults("event", answers, load(root))] == codes
