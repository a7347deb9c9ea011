"""The JSON Schemas that editors use: fresh, valid, and of one mind with the checker."""

import functools
import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from editoryaml import Editor
from timeline.editing import schemas

ROOT = Path(__file__).parents[2]


WRITTEN_BY_COMMANDS = {ROOT / "reference" / "published.yaml"}
FILES = sorted({*ROOT.glob("events/*.yaml"), *ROOT.glob("reference/**/*.yaml")} - WRITTEN_BY_COMMANDS)


@functools.cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schemas.schemas()[name])


def test_the_committed_schemas_are_fresh() -> None:
    """`build.py schema` was run after the last change to the records."""
    assert schemas.stale(ROOT) == []


@pytest.mark.parametrize("name", sorted(schemas.schemas()))
def test_each_schema_is_a_schema(name: str) -> None:
    """The dialect's own meta-schema accepts it."""
    jsonschema.Draft202012Validator.check_schema(schemas.schemas()[name])


def test_each_file_names_a_schema_that_exists() -> None:
    """The first line of a record file leads an editor to its schema."""
    lost = []
    for path in FILES:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        if first.startswith("# yaml-language-server: $schema="):
            target = (path.parent / first.split("=", 1)[1]).resolve()
            lost += [str(path.relative_to(ROOT))] if not target.exists() else []

    assert lost == []


def test_the_schemas_accept_every_real_file() -> None:
    """What the checker accepts draws no red line in an editor."""
    kinds = {"events": "event", "actors": "actor", "eras": "era", "sources": "source", "series": "series"}
    kinds["audits"] = "audit"
    kinds["media"] = "medium"
    complaints = []
    for path in FILES:
        name = kinds.get(path.parent.name, path.stem)
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=Editor)
        errors = validator(f"{name}.schema.json").iter_errors(data)
        complaints += [f"{path.name}: {error.json_path} {error.message[:80]}" for error in errors]

    assert complaints == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("date", "17 March 1815"),
        ("summary", "x" * 201),
        ("topics", []),
        ("importance", "huge"),
        ("figures", [{"label": "a", "unit": "%"}]),
        ("citations", [{"key": "Not An Id"}]),
        ("colour", "blue"),
        ("title", None),
    ],
)
def test_the_event_schema_refuses_what_the_checker_refuses(key: str, value: object) -> None:
    """A mistake that the checker finds in one record is marked in the editor too."""
    good = {
        "title": "Battle",
        "date": "1815-06-18",
        "summary": "A battle was fought.",
        "topics": ["war"],
        "importance": "major",
        "body": "Text [@book].",
        "citations": [{"key": "book"}],
    }
    event = validator("event.schema.json")

    assert list(event.iter_errors(good)) == []
    assert list(event.iter_errors(good | {key: value})) != []


def test_stale_names_what_differs_is_missing_or_is_left_over(tmp_path: Path) -> None:
    """A changed, a missing and a superfluous file are all found, and writing mends them."""
    schemas.write(tmp_path)
    folder = tmp_path / "reference/schema"
    (folder / "event.schema.json").write_text("{}", encoding="utf-8")
    (folder / "era.schema.json").unlink()
    (folder / "old.schema.json").write_text("{}", encoding="utf-8")

    assert schemas.write(tmp_path) == ["era.schema.json", "event.schema.json", "old.schema.json"]
    assert schemas.stale(tmp_path) == []
    assert json.loads((folder / "event.schema.json").read_text(encoding="utf-8"))["$id"] == "event.schema.json"
