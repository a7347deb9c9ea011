"""The main paths in Firefox and WebKit: each browser starts once and walks through all of them.

Where a browser is not to be had the run says so in its last lines (tests/conftest.py); in CI it fails.
"""

import json
import os
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from harness import Site
from otherbrowsers import OTHERS
from shared import Shared
from tabs import Tab
from tools import Missing

VIEW = "document.querySelector('timeline-view').view"
COUNTED = f"""[...document.querySelectorAll('.tv-links button')].reduce((sum, one) => sum + Number(one.textContent), 0)
    + {VIEW}.spots.length"""
FOCUSED = "document.activeElement.closest('.tv-links a')?.textContent ?? null"
ITEMS = "[...document.querySelectorAll('li.tl-item')]"


def opened(tab: Tab, url: str) -> None:
    """Open a page and wait until its timeline is drawn."""
    tab.go(url)
    tab.wait("!!document.querySelector('.tv-status')?.textContent")
    tab.run("document.fonts.ready.then(() => 1)")
    tab.frames()


def rests(tab: Tab) -> tuple[float, float]:
    """Wait until nothing moves any more and the address says what is in view; return the period."""
    tab.wait(f"!{VIEW}.moving")
    tab.run("new Promise(done => setTimeout(done, 450))")
    tab.frames()
    start, end = tab.run(f"[{VIEW}.range().from, {VIEW}.range().to]")
    return start, end


def address(tab: Tab) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(tab.run("location.href")).query).items()}


def every_event_is_drawn(tab: Tab, sites: dict[str, Site]) -> None:
    for width in (1280, 768):
        tab.resize(width, 900)
        opened(tab, sites["campaigns"].url)
        assert tab.run(COUNTED) == tab.run(f"{ITEMS}.length") > 100
        off = f"""[...document.querySelectorAll('.tv-links a')].map(link => {{
            const view = {VIEW}, left = view.area.getBoundingClientRect().left, box = link.getBoundingClientRect();
            const x = Math.max(view.spots.find(one => one.i === Number(link.dataset.i)).x, 0) + left, side = link.dataset.side;
            return Math.abs(side === 'bar' ? box.left - x : side === 'left' ? box.right - 8 - x : box.left + 8 - x); }})"""
        assert len(tab.run(off)) > 15
        tab.wait(f"({off}).every(one => one <= 0.2)")  # a cut of a font that a name needs may come last
        cut = """[...document.querySelectorAll('.tv-links a')].filter(one => one.scrollWidth > one.clientWidth + 1
            && one.clientWidth > 300).map(one => one.textContent)"""
        tab.wait(f"!({cut}).length")  # or words are wider than was measured
        left, right = (
            tab.run("""['.tv-overview', '.tv-area'].map(one => document.querySelector(one).getBoundingClientRect())
            .map(box => [box.left, box.right])""")
        )
        assert left == right, "two axes"
    tab.resize(1280, 900)


def wheel_drag_and_keys_move_it(tab: Tab, sites: dict[str, Site]) -> None:
    opened(tab, sites["campaigns"].url)
    whole = rests(tab)
    tab.run("(document.querySelector('.tv-area').scrollIntoView({block: 'center', behavior: 'instant'}), 1)")
    x, y, wide = tab.run(
        "(box => [box.left, box.top, box.width])(document.querySelector('.tv-area').getBoundingClientRect())"
    )
    tab.zoom(x + wide / 2, y + 200, -300)
    tab.frames()
    start, end = rests(tab)
    assert end - start < 0.8 * (whole[1] - whole[0])
    tab.drag((x + wide / 2, y + 4), (x + wide / 2 - 30, y + 4), (x + wide / 2 - 120, y + 4))
    later = rests(tab)
    assert later[0] > start and abs(later[1] - later[0] - (end - start)) < 0.01
    assert set(address(tab)) == {"from", "to"}

    tab.run("(document.querySelector('.tv-links [tabindex=\"0\"]').focus(), 1)")
    tab.press("0")
    tab.frames()
    assert rests(tab) == whole
    tab.press("Home")
    tab.frames()
    first = tab.run(FOCUSED)
    tab.press("ArrowDown")
    tab.frames()
    assert first and tab.run(FOCUSED) not in (first, None)
    tab.press("+")
    tab.frames()
    zoomed = rests(tab)
    assert abs((zoomed[1] - zoomed[0]) * 2 - (whole[1] - whole[0])) < 0.01
    assert tab.run("getComputedStyle(document.activeElement).outlineStyle") != "none"


