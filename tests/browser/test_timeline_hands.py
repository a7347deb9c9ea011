"""The timeline by hand: drag, wheel, touch and pinch, clicks on marks, labels and clusters."""

import json
import re

import pytest
from timelinepage import (
    FRAMES,
    LABELS,
    VIEW,
    box,
    drag,
    events,
    focused,
    mark,
    open_timeline,
    period,
    query,
    ready,
    rests,
    settle,
    wait_for_query,
)


@pytest.fixture
def tab(page, site):
    tab = open_timeline(page, site.url + "?from=1800&to=1807-12-31", viewport=(1280, 900))
    tab.locator(".tv-area").scroll_into_view_if_needed()
    return tab


def middle(tab, selector=".tv-area"):
    left, top, width, height = box(tab, selector)
    return left + width / 2, top + height / 2


def test_dragging_the_lanes_moves_time_with_the_hand(tab):
    x, y = middle(tab)
    wide = box(tab, ".tv-area")[2]
    length = tab.evaluate("history.length")
    drag(tab, (x, y), (x + wide / 8, y + 3))
    start, end = rests(tab)
    assert (start, end) == pytest.approx((1799, 1807), abs=0.02)
    assert tab.evaluate("history.length") == length + 1
    assert tab.locator(".tv-panel").is_hidden()
    assert query(tab)["from"] in ("1798-12-31", "1799-01-01")


def test_a_drag_that_begins_on_a_label_opens_nothing(tab):
    left, top, _, _ = box(tab, LABELS)
    drag(tab, (left + 10, top + 5), (left + 120, top + 5))
    rests(tab)
    assert tab.locator(".tv-panel").is_hidden() and "event" not in query(tab)
    tab.locator(LABELS).first.click()
    assert tab.locator(".tv-panel").is_visible()


def test_enter_opens_a_label_right_after_a_drag(tab):
    x, y = middle(tab)
    drag(tab, (x, y), (x + 60, y))
    tab.locator(".tv-links [tabindex='0']").focus()
    tab.keyboard.press("Enter")
    assert tab.locator(".tv-panel").is_visible()


def test_dragging_stops_at_the_ends(tab):
    x, y = middle(tab)
    for _ in range(4):
        drag(tab, (x - 300, y), (x + 500, y))
    start, end = rests(tab)
    assert start == tab.evaluate(f"{VIEW}.bounds.from") and end - start == pytest.approx(8, abs=0.01)


def test_the_window_of_the_overview_is_dragged(tab):
    x, y = middle(tab, ".tv-window")
    wide = box(tab, ".tv-overview")[2]
    drag(tab, (x, y), (x + wide / 8, y))
    assert rests(tab) == pytest.approx((1804, 1812), abs=0.05)
    assert query(tab).keys() == {"from", "to"}


@pytest.mark.parametrize(("end", "expected"), [("from", (1802, 1808)), ("to", (1800, 1810))])
def test_the_window_of_the_overview_is_resized(tab, end, expected):
    x, y = middle(tab, f".tv-handle[data-end={end}]")
    wide = box(tab, ".tv-overview")[2]
    drag(tab, (x, y), (x + wide / 16, y))
    assert rests(tab) == pytest.approx(expected, abs=0.05)


def test_one_handle_cannot_pass_the_other(tab):
    x, y = middle(tab, ".tv-handle[data-end=from]")
    drag(tab, (x, y), (x + 900, y))
    start, end = rests(tab)
    assert end == pytest.approx(1808, abs=0.01) and end - start == pytest.approx(7 / 365, rel=0.01)


def test_the_handles_of_a_short_period_stand_apart(page, site):
    for path in ("?from=1820-08-01&to=1820-08-10", "?from=1791-01-01&to=1791-01-10", "?from=1822-12-20"):
        tab = open_timeline(page, site.url + path)
        first, last = (tab.locator(f".tv-handle[data-end={end}]").bounding_box() for end in ("from", "to"))
        assert first["x"] + first["width"] <= last["x"] + 0.5
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_click_in_the_overview_moves_the_window_there(tab):
    left, top, width, _ = box(tab, ".tv-overview")
    tab.mouse.click(left + width * 0.75, top + 20)
    start, end = rests(tab)
    assert (start + end) / 2 == pytest.approx(1815, abs=0.1) and end - start == pytest.approx(8, abs=0.02)


