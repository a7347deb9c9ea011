"""The registry of published ids and of what is gone: each file that is none of it is told, and none stops the check."""

import pytest

from timeline.reading import registry


def read(root, name, text):
    (root / "reference").mkdir()
    (root / name).write_text(text, encoding="utf-8")
    return registry.read(root)


def test_a_timeline_that_published_nothing_has_an_empty_registry(tmp_path):
    assert registry.read(tmp_path) == registry.Registry(file=registry.read(tmp_path).file)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[a, b]", "expected kinds with ids"),
        ("events", "expected kinds with ids"),
        ("wombats: [a]", '"wombats" is no kind with a list of ids'),
        ("events: a", '"events" is no kind with a list of ids'),
        ("events: {a: b}", '"events" is no kind with a list of ids'),
        ("events: [a, [b]]", '"events" is no kind with a list of ids'),
        ("events: ~", '"events" is no kind with a list of ids'),
    ],
)
def test_what_is_no_list_of_published_ids_is_told(tmp_path, text, message):
    found = read(tmp_path, registry.PUBLISHED, text)

    assert [(problem.code, problem.message, problem.remedy) for problem in found.problems] == [
        ("wrong-type", message, "run build.py publish")
    ]


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("[a]", "wrong-type", "expected names with reasons"),
        ("wombat:a: b", "bad-id", '"wombat:a" names no record'),
        ("event:A b: c", "bad-id", '"event:A b" names no record'),
        ("event:../x: c", "bad-id", '"event:../x" names no record'),
        ("1: c", "bad-id", '"1" names no record'),
        ("event:a: ~", "wrong-type", "expected a reason"),
        ("event:a: [b]", "wrong-type", "expected a reason"),
        ('event:a: ""', "wrong-type", "expected a reason"),
        (f"event:a: {'b' * 601}", "wrong-type", "expected a reason"),
    ],
)
def test_what_is_no_reason_is_told(tmp_path, text, code, message):
    found = read(tmp_path, registry.GONE, text)

    assert [(problem.code, problem.message) for problem in found.problems] == [(code, message)]
    assert all(problem.remedy for problem in found.problems)


def test_a_reason_of_the_greatest_length_is_one(tmp_path):
    found = read(tmp_path, registry.GONE, f"event:a: {'b' * 600}\nterm:b: c\n")

    assert (found.problems, found.gone) == ((), {"event:a": "b" * 600, "term:b": "c"})


def test_what_is_published_comes_back_as_it_was_written(tmp_path):
    ids = {"events": ("b", "a", "1815"), "terms": ("x",)}

    text = registry.text(ids)
    found = read(tmp_path, registry.PUBLISHED, text)

    assert found.ids == {"events": ("1815", "a", "b"), "terms": ("x",)}
    assert '  - "1815"\n  - a\n  - b\n' in text and "places" not in text


def test_a_link_in_the_place_of_the_registry_is_told(tmp_path):
    (tmp_path / "reference").mkdir()
    (tmp_path / registry.GONE).symlink_to("nowhere")

    assert [problem.path for problem in registry.read(tmp_path).problems] == [registry.GONE]