def an_event_opens_and_back_leads_to_it(tab: Tab, sites: dict[str, Site]) -> None:
    opened(tab, sites["campaigns"].url)
    tab.click(".tv-links a[data-weight='3']")
    chosen = address(tab).get("event") or tab.wait("new URLSearchParams(location.search).get('event')")
    panel = tab.wait(
        "!document.querySelector('.tv-panel').hidden && document.querySelector('.tv-panel h2').textContent"
    )
    assert (
        tab.run(f"{ITEMS}.find(one => one.dataset.id === {json.dumps(chosen)}).querySelector('a').textContent") == panel
    )
    tab.click(".tv-panel p > a[href*='events/']")
    tab.wait(f"location.pathname.includes({json.dumps(chosen)}) && document.readyState === 'complete'")
    assert tab.run("document.querySelector('main h1').textContent.trim()") == panel
    tab.back()
    tab.wait("!!document.querySelector('.tv-panel h2')?.textContent")
    assert tab.run("document.querySelector('.tv-panel h2').textContent") == panel
    focus = "document.activeElement.closest('.tv-links a, .tv-panel a')?.getAttribute('aria-label')"
    assert panel in tab.wait(focus), "the focus is on the event, or on the link by which one left"


def topics_and_words_filter(tab: Tab, sites: dict[str, Site]) -> None:
    opened(tab, sites["campaigns"].url)
    tab.click(".tv-opener")
    tab.click(".tv-pop input[type=checkbox]")
    tab.wait("!!new URLSearchParams(location.search).get('topics')")
    topic = address(tab)["topics"]
    shown = tab.run(f"{VIEW}.index.shown.reduce((sum, one) => sum + one, 0)")
    assert shown == tab.run(
        f"{ITEMS}.filter(one => one.dataset.topics.split(' ').includes({json.dumps(topic)})).length"
    )
    tab.press("Escape")
    tab.back()
    tab.wait(f"{VIEW}.state.topics.length === 0")
    tab.click(".tv-controls > input[type=search]")
    tab.type("tilsit")
    tab.wait("new URLSearchParams(location.search).get('find') === 'tilsit'")
    assert 0 < tab.run(f"{VIEW}.index.shown.reduce((sum, one) => sum + one, 0)") < 10


def the_search_of_the_site_finds(tab: Tab, sites: dict[str, Site]) -> None:
    tab.go(sites["campaigns"].url + "about/")
    tab.press("/")
    tab.wait("document.activeElement.matches('[data-search] input')")
    tab.type("Meternich")
    href = tab.wait("document.querySelector('[data-found] a')?.href")
    assert "people/metternich/" in href
    tab.press("Enter")
    tab.wait("location.pathname.includes('people/metternich/') && document.readyState === 'complete'")


def a_small_screen_has_a_timeline_of_its_own(tab: Tab, sites: dict[str, Site]) -> None:
    tab.resize(450, 800)
    opened(tab, sites["campaigns"].url)
    assert tab.run("document.querySelector('.tv-list').hasAttribute('data-vertical')")
    assert tab.run("document.documentElement.scrollWidth <= innerWidth")
    cards = f"{ITEMS}.filter(one => !one.hidden).length"
    counted = "[...document.querySelectorAll('.tv-gap')].reduce((sum, one) => sum + parseInt(one.textContent), 0)"
    assert tab.run(f"{cards} + {counted}") == tab.run(f"{ITEMS}.length")
    tab.click("li.tl-item:not([hidden]) .tl-item__title a")
    tab.wait("!document.querySelector('.tv-panel').hidden && !!new URLSearchParams(location.search).get('event')")
    tab.resize(1280, 900)


