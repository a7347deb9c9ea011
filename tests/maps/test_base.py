"""The picture beneath a map: what is cut out of the earth, and what is left of it."""

import re

import pytest

from timeline.maps import base
from timeline.maps.frame import UNITS, Frame, around, moved_into
from timeline.maps.lines import ring_within, simplified
from timeline.maps.world import world

BENELUX = Frame(1, 9, 49, 54)
WATERLOO, CANNAE, SAINT_HELENA, BUENOS_AIRES = (50.68, 4.41), (41.31, 16.13), (-15.95, -5.70), (-34.60, -58.38)


def numbers(path):
    """Return the points of a path of `M x y l dx dy …` as it is drawn."""
    for part in re.findall(r"M(\S+ \S+?)l([^zM]*)", path):
        x, y = (int(n) for n in re.findall(r"-?\d+", part[0]))
        yield x, y
        steps = [int(n) for n in re.findall(r"-?\d+", part[1])]
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            yield x, y


def test_land_lies_where_it_is():
    earth = world()

    assert earth.land_at((4.41, 50.68)).country == "Belgium"
    assert earth.land_at((16.13, 41.31)).country == "Italy"
    assert earth.land_at((-30, 5)) is None  # the Atlantic


def test_every_line_of_a_picture_stays_in_its_frame():
    svg = base.svg(BENELUX)
    height = BENELUX.height

    paths = re.findall(r' d="([^"]+)"', svg)
    points = [point for path in paths for point in numbers(path)]

    assert len(points) > 100
    land = list(numbers(paths[0]))
    assert all(-1 <= x <= UNITS + 1 and -1 <= y <= height + 1 for x, y in land)


def test_a_part_is_drawn_as_fine_as_it_is_shown_and_in_its_own_measure():
    whole = Frame(-2, 30, 40, 60)
    part = whole.part(BENELUX)

    drawn, cut = base.svg(whole, part=part, pixels=200), base.svg(whole)
    land = list(numbers(re.search(r'class="l" d="([^"]+)"', drawn)[1]))

    assert f'viewBox="0 0 400 {400 * part.height / part.width:.0f}"' in drawn
    assert max(x for x, _ in land) >= 399 and all(-1 <= x <= 401 for x, _ in land)
    assert len(drawn) < len(cut) / 4


def test_the_same_frame_gives_the_same_picture():
    assert base.svg(BENELUX) == base.svg(BENELUX)


def test_land_beyond_180_degrees_draws_no_band_across_the_map():
    """An outline that jumps to the other edge of the earth would fill everything between."""
    frame = around([WATERLOO, BUENOS_AIRES])
    land = re.search(r'class="l" d="([^"]+)"', base.svg(frame))[1]

    rings = [list(numbers(ring + "z")) for ring in land.split("z") if ring]

    wide = [ring for ring in rings if max(x for x, _ in ring) - min(x for x, _ in ring) > 0.9 * UNITS]
    assert wide == []


def test_land_on_the_far_side_of_180_degrees_is_shown_there_too():
    east, west = world().land_at((179, 67.5)), world().land_at((-178, 67.5))

    assert east == west and east is not None


def test_a_disputed_border_is_dashed_and_no_other_is():
    ring = world().land_at((16.13, 41.31))

    with_it = base.svg(Frame(6, 19, 36, 48), base.borders_of(world(), [ring.parts]))
    without = base.svg(Frame(6, 19, 36, 48))

    assert 'class="b d"' in with_it and 'class="b d"' not in without


@pytest.mark.parametrize(
    "places",
    [
        [WATERLOO],
        [WATERLOO, CANNAE],
        [SAINT_HELENA, BUENOS_AIRES, CANNAE],
        [(89.9, 0)],
        [(0, -180), (0, 180)],
        [(-90, 0), (90, 0)],
    ],
)
def test_a_frame_about_places_holds_them_and_stays_on_the_earth(places):
    frame = around(places)

    assert all(frame.shows(min(max(lat, -85), 85), lon) for lat, lon in places)
    assert -180 <= frame.west < frame.east <= 180 and -90 <= frame.south < frame.north <= 90


def test_no_place_has_no_frame():
    assert around([]) is None


def test_a_crop_is_moved_into_the_picture_that_it_is_cut_from():
    outer = Frame(0, 20, 40, 60)

    moved = moved_into(Frame(-4, 4, 56, 64), outer)

    assert outer.covers(moved) and (moved.east - moved.west, moved.north - moved.south) == (8, 8)


def test_a_simpler_line_lies_nowhere_further_than_allowed():
    line = [(x, (x * 7919) % 5) for x in range(200)]

    found = simplified(line, 2.0)

    assert found[0] == line[0] and found[-1] == line[-1] and len(found) < len(line)


def test_a_ring_is_cut_at_the_edges():
    assert sorted(ring_within([(-5, -5), (15, -5), (15, 15), (-5, 15)], 10, 10)) == [(0, 0), (0, 10), (10, 0), (10, 10)]
    assert ring_within([(-5, -5), (-1, -5), (-1, 15)], 10, 10) == []
