"""What axe cannot see of WCAG 2.2: that the focus shows and goes in order, targets are large enough, pages reflow."""

import pytest

from harness import axe_violations

CHOSEN = "1799-brumaire"
PAGES = {
    "panel": f"?event={CHOSEN}&from=1796&to=1804",
    "list": "?view=list&from=1796&to=1804",
    "event": f"events/{CHOSEN}/",
    "era": "eras/collapse/",
    "map": "map/",
    "figures": "figures/",
    "sources": "sources/",
    "licences": "about/licences/",
    "embed": "embed/",
}
NARROW = (320, 256)
"""1280 by 1024 at 400 %."""

FOCUSED = """() => {
  const on = document.activeElement;
  if (!on || on === document.body) return null;
  const node = on.closest("[data-md-component=palette]") || on; /* Material shows the label of the next choice there */
  const boxes = Array.from(node.getClientRects()).filter(box => box.width && box.height);
  const shown = boxes.some(box => [.1, .3, .5, .7, .9].some(x => [.1, .3, .5, .7, .9].some(y => {
    const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    return top && (node.contains(top) || top.contains(node) || (node.labels && [...node.labels].some(l => l.contains(top))));
  })));
  const all = [...document.querySelectorAll("*")];
  return { at: all.indexOf(on), shown, name: node.outerHTML.slice(0, 120) };
}"""

SMALL = """(excused) => {
  const targets = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter(node => node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !node.disabled)
    .filter(node => node.matches("a, button, input, select, textarea, summary") && node.type !== "checkbox" && node.type !== "radio")
    .map(node => ({ node, box: node.getBoundingClientRect() })).filter(({ box }) => box.width > 1 && box.height > 1);
  const inText = node => getComputedStyle(node).display === "inline" && [...node.parentNode.childNodes]
    .some(other => other !== node && other.textContent.trim());
  const small = targets.filter(({ node, box }) => (box.width < 24 || box.height < 24) && !inText(node) && !node.closest(excused));
  return small.filter(({ node, box }) => targets.some(other => {
    if (other.node === node || node.contains(other.node) || other.node.contains(node)) return false;
    const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2, b = other.box;
    const dx = Math.max(b.left - x, 0, x - b.right), dy = Math.max(b.top - y, 0, y - b.bottom);
    return Math.hypot(dx, dy) < 12;
  })).map(({ node, box }) => `${Math.round(box.width)}x${Math.round(box.height)} ${node.outerHTML.slice(0, 120)}`);
}"""

ESSENTIAL = ".tv-links, .tv-eras, .tl-overview__year, .tl-strip__eras, .tl-map, .tv-strip"
"""Axes and maps: where a mark stands is the information, and a list beside holds the same, large (WCAG 2.5.8)."""


def opened(page, site, path, **options):
    view = page(site.url + path, reduced_motion="reduce", **options)
    if "timeline-view" in view.content():
        view.wait_for_function("!!document.querySelector('.tv-ui')")
    return view


@pytest.mark.parametrize("name", PAGES)
def test_pages_reflow_at_400_percent(page, site, name):
    view = opened(page, site, PAGES[name], viewport=NARROW)

    assert view.evaluate("document.documentElement.scrollWidth") <= NARROW[0]


@pytest.mark.parametrize("size", [(320, 640), (1280, 800)], ids=str)
@pytest.mark.parametrize("name", ["panel", "list", "event", "map", "sources"])
def test_the_focus_shows_and_goes_in_the_order_of_the_page(page, site, name, size):
    view = opened(page, site, PAGES[name], viewport=size)
    assert view.evaluate("[...document.querySelectorAll('[tabindex]')].filter(node => node.tabIndex > 0).length") == 0
    seen = []
    for _ in range(45):
        view.keyboard.press("Tab")
        found = view.evaluate(FOCUSED)
        if not found:
            break
        seen.append(found)

    assert len(seen) > 10
    assert [stop["name"] for stop in seen if not stop["shown"]] == []
    order = [stop["at"] for stop in seen]
    assert order == sorted(order)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_targets_are_large_enough_or_stand_apart(page, site, name, width):
    """Those too that keys do not reach (tabindex=-1), which axe leaves out."""
    view = opened(page, site, PAGES[name], viewport=(width, 800), has_touch=width == 320)

    assert view.evaluate(SMALL, ESSENTIAL) == []


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_in_forced_colours(page, site, name):
    view = opened(page, site, PAGES[name], viewport=(1280, 900), forced_colors="active")

    found = axe_violations(view, None, {"rules": {"color-contrast": {"enabled": False}}})

    assert [(one["id"], [node["target"] for node in one["nodes"]][:2]) for one in found] == []


@pytest.mark.parametrize("width", [320, 1280])
def test_the_focus_that_leaves_the_search_is_not_behind_it(page, site, width):
    view = opened(page, site, "", viewport=(width, 640), has_touch=width == 320)
    view.keyboard.press("/")
    view.wait_for_function("document.activeElement.closest('[data-search]')")
    view.keyboard.insert_text("na")
    view.wait_for_function("!!document.querySelector('.tl-found__more')")
    small = view.evaluate(SMALL, ESSENTIAL)
    seen = []
    while view.evaluate("!!document.activeElement.closest('[data-search]')"):
        view.keyboard.press("Tab")
        seen.append(view.evaluate(FOCUSED))

    assert [one for one in small if "tl-found" in one] == []
    assert 5 < len(seen) < 60 and [stop["name"] for stop in seen if not stop["shown"]] == []
    assert not view.locator("#__search").is_checked()
