"""The search of this site: people, places, topics and titles are found in the spellings that readers know."""

import pytest
from playwright.sync_api import expect

from samples import title_of


def results(view):
    return view.locator(".md-search-result__link")


def leading_to(view, path):
    return view.locator(f'.md-search-result__link[href*="{path}"]')


def search(view, query):
    """Ask for something in the open search: all at once, as when pasted; the tests of keys type."""
    view.locator("[data-search] input").fill("")
    view.keyboard.insert_text(query)


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("Ціханоўская", "people/sviatlana-tsikhanouskaya/"),
        ("Тихановская", "people/sviatlana-tsikhanouskaya/"),
        ("Tsikhanouskaya", "people/sviatlana-tsikhanouskaya/"),
        ("Гродно", "places/hrodna/"),
    ],
)
def test_names_are_found_in_any_spelling(query, path, site, page):
    view = page(site.url + "about/")
    view.locator(".tl-search-button").click()
    search(view, query)
    expect(leading_to(view, path).first).to_be_visible()


@pytest.mark.parametrize("query", ["Лукашэнка", "Lukashenka", "Lukashenko"])
def test_the_most_frequent_name_is_found_in_any_spelling(query, site, page):
    """In so many pages that his own is a matter of rank, for which see below."""
    view = page(site.url + "about/")
    view.locator(".tl-search-button").click()
    search(view, query)
    expect(results(view).nth(5)).to_be_visible()  # four events are shown at first
    expect(view.locator(".md-search-result__link mark").first).to_contain_text(query)


def test_titles_are_found(site, sample, page):
    view = page(site.url + "about/")
    view.locator(".tl-search-button").click()
    for kind in ("event", "era", "source"):
        search(view, title_of(site.directory, sample[kind]))
        expect(leading_to(view, sample[kind]).first).to_be_visible()


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("Лукашэнка", "people/alexander-lukashenko/"),
        ("Lukashenko", "people/alexander-lukashenko/"),
        ("Lukashenka", "people/alexander-lukashenko/"),
        ("Putin", "people/vladimir-putin/"),
        ("Minsk", "places/minsk/"),
        ("Union with Russia", "topics/integration/"),
    ],
)
def test_the_page_of_a_name_is_among_the_first(query, path, site, page):
    view = page(site.url + "about/")
    view.locator(".tl-search-button").click()
    search(view, query)
    expect(results(view).first).to_be_visible()
    assert path in "".join(link.get_attribute("href") for link in results(view).all()[:5])
