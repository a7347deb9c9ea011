"""The description of the files as an interface: valid OpenAPI 3.1, and every file is one of its answers."""

import json
import re
from dataclasses import replace

import openapi_spec_validator
import pytest

import waterloo
from timeline.exports import inventory, openapi, write
from timeline.project.site import Site

SITE = Site("From Cannae to Waterloo", "https://example.org/sub/", licence="CC-BY-4.0", licence_url="https://e.org/by")
CATALOGUE = waterloo.catalogue()
FILES = {
    name.removeprefix("data/v1"): content
    for name, content in write.files(CATALOGUE, SITE).items()
    if name.startswith("data/v1/")
}
DESCRIBED = json.loads(FILES["/openapi.json"])


def test_it_is_valid_with_its_schemas(tmp_path):
    for name, content in FILES.items():
        if name.startswith("/schema/") or name == "/openapi.json":
            (tmp_path / name[1:]).parent.mkdir(exist_ok=True)
            (tmp_path / name[1:]).write_bytes(content)

    openapi_spec_validator.validate(DESCRIBED, base_uri=(tmp_path / "openapi.json").as_uri())


def test_every_path_is_a_file_and_every_file_is_a_path():
    patterns = {path: re.compile(re.escape(path).replace(r"\{id\}", "[^/]+")) for path in DESCRIBED["paths"]}
    matches = {name: [path for path, pattern in patterns.items() if pattern.fullmatch(name)] for name in FILES}

    assert [name for name, paths in matches.items() if not paths] == []
    assert {path for paths in matches.values() for path in paths} == set(DESCRIBED["paths"])


def test_examples_are_ids():
    for path, item in DESCRIBED["paths"].items():
        for parameter in item["get"].get("parameters", ()):
            assert path.replace("{id}", parameter["example"]) in FILES


@pytest.mark.parametrize(
    ("site", "server"), [(SITE, "https://example.org/sub/data/v1"), (Site("A name"), ".")], ids=["placed", "unplaced"]
)
def test_the_server_is_the_folder(site, server):
    assert json.loads(openapi.text(CATALOGUE, site))["servers"] == [{"url": server}]


def test_no_two_operations_have_one_name():
    names = [item["get"]["operationId"] for item in DESCRIBED["paths"].values()]

    assert len(set(names)) == len(names)


def test_each_file_has_one_line_and_one_example():
    for file in inventory.files():
        assert file.what.endswith((".", "?")) and "\n" not in file.what + file.example and file.example, file.path


def test_a_timeline_without_eras_has_no_paths_of_eras():
    described = openapi.text(replace(CATALOGUE, eras={}), SITE)

    assert "/eras/{id}" not in described
