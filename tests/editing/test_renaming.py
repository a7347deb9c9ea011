"""A record gets another id: everything that named it does so still, and its former address leads on."""

import pytest

import waterloo
from timeline.checks.rules import check
from timeline.cli import main
from timeline.reading.corpus import load


@pytest.fixture
def project(tmp_path):
    return waterloo.copy(tmp_path / "waterloo")


def first(project, many):
    return sorted(getattr(load(project.root), many))[0]


@pytest.mark.parametrize(
    ("kind", "many"),
    [
        *(("event", "events"), ("era", "eras"), ("actor", "actors"), ("source", "sources"), ("series", "series")),
        *(("topic", "topics"), ("place", "places"), ("term", "terms")),
    ],
)
def test_every_record_of_every_kind_can_be_renamed_and_keeps_its_address(project, kind, many):
    assert main(["-C", str(project.root), "publish"]) == 0
    for old in sorted(getattr(load(project.root), many)):
        assert main(["-C", str(project.root), "rename", kind, old, f"{old}-anew"]) == 0, old

    corpus = load(project.root)
    assert [problem for problem in check(corpus) if problem.severity == "error"] == []
    assert all(id_.endswith("-anew") for id_ in getattr(corpus, many))
    assert all(entry.record.aliases[0] == id_.removesuffix("-anew") for id_, entry in getattr(corpus, many).items())


def test_an_id_that_is_taken_or_none_changes_nothing(project):
    before = {path: path.read_bytes() for path in project.root.rglob("*.yaml")}
    old, other = sorted(load(project.root).events)[:2]

    for new in (other, "Not An Id", "con", "../x"):
        assert main(["-C", str(project.root), "rename", "event", old, new]) == 1
    assert main(["-C", str(project.root), "rename", "event", "nobody", "somebody"]) == 1

    assert {path: path.read_bytes() for path in project.root.rglob("*.yaml")} == before


@pytest.mark.parametrize(
    ("kind", "old", "name", "before", "after"),
    [
        ("term", "consul", "reference/glossary.yaml", "term: Consul", "term: consul"),
        ("term", "hundred-days", "reference/audits/2020-01-03.yaml", "words: 48,000 Prussians", "words: hundred-days"),
        ("place", "waterloo", "events/1815-return.yaml", "without a battle.", "with no place:waterloo"),
        ("actor", "napoleon", "events/1815-return.yaml", "lands in France", "lands in France, napoleon"),
    ],
)
def test_a_word_that_is_also_an_id_stays_where_it_names_nothing(project, kind, old, name, before, after):
    text = project.read(name)
    assert before in text
    project.write({name: text.replace(before, after)})

    assert main(["-C", str(project.root), "rename", kind, old, f"{old}-anew"]) == 0

    assert f"{after}\n" in project.read(name)
    assert f"{old}-anew" in "".join(path.read_text("utf-8") for path in project.root.rglob("*.yaml"))


def test_an_audit_names_its_record_by_the_new_id(project):
    assert main(["-C", str(project.root), "rename", "term", "hundred-days", "days-of-the-return"]) == 0

    assert "record: term:days-of-the-return\n" in project.read("reference/audits/2020-01-03.yaml")
