"""The language of the pages stands in the settings, and in no other place."""

import json
import re
import xml.etree.ElementTree as ET

import pytest

import waterloo
from harness import REPO
from timeline.citations.own_pages import page_record
from timeline.exports import calendars, feeds
from timeline.pages import linked_data
from timeline.pages.renderer import Renderer
from timeline.project.site import Site

ENGINE = REPO / "timeline"
CATALOGUE = waterloo.catalogue()
SITE = Site("From Cannae to Waterloo", "https://example.org/sub/", language="be")

NAMES_ENGLISH = {
    "citations/work.py": "titles in English have capitals of their own",
    "language/locale.py": "the language that the words are in",
    "project/site.py": "the language where the settings name none",
    "records/source.py": "an example of a tag",
}
"""Where the tag of a language stands, and why."""


@pytest.fixture(scope="module")
def pages():
    return list(Renderer(CATALOGUE, SITE).pages())


def test_heads_name_the_language_of_the_site(pages):
    heads = "".join(page.head for page in pages if page.kind != "source")

    assert '"inLanguage":"be"' in heads and 'content="be"' in heads
    assert not re.search(r'"inLanguage":"en"|(citation_language|DC.language)" content="en"', heads)


def test_titles_in_the_language_of_the_page_need_no_mark(pages):
    rendered = {page.path: str(page.content) for page in pages}

    assert 'lang="en"' in rendered["sources/"] and 'lang="be"' not in rendered["sources/"]


def test_pages_that_lead_on_are_in_the_language_of_the_site():
    assert {re.search(r'<html lang="(.*?)">', html)[1] for _, html in Renderer(CATALOGUE, SITE).redirects()} == {"be"}


def test_feeds_and_calendars_name_the_language_of_the_site():
    files = dict(feeds.files(CATALOGUE, SITE)) | dict(calendars.files(CATALOGUE, SITE))

    assert ET.fromstring(files["feed.atom"]).attrib == {"{http://www.w3.org/XML/1998/namespace}lang": "be"}
    assert json.loads(files["feed.json"])["language"] == "be"
    assert "//BE\r\n" in files["events.ics"]


def test_citations_and_the_whole_name_the_language_of_the_site():
    assert page_record(SITE, "A page", "a/").record.language == "be"
    assert linked_data.website(SITE)["inLanguage"] == "be"


def test_no_other_place_names_the_language():
    tag = re.compile(r"""["']en(_GB)?["']""")
    files = [path for end in ("py", "j2", "html") for path in ENGINE.rglob(f"*.{end}")]
    naming = {path.relative_to(ENGINE).as_posix() for path in files if tag.search(path.read_text(encoding="utf-8"))}

    assert naming == set(NAMES_ENGLISH)
