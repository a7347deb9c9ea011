"""The search: nothing is fetched before somebody searches, names are found in every spelling, keys are enough."""

import re

import pytest
from playwright.sync_api import expect

INDEX = "search/search_index.js"


@pytest.fixture
def asked(page):
    """asked(url, …) -> an open page, and the list of addresses it requests from then on."""

    def open_page(url, **options):
        view = page("about:blank", allow=["another origin: http://127"], fresh=True, **options)
        requests = []
        view.context.on("request", lambda request: requests.append(request.url))
        view.goto(url, wait_until="networkidle")
        return view, requests

    return open_page


def results(view):
    return view.locator(".md-search-result__link")


def leading_to(view, path):
    return view.locator(f'.md-search-result__link[href*="{path}"]')


def test_the_index_is_fetched_when_somebody_searches_and_once(site, asked):
    view, requests = asked(site.url + "events/1799-brumaire/")
    assert [url for url in requests if INDEX in url] == []
    view.locator(".tl-search-button").click()
    search(view, "treaty")
    expect(results(view).first).to_be_visible()
    view.keyboard.press("Escape")
    view.locator(".tl-search-button").click()
    assert [url for url in requests if INDEX in url] == [site.url + INDEX]


def search(view, query):
    """Ask for something in the open search: all at once, as when pasted; the tests of keys type."""
    view.locator("[data-search] input").fill("")
    view.keyboard.insert_text(query)


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("Наполеон", "people/napoleon/"),
        ("Buonaparte", "people/napoleon/"),
        ("Париж", "places/paris/"),
        ("Кутузов", "people/kutuzov/"),
        ("Koutouzov", "people/kutuzov/"),
        ("Kutuzaŭ", "people/kutuzov/"),
        ("Kutuzau", "people/kutuzov/"),
        ("Österreich", "people/francis-ii/"),
        ("Paryż", "places/paris/"),
        ("Παρίσι", "places/paris/"),
        ("(Kutuzau\u0306)?", "people/kutuzov/"),
        ("«Париж»,", "places/paris/"),
        ("Golenishchev–Kutuzov", "people/kutuzov/"),
    ],
)
def test_names_are_found_in_any_spelling(query, path, site, page):
    view = page(site.url + "about/")
    view.locator(".tl-search-button").click()
    search(view, query)
    expect(leading_to(view, path).first).to_be_visible()


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("Napoleon takes power by the coup", "events/1799-brumaire/"),
        ("The fall of an empire", "eras/collapse/"),
        ("Napoleon's Wars", "sources/esdaile-2008/"),
    ],
)
def test_titles_are_found(query, path, site, page):
    view = page(site.url + "about/")
    view.locator(".tl-search-button").click()
    search(view, query)
    expect(leading_to(view, path).first).to_be_visible()


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("Bonaparte", "people/napoleon/"),
        ("Metternich", "people/metternich/"),
        ("Crowns and assemblies", "topics/power/"),
    ],
)
def test_the_page_of_a_name_is_among_the_first(query, path, site, page):
    view = page(site.url + "about/")
    view.locator(".tl-search-button").click()
    search(view, query)
    expect(results(view).first).to_be_visible()
    assert path in "".join(link.get_attribute("href") for link in results(view).all()[:5])


def settle(view):
    """Wait until the answers have caught up with the typing."""
    seen = []
    while len(seen) < 5 or len(set(seen[-5:])) > 1:
        view.wait_for_timeout(100)
        seen.append(results(view).evaluate_all("nodes => nodes.map(node => node.textContent).join()"))
        assert len(seen) < 100, "the results never stand still"


def test_search_works_by_keyboard_alone(site, page):
    view = page(site.url + "about/")
    button = view.locator(".tl-search-button")
    for _ in range(5):
        view.keyboard.press("Tab")
        if button.evaluate("node => node === document.activeElement"):
            break
    expect(button).to_be_focused()
    view.keyboard.press("Enter")
    field = view.get_by_role("textbox", name=re.compile("Search"))
    expect(field).to_be_focused()
    view.keyboard.type("Metterni")
    expect(leading_to(view, "people/metternich/").first).to_be_visible()
    settle(view)
    view.keyboard.press("ArrowDown")
    expect(results(view).first).to_be_focused()
    view.keyboard.press("ArrowDown")
    expect(results(view).nth(1)).to_be_focused()
    view.keyboard.press("ArrowUp")
    target = results(view).first.get_attribute("href")
    view.keyboard.press("Enter")
    view.wait_for_url(re.compile(re.escape(target)))
    expect(view.locator("main h1")).to_contain_text("Metternich")


def test_a_stroke_opens_the_search_but_not_while_one_writes(site, page):
    view = page(site.url)
    view.keyboard.press("/")
    field = view.get_by_role("textbox", name=re.compile("Search"))
    expect(field).to_be_focused()
    view.keyboard.press("Escape")
    box = view.get_by_role("searchbox", name="Search these events")
    box.fill("1 ")
    box.press("/")
    expect(box).to_have_value("1 /")