def the_map_shows_places_and_picks_one(tab: Tab, sites: dict[str, Site]) -> None:
    tab.go(sites["waterloo"].url + "map/")
    tab.wait("!!document.querySelector('.mv-said')?.textContent")
    shown = "[...document.querySelectorAll('.tl-atlas details')].filter(one => one.checkVisibility()).length"
    assert tab.run(shown) > 1
    assert tab.run("!!document.querySelector('.tl-map svg, svg.tl-map, .tl-map__land, map-view svg')")
    tab.run("(document.querySelector('button.tl-spot:not([hidden])').focus(), 1)")
    tab.press("Enter")
    assert tab.wait("new URLSearchParams(location.search).get('place')")
    assert tab.run(shown) == 1


def colours_switch_and_are_remembered(tab: Tab, sites: dict[str, Site]) -> None:
    scheme = "document.documentElement.dataset.mdColorScheme"
    opened(tab, sites["campaigns"].url)
    seen = []
    for _ in range(3):
        tab.run("([...document.querySelectorAll('.md-header__option label')].find(one => one.offsetWidth).click(), 1)")
        tab.frames()
        seen.append((tab.run(scheme), tab.run(f"{VIEW}.palette().ink.trim()")))
        if seen[-1][0] == "slate":
            break
    assert seen[-1][0] == "slate" and len({ink for _, ink in [("", seen[0][1]), seen[-1]]}) == 2
    tab.go(sites["campaigns"].url + "about/")
    assert tab.run(scheme) == "slate"
    tab.run("(localStorage.clear(), 1)")


def a_quiz_is_put_in_order_by_keys(tab: Tab, sites: dict[str, Site]) -> None:
    pack = next(
        path
        for path in sorted((sites["waterloo"].directory / "teach").glob("*/index.html"))
        if "tl-order" in path.read_text("utf-8")
    )
    tab.go(f"{sites['waterloo'].url}teach/{pack.parent.name}/")
    places = "[...document.querySelectorAll('.tl-order li')].map(one => Number(one.dataset.place))"
    order = tab.wait(f"document.querySelector('.tl-order__grip') && {places}")
    tab.run("(document.querySelector('.tl-order__grip').focus(), 1)")
    tab.press("End")
    tab.frames()
    assert tab.run(places) == [*order[1:], order[0]]
    assert "place" in tab.run("document.querySelector('.tl-order__said').textContent")


def a_draft_of_the_form_survives_a_reload(tab: Tab, sites: dict[str, Site]) -> None:
    url = sites["site"].url + "contribute/new/"
    tab.go(url)
    tab.wait("!!document.querySelector('event-form input')")
    field = "[...document.querySelectorAll('event-form label')].find(one => one.textContent.includes('What happened'))?.control"
    tab.wait(f"!!({field})")
    tab.run(f"(({field}).focus(), 1)")
    tab.type("Grouchy hears guns")
    tab.go(url)
    assert tab.wait(f"({field})?.value") == "Grouchy hears guns"
    tab.run("(localStorage.clear(), 1)")


PATHS: tuple[Callable[[Tab, dict[str, Site]], None], ...] = (
    every_event_is_drawn,
    wheel_drag_and_keys_move_it,
    an_event_opens_and_back_leads_to_it,
    topics_and_words_filter,
    the_search_of_the_site_finds,
    a_small_screen_has_a_timeline_of_its_own,
    the_map_shows_places_and_picks_one,
    colours_switch_and_are_remembered,
    a_quiz_is_put_in_order_by_keys,
    a_draft_of_the_form_survives_a_reload,
)


@pytest.mark.browser
@pytest.mark.parametrize("browser", OTHERS)
def test_the_main_paths_work_in(browser: str, shared: Shared, subtests: Any, request: pytest.FixtureRequest) -> None:
    try:
        running = OTHERS[browser]()
        tab = running.__enter__()
    except Missing as missing:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"NOT RUN in {browser}: {missing}")
    request.addfinalizer(lambda: running.__exit__(None, None, None))
    sites = {name: shared.site(name) for name in ("campaigns", "waterloo", "site")}
    for path in PATHS:
        with subtests.test(path.__name__.replace("_", " ")):
            path(tab, sites)
            assert tab.problems() == []
