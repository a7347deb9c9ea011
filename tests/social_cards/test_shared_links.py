"""What a shared link shows elsewhere: Open Graph on every page, with a card that exists, through the public build."""

import shutil

import pytest

import waterloo
from htmldoc import Document

pytestmark = pytest.mark.slow

URL = "https://example.org/tl/"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The second timeline."""
    return waterloo.copy(tmp_path_factory.mktemp("social") / "timeline")


def build(project, patch, url):
    patch.setenv("SITE_URL", url)
    result = project.run("build")
    assert result.code == 0, result.stdout + result.stderr
    return project.root / "site"


@pytest.fixture(scope="module")
def site(project):
    with pytest.MonkeyPatch.context() as patch:
        return shutil.copytree(build(project, patch, URL), project.root / "shared")


def metas(document):
    """Return what the meta elements of a page say, by property or name."""
    elements = [element.attributes for element in document.elements if element.tag == "meta"]
    return {found.get("property") or found.get("name"): found.get("content") for found in elements}


def page(site, address):
    return Document(site, site / address / "index.html")


def test_every_page_says_what_it_is_and_shows_a_card_that_exists(site):
    for document in (Document(site, path) for path in site.rglob("index.html")):
        if document.redirects:
            continue
        found = metas(document)

        assert found["og:url"] == URL + document.path
        assert found["og:title"]
        assert found["og:description"]
        assert found["og:image:alt"]
        assert found["twitter:card"] == "summary_large_image"
        assert found["og:image"].startswith(URL)
        assert (site / found["og:image"].removeprefix(URL)).is_file(), document.path


@pytest.mark.parametrize(
    ("address", "card", "kind", "alt"),
    [
        ("events/1815-waterloo/", "events/1815-waterloo", "article", "18 June 1815"),
        ("eras/antiquity/", "eras/antiquity", "article", "Antiquity"),
        ("people/napoleon/", "site", "website", "From Cannae to Waterloo"),
        ("about/", "site", "website", "From Cannae to Waterloo"),
        ("", "site", "website", "From Cannae to Waterloo"),
    ],
)
def test_events_and_eras_have_cards_of_their_own(address, card, kind, alt, site):
    found = metas(page(site, address))

    assert (found["og:image"], found["og:type"]) == (f"{URL}assets/cards/{card}.png", kind)
    assert alt in found["og:image:alt"]


def test_without_an_address_no_card_is_named_or_drawn(project, monkeypatch):
    site = build(project, monkeypatch, "")

    found = metas(page(site, "events/1815-waterloo/"))
    assert "og:title" in found
    assert not {"og:image", "og:image:alt", "og:url", "twitter:card"} & found.keys()
    assert not (site / "assets/cards").exists()
