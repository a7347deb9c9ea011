"""A browser that keeps nothing: search and the choice of colours work without a memory."""

from playwright.sync_api import expect

REFUSE = """for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, {
  configurable: true, get() { throw new DOMException("refused", "SecurityError") } })"""


def test_search_and_colours_work_where_storage_is_refused(site, serve, page):
    tab = page("about:blank", allow=["another origin"])
    tab.context.add_init_script(REFUSE)
    tab.goto(serve(site.directory) if not site.url else site.url)

    expect(tab.locator("[data-md-component=palette] label:visible")).to_have_count(1)
    tab.locator("[data-search-open]").first.click()
    tab.locator("[data-search] input").fill("napoleon")
    expect(tab.locator(".md-search-result__meta")).to_contain_text("found")