def test_an_era_of_the_overview_becomes_the_period(tab):
    era = tab.evaluate(f"{VIEW}.eras[2]")
    tab.locator(".tv-eras button").nth(2).click(position={"x": 4, "y": 4})
    assert rests(tab) == pytest.approx((era["from"], era["to"]), abs=0.01)


def test_a_plain_wheel_scrolls_the_page(tab):
    before = tab.evaluate("scrollY"), period(tab)
    tab.mouse.move(*middle(tab))
    tab.mouse.wheel(0, 300)
    tab.wait_for_function("before => scrollY > before + 200", arg=before[0])
    assert period(tab) == before[1]
    tab.mouse.move(*middle(tab, ".tv-overview"))
    here = tab.evaluate("scrollY")
    tab.mouse.wheel(0, 200)
    tab.wait_for_function("here => scrollY > here + 100", arg=here)
    assert period(tab) == before[1]


def wheel(tab, x, y, dx=0, dy=0, **keys):
    """A wheel turn as a device sends it, with keys held; says whether the page kept it from the browser."""
    return tab.evaluate(
        """([x, y, more]) => !document.elementFromPoint(x, y).dispatchEvent(
            new WheelEvent('wheel', {clientX: x, clientY: y, bubbles: true, cancelable: true, ...more}))""",
        [x, y, {"deltaX": dx, "deltaY": dy, **keys}],
    )


def test_a_wheel_with_control_zooms_about_the_pointer(tab):
    left, top, width, _ = box(tab, ".tv-area")
    x = left + width / 4
    scrolled = tab.evaluate("scrollY")
    tab.mouse.move(x, top + 200)
    tab.keyboard.down("Control")
    tab.mouse.wheel(0, -200)
    tab.keyboard.up("Control")
    start, end = rests(tab)
    assert end - start < 7 and (start + (end - start) / 4) == pytest.approx(1802, abs=0.02)
    assert tab.evaluate("scrollY") == scrolled
    assert wheel(tab, x, top + 200, dy=-50, ctrlKey=True) and wheel(tab, x, top + 200, dy=50, metaKey=True)


def test_a_wheel_to_the_side_moves_time_and_up_or_down_is_never_kept(tab):
    x, y = middle(tab)
    assert wheel(tab, x, y, dx=100) and wheel(tab, x, y, dy=100, shiftKey=True)
    start, end = rests(tab)
    assert start > 1800.5 and end - start == pytest.approx(8, abs=0.01)
    assert not wheel(tab, x, y, dy=100) and not wheel(tab, x, y, dx=30, dy=40)
    assert rests(tab) == (start, end)


# --- Touch -----------------------------------------------------------------------------------------------------


class Fingers:
    def __init__(self, tab):
        self.session = tab.context.new_cdp_session(tab)

    def send(self, kind, *points):
        touches = [{"x": x, "y": y, "id": n} for n, (x, y) in enumerate(points)]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    def move(self, starts, ends, steps=12):
        self.send("touchStart", *starts)
        for step in range(1, steps + 1):
            points = [
                (a + (c - a) * step / steps, b + (d - b) * step / steps)
                for (a, b), (c, d) in zip(starts, ends, strict=True)
            ]
            self.send("touchMove", *points)
        self.send("touchEnd")


@pytest.fixture
def touched(page, site):
    tab = open_timeline(page, site.url + "?from=1800&to=1807-12-31", viewport=(1024, 768), has_touch=True)
    tab.evaluate("document.querySelector('.tv-area').scrollIntoView()")
    return tab


def test_one_finger_to_the_side_moves_time(touched):
    left, top, width, height = box(touched, ".tv-area")
    scrolled, y = touched.evaluate("scrollY"), top + height / 2
    Fingers(touched).move([(left + width * 0.7, y)], [(left + width * 0.45, y + 2)])
    assert rests(touched) == pytest.approx((1802, 1810), abs=0.1)
    assert touched.evaluate("scrollY") == scrolled
    assert touched.locator(".tv-panel").is_hidden()


