"""The timeline by keyboard and by ear: one tab stop, arrows along time and between lanes, zoom, panel, announcements."""

import pytest
from timelinepage import (
    LABELS,
    STOP,
    VIEW,
    events,
    focused,
    open_timeline,
    period,
    query,
    rests,
    settle,
    shown_ids,
    wait_for_query,
)


@pytest.fixture
def tab(page, site):
    return open_timeline(page, site.url, viewport=(1280, 900))


def press(tab, *keys):
    for key in keys:
        tab.keyboard.press(key)
        settle(tab)


def enter_lanes(tab):
    tab.locator(STOP).focus()
    settle(tab)


def lane_of(tab, title):
    return next(event["topics"][0] for event in events(tab) if event["title"] == title)


def lanes(tab):
    return tab.evaluate(f"{VIEW}.lanes.map(lane => lane.id)")


def test_right_and_left_walk_through_every_event_of_the_lane(tab):
    enter_lanes(tab)
    lane = lane_of(tab, focused(tab))
    expected = [event["title"] for event in events(tab) if event["topics"][0] == lane]
    while True:
        before = focused(tab)
        press(tab, "ArrowLeft")
        if focused(tab) == before:
            break
    walked = [focused(tab)]
    for _ in expected[1:]:
        press(tab, "ArrowRight")
        walked.append(focused(tab))
    assert walked == expected
    press(tab, "ArrowRight")
    assert focused(tab) == expected[-1]
    press(tab, "ArrowLeft")
    assert focused(tab) == expected[-2]


def test_up_and_down_go_to_the_nearest_event_of_the_next_lane(tab):
    enter_lanes(tab)
    press(tab, "Home")
    order, all_events = lanes(tab), events(tab)
    here = next(event for event in all_events if event["title"] == focused(tab))
    assert here == all_events[0]
    for key, step in (("ArrowDown", 1), ("ArrowDown", 1), ("ArrowUp", -1)):
        lane = order[order.index(here["topics"][0]) + step]
        press(tab, key)
        there = next(event for event in all_events if event["title"] == focused(tab))
        assert there["topics"][0] == lane
        others = [abs(event["start"] - here["start"]) for event in all_events if event["topics"][0] == lane]
        assert abs(there["start"] - here["start"]) == min(others)
        here = there
    for _ in order:
        press(tab, "ArrowUp")
    assert lane_of(tab, focused(tab)) == order[0]


def test_home_and_end_go_to_the_first_and_the_last_event(tab):
    enter_lanes(tab)
    all_events = events(tab)
    press(tab, "End")
    assert focused(tab) == all_events[-1]["title"]
    press(tab, "Home")
    assert focused(tab) == all_events[0]["title"]


def test_the_view_follows_the_focus(tab, site):
    tab.goto(site.url + "?from=1795&to=1796")
    tab.wait_for_selector(STOP)
    enter_lanes(tab)
    press(tab, "End")
    last = events(tab)[-1]
    start, end = rests(tab)
    assert focused(tab) == last["title"]
    assert start < last["start"] < end and 1.9 < end - start < 2.1
    assert query(tab).keys() == {"from", "to"}


def test_plus_and_minus_zoom_about_the_focused_event_and_nought_shows_all(tab):
    enter_lanes(tab)
    press(tab, "End", "ArrowUp")
    title, whole = focused(tab), period(tab)
    at = tab.evaluate(f"{VIEW}.index.at[{VIEW}.focused]")
    for key in "+=+":
        start, end = period(tab)
        press(tab, key)
        new_start, new_end = period(tab)
        assert new_end - new_start == pytest.approx((end - start) / 2)
        assert (at - new_start) / (new_end - new_start) == pytest.approx((at - start) / (end - start), abs=0.001)
        assert focused(tab) == title
    press(tab, "-")
    assert period(tab)[1] - period(tab)[0] == pytest.approx((whole[1] - whole[0]) / 4)
    press(tab, "0")
    assert period(tab) == whole and focused(tab) == title
    for _ in range(14):
        press(tab, "+")
    assert period(tab)[1] - period(tab)[0] == pytest.approx(7 / 365, rel=0.01)
    assert focused(tab) == title


