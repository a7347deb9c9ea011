"""Pages fit their window at any width and zoom, show our fonts, and obey what readers have set in their system."""

import pytest

from samples import KINDS

# Every element that shows text of its own and reaches out of the window, or is cut off within its own box.
OUTSIDE = """() => {
  const found = [], wide = document.documentElement.clientWidth;
  for (const node of document.querySelectorAll("body *")) {
    const own = [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim());
    const box = node.getBoundingClientRect(), style = getComputedStyle(node);
    if (!own || !box.width || style.visibility === "hidden" || node.closest(IGNORED)) continue;
    let scrolls = node.parentElement;
    while (scrolls && !/auto|scroll/.test(getComputedStyle(scrolls).overflowX)) scrolls = scrolls.parentElement;
    if (!scrolls && (box.right > wide + 1 || box.left < -1)) found.push(node.tagName + "." + node.className);
    const cut = /hidden|clip/.test(style.overflowX) && style.textOverflow !== "ellipsis";
    if (cut && node.scrollWidth > node.clientWidth + 1)
      found.push("cut off: " + node.tagName + "." + node.className);
  }
  return found;
}"""
# For screen readers only; the axes of the timeline, whose labels end in dots; what is parked outside until opened.
IGNORED = (
    ".tl-strip__eras, .tl-balance caption, .tl-bars thead, .tv-help, .tv-eras, .tv-links, .md-search, .md-skip, "
    ".tl-spot__count"
)


def outside(view):
    return view.evaluate(OUTSIDE.replace("IGNORED", repr(IGNORED)))


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_scrolls_sideways(kind, site, sample, page):
    """320 px is 1280 px at 400 %, which WCAG 1.4.10 asks for."""
    view = page(site.url + sample[kind], viewport=(320, 640))
    for width in (320, 360, 768, 1440):
        view.set_viewport_size({"width": width, "height": 800})
        assert view.evaluate("document.documentElement.scrollWidth") <= width, width
        assert outside(view) == [], width


@pytest.mark.parametrize("kind", ["home", "event", "era", "source"])
def test_text_at_twice_the_size_fits(kind, site, sample, page):
    """A reader's larger font, not zoom: the window stays as wide as it is."""
    view = page(site.url + sample[kind], viewport=(640, 900))
    view.add_style_tag(content="html { font-size: 250% !important; }")
    view.wait_for_function("document.documentElement.scrollWidth <= 640")  # the timeline draws itself anew
    assert outside(view) == []


@pytest.mark.parametrize("kind", ["event", "disputes"])
def test_readers_own_spacing_cuts_nothing_off(kind, site, sample, page):
    """WCAG 1.4.12."""
    view = page(site.url + sample[kind], viewport=(360, 900))
    style = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"
    view.add_style_tag(content=style + " p { margin-bottom: 2em !important; }")
    assert view.evaluate("document.documentElement.scrollWidth") <= 360
    assert outside(view) == []


def fonts(view, selector):
    """The fonts that draw the text of the first element that matches."""
    session = view.context.new_cdp_session(view)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    assert node, selector
    drawn = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {(font["familyName"], font["isCustomFont"]) for font in drawn}


def assert_drawn_with(family, drawn):
    assert drawn and all(name.startswith(family) and ours for name, ours in drawn), drawn


def test_belarusian_and_extended_latin_letters_come_from_our_fonts(site, sample, page):
    view = page(site.url + sample["person"])
    view.evaluate("document.fonts.ready.then(() => true)")
    for selector in ('.tl-names dd[lang="be"]', '.tl-names dd[lang="ru"]', ".tl-wordmark__sub"):
        assert_drawn_with("Timeline Sans", fonts(view, selector))
    view.evaluate("document.querySelector('h1').textContent = 'Ўладзімір і Łukasz Šuškievič – №ґё'")
    view.wait_for_function("document.fonts.status === 'loaded'")
    assert_drawn_with("Timeline Serif", fonts(view, "h1"))


