"""A browser that keeps nothing: search and the choice of colours work without a memory."""

import pytest
from playwright.sync_api import expect

REFUSED = """for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, {
  configurable: true, get() { %s } })"""


@pytest.mark.parametrize("how", ['throw new DOMException("refused", "SecurityError")', "return null"])
def test_search_and_colours_work_where_storage_is_refused(site, serve, page, how):
    tab = page("about:blank", allow=["another origin"], fresh=True)
    tab.context.add_init_script(REFUSED % how)
    tab.goto(serve(site.directory) if not site.url else site.url)

    expect(tab.locator("[data-md-component=palette] label:visible")).to_have_count(1)
    tab.locator("[data-search-open]").first.click()
    tab.locator("[data-search] input").fill("napoleon")
    expect(tab.locator(".md-search-result__meta")).to_contain_text("found")
