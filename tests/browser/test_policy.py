"""The policy of pages, in a browser: what the site brings runs on every page, and what it did not bring does not."""

import re
from urllib.parse import quote, urljoin

import pytest

import crawl

WATCH = """
window.__refused = [];
document.addEventListener('securitypolicyviolation', event =>
  window.__refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""


def addresses(site):
    """The first two pages of each kind, and all that are alone of their kind."""
    seen = {}
    for path in sorted(site.directory.rglob("*.html")):
        name = path.relative_to(site.directory).as_posix()
        kind = re.sub(r"^(\w+)/[^/]+/", r"\1/ID/", name)
        seen.setdefault(kind, []).append(name.removesuffix("index.html"))
    return [name for names in seen.values() for name in names[:2]]


def test_no_page_of_any_kind_asks_for_what_its_policy_refuses(site, page):
    opened = page(site.url)
    opened.add_init_script(WATCH)
    refused = {}
    for name in addresses(site):
        path = site.directory / name
        html = (path if path.is_file() else path / "index.html").read_text(encoding="utf-8")
        if name == "404.html" or "http-equiv=refresh" in html or 'http-equiv="refresh"' in html:
            continue
        opened.goto(urljoin(site.url, name))
        found = opened.evaluate("window.__refused")
        if found:
            refused[name] = found

    assert refused == {}


def test_a_script_that_the_site_did_not_bring_does_not_run(site, page):
    opened = page(site.url)

    def spoiled(route):
        answer = route.fetch()
        harm = "<script>window.harmed = 1</script><img src=x onerror='window.harmed = 2'><a id=lure href='javascript:harmed=3'>x</a>"
        route.fulfill(response=answer, body=answer.text().replace("</main>", f"{harm}</main>"))

    opened.route("**/events/", spoiled)
    opened.goto(urljoin(site.url, "events/"))
    opened.evaluate("document.querySelector('#lure').click()")

    assert opened.evaluate("window.harmed") is None
    assert sum("Content Security Policy" in problem for problem in page.problems) >= 3
    page.problems.clear()


def test_nothing_is_loaded_from_another_site_even_if_a_page_asks(site, page):
    opened = page(site.url)
    stopped = {}
    opened.on("requestfailed", lambda request: stopped.update({request.url: request.failure}))
    opened.route(
        "**/events/",
        lambda route: route.fulfill(
            response=(answer := route.fetch()),
            body=answer.text().replace(
                "</main>",
                "<img src='http://localhost:9/a.png'><iframe src='http://localhost:9/b'></iframe>"
                "<link rel=stylesheet href='http://localhost:9/c.css'></main>",
            ),
        ),
    )

    opened.goto(urljoin(site.url, "events/"))

    assert {url[-5:]: reason for url, reason in stopped.items() if "localhost:9" in url} == {
        "a.png": "csp",
        "c.css": "csp",
    }
    page.problems.clear()


NATIVE = """() => Object.getOwnPropertyNames(window).flatMap(name => {
  const is = made => typeof made !== "function" || /\\[native code\\]/.test(Function.prototype.toString.call(made));
  const made = Object.getOwnPropertyDescriptor(window, name).value;
  if (typeof made !== "function" || !is(made) || !made.prototype) return [];
  const parts = Object.entries(Object.getOwnPropertyDescriptors(made.prototype));
  return parts.filter(([, part]) => ![part.value, part.get, part.set].every(is)).map(([part]) => `${name}.${part}`);
})"""


def test_nothing_of_the_browser_is_changed(site, page):
    opened = page(site.url)
    opened.locator(".tl-search-button").click()
    opened.locator(".md-search__input").fill("peace")
    opened.locator(".md-search-result__link").first.wait_for()

    assert opened.evaluate(NATIVE) == []
    opened.evaluate("Element.prototype.harmed = () => 1")
    assert opened.evaluate(NATIVE) == ["Element.harmed"]


def test_links_to_other_sites_tell_them_nothing(site):
    for name in addresses(site):
        path = site.directory / name / "index.html" if not name.endswith(".html") else site.directory / name
        html = path.read_text(encoding="utf-8")
        for tag in re.findall(r"<a\b[^>]*\bhref=\"?https?://[^>]*>", html):
            assert "noreferrer" in tag, (name, tag)
        assert "no-referrer" in html


@pytest.mark.parametrize("name", ["_headers", "headers.nginx.conf"])
def test_servers_find_the_policy_in_files(site, name):
    text = (site.directory / name).read_text(encoding="utf-8")

    assert "script-src 'self' 'sha256-" in text
    assert "no-referrer" in text
    assert not re.search(r"script-src[^;]*unsafe", text)


ENDLESS = [
    "peace~9 " * 400,
    "a" * 50_000,
    "*" * 3_000,
    '+a -b ^9 ~8 "' * 900,
    "(" * 5_000,
    "\\" * 5_000,
    "\u0300" * 9_000,
]


@pytest.mark.parametrize("words", ENDLESS, ids=range(len(ENDLESS)))
def test_no_words_in_an_address_hold_the_page(site, page, words):
    """Neither the search nor the timeline's filter, nor an embed; what is asked is what people could have meant."""
    for path in (
        f"?q={quote(words)[:60_000]}",
        f"?find={quote(words)[:60_000]}",
        f"embed/?find={quote(words)[:60_000]}",
    ):
        opened = page(site.url + path, allow=["414"])
        assert opened.evaluate("1 + 1") == 2


def test_an_address_asks_with_words_alone(site, page):
    """Signs that another search took for commands, which never ended, are nothing here."""
    opened = page(site.url + "?q=waterloo~6%20campaign~9")

    opened.wait_for_function("/[0-9]|No/.test(document.querySelector('.md-search-result__meta').textContent)")


def test_a_crawl_tells_of_each_page_what_it_complains_of(site, browser, tmp_path, serve):
    """`make crawl` opens every page of a site; here it is one that is well, and one that is not."""
    assert crawl.crawl(browser, site.url, ["about/licences/"]) == []

    policy = f'<meta http-equiv=Content-Security-Policy content="{crawl.headers(site.directory)["Content-Security-Policy"]}">'
    harm = "<script>alert(1)</script><script src=alert.js></script><img src=https://example.org/x>"
    (tmp_path / "a.html").write_text(f"<!doctype html><title>A</title>{policy}{harm}", encoding="utf-8")
    (tmp_path / "alert.js").write_text("alert(2)", encoding="utf-8")
    (tmp_path / "404.html").write_text("<!doctype html><title>B</title><link rel=icon href=data:,>", encoding="utf-8")

    told = "\n".join(crawl.crawl(browser, serve(tmp_path), ["a.html"]))

    assert all(word in told for word in ("refused: script-src-elem inline", "refused: img-src https", "dialog: 2"))