def test_a_page_loads_only_the_fonts_that_it_shows(site, page):
    loaded = []
    view = page("about:blank", fresh=True)
    view.context.on("request", lambda request: loaded.append(request.url))
    page.problems.clear()
    view.goto(site.url + "about/", wait_until="networkidle")
    faces = [url for url in loaded if url.endswith(".woff2")]
    assert 2 <= len(faces) <= 6, faces
    page.problems.clear()


MOVING = """() => [...document.querySelectorAll("*")].filter(node => ["", "::before", "::after"].some(part => {
  const style = getComputedStyle(node, part || null);
  const zero = list => list.split(", ").every(one => parseFloat(one) < .01);
  return (style.animationName !== "none" && !zero(style.animationDuration)) || !zero(style.transitionDuration)
    || style.scrollBehavior === "smooth";
})).map(node => node.tagName + "." + node.className)"""


@pytest.mark.parametrize("kind", ["home", "event"])
def test_reduced_motion_stops_all_motion(kind, site, sample, page):
    assert page(site.url + sample[kind]).evaluate(MOVING) != []
    assert page(site.url + sample[kind], reduced_motion="reduce").evaluate(MOVING) == []


# How unlike the paper the least readable text is, as a WCAG contrast ratio of what forced colours really paint.
FORCED = """() => {
  const rgb = colour => colour.match(/[\\d.]+/g).map(Number);
  const part = value => (value /= 255) <= .03928 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => .2126 * part(r) + .7152 * part(g) + .0722 * part(b);
  const plate = document.createElement("i");
  plate.style.cssText = "position: absolute; width: 1px; background: Canvas";
  document.body.append(plate);
  const ground = node => {
    if (getComputedStyle(node).forcedColorAdjust !== "none") node = plate;  // painted right behind the letters
    for (; node; node = node.parentElement) {
      const [r, g, b, a = 1] = rgb(getComputedStyle(node).backgroundColor);
      if (a > 0) return [r, g, b];
    }
    return rgb(getComputedStyle(plate).backgroundColor);
  };
  const low = [];
  for (const node of document.querySelectorAll("body *")) {
    const own = [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim());
    if (!own || node.getBoundingClientRect().width < 2 || getComputedStyle(node).visibility === "hidden") continue;
    const [a, b] = [light(rgb(getComputedStyle(node).color)), light(ground(node))];
    if ((Math.max(a, b) + .05) / (Math.min(a, b) + .05) < 4.5) low.push(node.tagName + "." + node.className);
  }
  return low;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["home", "event", "era", "sources"])
def test_forced_colours_leave_text_readable(kind, scheme, site, sample, page):
    """Also with the other scheme chosen by hand: forced colours win over both."""
    view = page(site.url + sample[kind], color_scheme=scheme, forced_colors="active")
    other = {"light": "slate", "dark": "default"}[scheme]
    assert view.evaluate("matchMedia('(forced-colors: active)').matches")
    assert view.evaluate(FORCED) == []
    view.evaluate("scheme => document.documentElement.setAttribute('data-md-color-scheme', scheme)", other)
    assert view.evaluate(FORCED) == []


def test_forced_colours_keep_boxes_and_marks_apart(site, sample, page):
    view = page(site.url + sample["event"], forced_colors="active")
    for selector in (".tl-dispute li", ".tl-strip__eras li", ".tl-bar", ".tl-chip", ".tl-search-button", ".tl-head"):
        widths = view.locator(selector).first.evaluate(
            "node => ['Top', 'Bottom'].map(side => parseFloat(getComputedStyle(node)['border' + side + 'Width']))"
        )
        assert max(widths) >= 1, selector
    paper = view.evaluate("getComputedStyle(document.body).backgroundColor")
    here = view.locator(".tl-strip__eras li.is-here").first
    assert here.evaluate("node => getComputedStyle(node).backgroundColor") != paper
    lines = view.locator(".tl-sections a:not([aria-current])").evaluate_all(
        "nodes => nodes.map(node => getComputedStyle(node).borderBottomColor)"
    )
    assert set(lines) == {paper}, "every section looks like the current one"


def test_dark_is_dark_from_the_first_picture(site, page):
    view = page(site.url + "about/", color_scheme="dark")
    red, green, blue = view.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert max(red, green, blue) < 64
