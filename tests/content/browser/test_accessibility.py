"""axe-core on a page of every kind, in both schemes, on a phone and on a desk; headers, menus and search opened."""

import pytest
from playwright.sync_api import expect

from harness import axe_violations
from samples import KINDS

# Rules that axe leaves off by default and that we hold; and those whose result another scheme can change.
MORE = {"rules": {"target-size": {"enabled": True}, "focus-order-semantics": {"enabled": True}}}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
RUNS = {(360, "light"): MORE, (360, "dark"): COLOURS, (1440, "light"): COLOURS, (1440, "dark"): MORE}
LONG = {"disputes", "events", "figures", "people", "sources"}
"""Kinds whose pages repeat one pattern a hundred times: the two full runs will do for them."""

# rule -> part of the page -> why it may be so.
EXCUSED = {
    "target-size": {
        ".tl-strip__eras": "an axis: place and width are the information (WCAG 2.5.8, essential)",
        ".tl-overview__year": "the same",
        ".tv-links": "the same; the list that the switch shows has the same links, large",
        ".tv-eras": "the same",
        ".tl-map": "where a dot stands is the information; the list below the map has the same, large",
    },
    "focus-order-semantics": {
        ".md-search__scrollwrap": "Material's scroll box must take the focus to be scrolled by key",
    },
}


def violations(view, options):
    found = []
    for violation in axe_violations(view, None, options):
        for node in violation["nodes"]:
            [target] = node["target"][-1:]
            excused = [
                part
                for part in EXCUSED.get(violation["id"], {})
                if view.evaluate("([s, part]) => !!document.querySelector(s)?.closest(part)", [target, part])
            ]
            if not excused:
                found.append(f"{violation['id']} ({violation['impact']}): {target}: {node['failureSummary']}")
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_no_violation(kind, site, sample, page):
    view = page(site.url + sample[kind], viewport=(360, 740), reduced_motion="reduce")
    found = {}
    for (width, scheme), options in RUNS.items():
        if kind in LONG and options is COLOURS:
            continue
        view.set_viewport_size({"width": width, "height": 900})
        view.emulate_media(color_scheme=scheme)
        if kind != "embed":  # it has no switch, and is light as the page around it
            name = {"light": "default", "dark": "slate"}[scheme]
            expect(view.locator("html")).to_have_attribute("data-md-color-scheme", name)
        found[width, scheme] = violations(view, options)
    assert found == {key: [] for key in found}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_with_the_menu_open(scheme, site, sample, page):
    view = page(site.url + sample["event"], viewport=(360, 740), color_scheme=scheme, reduced_motion="reduce")
    view.locator(".tl-menu summary").click()
    expect(view.locator(".tl-menu a").first).to_be_visible()
    assert violations(view, MORE) == []


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1440, "light")])
def test_no_violation_in_the_search(width, scheme, site, sample, page):
    view = page(site.url + sample["event"], viewport=(width, 800), color_scheme=scheme, reduced_motion="reduce")
    view.locator(".tl-search-button").click()
    view.keyboard.insert_text("treaty")
    expect(view.locator(".md-search-result__link").first).to_be_visible()
    assert violations(view, {}) == []


def test_no_violation_without_the_script(site, sample, page):
    """axe needs a script itself; so what the pages' own scripts would do is taken away instead."""
    view = page(site.url)
    view.route("**/*.js", lambda route: route.abort())
    for kind in ("home", "event", "era"):
        page.problems.clear()
        view.goto(site.url + sample[kind])
        assert violations(view, {}) == []
    page.problems.clear()


def test_no_violation_in_the_page_for_lost_readers(placed, page):
    view = page(placed.url + "no/such/page/", allow=["404"], reduced_motion="reduce")
    expect(view.locator("h1")).to_have_text("There is no page at this address")
    assert view.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith('"Timeline Serif"')
    assert violations(view, MORE) == []
