"""Texts that go with the data: how to cite it, what holds, what changed, and the guide for language models."""

import re
from datetime import UTC, datetime

import pytest
import yaml

import waterloo
from harness import REPO
from timeline.exports import format, readmes
from timeline.language import data_texts
from timeline.project.history import History
from timeline.project.site import Site
from tools import python_program

CATALOGUE = waterloo.catalogue()
SITE = Site(
    'From "Cannae": to Waterloo',
    "https://example.org/sub/",
    version="2026-06-07 (abc)",
    licence="CC-BY-4.0",
    licence_url="https://example.org/by",
    history=History(datetime(2026, 6, 7, tzinfo=UTC)),
    description="A handful of battles.",
)
BARE = Site("A name")


@pytest.fixture(scope="module")
def cffconvert():
    return python_program("cffconvert")


@pytest.mark.slow
@pytest.mark.parametrize("site", [SITE, BARE], ids=["whole", "bare"])
def test_cffconvert_finds_the_citation_valid(cffconvert, site, tmp_path):
    (tmp_path / "CITATION.cff").write_text(readmes.citation(site), encoding="utf-8")

    done = cffconvert("--validate", "-i", tmp_path / "CITATION.cff")

    assert (done.returncode, done.stdout.strip()) == (
        0,
        "Citation metadata are valid according to schema version 1.2.0.",
    )


def test_cffconvert_makes_a_bibliography_line_of_it(cffconvert, tmp_path):
    (tmp_path / "CITATION.cff").write_text(readmes.citation(SITE), encoding="utf-8")

    line = cffconvert("-f", "apalike", "-i", tmp_path / "CITATION.cff").stdout.strip()

    assert line == (
        'The contributors of From "Cannae": to Waterloo (2026). From "Cannae": to Waterloo (version 2026-06-07 (abc)). '
        "URL: https://example.org/sub/data/"
    )


def test_the_repository_says_how_to_cite_it_and_nothing_that_goes_stale(cffconvert):
    ours = yaml.safe_load((REPO / "CITATION.cff").read_text(encoding="utf-8"))
    settings = (REPO / "mkdocs.yml").read_text(encoding="utf-8")

    assert cffconvert("--validate", "-i", REPO / "CITATION.cff").returncode == 0
    assert not {"version", "date-released", "commit", "doi"} & set(ours)
    name, subtitle = (re.search(rf"^ *{key}: (.+)$", settings, re.M)[1] for key in ("site_name", "subtitle"))
    assert ours["title"] == f"{name}: {subtitle}"
    assert ours["authors"] == [{"name": f"The contributors of {name}"}]
    assert f"licence: {ours['license']}\n" in settings


def test_the_readme_has_licence_files_and_promise():
    text = readmes.readme(CATALOGUE, SITE)

    assert "Licence: [CC-BY-4.0](https://example.org/by)." in text and "content of 2026-06-07 (abc)" in text
    assert "`events/{id}.json`" in text and all(line in text for line in data_texts.PROMISE)


def test_the_newest_version_in_the_change_log_is_that_of_the_format():
    found = re.findall(r"^## (.+)$", readmes.changelog(SITE), re.M)

    assert found == [version for version, _ in data_texts.CHANGES] and found[0] == format.SCHEMA_VERSION


LINK = re.compile(r"- \[(?P<name>[^\]]+)\]\((?P<path>[^)]+)\)(: .+)?")


@pytest.mark.parametrize("site", [SITE, BARE], ids=["whole", "bare"])
def test_the_guide_is_as_llmstxt_org_wants_it(site):
    """A heading, a quotation, text without headings, then sections that are nothing but lists of links."""
    top, *sections = re.split(r"^## .+\n", readmes.llms(CATALOGUE, site), flags=re.M)

    assert re.match(rf"# {re.escape(site.name)}\n\n> .+\n\n[^#]+$", top)
    assert len(sections) == 3
    for section in sections:
        for line in section.split("\n"):
            assert not line or LINK.fullmatch(line), line


def test_the_guide_is_short():
    assert len(readmes.llms(CATALOGUE, SITE)) < 4000