def test_keys_with_a_modifier_stay_the_browsers(tab):
    enter_lanes(tab)
    before = period(tab), focused(tab)
    press(tab, "Control+ArrowRight", "Alt+Home")
    tab.evaluate("addEventListener('keydown', e => { window.prevented = e.defaultPrevented; })")
    press(tab, "Control+0")
    assert (period(tab), focused(tab)) == before and not tab.evaluate("window.prevented")


def test_enter_opens_and_escape_leaves_step_by_step(tab):
    enter_lanes(tab)
    press(tab, "ArrowDown")
    title = focused(tab)
    press(tab, "Enter")
    assert tab.locator(".tv-panel h2").text_content() == title
    assert focused(tab) == title
    wait_for_query(tab, event=next(event["id"] for event in events(tab) if event["title"] == title))
    press(tab, "Tab")
    assert tab.evaluate("document.activeElement.getAttribute('aria-label')") == "Close"
    press(tab, "Escape")
    assert tab.locator(".tv-panel").is_hidden() and focused(tab) == title
    wait_for_query(tab)
    press(tab, "Escape")
    assert tab.evaluate("document.activeElement.type") == "search"


@pytest.mark.parametrize("path", ["", "?from=1820-08&to=1820-09", "?topics=power", "?event=1799-brumaire"])
def test_the_lanes_are_one_tab_stop(page, site, path):
    tab = open_timeline(page, site.url + path, viewport=(1280, 900))
    assert tab.locator(LABELS).count() > 2
    assert tab.locator(".tv-links [tabindex='0']").count() == 1
    enter_lanes(tab)
    press(tab, "Tab")
    assert not tab.evaluate("document.querySelector('.tv-area').contains(document.activeElement)")
    press(tab, "Shift+Tab")
    assert tab.evaluate("document.querySelector('.tv-links').contains(document.activeElement)")


def test_every_control_can_be_reached_by_tab(tab):
    tab.locator(".tv-all").focus()
    seen = []
    for _ in range(40):
        name = tab.evaluate("""() => { const node = document.activeElement;
            return !node.closest('.tv-ui') ? null : node.closest('.tv-links') ? 'lanes' : node.getAttribute('aria-label') || node.textContent; }""")
        if name is None:
            break
        seen.append(name)
        tab.keyboard.press("Tab")
    expected = [
        f"All {len(events(tab))} events as a list",
        "Search these events",
        "Topics",
        "People and bodies",
        "Figures under the timeline",
        "Timeline",
        "List",
        "Share",
        "Got it",
        "How to read this",
        "Zoom in",
        "Zoom out",
        "Whole period",
        "Start of the period in view",
        "End of the period in view",
        tab.evaluate(f"{VIEW}.eras[0].title"),
        "lanes",
    ]
    assert seen == expected


@pytest.mark.parametrize("path", ["", "embed/"])
def test_what_has_the_focus_shows_it(page, site, path):
    tab = open_timeline(page, site.url + path, viewport=(1280, 900))
    tab.locator(".tv-controls input").first.focus()
    for _ in range(13):
        ring = tab.evaluate("""() => { const style = getComputedStyle(document.activeElement);
            return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1.5; }""")
        assert ring, tab.evaluate("document.activeElement.outerHTML.slice(0, 120)")
        tab.keyboard.press("Tab")
    assert tab.evaluate("document.querySelectorAll('.tv-ui :is(canvas, .tv-area, .tv-overview)[tabindex]').length") == 0


def test_the_focus_survives_when_its_event_goes(tab):
    """A filter or a movement takes the focused label away: the focus stays in the timeline."""
    enter_lanes(tab)
    press(tab, "End")
    last = events(tab)[-1]
    tab.evaluate(f"{VIEW}.show({{from: 1791, to: 1795}})")
    settle(tab)
    assert focused(tab) not in (None, last["title"])
    tab.evaluate(f"{VIEW}.change({{query: 'no such words anywhere'}})")
    settle(tab)
    assert tab.evaluate("document.activeElement.type") == "search"


