"""Where the timeline stands: across pages, on a disk, on era pages, in frames, on phones, on paper, without a script."""

import json
import re

import pytest
from timelinepage import (
    LABELS,
    SMALL,
    VIEW,
    events,
    matching,
    open_timeline,
    period,
    query,
    ready,
    rests,
    settle,
    shown_ids,
    wait_for_query,
)

CHOSEN = "1799-brumaire"
ERA = "collapse"

WATCH = """
window.held = {signals: [], observers: 0, frames: 0};
const add = EventTarget.prototype.addEventListener;
EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (options?.signal) held.signals.push([type, options.signal]);
    return add.call(this, type, listener, options);
};
for (const name of ["ResizeObserver", "MutationObserver"]) {
    const Base = window[name];
    window[name] = class extends Base {
        constructor(callback) { super(callback); this.ours = /paint|repaint/.test(String(callback)) || callback.name === "repaint"; }
        observe(...all) { if (this.ours && !this.on) { this.on = true; held.observers += 1; } return super.observe(...all); }
        disconnect() { if (this.on) { this.on = false; held.observers -= 1; } return super.disconnect(); }
    };
}
"""


# --- Across pages ----------------------------------------------------------------------------------------------


def test_it_mounts_once_unmounts_and_leaves_nothing(page, site):
    tab = page(site.url + "about/")
    tab.add_init_script(WATCH)
    tab.goto(site.url)
    ready(tab)
    assert tab.evaluate("held.observers") == 2
    assert tab.evaluate("held.signals.length") > 5
    for _ in range(2):
        tab.evaluate("window.taken = document.querySelector('timeline-view'); taken.remove()")
        assert tab.locator(".tv-ui, .tv-pop").count() == 0
        assert tab.evaluate("held.observers") == 0
        assert tab.evaluate("held.signals.every(([, signal]) => signal.aborted)")
        tab.evaluate("document.querySelector('.tl-page').append(taken)")
        ready(tab)
        assert tab.locator(".tv-ui").count() == 1
        assert tab.evaluate("held.observers") == 2


def test_it_lets_nothing_run_after_it_is_gone(page, site):
    """A movement is under way when the reader leaves: the next page's address stays its own."""
    tab = open_timeline(page, site.url)
    tab.evaluate(f"{VIEW}.zoomBy(2, -1)")
    tab.locator(".tl-sections").get_by_text("About", exact=True).click()
    tab.wait_for_url("**/about/")
    tab.wait_for_timeout(900)
    assert tab.url == site.url + "about/"


def test_back_across_pages_restores_the_view(page, site):
    tab = open_timeline(page, site.url)
    tab.evaluate(f"{VIEW}.change({{topics: ['power'], event: '{CHOSEN}'}})")
    wait_for_query(tab, topics="power", event=CHOSEN)
    tab.get_by_role("link", name="Read the page").click()
    tab.wait_for_url(f"**/events/{CHOSEN}/")
    tab.wait_for_function("!document.querySelector('timeline-view')")
    tab.go_back()
    ready(tab)
    assert query(tab) == {"topics": "power", "event": CHOSEN}
    assert tab.locator(".tv-panel h2").is_visible() and tab.locator(".tv-chosen button").count() == 1
    tab.go_back()
    wait_for_query(tab)
    assert tab.locator(".tv-panel").is_hidden() and tab.locator(".tv-ui").count() == 1


def test_back_within_the_page_keeps_the_place(page, site):
    tab = open_timeline(page, site.url)
    tab.mouse.move(600, 300)
    tab.mouse.wheel(0, 350)
    tab.wait_for_timeout(400)
    here = tab.evaluate("scrollY")
    assert here > 200
    for change in ("topics: ['power']", "query: 'peace'"):
        tab.evaluate(f"{VIEW}.change({{{change}}})")
        tab.wait_for_timeout(300)
    for step, expected in (
        ("back", {"topics": "power"}),
        ("forward", {"topics": "power", "find": "peace"}),
        ("back", {"topics": "power"}),
    ):
        tab.go_back() if step == "back" else tab.go_forward()
        wait_for_query(tab, **expected)
        tab.wait_for_timeout(400)
        assert tab.locator(".tv-ui").count() == 1
        assert tab.evaluate(f"{VIEW}.state.query") == expected.get("find", "")
        assert tab.evaluate("scrollY") == here


