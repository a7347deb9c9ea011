"""On paper: no controls, the addresses of sources written out, nothing cut off, on A4 and on Letter."""

import re

import pytest

import sheets

KINDS = ("event", "era", "source", "disputes", "home")
CONTROLS = [
    ".tl-tools",
    ".tl-sections",
    ".tl-menu",
    ".tl-prevnext",
    ".tl-crumbs",
    ".tl-edit",
    ".tl-sources__back",
    ".md-search",
    ".md-skip",
    ".md-header__option",
    ".tl-footer nav",
    ".tv-ui",
]
# Sheet -> width in CSS pixels between the margins of 16 mm that print.css sets.
SHEETS = {"A4": round((210 - 32) / 25.4 * 96), "Letter": round((215.9 - 32) / 25.4 * 96)}

# Ours only: whoever prints wants the address under a source, and the text, and nothing else.
CUT_OFF = """() => {
  const wide = document.documentElement.clientWidth, found = [], axis = ".tl-strip__eras, .tl-balance caption";
  for (const node of document.querySelectorAll("main *")) {
    const own = [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim());
    const box = node.getBoundingClientRect(), style = getComputedStyle(node);
    if (!own || !box.width || style.visibility === "hidden" || node.closest(axis)) continue;
    if (box.right > wide + 1 || box.left < -1) found.push("outside: " + node.tagName + "." + node.className);
    const [across, down] = [node.scrollWidth - node.clientWidth, node.scrollHeight - node.clientHeight];
    if (style.overflow !== "visible" && (across > 1 || down > 1))
      found.push("cut off: " + node.tagName + "." + node.className);
  }
  return found;
}"""

SHOWN = "nodes => nodes.filter(n => n.checkVisibility({ opacityProperty: true, visibilityProperty: true })).length"


def paper(page, url, **options):
    view = page(url, viewport=(SHEETS["A4"], 1000), **options)
    view.emulate_media(media="print")
    return view


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_cut_off(kind, site, sample, page):
    view = paper(page, site.url + sample[kind])
    for sheet, width in SHEETS.items():
        view.set_viewport_size({"width": width, "height": 1000})
        assert view.evaluate("document.documentElement.scrollWidth") <= width, sheet
        assert view.evaluate(CUT_OFF) == [], sheet


@pytest.mark.parametrize("kind", KINDS)
def test_no_control_is_printed(kind, site, sample, page):
    view = paper(page, site.url + sample[kind])
    for control in CONTROLS:
        assert view.locator(control).evaluate_all(SHOWN) == 0, control
    assert view.locator("button:visible, input:visible, select:visible, summary:visible").count() == 0
    assert view.locator("h1").is_visible()


def test_addresses_of_sources_are_written_out(site, sample, page):
    view = paper(page, site.url + sample["event"])
    written = "nodes => nodes.map(n => [n.getAttribute('href'), getComputedStyle(n, '::after').content])"
    links = view.locator('.tl-sources a[rel~="external"]').evaluate_all(written)
    assert links and [href for href, content in links if href not in content] == []


def test_every_event_of_the_list_is_printed(site, sample, page):
    """The timeline draws itself from the list and may hide it; paper has the list."""
    for kind in ("home", "era"):
        view = paper(page, site.url + sample[kind])
        items = view.locator(".tl-item")
        assert items.count() > 5
        assert items.evaluate_all(SHOWN) == items.count()
        assert items.evaluate_all("nodes => nodes.filter(n => n.offsetHeight < 20).length") == 0


def test_dark_pages_print_black_on_white(site, sample, page):
    view = paper(page, site.url + sample["event"], color_scheme="dark")
    for selector in ("h1", ".tl-prose p", ".tl-lead", ".tl-claim", "h2"):
        assert view.locator(selector).first.evaluate("node => getComputedStyle(node).color") == "rgb(0, 0, 0)", selector
    assert view.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize(("kind", "most"), [("event", 8), ("era", 14), ("source", 2), ("home", 40)])
def test_the_number_of_sheets_is_sane(kind, most, site, sample, page, tmp_path):
    """And the same on both sheets but for a few lines."""
    view = page(site.url + sample[kind])
    counts = {sheet: len(sheets.read(view.pdf(format=sheet), tmp_path)) for sheet in SHEETS}
    assert 1 <= counts["A4"] <= most, counts
    assert abs(counts["A4"] - counts["Letter"]) <= 1 + counts["A4"] // 8, counts


FOOT = re.compile(r"version of \d{4}-\d\d-\d\d .*?(\d+) of (\d+)$", re.MULTILINE)
HEADINGS = "h1, h2, h3, figcaption, dt, .tl-year__label, .tl-relation"


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("kind", ["event", "era", "source", "events", "story", "home", "about"])
def test_each_sheet_says_where_it_is_from_and_breaks_where_a_person_would(kind, sheet, placed, sample, page, tmp_path):
    """At its foot stand version, number and address; above them no heading without what it heads, and no text over text."""
    view = page(placed.url + sample[kind])
    view.emulate_media(media="print")
    headings = {" ".join(text.split()) for text in view.locator(HEADINGS).all_inner_texts()}
    printed = sheets.read(view.pdf(format=sheet), tmp_path)
    for number, side in enumerate(printed, 1):
        *text, foot, address = side.lines
        assert address == placed.url + sample[kind], number
        assert FOOT.search(foot).groups() == (str(number), str(len(printed)))
        assert text and " ".join(text[-1].split()) not in headings, (number, text[-1])
        assert side.outside() == [], number
        assert side.clashes() == [], number
