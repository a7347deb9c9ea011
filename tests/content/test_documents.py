"""What every page has: one title, one h1, headings in order, a language, a description, unique ids."""

from collections import Counter
from itertools import pairwise

import pytest


def test_one_h1_and_it_comes_first(pages):
    for page in pages:
        levels = headings(page)
        assert levels.count(1) == 1, (page.path, levels)
        assert levels[0] == 1, (page.path, levels)


def test_heading_levels_never_skip(pages):
    for page in pages:
        levels = headings(page)
        skips = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        assert skips == [], (page.path, levels)


def headings(page):
    return [int(element.tag[1]) for element in page.elements if len(element.tag) == 2 and element.tag in "h1h2h3h4h5h6"]


def test_no_heading_is_empty(pages):
    for page in pages:
        empty = [element for element in page.elements if element.tag in ("h1", "h2", "h3", "h4") and not element.text]
        assert empty == [], page.path


def test_language_title_and_description(documents):
    for document in documents:
        assert document.one("html").attributes.get("lang") == "en", document.path
        assert document.title, document.path
        if not document.redirects:
            description = document.one("meta", name="description").attributes["content"]
            assert len(description) > 8, (document.path, description)
            assert document.source.lstrip().lower().startswith("<!doctype html>"), document.path


def test_title_names_the_page(pages):
    for page in pages:
        if page.path not in ("", "404.html") and page.kind != "index":
            assert page.one("h1").text in page.title, page.path


def test_titles_are_unique(pages):
    titles = Counter(page.title for page in pages)
    assert [title for title, count in titles.items() if count > 1] == []


@pytest.mark.parametrize("kind", ["events", "eras", "topics", "places", "index"])
def test_descriptions_are_unique_within_a_kind(pages, kind):
    described = [page for page in pages if page.kind == kind and page.path not in ("404.html",)]
    texts = Counter(page.one("meta", name="description").attributes["content"] for page in described)
    assert described and [text for text, count in texts.items() if count > 1] == []


def test_ids_are_unique(documents):
    for document in documents:
        assert [name for name, count in document.ids.items() if count > 1] == [], document.path


def test_references_by_id_hold(pages):
    """Labels, descriptions and `for` name an id of the same page."""
    for page in pages:
        for element in page.elements:
            for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
                missing = [id_ for id_ in element.attributes.get(name, "").split() if id_ not in page.ids]
                assert missing == [], (page.path, element.tag, name)


def test_no_handler_in_an_attribute(documents):
    """A content security policy without unsafe-inline handlers must stay possible."""
    for document in documents:
        found = {name for element in document.elements for name in element.attributes if name.startswith("on")}
        assert found == set(), document.path


def test_every_image_has_an_alternative(pages):
    for page in pages:
        bare = [image.attributes for image in page.root.all("img") if "alt" not in image.attributes]
        drawings = [svg for svg in page.root.all("svg") if not named_or_hidden(svg)]
        assert bare == [] and drawings == [], page.path


def named_or_hidden(svg):
    """A drawing has a name, or is out of sight of a screen reader, or sits in a control that has a name."""
    element = svg
    while element is not None:
        hidden = element.attributes.get("aria-hidden") == "true"
        if hidden or {"aria-label", "aria-labelledby", "title", "for"} & set(element.attributes):
            return True
        element = element.parent
    return any(svg.all("title"))


def test_one_main_landmark_and_a_way_past_the_header(pages):
    for page in pages:
        assert len(list(page.root.all("main"))) == 1, page.path
        if page.kind != "embed" and page.path not in ("embed/", "404.html"):  # one link or none to get past
            [skip] = page.root.all("a", class_="md-skip")
            assert skip.attributes["href"].removeprefix("#") in page.ids, page.path


def test_words_in_other_languages_say_so(pages):
    """The names of people and places in Belarusian and Russian carry their language."""
    for page in pages:
        for names in page.root.all("dl", class_="tl-names"):
            for name in names.all("dd"):
                cyrillic = any("\u0400" <= letter <= "\u04ff" for letter in name.text)
                assert not cyrillic or name.attributes.get("lang") or "·" in name.text, (page.path, name.text)