def test_a_label_opens_the_panel_and_not_the_page(page, site):
    tab = open_timeline(page, site.url)
    tab.locator(LABELS).first.click()
    tab.wait_for_timeout(400)
    assert tab.locator(".tv-panel").is_visible() and "/events/" not in tab.url


def test_an_anchor_into_the_list_works_across_pages(page, site):
    source = (site.directory / "index.html").read_text(encoding="utf-8")
    anchor = re.findall(r'<h[23][^>]* id="([\w-]+)"', source[: source.index("</timeline-view>")])[-2]
    tab = page(site.url + "about/")
    tab.evaluate(
        "anchor => { const link = document.createElement('a'); link.href = '../#' + anchor; link.textContent = 'there'; document.querySelector('.tl-content').prepend(link); }",
        anchor,
    )
    tab.get_by_text("there", exact=True).first.click()
    tab.wait_for_selector(".tv-ui")
    tab.wait_for_function(
        "id => { const top = document.getElementById(id).getBoundingClientRect().top; return top > -50 && top < innerHeight; }",
        arg=anchor,
    )
    assert tab.locator(f"#{anchor}").is_visible()


# --- Disk ------------------------------------------------------------------------------------------------------


def test_it_works_from_a_disk(page, site):
    tab = open_timeline(page, (site.directory / "index.html").as_uri() + "?topics=power")
    assert tab.locator(LABELS).count() > 3
    tab.evaluate(f"{VIEW}.change({{event: '{CHOSEN}'}})")
    wait_for_query(tab, topics="power", event=CHOSEN)
    tab.locator(".tv-opener", has_text="Share").click()
    assert tab.get_by_label("Link of this view").input_value() == tab.url
    tab.keyboard.press("Escape")
    tab.go_back()
    wait_for_query(tab, topics="power")
    assert tab.locator(".tv-panel").is_hidden()


# --- Eras ------------------------------------------------------------------------------------------------------


def test_an_era_page_is_limited_to_its_era(page, site):
    tab = open_timeline(page, f"{site.url}eras/{ERA}/")
    start, end = period(tab)
    assert end - start < 6
    html = (site.directory / "index.html").read_text(encoding="utf-8")
    whole = set(re.findall(r'data-id="([\w-]+)"', html))
    own = {event["id"] for event in events(tab)}
    assert own < whole and all(event["end"] > start and event["start"] < end for event in events(tab))
    assert set(matching(tab)) == own
    tab.evaluate(f"{VIEW}.show({{from: 1900, to: 2100}})")
    assert rests(tab) == (start, end) and query(tab) == {}
    tab.locator(".tv-opener", has_text="Share").click()
    assert f"{site.url}embed/{ERA}/" in tab.get_by_label("Embed of this view").input_value()
    tab.goto(f"{site.url}eras/{ERA}/?from=1795&to=1799")
    ready(tab)
    assert period(tab) == (start, end)


# --- Frames on other sites -------------------------------------------------------------------------------------


@pytest.fixture
def framed(page, site, serve, tmp_path):
    """framed("embed/") -> the host page on another origin, and the frame in it."""

    def open_frame(path, width=800):
        (tmp_path / "index.html").write_text(
            f'<!doctype html><html lang="en"><title>Course</title><h1>Course</h1><iframe title="Timeline" src="{site.url}{path}" width="{width}" height="640"></iframe>',
            encoding="utf-8",
        )
        tab = page(serve(tmp_path, "/"), allow=[r"request to another origin: http://127\.0\.0\.1"])
        frame = tab.frames[1]
        frame.wait_for_selector(".tv-status:not(:empty)", state="attached")
        return tab, frame

    return open_frame