def test_the_search_and_the_colours_work_where_the_browser_keeps_nothing(site, page):
    refuse = """for (const name of ["localStorage", "sessionStorage"])
        Object.defineProperty(window, name, {configurable: true, get() { throw new DOMException("denied", "SecurityError"); }});"""
    view = page("about:blank", allow=["another origin: http://127"])
    view.add_init_script(refuse)
    view.goto(site.url + "about/")
    view.locator(".tl-search-button").click()
    search(view, "Borodino is fought")
    expect(results(view).first).to_contain_text("Borodino")
    expect(view.locator("[data-md-component=palette] label:visible")).to_have_count(1)


@pytest.mark.parametrize("width", [360, 1280])
def test_escape_closes_and_returns_the_focus(width, site, page):
    view = page(site.url + "about/", viewport=(width, 800))
    button = view.locator(".tl-search-button")
    button.focus()
    view.keyboard.press("Enter")
    field = view.get_by_role("textbox", name=re.compile("Search"))
    expect(field).to_be_focused()
    view.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(field).to_be_hidden()
    view.keyboard.press("Enter")
    expect(field).to_be_focused()


def test_pasted_words_are_found_too(site, page):
    """What is pasted or dictated comes without any key."""
    view = page(site.url + "about/")
    view.locator(".tl-search-button").click()
    expect(view.locator(".md-search-result__meta")).to_have_text("Type to search")  # the index is here
    search(view, "Borodino is fought")
    expect(results(view).first).to_contain_text("Borodino")


def test_the_number_of_results_is_announced(site, page):
    view = page(site.url + "about/")
    view.locator(".tl-search-button").click()
    search(view, "peace")
    status = view.locator(".md-search-result__meta")
    expect(status).to_have_text(re.compile(r"\d+ pages found"))
    assert status.get_attribute("role") == "status"
    search(view, "qwrtzx")
    expect(status).to_have_text("No page found")


def test_results_are_short(site, page):
    """A wall of text hides the next result."""
    view = page(site.url + "about/", viewport=(360, 800))
    view.locator(".tl-search-button").click()
    search(view, "Napoleon")
    expect(results(view).first).to_be_visible()
    heights = results(view).evaluate_all("nodes => nodes.map(node => node.offsetHeight)")
    assert max(heights) < 260


def test_a_link_can_carry_a_query(site, asked):
    view, _ = asked(site.url + "about/?q=peace")
    expect(results(view).first).to_be_visible()


GROUPS = """nodes => nodes.map(node => [node.getAttribute('aria-label'),
    [...node.querySelectorAll('a')].map(link => link.pathname.split('/').at(-3))])"""


def test_results_stand_by_kind_events_first_with_their_dates(site, page):
    view = page(site.url + "about/")
    view.locator(".tl-search-button").click()
    search(view, "french")
    expect(results(view).first).to_be_visible()
    groups = dict(view.locator(".tl-found").evaluate_all(GROUPS))

    assert next(iter(groups)) == "Events" and set(groups["Events"]) == {"events"}
    assert re.search(r"\d{4}", results(view).first.locator("small").inner_text())
    more = view.locator(".tl-found__more").first
    number = int(more.inner_text().split()[0])
    more.click()
    expect(view.locator('.tl-found[aria-label="Events"] a')).to_have_count(4 + number)


@pytest.mark.parametrize("query", ["Metternch", "Meternich", "Mettternich"])
def test_a_letter_wrong_still_finds_and_says_what(query, site, page):
    view = page(site.url + "about/")
    view.locator(".tl-search-button").click()
    search(view, query)
    expect(view.locator(".md-search-result__meta")).to_contain_text("for “metternich”")
    expect(leading_to(view, "people/metternich/").first).to_be_visible()


def test_results_say_why_they_are_there(site, page):
    view = page(site.url + "about/")
    view.locator(".tl-search-button").click()
    search(view, "Koutouzov")
    expect(leading_to(view, "people/kutuzov/").first).to_contain_text("Also written")
    expect(leading_to(view, "people/kutuzov/").locator("mark").first).to_have_text(re.compile("Koutouzov"))
    search(view, "Koutouzov")
    [event] = [one for one in results(view).all() if "/events/" in (one.get_attribute("href") or "")][:1]
    expect(event).to_contain_text(re.compile(r"Kutuzov, also written [^·]*Koutouzov[^·]*$"))
    search(view, "fontainebleau")
    for result in results(view).all():
        expect(result.locator("mark").first).to_have_text(re.compile("fontainebleau", re.I))


def test_signs_at_the_edges_of_words_do_not_count(site, page):
    view = page(site.url + "about/")
    view.locator(".tl-search-button").click()
    for query in ("“Metternich”,", "(Metternich)", "~Metternich^", "METTERNICH…"):
        search(view, query)
        expect(leading_to(view, "people/metternich/").first).to_be_visible()
