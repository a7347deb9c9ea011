"""The map in step with time: by hand, by key, from a link, on a disk, and without a script."""

import re

import pytest

SHOWN = "() => [...document.querySelectorAll('button.tl-spot')].filter(s => !s.hidden).map(s => s.dataset.place).sort()"
LISTED = """() => [...document.querySelectorAll('.tl-atlas details')].filter(d => d.checkVisibility())
    .map(d => [d.dataset.place, [...d.querySelectorAll('li')].filter(li => !li.hidden).map(li => li.dataset.id)])"""


@pytest.fixture(scope="module")
def site(shared):
    """The second timeline: its places lie from Buenos Aires to Cannae."""
    return shared.site("waterloo")


def open_map(page, site, query="", **options):
    tab = page(f"{site.url}map/{query}", **options)
    tab.wait_for_selector(".mv-said:not(:empty)")
    return tab


def test_a_link_shows_the_period_and_the_topic_that_it_names(page, site):
    """In the words of the timeline; the list says the same as the dots."""
    tab = open_map(page, site, "?from=1805-01-01&to=1809-12-31")
    events = tab.evaluate(LISTED)

    years = tab.evaluate("""() => [...document.querySelectorAll('.tl-atlas li:not([hidden])')]
        .map(li => [Number(li.dataset.start), Number(li.dataset.end)])""")
    assert years and all(end > 1805 and start < 1810 for start, end in years)
    assert sorted(place for place, _ in events) == tab.evaluate(SHOWN)
    everything = open_map(page, site).evaluate(SHOWN)
    assert set(tab.evaluate(SHOWN)) < set(everything)


def test_a_dot_picks_its_place_by_key_and_again_lets_it_go(page, site):
    tab = open_map(page, site)
    spot = tab.locator("button.tl-spot").first
    place = spot.get_attribute("data-place")

    spot.focus()
    tab.keyboard.press("Enter")
    assert [name for name, _ in tab.evaluate(LISTED)] == [place]
    assert f"place={place}" in tab.url and spot.get_attribute("aria-pressed") == "true"

    tab.keyboard.press("Enter")
    assert len(tab.evaluate(LISTED)) > 1 and "place=" not in tab.url


def test_back_undoes_one_step(page, site):
    tab = open_map(page, site)
    before = tab.evaluate(SHOWN)

    tab.get_by_label("Topic").select_option(index=1)
    chosen = tab.evaluate(SHOWN)
    tab.go_back()

    assert chosen != before and tab.evaluate(SHOWN) == before


def test_the_years_move_by_key_and_stand_in_the_link_to_the_timeline(page, site):
    tab = open_map(page, site)

    tab.get_by_label("First year").focus()
    for _ in range(5):
        tab.keyboard.press("ArrowRight")

    first = re.search(r"from=(-?\d{4})-01-01", tab.url)[1]
    assert f"from={first}-01-01" in tab.get_by_text("The same on the timeline").get_attribute("href")


def test_an_event_of_a_link_is_shown_in_the_list(page, site):
    tab = open_map(page, site)
    event = tab.evaluate("() => document.querySelector('.tl-atlas li').dataset.id")

    tab = open_map(page, site, f"?event={event}")

    assert tab.locator(f".tl-atlas li.is-here[data-id='{event}']").first.is_visible()


@pytest.mark.parametrize("width", [360, 1440])
def test_dots_can_be_hit_and_nothing_is_wider_than_the_page(page, site, width):
    tab = open_map(page, site, viewport=(width, 900))

    sizes = tab.evaluate(
        "() => [...document.querySelectorAll('button.tl-spot')].map(s => Math.min(s.offsetWidth, s.offsetHeight))"
    )

    assert min(sizes) >= 24
    assert tab.evaluate("() => document.documentElement.scrollWidth") <= width


def test_without_a_script_every_dot_leads_to_the_list(page, site):
    tab = page(f"{site.url}map/", javascript=False)

    link = tab.locator("a.tl-spot").first.get_attribute("href")

    assert tab.locator(f"details{link}").count() == 1


OUT = """() => [...document.querySelectorAll('button.tl-spot')].filter(spot => {
  spot.focus();
  const name = spot.querySelector('span').getBoundingClientRect(), map = spot.closest('.tl-map').getBoundingClientRect();
  return name.left < map.left || name.right > map.right || name.top < map.top || name.bottom > map.bottom;
}).map(spot => spot.textContent)"""


def test_on_a_small_screen_the_name_of_a_place_that_has_the_focus_lies_within_the_map(page, site):
    tab = open_map(page, site, viewport=(320, 640))

    assert tab.locator("button.tl-spot").count() == 4
    assert tab.evaluate(OUT) == []