@pytest.mark.parametrize("selector", [".tv-area", ".tv-overview"])
def test_one_finger_up_scrolls_the_page(touched, selector):
    touched.evaluate("selector => { document.querySelector(selector).scrollIntoView(); scrollBy(0, -200); }", selector)
    x, y = middle(touched, selector)
    before, scrolled = period(touched), touched.evaluate("scrollY")
    Fingers(touched).move([(x, y)], [(x + 3, y - 160)])
    touched.wait_for_function("scrolled => scrollY > scrolled + 60", arg=scrolled)
    if selector == ".tv-area":
        assert period(touched) == before


def test_two_fingers_pinch(touched):
    left, top, width, height = box(touched, ".tv-area")
    x, y, away = left + width / 2, top + height / 2, width / 10
    Fingers(touched).move([(x - away, y), (x + away, y)], [(x - 2 * away, y), (x + 2 * away, y)])
    start, end = rests(touched)
    assert end - start == pytest.approx(4, rel=0.1) and (start + end) / 2 == pytest.approx(1804, abs=0.15)
    Fingers(touched).move([(x - 2 * away, y), (x + 2 * away, y)], [(x - away, y), (x + away, y)])
    start, end = rests(touched)
    assert end - start == pytest.approx(8, rel=0.1)
    assert touched.evaluate("visualViewport.scale") == 1


def test_a_tap_opens_a_label(touched):
    touched.locator(LABELS).first.tap()
    assert touched.locator(".tv-panel").is_visible()


# --- Clicks ----------------------------------------------------------------------------------------------------


def test_a_click_on_a_mark_opens_its_event(tab):
    event_id = tab.evaluate(f"""() => {{ const view = {VIEW}, range = view.range();
        const dots = view.events.filter((event, i) => view.index.at[i] > range.from + 0.2 && view.index.at[i] < range.to - 0.2 && !view.index.bar[i]);
        return dots.find(event => dots.every(other => other === event || other.lane !== event.lane || Math.abs(other.start - event.start) > 0.3)).id; }}""")
    x, y = mark(tab, event_id)
    tab.mouse.move(x + 1, y)
    assert tab.evaluate("getComputedStyle(document.querySelector('.tv-area')).cursor") == "pointer"
    assert (
        next(event["title"] for event in events(tab) if event["id"] == event_id) in tab.locator(".tv-card").inner_text()
    )
    tab.mouse.click(x + 1, y)
    wait_for_query(tab, event=event_id, **{"from": "1800-01-01", "to": "1807-12-31"})
    assert tab.locator(".tv-panel").is_visible()


def test_a_click_beside_all_marks_opens_nothing(tab):
    tab.evaluate(f"{VIEW}.change({{query: 'no such words anywhere'}})")
    x, y = middle(tab)
    tab.mouse.click(x, y)
    assert tab.locator(".tv-panel").is_hidden()


def test_a_click_on_a_label_opens_its_event_and_a_second_another(tab):
    for label in tab.locator(LABELS).all()[:2]:
        title = label.text_content()
        label.click()
        assert tab.locator(".tv-panel h2").text_content() == title
        event = next(event for event in events(tab) if event["title"] == title)
        wait_for_query(tab, event=event["id"], **{"from": ..., "to": ...})


def test_a_modified_click_opens_the_page_as_ever(tab, site):
    label = tab.locator(LABELS).first
    href = label.get_attribute("href")
    with tab.context.expect_page() as opened:
        label.click(modifiers=["ControlOrMeta"])
    opened.value.wait_for_url(href)
    assert href.startswith(site.url + "events/")
    assert tab.locator(".tv-panel").is_hidden() and "event" not in query(tab)


def test_the_panel_tells_the_event(page, site):
    tab = open_timeline(page, site.url)
    for event in [e for e in events(tab) if "figures" in e and "disputed" in e][:1] + [
        e for e in events(tab) if e.get("sources") == "1"
    ][:1]:
        tab.goto(f"{site.url}?event={event['id']}")
        ready(tab)
        panel = tab.locator(".tv-panel")
        text = panel.inner_text()
        assert text.startswith("×") and event["date"] in text and event["title"] in text and event["summary"] in text
        assert panel.locator("li").all_text_contents() == [part for part in event.get("figures", "").split("|") if part]
        assert ("sources disagree" in text) == ("disputed" in event)
        number = int(event["sources"])
        assert f"{number} source{'s' if number > 1 else ''}" in text
        panel.get_by_role("link", name="Read the page").click()
        tab.wait_for_url(f"{site.url}events/{event['id']}/")
        tab.go_back()
        ready(tab)
        assert tab.locator(".tv-panel h2").text_content() == event["title"]


