"""Ways through the site: citations and back, the skip link, focus, sub-paths, files."""

import re

import pytest
from playwright.sync_api import expect


def test_a_citation_leads_to_its_source_and_back(site, sample, page):
    view = page(site.url + sample["event"])
    mark = view.locator(".tl-prose [role=doc-noteref]").last
    href, id_ = mark.get_attribute("href"), mark.get_attribute("id")
    mark.click()
    entry = view.locator(f'li[id="{href.partition("#")[2]}"]')
    expect(entry).to_be_in_viewport()
    assert view.url.endswith(href.partition("#")[2])
    shade = "node => getComputedStyle(node).backgroundColor"
    assert entry.evaluate(shade) != view.locator(".tl-sources > li:not(:target)").first.evaluate(shade)
    entry.locator(f'a[href$="#{id_}"]').click()
    expect(mark).to_be_in_viewport()
    view.go_back()
    expect(entry).to_be_in_viewport()


@pytest.mark.parametrize("kind", ["home", "event", "people", "about"])
def test_the_first_stop_skips_the_header(kind, site, sample, page):
    view = page(site.url + sample[kind])
    view.keyboard.press("Tab")
    skip = view.locator(".md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    expect(skip).to_have_css("opacity", "1")
    view.keyboard.press("Enter")
    view.keyboard.press("Tab")
    assert view.evaluate("!!document.activeElement.closest('main')"), "the next stop is still in the header"


# The stop as it shows itself: an invisible radio button shows its focus on its label.
STOP = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const seen = node.matches(".md-option") ? [...node.parentNode.querySelectorAll("label")].find(l => !l.hidden) : node;
  const style = getComputedStyle(seen), box = seen.getBoundingClientRect();
  const inside = node.closest("[class*=tl-], [class*=md-]"), clear = "rgba(0, 0, 0, 0)";
  return { name: node.tagName + " in " + (inside ? inside.className : "") + ": " + node.textContent.trim().slice(0, 30),
    outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && style.outlineColor !== clear,
    shown: box.width > 0 && box.height > 0 && style.visibility === "visible" && box.bottom > 0 && box.top < innerHeight
      && box.right > 0 && box.left < innerWidth };
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", ["home", "event", "sources"])
def test_focus_is_visible_at_every_stop(kind, width, site, sample, page):
    view = page(site.url + sample[kind], viewport=(width, 800), reduced_motion="reduce")
    stops = []
    for _ in range(70):
        view.keyboard.press("Tab")
        stop = view.evaluate(STOP)
        if stop is None:
            break
        stops.append(stop)
    assert len(stops) > 25
    assert [stop["name"] for stop in stops if not stop["shown"]] == []
    assert [stop["name"] for stop in stops if not stop["outline"]] == []


LINKS = (
    ".tl-wordmark",
    ".tl-sections a >> nth=1",
    ".tl-crumbs a >> nth=0",
    ".tl-chip >> nth=0",
    ".tl-prose [role=doc-noteref] >> nth=0",
    ".tl-sources [role=doc-backlink] >> nth=0",
    ".tl-ref__meta a >> nth=0",
    ".tl-plain a >> nth=0",
    ".tl-strip__eras a >> nth=0",
    ".tl-prevnext a >> nth=0",
    ".tl-footer a >> nth=0",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_changes_the_picture(scheme, site, sample, page):
    """Not only in the computed style: the ring is painted, and nothing covers or cuts it off."""
    view = page(site.url + sample["event"], color_scheme=scheme, reduced_motion="reduce")
    view.keyboard.press("Shift")  # so that the browser knows that keys are in use
    for selector in LINKS:
        link = view.locator(selector)
        link.scroll_into_view_if_needed()
        box = link.bounding_box()
        clip = {"x": box["x"] - 6, "y": box["y"] - 6, "width": box["width"] + 12, "height": box["height"] + 12}
        before = view.screenshot(clip=clip)
        link.evaluate("node => node.focus({ preventScroll: true })")
        assert view.screenshot(clip=clip) != before, selector


def test_the_header_marks_the_section(site, sample, page):
    view = page(site.url + sample["era"])
    current = view.locator(".tl-sections [aria-current]")
    expect(current).to_have_text("Eras")
    assert current.get_attribute("aria-current") == "true"
    view.goto(site.url + "eras/")
    expect(current).to_have_attribute("aria-current", "page")
    view.goto(site.url)
    expect(current).to_have_text("Timeline")


def test_no_single_key_leaves_the_page(site, page):
    """WCAG 2.1.4: whoever dictates types letters by accident."""
    view = page(site.url)
    for key in ("n", "p", ".", ","):
        view.keyboard.press(key)
    view.wait_for_timeout(200)
    assert view.url == site.url


def test_the_site_works_below_a_path(site, sample, page):
    """The fixture serves it at /sub/; one click to each section, and no request that fails."""
    view = page(site.url + sample["event"])
    for name in view.locator(".tl-sections a").all_inner_texts():
        view.locator(".tl-sections").get_by_role("link", name=name, exact=True).click()
        assert view.url.startswith(site.url)
        expect(view.locator("h1")).to_be_visible()


def test_the_site_works_from_files(site, sample, page):
    view = page((site.directory / "index.html").as_uri())
    ours = "getComputedStyle(document.querySelector('h1')).fontFamily"
    assert view.evaluate(ours).startswith('"Timeline Serif"')
    view.locator(".tl-moments a").first.click()
    view.wait_for_url(re.compile(r"/events/[^/]+/index\.html$"))
    assert view.evaluate(ours).startswith('"Timeline Serif"')
    expect(view.locator(".tl-search-button")).to_be_visible()  # test_offline_copy.py searches
    view.locator(".tl-prose [role=doc-noteref]").first.click()
    expect(view.locator("#source-1")).to_be_in_viewport()
    view.locator(".tl-sections").get_by_role("link", name="Eras").click()
    view.wait_for_url(re.compile(r"/eras/index\.html$"))
    expect(view.locator(".tl-sections [aria-current]")).to_have_text("Eras")


@pytest.mark.slow
def test_the_site_names_its_own_addresses(placed):
    """Where the address is known: canonical links and the sitemap hold it, and the sitemap holds every page."""
    sitemap = (placed.directory / "sitemap.xml").read_text(encoding="utf-8")
    listed = set(re.findall(r"<loc>(.*?)</loc>", sitemap))
    pages = set()
    for path in placed.directory.rglob("index.html"):
        text = path.read_text(encoding="utf-8")
        address = placed.url + path.parent.relative_to(placed.directory).as_posix().removeprefix(".")
        address = address.rstrip("/") + "/"
        if "noindex" in text:
            continue
        pages.add(address)
        assert f'<link rel="canonical" href="{address}">' in text, path
    assert listed == pages


def test_a_lost_reader_finds_the_way(placed, page):
    """At any depth, and below a path: the page for lost readers has its styles and its links."""
    view = page(placed.url + "events/no-such/thing/", allow=["404"])
    assert view.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith('"Timeline Serif"')
    view.get_by_role("link", name="all events in order of time").click()
    expect(view).to_have_url(placed.url + "events/")


@pytest.mark.parametrize("path", ["nothing", "events/no-such/thing/"])
def test_a_lost_reader_finds_the_way_in_a_site_that_does_not_know_its_address(path, site, page):
    """It lies below a path that no build was told."""
    view = page(site.url + path, allow=["404"])
    view.wait_for_function("document.querySelector('main a').pathname === '/sub/'")
    view.get_by_role("link", name="all events in order of time").click()
    expect(view).to_have_url(site.url + "events/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_for_lost_readers_needs_no_file_of_the_site(scheme, site, page):
    """Without script and styles it still looks like a page: a column, its own colours, readable letters."""
    view = page(site.url + "no/such/page", javascript=False, color_scheme=scheme, viewport=(1280, 800), allow=["404"])
    box = view.locator("main").bounding_box()
    colours = view.evaluate("[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]")

    assert 500 < box["width"] < 700
    assert (
        colours
        == {
            "light": ["rgb(251, 250, 246)", "rgb(28, 29, 33)"],
            "dark": ["rgb(21, 23, 27)", "rgb(233, 231, 225)"],
        }[scheme]
    )