def test_zoom_buttons_keep_the_focus_at_their_limit(tab):
    zoom_in = tab.get_by_role("button", name="Zoom in", exact=True)
    zoom_in.focus()
    for _ in range(16):
        press(tab, "Enter")
    assert zoom_in.get_attribute("aria-disabled") == "true"
    limit = rests(tab)
    press(tab, "Enter")
    assert rests(tab) == limit
    assert tab.evaluate("document.activeElement.textContent") == "Zoom in"
    whole = tab.get_by_role("button", name="Whole period")
    whole.focus()
    press(tab, "Enter")
    assert whole.get_attribute("aria-disabled") == "true"
    assert zoom_in.get_attribute("aria-disabled") == "false"
    assert tab.evaluate("document.activeElement.textContent") == "Whole period"
    wait_for_query(tab)
    assert tab.locator(".tv-zoom button:disabled").count() == 0


def test_zoom_buttons_hold_the_middle_or_the_chosen_event(page, site):
    tab = open_timeline(page, site.url + "?from=1800&to=1807-12-31")
    tab.get_by_role("button", name="Zoom in", exact=True).click()
    start, end = rests(tab)
    assert (start + end) / 2 == pytest.approx(1804, abs=0.01)
    tab = open_timeline(page, site.url + "?from=1798&to=1807-12-31&event=1799-brumaire")
    at = tab.evaluate(f"{VIEW}.index.at[{VIEW}.indexOf('1799-brumaire')]")
    place = (at - period(tab)[0]) / (period(tab)[1] - period(tab)[0])
    tab.get_by_role("button", name="Zoom in", exact=True).click()
    start, end = rests(tab)
    assert (at - start) / (end - start) == pytest.approx(place, abs=0.01)


@pytest.mark.parametrize(
    ("end", "key", "moves"),
    [
        ("Start", "ArrowRight", 0.4),
        ("Start", "ArrowLeft", -0.4),
        ("Start", "PageUp", 2),
        ("End", "ArrowUp", 0.4),
        ("End", "PageDown", -2),
    ],
)
def test_the_sliders_of_the_overview_move_by_keys(page, site, end, key, moves):
    tab = open_timeline(page, site.url + "?from=1800&to=1807-12-31")
    slider = tab.get_by_role("slider", name=f"{end} of the period")
    before = period(tab)
    slider.press(key)
    after = rests(tab)
    moved, still = (0, 1) if end == "Start" else (1, 0)
    assert after[moved] - before[moved] == pytest.approx(moves, abs=0.01)
    assert after[still] == before[still]
    assert query(tab).keys() == {"from", "to"}


def test_the_sliders_go_to_their_ends_and_say_the_day(page, site):
    tab = open_timeline(page, site.url + "?from=1800&to=1807-12-31")
    first, last = tab.get_by_role("slider").all()
    assert first.get_attribute("aria-valuetext") == "1 Jan 1800"
    assert last.get_attribute("aria-valuetext") == "31 Dec 1807"
    last.press("End")
    first.press("Home")
    settle(tab)
    whole = tab.evaluate(f"[{VIEW}.bounds.from, {VIEW}.bounds.to]")
    assert list(period(tab)) == whole
    first.press("End")
    settle(tab)
    assert period(tab)[1] - period(tab)[0] == pytest.approx(7 / 365)
    for slider in (first, last):
        low, now, high = (float(slider.get_attribute(f"aria-value{name}")) for name in ("min", "now", "max"))
        assert low <= now <= high


def test_earlier_and_later_walk_on_and_keep_the_focus(page, site):
    tab = open_timeline(page, site.url + "?event=1799-brumaire")
    order = [event["id"] for event in events(tab)]
    later = tab.get_by_role("button", name="Later: ")
    later.focus()
    here = order.index("1799-brumaire")
    for step in (1, 2, 3):
        press(tab, "Enter")
        wait_for_query(tab, event=order[here + step])
        assert tab.evaluate("document.activeElement.textContent") == "Later"
    tab.get_by_role("button", name="Earlier: ").focus()
    press(tab, "Enter")
    wait_for_query(tab, event=order[here + 2])
    assert tab.evaluate("document.activeElement.textContent") == "Earlier"