CLUSTERS = f"""Array.from(document.querySelectorAll('.tv-links button'), button => ({{
    text: button.textContent,
    members: {VIEW}.members.get(button).map(i => (({{title, start}}) => ({{title, start}}))({VIEW}.events[i])),
}}))"""
"""What each cluster says and holds."""


@pytest.mark.parametrize("width", [740, 1024, 1440, 1920])
def test_every_event_in_view_has_a_mark_or_is_counted(page, site, width):
    tab = open_timeline(page, site.url, viewport=(width, 900))
    for search in ("", "?from=1812&to=1815"):
        tab.goto(site.url + search)
        ready(tab)
        counted = sum(int(one["text"]) for one in tab.evaluate(CLUSTERS))
        count = int(re.search(r"(\d+) event", tab.locator(".tv-status").text_content())[1])
        assert counted + tab.evaluate(f"{VIEW}.spots.length") == count


def test_a_cluster_counts_its_events_and_opens_on_a_click(page, site):
    tab = open_timeline(page, site.url)
    found = tab.evaluate(CLUSTERS)
    buttons = tab.locator(".tv-links button")
    assert found and all(one["text"] == str(len(one["members"])) for one in found)
    for one in found:
        for member in one["members"]:
            assert not tab.locator(LABELS).get_by_text(member["title"], exact=True).count()
    buttons.first.click()
    members = found[0]["members"]
    start, end = rests(tab)
    assert start < members[0]["start"] and members[-1]["start"] < end < start + 32
    assert focused(tab) == members[0]["title"]
    tab.go_back()
    settle(tab)
    assert buttons.count() == len(found)


def test_what_a_mark_is_stands_in_a_card_beside_it(tab):
    event_id = tab.evaluate(f"""() => {{ const view = {VIEW};
        const named = new Set(Array.from(document.querySelectorAll('.tv-links a'), link => Number(link.dataset.i)));
        const alone = view.spots.filter(one => !named.has(one.i) && view.spots.every(other => other === one || Math.hypot(other.x - one.x, other.y - one.y) > 20));
        return view.events[alone[0].i].id; }}""")
    tab.mouse.move(*mark(tab, event_id))
    event = next(event for event in events(tab) if event["id"] == event_id)
    card = tab.locator(".tv-card")
    assert card.inner_text().split("\n") == [event["date"], event["title"]]
    tab.evaluate(f"{VIEW}.change({{range: null}})")
    settle(tab)
    cluster = tab.locator(".tv-links button").first
    cluster.hover()
    assert card.inner_text().startswith(f"{cluster.text_content()} events, ")
    tab.mouse.move(5, 5)
    assert card.is_hidden()


def test_a_second_click_beside_all_marks_zooms_in_there(tab):
    tab.evaluate(f"{VIEW}.change({{query: 'no such words anywhere'}})")
    tab.wait_for_function(f"{VIEW}.found?.query && !{VIEW}.spots.length")  # the index comes with the first word
    settle(tab)
    tab.evaluate(f"{VIEW}.places[0] = 0; {VIEW}.draw()")
    left, top, width, _ = box(tab, ".tv-area")
    length = tab.evaluate("history.length")
    tab.mouse.dblclick(left + width / 4, top + 30)
    start, end = rests(tab)
    assert end - start == pytest.approx(8 / 2.5, abs=0.02)
    assert start + (end - start) / 4 == pytest.approx(1802, abs=0.02)
    assert tab.evaluate("history.length") > length
    tab.go_back()
    settle(tab)
    assert period(tab) == pytest.approx((1800, 1808), abs=0.01)


def test_overview_and_lanes_share_one_axis(page, site):
    for width in (740, 1024, 1440, 1920):
        tab = open_timeline(page, site.url, viewport=(width, 900))
        over, lanes = (tab.locator(part).bounding_box() for part in (".tv-overview", ".tv-area"))
        assert (over["x"], over["width"]) == (lanes["x"], lanes["width"])
        years = tab.locator(".tv-axis").bounding_box()
        assert (years["x"], years["width"]) == (lanes["x"], lanes["width"])


