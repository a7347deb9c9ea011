"""The list of ids for editors: what is in it, and that nobody is held up by one that lags behind."""

import json
from pathlib import Path
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest
from referencing import Registry, Resource
from referencing.exceptions import NoSuchResource

import waterloo
from harness import REPO
from timeline.catalogue import build
from timeline.editing import completion, schemas
from timeline.reading.corpus import load

FILE = completion.FILE


@pytest.fixture
def tiny(tmp_path):
    return waterloo.copy(tmp_path / "tiny")


def listed(text, kind):
    return {form["const"]: form["description"] for form in json.loads(text)["$defs"][kind]["anyOf"] if "const" in form}


def test_every_record_is_listed_with_what_it_stands_for(tiny):
    corpus = load(tiny.root)
    text = completion.text(corpus)

    for kind in ("actors", "eras", "events", "places", "topics"):
        assert list(listed(text, kind)) == sorted(getattr(corpus, kind))
    assert listed(text, "places")["saint-helena"].startswith("Saint Helena, ")
    assert listed(text, "actors")["napoleon"].endswith(" (person)")
    assert listed(text, "events")["1815-waterloo"].endswith(" (18 June 1815)")


def test_the_keys_of_citations_are_those_of_all_sources(tiny):
    corpus = load(tiny.root)

    text = completion.text(corpus)
    assert listed(text, "citations").keys() == listed(text, "sources").keys() == build(corpus).sources.keys()


def test_a_corpus_and_its_catalogue_give_one_text(tiny):
    corpus = load(tiny.root)

    assert completion.text(corpus) == completion.text(build(corpus))


def test_an_id_has_a_line_of_its_own(tiny):
    """So that two people who each add one seldom change the same lines."""
    text = completion.text(load(tiny.root))

    assert sum('"const": "napoleon"' in line for line in text.splitlines()) == 1
    assert all(line.count('"const"') <= 1 for line in text.splitlines())


def test_a_kind_without_records_is_still_a_schema(tiny):
    for path in (tiny.root / "reference/actors").glob("*.yaml"):
        path.unlink()

    jsonschema.Draft202012Validator.check_schema(json.loads(completion.text(load(tiny.root))))


def registry():
    def retrieve(uri):
        path = Path(unquote(urlsplit(uri).path))
        if not path.is_file():
            raise NoSuchResource(uri)
        return Resource.from_contents(json.loads(path.read_text(encoding="utf-8")))

    return Registry(retrieve=retrieve)


@pytest.mark.parametrize("name", sorted(schemas.schemas()))
def test_the_schemas_for_editors_lead_to_the_list(name):
    """Every `$ref` of a file resolves as an editor resolves it: from where the file lies."""
    text = (REPO / "reference/schema" / name).read_text(encoding="utf-8")
    found = json.loads(text)
    found["$id"] = (REPO / "reference/schema" / name).as_uri()
    resolver = registry().with_resource(found["$id"], Resource.from_contents(found)).resolver(found["$id"])

    references = {part.split('"')[3] for part in text.split("\n") if '"$ref":' in part}
    for reference in references:
        assert resolver.lookup(reference).contents


def test_a_new_record_is_in_the_list_at_once(tiny):
    tiny.run("schema")

    tiny.run("new", "actor", "Marshal Grouchy", "--kind", "person")

    assert "marshal-grouchy" in listed(tiny.read(FILE), "actors")


def test_a_list_that_lags_behind_is_told_and_is_nobodys_mistake(tiny):
    tiny.run("schema")
    tiny.write({"reference/actors/grouchy.yaml": "name: Emmanuel de Grouchy\nkind: person\n"})

    result = tiny.run("schema", "--check")

    assert (result.code, result.stdout) == (0, f"{FILE} is out of date: run build.py schema\n")
    assert "grouchy" not in tiny.read(FILE)
    assert tiny.run("check").code == 0


def test_the_site_offers_schemas_that_stand_together(site):
    """Whoever has no checkout leads an editor to the copies on the site, which are always fresh."""
    folder = site.directory / "contribute/schema"
    fresh = completion.text(load(REPO))

    assert {path.name for path in folder.iterdir()} == {*schemas.schemas(), "ids.schema.json"}
    assert (folder / "ids.schema.json").read_text(encoding="utf-8") == fresh
    assert '"$ref": "ids.schema.json#/$defs/actors"' in (folder / "event.schema.json").read_text(encoding="utf-8")
