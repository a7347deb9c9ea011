"""Maps of pages: what they show, where, and that their list says the same."""

import re

import pytest

import waterloo
from timeline.maps.frame import UNITS
from timeline.pages.maps import Maps
from timeline.pages.renderer import Renderer
from timeline.project.site import Extent, Site

CATALOGUE = waterloo.catalogue()
EUROPE = Extent(-10, 30, 35, 60, "Europe")
LOW_COUNTRIES = Extent(2, 8, 49, 53, "The Low Countries")


def maps(**site):
    return Maps(CATALOGUE, Site(name="Battles", **site))


def names(view):
    return {spot.place.record.name for spot in view.spots}


def test_without_settings_the_map_shows_every_place_that_has_events():
    (view,) = maps().whole()

    assert names(view) == {place.record.name for place in CATALOGUE.places.values() if place.id in CATALOGUE.by_place}
    assert all(0 <= spot.left <= 100 and 0 <= spot.top <= 100 for spot in view.spots)


def test_what_the_settings_leave_out_is_named_and_not_drawn():
    found = maps(map=EUROPE)

    assert "Buenos Aires" not in names(found.whole()[0])
    assert "Buenos Aires" in {place.record.name for place in found.elsewhere()}


def test_an_inset_shows_its_places_and_the_large_map_a_window_instead():
    inset, whole = maps(map=EUROPE, inset=LOW_COUNTRIES).whole()

    assert names(inset) == {"Waterloo"} and "Waterloo" not in names(whole)
    left, top, width, height = whole.window
    assert 0 < left < left + width < 100 and 0 < top < top + height < 100


def test_an_event_far_outside_has_a_map_all_the_same():
    found = maps(map=EUROPE)

    view = found.of_event(CATALOGUE.events["1815-saint-helena"])

    assert view.image == "assets/map-far.svg" and names(view) == {"Saint Helena"}
    assert [path for path, _ in found.files()][:2] == ["assets/map.svg", "assets/map-far.svg"]


def test_the_map_of_an_event_is_cropped_to_what_happened():
    view = maps().of_event(CATALOGUE.events["1815-waterloo"])

    assert view.box.width < UNITS / 4
    assert {"Belgium", "France", "Germany"} & {label.text for label in view.labels}


def test_a_route_makes_room_for_itself_and_is_drawn():
    view = maps().of_event(CATALOGUE.events["1815-return"])

    (shape,) = view.shapes
    assert shape.kind == "route" and shape.path.count("L") == 4
    xs = [float(x) for x in re.findall(r"[ML](\d+) ", shape.path)]
    assert view.box.left < min(xs) and max(xs) < view.box.left + view.box.width


def test_no_two_names_lie_on_one_another():
    (view,) = maps().whole()
    wide, high = 1100, 1100 * view.box.height / view.box.width
    boxes = [(label.left / 100 * wide, label.top / 100 * high, len(label.text) * 7) for label in view.labels]

    for number, (x, y, width) in enumerate(boxes):
        for other_x, other_y, other_width in boxes[number + 1 :]:
            assert abs(x - other_x) >= (width + other_width) / 2 - 1 or abs(y - other_y) >= 12


@pytest.fixture(scope="module")
def pages():
    return {
        page.path: page.content
        for page in Renderer(CATALOGUE, Site(name="Battles", media=waterloo.ROOT / "reference/media")).pages()
    }


def test_every_dot_leads_to_its_entry_in_the_list(pages):
    html = pages["map/"]
    dots = set(re.findall(r'class="tl-spot[^>]* href="#(at-[a-z-]+)"', html))

    assert dots and dots == set(re.findall(r'<details id="(at-[a-z-]+)"', html))


def test_the_list_holds_every_event_at_each_of_its_places(pages):
    for place, events in CATALOGUE.by_place.items():
        entry = re.search(rf'<details id="at-{place}".*?</details>', pages["map/"], re.DOTALL)[0]
        assert re.findall(r'<li data-id="([^"]+)"', entry) == [event.id for event in events]


def test_what_the_map_draws_is_told_with_its_sources(pages):
    for item in CATALOGUE.features.values():
        if not item.record.water:
            entry = re.search(rf'<li id="{item.id}".*?</li>', pages["map/"], re.DOTALL)[0]
            assert item.record.title in entry and 'role="doc-noteref"' in entry