def test_an_event_that_opens_moves_nothing_in_the_lanes(tab):
    look = """Array.from(document.querySelectorAll('.tv-area, .tv-links > *'), node => {
        const box = node.getBoundingClientRect(); return [node.textContent, box.x, box.y, box.width]; })"""
    tab.evaluate("scrollTo(0, 200)")
    before = tab.evaluate(look)
    for label in tab.locator(LABELS).all()[:3]:
        label.evaluate("node => node.click()")
        settle(tab)
        after = tab.evaluate(look)
        assert tab.locator(".tv-panel").is_visible() and after[1:] == before[1:]
        assert after[0][1:] == before[0][1:]


def test_labels_begin_or_end_at_their_dots(page, site):
    for width in (740, 1024, 1440, 1920):
        tab = open_timeline(page, site.url, viewport=(width, 900))
        off = tab.evaluate(f"""() => {{ const view = {VIEW}, left = view.area.getBoundingClientRect().left;
            return Array.from(document.querySelectorAll('.tv-links a'), link => {{
                const spot = view.spots.find(one => one.i === Number(link.dataset.i)), box = link.getBoundingClientRect();
                const x = Math.max(spot.x, 0) + left, side = link.dataset.side;
                return Math.abs(side === 'bar' ? box.left - x : side === 'left' ? box.right - 8 - x : box.left + 8 - x); }}); }}""")
        assert len(off) > 15 and sum(one for one in off if one > 0.2) == 0


def test_a_cluster_that_no_zoom_parts_opens_its_first_event(page, site):
    """Nine events of one lane on one day: they are made so here, as the page has none."""
    html = (site.directory / "index.html").read_text(encoding="utf-8")
    pattern = r'(data-start=")[^"]+(" data-end=")[^"]+(" data-importance="minor" data-topics="economy[ "])'
    html, count = re.subn(pattern, r"\g<1>1809.5000\g<2>1809.5027\g<3>", html, count=9)
    assert count == 9
    tab = page(site.url + "about/")
    tab.route(site.url + "?*", lambda route: route.fulfill(body=html, content_type="text/html"))
    tab.goto(site.url + "?from=1809-06-29&to=1809-07-05")
    ready(tab)
    cluster = tab.locator(".tv-links button")
    assert cluster.all_text_contents() == ["9"]
    cluster.click()
    assert tab.locator(".tv-panel").is_visible() and focused(tab)


def test_while_hands_move_the_lanes_clusters_are_drawn_and_at_rest_they_are_buttons_again(page, site):
    tab = open_timeline(page, site.url)
    count = tab.locator(".tv-links button").count()
    found = tab.evaluate(f"""async () => {{ const view = {VIEW}, frames = {FRAMES};
        const turn = () => view.area.dispatchEvent(new WheelEvent('wheel', {{ctrlKey: true, deltaY: -5, clientX: 500, cancelable: true}}));
        const buttons = () => document.querySelectorAll('.tv-links button').length;
        turn(); await frames(); const moving = view.moving ? buttons() : 0;
        while (view.moving) await frames();
        await frames(); return [moving, buttons()]; }}""")
    assert count > 5 and found[0] == 0 and found[1] > 5
    rests(tab)
    counted = sum(int(one["text"]) for one in tab.evaluate(CLUSTERS))
    in_view = int(re.search(r"(\d+) event", tab.locator(".tv-status").text_content())[1])
    assert counted + tab.evaluate(f"{VIEW}.spots.length") == in_view


def test_a_step_of_a_zoom_has_no_event_of_the_list_looked_at_again(page, site, browser):
    """A :has() anywhere in the styles may do that: with ten thousand events it took most of a frame."""
    tab = open_timeline(page, site.url)
    browser.start_tracing(page=tab, categories=["disabled-by-default-devtools.timeline.invalidationTracking"])
    for _ in range(3):
        tab.evaluate(f"{VIEW}.zoomBy(1.3, -1)")
        settle(tab)
    told = [
        one for one in json.loads(browser.stop_tracing())["traceEvents"] if "StyleRecalcInvalidation" in one["name"]
    ]
    looked = [one["args"]["data"].get("nodeName", "") for one in told]
    assert any(name.startswith("A") for name in looked)
    assert [name for name in looked if "tl-item" in name] == []