@pytest.mark.parametrize("path", ["embed/", f"embed/{ERA}/?topics=treaties"])
def test_it_works_in_a_frame_of_another_origin(framed, site, path):
    tab, frame = framed(path)
    assert frame.locator(".tv-links > *").count() > 3
    length, address = tab.evaluate("history.length"), tab.url
    frame.locator(LABELS).first.click()
    title = frame.locator(".tv-panel h2").text_content()
    frame.get_by_role("button", name="Zoom in", exact=True).click()
    frame.wait_for_function(
        "new URLSearchParams(location.search).has('event') && new URLSearchParams(location.search).has('from')"
    )
    assert tab.evaluate("history.length") == length, "Back belongs to the host"
    assert tab.url == address
    with tab.context.expect_page() as opened:
        frame.get_by_role("link", name="Read the page").click()
    opened.value.wait_for_load_state()
    assert opened.value.locator("h1").text_content() == title and "/events/" in opened.value.url
    assert tab.context.cookies() == []
    assert frame.evaluate("document.cookie") == ""
    link = frame.locator(".tl-embed__source a")
    assert link.get_attribute("target") == "_blank" and "noopener" in link.get_attribute("rel")
    with tab.context.expect_page() as opened:
        link.click()
    opened.value.wait_for_load_state()
    assert opened.value.url.startswith(site.url) and "/embed/" not in opened.value.url
    assert "allow-same-origin" not in frame.evaluate("document.documentElement.outerHTML")


def test_a_frame_has_no_header_and_its_list_opens_new_tabs(framed):
    _tab, frame = framed("embed/", width=400)
    assert frame.locator("header:visible, footer:visible, nav:visible").count() == 0
    assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")
    links = frame.locator("li.tl-item .tl-item__title a")
    assert links.count() == frame.locator("li.tl-item a").count()
    assert {link.get_attribute("target") for link in links.all()} == {"_blank"}
    assert frame.locator("li.tl-item:visible").count() > 20 and frame.locator(".tv-gap:visible").count() > 3


# --- Without a script, on paper --------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["", f"eras/{ERA}/", "embed/"])
def test_without_a_script_the_whole_list_is_there(page, site, path):
    tab = page(site.url + path, javascript=False)
    html = (site.directory / path / "index.html").read_text(encoding="utf-8")
    count = html.count('<li class="tl-item"')
    assert count > 5 and tab.locator("li.tl-item:visible").count() == count
    assert tab.locator(".tv-ui").count() == 0
    assert tab.locator("li.tl-item a").first.is_visible()


@pytest.mark.parametrize("viewport", [(1280, 900), (360, 740)])
def test_paper_shows_the_whole_list_and_no_controls(page, site, viewport):
    tab = open_timeline(page, site.url, viewport=viewport)
    tab.emulate_media(media="print")
    tab.set_viewport_size({"width": 660, "height": 900})  # A4 with margins
    settle(tab)
    settle(tab)
    assert tab.locator(".tv-ui").is_hidden()
    count = tab.locator("li.tl-item").count()
    tall = tab.evaluate(
        "Array.from(document.querySelectorAll('li.tl-item'), item => item.checkVisibility({contentVisibilityAuto: true}) && item.offsetHeight > 20).filter(Boolean).length"
    )
    assert tall == count
    assert tab.locator(".tl-item__summary").first.is_visible()
    size = len(tab.pdf(format="A4")) if viewport[0] > 1000 else None
    assert size is None or size > 50_000
    tab.emulate_media(media="screen")
    tab.set_viewport_size({"width": viewport[0], "height": viewport[1]})
    settle(tab)
    assert tab.locator(".tv-ui").is_visible()


# --- Phones ----------------------------------------------------------------------------------------------------


def told(tab):
    """How many events the list of a phone shows as cards, and how many it counts between them."""
    gaps = tab.locator(".tv-gap:visible").all_text_contents()
    return tab.locator("li.tl-item:visible").count(), sum(int(text.split()[0]) for text in gaps)


@pytest.mark.parametrize("width", [320, 360, 600])
def test_a_phone_has_a_timeline_down_the_page(page, site, width):
    tab = open_timeline(page, site.url, **{**SMALL, "viewport": (width, 740)})
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.locator(".tv-overview").is_visible() and tab.locator(".tv-area").is_hidden()
    cards, counted = told(tab)
    assert cards + counted == len(events(tab)) and 20 < cards < 60
    landmarks = {event["id"] for event in events(tab) if event["importance"] == "landmark"}
    assert len(landmarks & set(shown_ids(tab))) >= min(len(landmarks), 15)
    gap = tab.locator(".tv-gap").nth(2)
    number = int(gap.text_content().split()[0])
    gap.get_by_role("button").tap()
    start, end = rests(tab)
    assert sum(told(tab)) >= number and end - start < 20
    assert tab.evaluate("document.activeElement.closest('li')") is not None
    tab.get_by_role("button", name="Whole period").tap()
    settle(tab)
    assert told(tab) == (cards, counted)