def test_the_first_and_last_event_have_no_neighbour(page, site):
    tab = open_timeline(page, site.url)
    for place, name in ((0, "Earlier"), (-1, "Later")):
        tab.goto(f"{site.url}?event={events(tab)[place]['id']}")
        button = tab.get_by_role("button", name=f"{name}: no event")
        assert button.get_attribute("aria-disabled") == "true"
        button.focus()
        press(tab, "Enter")
        assert tab.evaluate("document.activeElement.textContent") == name


def test_later_brings_its_event_into_view(page, site):
    tab = open_timeline(page, site.url + "?event=1799-brumaire&from=1799-12&to=1799-12")
    tab.get_by_role("button", name="Later: ").click()
    start, end = rests(tab)
    chosen = next(event for event in events(tab) if event["id"] == query(tab)["event"])
    assert start < chosen["start"] < end


def test_close_gives_the_focus_back_to_the_label(tab):
    enter_lanes(tab)
    title = focused(tab)
    press(tab, "Enter", "Tab", "Enter")
    assert tab.locator(".tv-panel").is_hidden() and focused(tab) == title


def test_close_after_a_link_gives_the_focus_to_the_label(page, site):
    tab = open_timeline(page, site.url + "?event=1799-brumaire")
    title = tab.locator(".tv-panel h2").text_content()
    tab.get_by_role("button", name="Close").focus()
    press(tab, "Enter")
    assert focused(tab) == title


def test_live_region_says_briefly_what_changed(page, site):
    tab = open_timeline(page, site.url)
    region = tab.locator(".tv-ui [role=status]")
    assert region.count() == 1 and tab.locator(".tv-ui [aria-live]").count() == 0
    count = len(events(tab))
    assert region.text_content() == f"1791 – 1822: {count} events"
    tab.evaluate("""() => { window.said = []; new MutationObserver(() => said.push(document.querySelector('.tv-ui [role=status]').textContent))
        .observe(document.querySelector('.tv-ui [role=status]'), {childList: true, characterData: true, subtree: true}); }""")
    enter_lanes(tab)
    press(tab, "+", "+", "+")
    tab.wait_for_function("said.length")
    tab.wait_for_timeout(800)
    assert len(tab.evaluate("said")) == 1, "one announcement for one movement"
    press(tab, "Enter")
    tab.wait_for_function("said.length > 1")
    text, summary = tab.evaluate("said")[-1], tab.locator(".tv-panel p").nth(1).text_content()
    assert text.endswith(f"Open: {tab.locator('.tv-panel h2').text_content()}")
    assert summary not in text and len(text) < 160
    tab.get_by_role("searchbox", name="Search these events").fill("no such words anywhere")
    tab.wait_for_function("said.at(-1).startsWith('No event matches')")


def test_names_read_aloud_make_sense(page, site):
    tab = open_timeline(page, site.url + "?event=1799-brumaire")
    event = next(event for event in events(tab) if event["id"] == "1799-brumaire")
    label = tab.locator(LABELS + "[data-chosen]")
    name = label.get_attribute("aria-label")
    assert name.startswith(f"{event['date']}: {event['title']}. ") and label.text_content() in name
    cluster = tab.locator(".tv-links button").first
    assert " events, " in cluster.get_attribute("aria-label") and cluster.get_attribute("aria-label").endswith(
        ": zoom in"
    )
    panel = tab.get_by_role("region", name=f"Chosen event: {event['title']}")
    assert panel.get_by_role("heading").count() == 1
    assert tab.get_by_role("region", name="Interactive timeline").count() == 1
    assert tab.evaluate("document.querySelector('.tv-area').ariaDescribedByElements[0].textContent").startswith(
        "Arrow keys"
    )
    unnamed = tab.evaluate("""Array.from(document.querySelectorAll('.tv-ui :is(button, a, input, select, [role])'))
        .filter(node => !(node.getAttribute('aria-label') || node.textContent.trim() || node.labels?.length || node.getAttribute('role') === 'status')).length""")
    assert unnamed == 0


def test_filters_do_not_hide_the_focus_order(page, site):
    tab = open_timeline(page, site.url + "?topics=power")
    enter_lanes(tab)
    seen = {focused(tab)}
    for key in ("Home", *["ArrowRight"] * 60):
        press(tab, key)
        seen.add(focused(tab))
    assert seen <= {event["title"] for event in events(tab) if event["id"] in shown_ids(tab)}
