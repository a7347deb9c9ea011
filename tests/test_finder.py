"""What helps to find pages: entries of the search index and of the sitemap."""

import json

import pytest
from markupsafe import Markup

from timeline.finder import extend_search, write_sitemap
from timeline.page import Page

WRITTEN = [
    {"location": "about/", "title": "About", "text": "We"},
    {"location": "about/#how", "title": "How", "text": "So"},
    {"location": "shells/", "title": "%%title%%", "text": ""},
    {"location": "shells/record/", "title": "%%title%%", "text": ""},
]
PAGES = [
    Page("events/a/", "A & B", "d", Markup("c"), "events/", "event", search="1 < 2"),
    Page("embed/", "E", "d", Markup("c"), "embed/", "embed", search="x", listed=False),
]


@pytest.fixture
def index(tmp_path):
    path = tmp_path / "search/search_index.json"
    path.parent.mkdir()
    path.write_text(json.dumps({"config": {"lang": ["en"]}, "docs": WRITTEN}), encoding="utf-8")
    extend_search(tmp_path, PAGES)
    return json.loads(path.read_text(encoding="utf-8"))


def test_search_finds_our_pages_and_the_handwritten_ones_and_no_shells(index):
    assert [entry["location"] for entry in index["docs"]] == ["events/a/", "about/", "about/#how"]
    assert index["config"] == {"lang": ["en"]}


def test_search_entries_are_html_as_the_theme_expects(index):
    assert index["docs"][0] == {"location": "events/a/", "title": "A &amp; B", "text": "1 &lt; 2"}


def test_a_site_without_search_stays_without(tmp_path):
    extend_search(tmp_path, PAGES)

    assert list(tmp_path.iterdir()) == []


def written_sitemap(tmp_path, url):
    paths = ("", "about/", "embed/", "shells/", "shells/record/")
    rows = "".join(f"<url><loc>{url}{path}</loc></url>" for path in paths)
    (tmp_path / "sitemap.xml").write_text(f"<urlset>{rows}</urlset>", encoding="utf-8")
    (tmp_path / "sitemap.xml.gz").write_bytes(b"old")


@pytest.mark.parametrize("url", ["https://a.b/", "https://a.b/shells/", "https://a.b/x&amp;y/"])
def test_sitemap_names_our_listed_pages_and_the_handwritten_ones_and_no_shells(url, tmp_path):
    written_sitemap(tmp_path, url)

    write_sitemap(tmp_path, url.replace("&amp;", "&"), PAGES)

    rows = "".join(f"<url><loc>{url}{path}</loc></url>\n" for path in ("", "about/", "events/a/"))
    expected = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )
    assert expected == (tmp_path / "sitemap.xml").read_text(encoding="utf-8")
    assert not (tmp_path / "sitemap.xml.gz").exists()


def test_without_an_address_there_is_no_sitemap(tmp_path):
    written_sitemap(tmp_path, "")

    write_sitemap(tmp_path, "", PAGES)

    assert list(tmp_path.iterdir()) == []