def test_a_year_stays_beside_its_events_on_a_phone(page, site):
    tab = open_timeline(page, site.url + "?from=1799&to=1800", **SMALL)
    year = tab.locator(".tl-year:visible .tl-year__label").first
    year.scroll_into_view_if_needed()
    tab.evaluate(
        "node => scrollBy(0, node.closest('.tl-year').getBoundingClientRect().top + 60)", year.element_handle()
    )
    settle(tab)
    over, label = tab.locator(".tv-overview").bounding_box(), year.bounding_box()
    assert over["y"] == pytest.approx(0, abs=1) and label["y"] == pytest.approx(over["height"], abs=4)


def test_an_era_on_a_phone_links_to_its_page(page, site):
    tab = open_timeline(page, site.url, **SMALL)
    tab.locator(".tl-chapter:visible h2 a").first.tap()
    tab.wait_for_url("**/eras/*/")


def test_what_a_phone_counts_follows_the_filters(page, site):
    tab = open_timeline(page, site.url + "?actors=napoleon", **SMALL)
    assert sum(told(tab)) == len(matching(tab)) > 40
    chip = tab.locator(".tv-chips button", has_text="Crowns and assemblies")
    chip.tap()
    wait_for_query(tab, actors="napoleon", topics="power")
    assert chip.get_attribute("aria-pressed") == "true"
    assert 0 < sum(told(tab)) == len(matching(tab))
    chip.tap()
    wait_for_query(tab, actors="napoleon")


def test_the_next_event_is_one_swipe_away(page, site):
    tab = open_timeline(page, site.url + f"?event={CHOSEN}", **SMALL)
    order = [event["id"] for event in events(tab)]
    here = order.index(CHOSEN)
    for by in (1, 1, -1):
        here += by
        tab.evaluate(
            "by => document.querySelector('.tv-deck').scrollBy({left: by * innerWidth, behavior: 'instant'})", by
        )
        wait_for_query(tab, event=order[here], **({"from": ..., "to": ...} if "from" in query(tab) else {}))
    title = next(event["title"] for event in events(tab) if event["id"] == order[here])
    assert tab.locator(".tv-panel h2").text_content() == title
    middle = tab.evaluate(
        "(box => box.left + box.width / 2)(document.querySelector('.tv-now').getBoundingClientRect())"
    )
    assert middle == pytest.approx(180, abs=2)


@pytest.mark.parametrize("viewport", [(390, 844), (320, 256)])
def test_the_sheet_covers_nothing_that_has_the_focus(page, site, viewport):
    tab = open_timeline(page, site.url + "?from=1799&to=1800", **{**SMALL, "viewport": viewport})
    tab.locator("li.tl-item:visible .tl-item__title a").first.tap()
    tab.locator("li.tl-item:visible .tl-item__title a").first.focus()
    for _ in range(14):
        covered = tab.evaluate("""() => { const box = document.activeElement.getBoundingClientRect();
            const top = document.elementFromPoint(box.left + 4, Math.min(Math.max(box.top + 6, 0), innerHeight - 1));
            return document.activeElement.closest('.tv-list') && !document.activeElement.contains(top) && top?.outerHTML.slice(0, 80); }""")
        assert not covered
        tab.keyboard.press("Tab")


@pytest.mark.parametrize("options", [{}, SMALL], ids=["desktop", "phone"])
def test_back_from_its_page_gives_an_event_the_focus(page, site, options):
    tab = open_timeline(page, site.url + f"?event={CHOSEN}", **options)
    title = tab.locator(".tv-panel h2").text_content()
    tab.get_by_role("link", name="Read the page").click()
    tab.wait_for_url(f"**/events/{CHOSEN}/")
    tab.go_back()
    ready(tab)
    tab.wait_for_function("title => document.activeElement.textContent === title", arg=title)


