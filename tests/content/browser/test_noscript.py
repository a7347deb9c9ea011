"""Without JavaScript every page is complete: all is readable, nothing is offered that does not work."""

import pytest
from playwright.sync_api import expect

from harness import REPO
from samples import KINDS

PAPER = (
    ".tl-cardsheet--backs",
    ".tl-compare__settle",
    ".tl-lines",
    ".tl-name",
    ".tl-notes",
    ".tl-order__box",
    ".tl-order__why",
    ".tl-qr-small",
)
"""Parts of a classroom pack that only paper shows: lines to write on, backs of cards."""

DRAWN = ".tl-figure:has(.tl-chart__name) .tl-legend li:not(:has(.tl-note))"
"""Names of lines that wide screens show in the chart itself, where each line ends."""


@pytest.mark.parametrize("kind", KINDS)
def test_everything_is_readable(kind, site, sample, page):
    view = page(site.url + sample[kind], javascript=False)
    for control in (".tl-search-button", ".md-search", ".md-header__option", ".tv-ui"):
        for found in view.locator(control).all():
            expect(found).to_be_hidden()
    expect(view.locator("h1")).to_be_visible()
    folded = ", ".join(f"{part}, {part} *" for part in ("details:not([open]) > :not(summary)", *PAPER, DRAWN))
    texts = view.locator(f"main :is(p, li, dd, td, h2, h3):not({folded})")
    unseen = "nodes => nodes.filter(n => n.textContent.trim() && !n.checkVisibility({ visibilityProperty: true }))"
    assert texts.count() >= 2
    assert texts.evaluate_all(unseen + ".map(n => n.tagName + '.' + n.className)") == []


def test_what_a_legend_leaves_out_stands_in_its_chart(site, page):
    view = page(site.url + "figures/", javascript=False)
    drawn = "nodes => nodes.map(n => [n.textContent, n.closest('figure').querySelector('svg').textContent])"
    pairs = view.locator(DRAWN).evaluate_all(drawn)
    assert len(pairs) > 5
    for name, chart in pairs:
        assert [word for word in name.split() if word not in chart] == [], name


def test_the_whole_chronology_is_on_the_home_page(site, page):
    view = page(site.url, javascript=False)
    events = sum(1 for _ in (REPO / "events").glob("*.yaml"))
    items = view.locator(".tl-item")
    expect(items).to_have_count(events)
    expect(items.first).to_be_visible()
    expect(items.last).to_be_visible()


def test_the_menu_opens_on_a_phone(site, sample, page):
    view = page(site.url + sample["event"], javascript=False, viewport=(360, 740))
    link = view.locator(".tl-menu").get_by_role("link", name="Eras")
    expect(link).to_be_hidden()
    view.locator(".tl-menu summary").click()
    expect(link).to_be_visible()
    link.click()
    expect(view.locator("h1")).to_have_text("Eras")


def test_the_menu_is_open_to_the_keyboard(site, page):
    view = page(site.url + "about/", javascript=False, viewport=(360, 740))
    for _ in range(6):
        view.keyboard.press("Tab")
        if view.locator(".tl-menu summary:focus").count():
            break
    view.keyboard.press("Enter")
    expect(view.locator(".tl-menu").get_by_role("link", name="Eras")).to_be_visible()


def test_citations_work(site, sample, page):
    view = page(site.url + sample["event"], javascript=False)
    view.locator(".tl-prose [role=doc-noteref]").first.click()
    assert view.url.endswith("#source-1")
    expect(view.locator("#source-1")).to_be_in_viewport()
