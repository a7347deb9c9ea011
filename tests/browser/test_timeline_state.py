"""Filters, views, data lane, share, and the state in the address: links hold, Back undoes, nonsense is ignored."""

import html
import re

import pytest
from timelinepage import (
    LABELS,
    VIEW,
    events,
    matching,
    names,
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


@pytest.fixture
def tab(page, site):
    return open_timeline(page, site.url, viewport=(1280, 900))


def opener(tab, name):
    return tab.locator(".tv-opener", has_text=name)


def ids(found):
    return [event["id"] for event in found]


# --- Filters ---------------------------------------------------------------------------------------------------


def test_search_finds_words_of_titles_summaries_and_dates(tab):
    box = tab.get_by_role("searchbox", name="Search these events")
    word = events(tab)[10]["title"].split()[0]
    for text in (word, word.upper(), events(tab)[3]["summary"].split(".")[0][:40], events(tab)[5]["date"]):
        box.fill(text)
        settle(tab)
        words = [part for part in text.lower().split() if part]
        expected = [
            e["id"] for e in events(tab) if all(w in f"{e['title']} {e['summary']} {e['date']}".lower() for w in words)
        ]
        assert expected and set(expected) <= set(matching(tab)), text
    wait_for_query(tab, find=text)


def found(tab, text):
    """Wait until the index has answered for the words in the box."""
    tab.wait_for_function(f"text => {VIEW}.found?.query === text", arg=text)
    settle(tab)


@pytest.mark.parametrize("text", ["Meternich", "Koutouzov", "customs", "no such words", "peace of Tilsit"])
def test_the_box_finds_what_the_search_of_the_site_finds(text, tab, page, site):
    tab.get_by_role("searchbox", name="Search these events").fill(text)
    found(tab, text)
    box = set(matching(tab))
    said = tab.locator(".tv-status").text_content()

    header = page(f"{site.url}about/?q={text}")
    header.locator(".md-search-result__meta", has_text="found").wait_for()
    group = header.locator('.tl-found[aria-label="Events"]')
    for more in group.locator(".tl-found__more").all():
        more.click()
    links = group.locator("a").evaluate_all("links => links.map(link => link.pathname.split('/').at(-2))")
    assert box == set(links)
    assert ("for “metternich”" in said) == (text == "Meternich")


def test_without_the_index_the_box_finds_what_stands_on_the_page(page, site):
    tab = page(site.url + "about/", allow=["Failed to load resource"])
    tab.route("**/search_index.js", lambda route: route.abort())
    tab.goto(site.url + "?find=tilsit")
    tab.wait_for_selector(".tv-status:not(:empty)", state="attached")
    assert 0 < len(matching(tab)) < 10


def test_search_finds_names_of_those_who_took_part(tab):
    actors = names(tab)["actors"]
    one = next(
        (actor, expected)
        for actor, name in actors.items()
        if (expected := ids(e for e in events(tab) if actor in e["actors"]))
        and not any(name in e["title"] + e["summary"] for e in events(tab))
    )
    tab.get_by_role("searchbox", name="Search these events").fill(actors[one[0]])
    found(tab, actors[one[0]])
    assert set(one[1]) <= set(matching(tab))
    assert len(matching(tab)) < len(events(tab))


def test_one_burst_of_typing_is_one_step_of_history(tab):
    length = tab.evaluate("history.length")
    tab.get_by_role("searchbox", name="Search these events").press_sequentially("treaty", delay=30)
    wait_for_query(tab, find="treaty")
    assert tab.evaluate("history.length") == length + 1
    tab.go_back()
    wait_for_query(tab)
    assert tab.get_by_role("searchbox", name="Search these events").input_value() == ""
    assert len(matching(tab)) == len(events(tab))


def test_several_topics_widen_and_chips_take_them_off(tab):
    opener(tab, "Topics").click()
    chosen = ["power", "economy"]
    for topic in chosen:
        tab.locator(f".tv-pop input[value={topic}]").check()
    wait_for_query(
        tab, topics=",".join(lane for lane in tab.evaluate(f"{VIEW}.lanes.map(lane => lane.id)") if lane in chosen)
    )
    assert matching(tab) == ids(e for e in events(tab) if set(e["topics"]) & set(chosen))
    tab.keyboard.press("Escape")
    titles = {topic["id"]: topic["title"] for topic in names(tab)["topics"]}
    tab.get_by_role("button", name=f"Remove filter: {titles['economy']}").click()
    settle(tab)
    assert matching(tab) == ids(e for e in events(tab) if chosen[0] in e["topics"])
    assert tab.evaluate("document.activeElement.type") == "search"
    assert not tab.locator(".tv-pop input[value=economy]").is_checked()


def test_several_actors_narrow(tab):
    actors = names(tab)["actors"]
    opener(tab, "People and bodies").click()
    search = tab.get_by_role("searchbox", name="Find a person or body")
    for actor in ("napoleon", "metternich"):
        search.fill(actors[actor].split()[-1].lower())
        tab.locator(".tv-found button", has_text=actors[actor]).first.click()
        assert tab.evaluate("document.activeElement.getAttribute('aria-label')") == "Find a person or body"
    wait_for_query(tab, actors="napoleon,metternich")
    both = ids(e for e in events(tab) if {"napoleon", "metternich"} <= set(e["actors"]))
    assert both and matching(tab) == both
    assert tab.locator(".tv-found button", has_text=actors["metternich"]).count() == 0
    assert tab.get_by_role("button", name="Remove filter: ").count() == 2


def test_names_are_offered_by_how_often_they_occur(tab):
    opener(tab, "People and bodies").click()
    counts = [int(text) for text in tab.locator(".tv-found small").all_text_contents()]
    assert len(counts) == 8 and counts == sorted(counts, reverse=True)
    all_names = [actor for event in events(tab) for actor in event["actors"]]
    assert counts[0] == max(all_names.count(actor) for actor in set(all_names))


def test_boxes_close_by_escape_and_by_a_click_elsewhere_and_stay_in_sight(page, site):
    for width in (1280, 768, 360):
        tab = open_timeline(page, site.url, viewport=(width, 800))
        names = ["People and bodies", "Share", "How to read this"]
        for name in [*names, "Topics"] if width > 718 else names:
            opener(tab, name).click()
            box = tab.locator(".tv-pop:popover-open")
            shape = box.bounding_box()
            assert box.count() == 1 and shape["x"] >= 0 and shape["x"] + shape["width"] <= width, (name, width)
            box.locator("input, textarea, p").first.focus()
            tab.keyboard.press("Escape")
            assert box.count() == 0 and name in tab.evaluate("document.activeElement.textContent")
        opener(tab, "People and bodies").click()
        tab.mouse.click(5, 5)
        assert tab.locator(".tv-pop:popover-open").count() == 0


def test_filters_combine_and_clear_takes_all_off(page, site):
    tab = open_timeline(
        page,
        f"{site.url}?topics=power,treaties&actors=napoleon&find=peace&from=1794&to=1805&event={CHOSEN}&view=list",
    )
    expected = [e["id"] for e in events(tab) if {"power", "treaties"} & set(e["topics"]) and "napoleon" in e["actors"]]
    assert set(matching(tab)) < set(expected)
    in_sight = [e["id"] for e in events(tab) if e["id"] in matching(tab) and 1794 <= e["start"] < 1806]
    assert sorted(shown_ids(tab)) == sorted(in_sight)
    tab.locator(".tv-clear").click()
    wait_for_query(tab, view="list")
    assert len(shown_ids(tab)) == len(events(tab))
    assert tab.locator(".tv-clear").is_hidden() and tab.locator(".tv-chosen button").count() == 0
    assert tab.evaluate("document.activeElement.type") == "search"


def test_what_is_filtered_is_not_drawn(tab):
    tab.evaluate(f"{VIEW}.change({{topics: ['economy']}})")
    settle(tab)
    titles = {event["title"] for event in events(tab) if "economy" in event["topics"]}
    labels = set(tab.locator(LABELS).all_text_contents())
    assert labels and labels <= titles
    before = picture(tab, ".tv-overview canvas")
    tab.evaluate(f"{VIEW}.change({{topics: []}})")
    settle(tab)
    assert picture(tab, ".tv-overview canvas") != before


def picture(tab, selector):
    return tab.evaluate("selector => document.querySelector(selector).toDataURL()", selector)


def test_no_match_says_so(tab):
    tab.get_by_role("searchbox", name="Search these events").fill("no such words anywhere")
    settle(tab)
    assert tab.locator(".tv-status").text_content().startswith("No event matches")
    assert tab.locator(".tv-links > *").count() == 0


# --- Views -----------------------------------------------------------------------------------------------------


def test_the_list_view_shows_the_list_within_the_period(page, site):
    tab = open_timeline(page, site.url + "?from=1819")
    assert tab.locator(".tv-area").is_visible() and tab.locator(".tv-list").get_attribute("hidden") == "until-found"
    assert tab.locator(".tv-list").bounding_box()["height"] == 0
    tab.get_by_role("button", name="List", exact=True).click()
    wait_for_query(tab, view="list", to=..., **{"from": "1819-01-01"})
    assert tab.locator(".tv-area").is_hidden() and tab.locator(".tv-list").is_visible()
    assert sorted(shown_ids(tab)) == sorted(e["id"] for e in events(tab) if e["end"] > 1819)
    assert tab.locator(".tl-year:visible, .tl-chapter:visible").count() < tab.locator(".tl-year, .tl-chapter").count()
    assert [b.get_attribute("aria-pressed") for b in tab.locator(".tv-switch button").all()] == ["false", "true"]
    first = tab.locator("li.tl-item:visible .tl-item__title a").first
    href = first.evaluate("link => link.href")
    first.click()
    tab.wait_for_url(href)
    tab.go_back()
    ready(tab)
    assert tab.locator(".tv-list").is_visible()
    tab.get_by_role("button", name="Timeline", exact=True).click()
    settle(tab)
    assert tab.locator(".tv-area").is_visible() and tab.locator(".tv-list").bounding_box()["height"] == 0


def test_an_anchor_into_the_list_shows_the_list_there(page, site):
    source = (site.directory / "index.html").read_text(encoding="utf-8")
    anchors = re.findall(r'<h[23][^>]* id="([\w-]+)"', source[: source.index("</timeline-view>")])
    tab = open_timeline(page, f"{site.url}#{anchors[-2]}")
    heading = tab.locator(f"#{anchors[-2]}")
    tab.wait_for_function(
        "id => Math.abs(document.getElementById(id).getBoundingClientRect().top) < innerHeight", arg=anchors[-2]
    )
    assert heading.is_visible()
    tab.get_by_role("button", name="Timeline", exact=True).click()
    settle(tab)
    assert tab.locator(".tv-area").is_visible() and heading.is_hidden()
    tab.evaluate("id => { location.hash = id; }", anchors[1])
    tab.wait_for_function(
        "id => { const top = document.getElementById(id).getBoundingClientRect().top; return top >= -5 && top < innerHeight; }",
        arg=anchors[1],
    )
    assert tab.locator(f"#{anchors[1]}").is_visible()


def test_an_anchor_elsewhere_leaves_the_timeline(page, site):
    tab = open_timeline(page, site.url + "#content")
    assert tab.locator(".tv-area").is_visible()
    tab = open_timeline(page, site.url + "#%E0%A4%A")
    assert tab.locator(".tv-area").is_visible()


def test_what_is_found_in_the_page_shows_the_list(tab):
    """The browser reports a match in a part that is hidden until found."""
    tab.locator("li.tl-item").nth(50).dispatch_event("beforematch")
    settle(tab)
    assert tab.locator(".tv-list").is_visible()
    wait_for_query(tab, view="list")


# --- Data lane -------------------------------------------------------------------------------------------------


def test_figures_are_drawn_under_the_same_axis(tab):
    pick = tab.get_by_label("Figures under the timeline")
    series = names(tab)["series"]
    assert pick.locator("option").all_text_contents() == ["No figures", *(one["title"] for one in series)]
    without, height = picture(tab, ".tv-area canvas"), tab.locator(".tv-area").bounding_box()["height"]
    pick.select_option(series[0]["id"])
    wait_for_query(tab, data=series[0]["id"])
    assert tab.locator(".tv-area").bounding_box()["height"] == height + 110
    assert picture(tab, ".tv-area canvas") != without
    tab.reload()
    ready(tab)
    assert pick.input_value() == series[0]["id"] and tab.locator(".tv-area").bounding_box()["height"] == height + 110
    for one in series:
        pick.select_option(one["id"])
        settle(tab)
    pick.select_option("")
    settle(tab)
    assert picture(tab, ".tv-area canvas") == without


def test_a_list_has_its_figures_above_it(tab):
    one = names(tab)["series"][0]
    lane = tab.locator(".tv-data")
    assert not lane.is_visible()
    tab.get_by_label("Figures under the timeline").select_option(one["id"])
    tab.get_by_role("button", name="List", exact=True).click()
    wait_for_query(tab, view="list", data=one["id"])
    assert lane.get_attribute("aria-label").startswith(one["title"])
    assert lane.bounding_box()["height"] == 110
    assert lane.bounding_box()["width"] == tab.locator(".tv-overview").bounding_box()["width"]
    tab.get_by_label("Figures under the timeline").select_option("")
    settle(tab)
    assert not lane.is_visible()


# --- The address -----------------------------------------------------------------------------------------------


def shows(tab):
    """What a visitor sees, apart from pixels."""
    return {
        "labels": sorted(tab.locator(".tv-links > *").all_text_contents()),
        "panel": tab.locator(".tv-panel").inner_text() if tab.locator(".tv-panel").is_visible() else "",
        "status": tab.locator(".tv-status").text_content(),
        "chips": tab.locator(".tv-chosen").inner_text(),
        "find": tab.get_by_role("searchbox").first.input_value(),
        "list": sorted(shown_ids(tab)),
    }


def test_share_gives_link_embed_and_citation_of_exactly_this_view(page, site):
    tab = open_timeline(page, site.url)
    tab.evaluate(
        f"{VIEW}.change({{topics: ['treaties', 'power'], query: 'peace', range: {{from: 1795.2, to: 1806.7}}, event: '{CHOSEN}'}})"
    )
    rests(tab)
    opener(tab, "Share").click()
    link, embed, *citations = (field.input_value() for field in tab.locator(".tv-pop:popover-open textarea").all())
    assert link == tab.url
    fresh = open_timeline(page, link)
    assert shows(fresh) == shows(tab)
    assert fresh.url == link
    frame = re.fullmatch(r'<iframe src="(.*?)" title="(.*?)" .*</iframe>', embed)
    address = html.unescape(frame[1])
    assert address.startswith(site.url + "embed/?") and "1795" in frame[2] and 'loading="lazy"' in embed
    framed = open_timeline(page, address)
    assert shows(framed) == shows(tab)
    assert len(citations) == 3
    for citation in citations:
        assert citation.removesuffix(".").endswith(link) and "Timeline, Mar 1795 – Sep 1806" in citation
        assert "From Varennes to Verona" in citation and "{" not in citation
    for style in ("APA 7", "MLA 9", "Chicago 18"):
        assert tab.get_by_label(f"{style} citation of this view").input_value() in citations
    assert tab.get_by_label("Link of this view").get_attribute("readonly") is not None


def test_copy_copies(page, site):
    tab = open_timeline(page, site.url + "?topics=power", permissions=["clipboard-read", "clipboard-write"])
    opener(tab, "Share").click()
    button = tab.get_by_role("button", name="Copy the link")
    button.click()
    assert tab.evaluate("navigator.clipboard.readText()") == tab.url
    assert button.text_content() == "Copied"


def test_back_undoes_one_step_and_forward_redoes_it(tab):
    steps = [{}]
    for change, expected in [
        ("topics: ['power']", {"topics": "power"}),
        (f"event: '{CHOSEN}'", {"topics": "power", "event": CHOSEN}),
        (
            "range: {from: 1798, to: 1802}",
            {"topics": "power", "event": CHOSEN, "from": "1798-01-01", "to": "1801-12-31"},
        ),
        (
            "view: 'list'",
            {"topics": "power", "event": CHOSEN, "from": "1798-01-01", "to": "1801-12-31", "view": "list"},
        ),
    ]:
        tab.evaluate(f"{VIEW}.change({{{change}}})")
        wait_for_query(tab, **expected)
        steps.append(expected)
    seen = [shows(tab)]
    for expected in reversed(steps[:-1]):
        tab.go_back()
        wait_for_query(tab, **expected)
        seen.append(shows(tab))
    assert len(matching(tab)) == len(events(tab)) and tab.locator(".tv-panel").is_hidden()
    for expected, before in zip(steps[1:], reversed(seen[:-1]), strict=True):
        tab.go_forward()
        wait_for_query(tab, **expected)
        assert shows(tab) == before


def test_back_in_the_middle_of_a_movement_is_not_undone_by_it(tab):
    tab.evaluate(f"{VIEW}.change({{topics: ['power']}})")
    wait_for_query(tab, topics="power")
    tab.evaluate(f"{VIEW}.zoomBy(2, -1)")
    tab.evaluate("history.back()")
    tab.wait_for_timeout(700)
    assert query(tab) == {}


def test_back_keeps_the_place_on_the_page(tab):
    tab.evaluate("scrollTo(0, 400)")
    tab.evaluate(f"{VIEW}.change({{topics: ['power']}})")
    wait_for_query(tab, topics="power")
    tab.go_back()
    wait_for_query(tab)
    assert tab.evaluate("scrollY") == 400


@pytest.mark.parametrize(
    "search",
    [
        "?from=nonsense&to=1820-99-99",
        "?from=1820&to=1799",
        "?from=1500&to=1600",
        "?topics=nothing,%20,&actors=nobody,constructor,__proto__&event=toString&view=spiral&data=none",
        "?find=%F0%9F%92%A9%00%E0%A4&event[]=1&topics[]=power",
        "?from=-999999&to=999999&find=" + "x" * 3000,
        "?topics=" + "a," * 2000,
    ],
)
def test_nonsense_in_the_address_is_ignored(page, site, search):
    tab = open_timeline(page, site.url + search, allow=[r"status of 414"])
    found = "find" in query(tab)
    assert len(matching(tab)) == (0 if found else len(events(tab)))
    assert tab.locator(".tv-panel").is_hidden() and tab.locator(".tv-frame").is_visible()
    assert period(tab)[1] - period(tab)[0] > 30
    tab.evaluate(f"{VIEW}.change({{topics: ['power'], query: ''}})")
    settle(tab)
    tab.wait_for_function("new URLSearchParams(location.search).get('topics') === 'power'")


def test_parameters_of_others_stay(page, site):
    tab = open_timeline(page, site.url + "?utm=x&topics=power")
    tab.evaluate(f"{VIEW}.change({{topics: []}})")
    wait_for_query(tab, utm="x")


RELEASED = {
    "?from=1796&to=1804": ("1796-01-01", "1804-12-31"),
    "?from=1799-11&to=1799-11-20": ("1799-11-01", "1799-11-20"),
}
"""Periods as releases wrote them into addresses, and what they have to show for ever."""


def test_addresses_of_old_releases_lead_to_the_same_view(page, site):
    """Names and ids as they were published: 1799-coup, thrones, bonaparte and corn have other ids today."""
    tab = open_timeline(page, site.url, viewport=(1280, 900))
    for search, (first, last) in RELEASED.items():
        tab.goto(site.url + search)
        ready(tab)
        assert tab.evaluate(f"[{VIEW}.range().from, {VIEW}.range().to].map(Math.floor)") == [
            int(first[:4]),
            int(last[:4]) + (last[5:] == "12-31"),
        ]
    tab.goto(site.url + "?event=1799-coup&topics=thrones,power,treaties&actors=bonaparte&data=corn&find=consuls")
    ready(tab)

    state = tab.evaluate(f"{VIEW}.state")
    assert (state["event"], state["topics"], state["actors"]) == (CHOSEN, ["power", "treaties"], ["napoleon"])
    assert (state["data"], state["query"]) == ("wheat", "consuls")
    tab.locator(".tv-panel h3, .tv-panel h2").first.wait_for()
    tab.goto(site.url + "map/?topics=thrones&from=1796")
    tab.wait_for_function("document.querySelector('map-view').state?.topics?.[0] === 'power'")