@pytest.mark.parametrize("leave", ["close", "escape", "back"])
def test_the_sheet_opens_and_gives_the_focus_back(page, site, leave):
    tab = open_timeline(page, site.url + "?from=1799&to=1800", **SMALL)
    link = tab.locator("li.tl-item:visible .tl-item__title a").nth(1)
    title = link.text_content()
    link.tap()
    sheet = tab.locator(".tv-panel")
    box = sheet.bounding_box()
    assert sheet.locator("h2").text_content() == title and tab.url.startswith(site.url + "?")
    assert box["y"] + box["height"] == pytest.approx(740, abs=1) and box["height"] <= 740 * 0.7 + 1
    assert tab.evaluate("document.activeElement.className") == "tv-panel"
    if leave == "close":
        tab.get_by_role("button", name="Close").tap()
    elif leave == "escape":
        tab.keyboard.press("Escape")
    else:
        tab.wait_for_function("location.search.includes('event')")
        tab.go_back()
    sheet.wait_for(state="hidden")
    settle(tab)
    assert tab.evaluate("document.activeElement.textContent") == title


def test_the_list_of_a_phone_follows_the_window(page, site):
    tab = open_timeline(page, site.url, **SMALL)
    slider = tab.get_by_role("slider", name="Start of the period")
    while period(tab)[0] < 1821:
        slider.press("PageUp")
        settle(tab)
    start, _ = rests(tab)
    expected = [event["id"] for event in events(tab) if event["end"] > start]
    assert set(shown_ids(tab)) <= set(expected)
    assert sum(told(tab)) == len(expected)


def test_a_search_on_a_phone_opens_what_it_finds(page, site):
    tab = open_timeline(page, site.url + "?find=bank", **SMALL)
    tab.wait_for_function("document.querySelector('timeline-view').view.found?.query === 'bank'")
    settle(tab)
    assert 0 < sum(told(tab)) == len(matching(tab))


def test_the_list_view_of_a_phone_is_whole(page, site):
    tab = open_timeline(page, site.url, **SMALL)
    tab.get_by_role("button", name="List", exact=True).tap()
    settle(tab)
    assert tab.locator("li.tl-item:visible").count() == len(events(tab))
    assert tab.locator(".tl-item__summary").first.is_visible()


def test_an_era_page_on_a_phone_tells_all_its_events(page, site):
    for path in (f"eras/{ERA}/", "embed/"):
        tab = open_timeline(page, site.url + path, **SMALL)
        assert sum(told(tab)) == len(events(tab))


def test_turning_the_device_changes_the_design(page, site):
    tab = open_timeline(page, site.url + f"?event={CHOSEN}", viewport=(700, 900))
    assert tab.locator(".tv-area").is_hidden()
    tab.set_viewport_size({"width": 1000, "height": 700})
    settle(tab)
    settle(tab)
    assert tab.locator(".tv-area").is_visible() and tab.locator(LABELS + "[data-chosen]").count() == 1
    assert tab.locator(".tv-list").bounding_box()["height"] == 0
    tab.set_viewport_size({"width": 700, "height": 900})
    settle(tab)
    settle(tab)
    assert tab.locator(".tv-list").is_visible() and tab.locator(".tv-panel").is_visible()


def test_resizing_redraws_without_end(page, site):
    tab = open_timeline(page, site.url)
    tab.evaluate("""() => { window.draws = 0; window.loops = 0; addEventListener('error', () => { loops += 1; });
        const draw = document.querySelector('timeline-view').view.draw; document.querySelector('timeline-view').view.draw = function () { draws += 1; draw.call(this); }; }""")
    for width in (1100, 900, 800, 1300):
        tab.set_viewport_size({"width": width, "height": 800})
        tab.wait_for_timeout(150)
        assert tab.evaluate("document.querySelector('.tv-area canvas').width") == tab.evaluate(
            "document.querySelector('.tv-area').clientWidth"
        )
    tab.wait_for_timeout(300)
    draws = tab.evaluate("draws")
    tab.wait_for_timeout(400)
    assert tab.evaluate("draws") == draws <= 24 and tab.evaluate("loops") == 0


def test_the_list_is_the_only_source(page, site):
    """What the timeline shows is what the list says: nothing is fetched."""
    tab = page(site.url + "about/")
    requests = []
    tab.on("request", lambda request: requests.append(request.url))
    tab.goto(site.url)
    ready(tab)
    kinds = {url.rsplit(".", 1)[-1] for url in requests if not url.endswith("/")}
    assert "json" not in kinds, json.dumps(requests)
