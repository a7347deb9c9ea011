"""Cite this: every event, era and source in three styles, and as files that reference managers read."""

import json
from urllib.parse import unquote

import bibtexparser
import pytest
import rispy

from harness import REPO
from timeline.project.settings import read, site_of

CITED = ("events", "eras", "sources")
STYLES = ("APA 7", "MLA 9", "Chicago 18")


@pytest.fixture(scope="module")
def cited(pages):
    """Return the pages of events, eras and sources; lists of them cite nothing."""
    return [page for page in pages if page.kind in CITED and page.path.count("/") == 2]


def citations(page):
    """Return the styles of a page with what stands under each."""
    [block] = page.root.all("dl", class_="tl-citations")
    pairs = zip(block.all("dt"), block.all("dd"), strict=True)
    return {" ".join(name.text.split()[:2]): text for name, text in pairs}


def files(page):
    """Return the files of a page by their ending, decoded."""
    links = [link for link in page.root.all("a") if link.attributes.get("href", "").startswith("data:")]
    return {
        link.attributes["download"].rpartition(".")[2]: unquote(link.attributes["href"].partition(",")[2])
        for link in links
    }


def test_every_event_era_and_source_is_cited_in_three_styles(cited):
    assert {page.kind for page in cited} == set(CITED)
    for page in cited:
        found = citations(page)
        assert tuple(found) == STYLES, page.path
        assert all(len(text.text) > 20 for text in found.values()), page.path


def test_pages_of_ours_are_cited_in_their_version(cited):
    settings = site_of(read(REPO), REPO)
    assert settings.version
    for page in cited:
        if page.kind == "sources":
            continue
        for style, entry in citations(page).items():
            assert settings.name in entry.text, (page.path, style)
            assert settings.version.split()[0] in entry.text, (page.path, style)
            assert settings.version.split()[1].strip("()") in entry.text, (page.path, style)


def test_the_page_of_a_source_cites_the_source(cited, site):
    known = json.loads((site.directory / "data/v1/sources.csl.json").read_text(encoding="utf-8"))
    links = {f"sources/{source['id']}/": source.get("DOI") or source.get("URL") for source in known}
    for page in cited:
        if page.kind == "sources" and links[page.path]:
            for style, entry in citations(page).items():
                assert links[page.path] in entry.text, (page.path, style)


def test_titles_of_whole_works_are_in_italics(cited):
    """What is copied keeps them: a style sheet would not go along."""
    for page in cited:
        if page.kind != "sources":
            assert list(citations(page)["APA 7"].all("i")), page.path
            assert list(citations(page)["MLA 9"].all("i")), page.path


def test_reference_managers_read_the_files(cited):
    for page in cited:
        found = files(page)
        assert set(found) == {"bib", "ris", "json"}, page.path
        [item] = json.loads(found["json"])
        [entry] = bibtexparser.parse_string(found["bib"]).entries
        [record] = rispy.loads(found["ris"])
        assert item["id"] == entry.key == page.path.split("/")[1]
        assert record["title"] == item["title"], page.path


@pytest.mark.parametrize("path", ["about/", "data/"])
def test_the_site_and_its_data_say_how_to_cite_them(path, pages):
    [page] = [page for page in pages if page.path == path]
    assert tuple(citations(page)) == STYLES
    assert set(files(page)) == {"bib", "ris", "json"}
