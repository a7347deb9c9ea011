"""Links of a built site: which lead somewhere, which do not, and what is no link at all."""

import pytest

from timeline.website.link_check import check


def said(tmp_path, html, name="a/index.html", files=("index.html", "b/index.html", "b/c.css", "é/ü b.txt")):
    for file in files:
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('<p id="top">', encoding="utf-8")
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html, encoding="utf-8")
    return [f"{problem.path} {problem.code} {problem.message}" for problem in check(tmp_path)]


@pytest.mark.parametrize(
    "address",
    [
        "../",
        "..",
        "./",
        "",
        "#here",
        "index.html",
        "../index.html",
        "../b/",
        "../b/index.html#top",
        "../b/#top",
        "../b/../b/",
        "../b/c.css",
        "../b/c.css#no-page",
        "../b/?query=1#top",
        "../%C3%A9/%C3%BC%20b.txt",
        "../é/ü b.txt",
        "https://example.org/nothing",
        "//example.org/nothing",
        "mailto:a@example.org",
        "data:,",
        "tel:1",
    ],
)
def test_address_that_leads_somewhere_passes(address, tmp_path):
    assert said(tmp_path, f'<a id="here" href="{address}">') == []


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("../c/", "broken-link leads to no file"),
        ("../b", "broken-link leads to no file"),
        ("../../", "broken-link leads to no file"),
        ("/", "broken-link leads to no file"),
        ("/b/", "broken-link leads to no file"),
        ("../B/", "broken-link leads to no file"),
        ("#there", "broken-anchor leads to no id on that page"),
        ("../b/#bottom", "broken-anchor leads to no id on that page"),
    ],
)
def test_address_that_leads_nowhere_is_told(address, code, tmp_path):
    code, _, words = code.partition(" ")

    assert said(tmp_path, f'<a id="here" href="{address}">') == [f'a/index.html {code} "{address}" {words}']


@pytest.mark.parametrize(
    "html", ['<img src="x.png">', "<img src='x.png'>", "<img src=x.png>", '<script src="x.png"></script>']
)
def test_every_way_to_write_a_link_is_read(html, tmp_path):
    assert said(tmp_path, html) == ['a/index.html broken-link "x.png" leads to no file']


@pytest.mark.parametrize(
    "html",
    [
        '<!-- <a href="x"> -->',
        "<script>\"<a href='x'>\"</script>",
        '<style>a[href="x"] {}</style>',
        '<p>Write href="x" and id="top" id="top" here.</p>',
        '<p title="a > href=x">b</p>',
        '<p data-href="x">b</p>',
    ],
)
def test_what_is_no_link_is_none(html, tmp_path):
    assert said(tmp_path, html) == []


def test_entities_in_addresses_are_read(tmp_path):
    assert said(tmp_path, '<a id="a&amp;b" href="#a&amp;b">') == []


def test_an_id_may_stand_once_a_page(tmp_path):
    expected = ['a/index.html doubled-id the id "x" stands 2 times']

    assert expected == said(tmp_path, "<p id=x><p id='x'><p id=\"y\">")


def test_one_broken_link_is_told_once_a_page(tmp_path):
    assert len(said(tmp_path, '<a href="x"></a><a href="x"></a>')) == 1


def test_the_page_for_what_is_not_found_is_let_be(tmp_path):
    """Its links start at the site's root, which only the server knows."""
    assert said(tmp_path, '<a href="/b/">', name="404.html") == []


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ('<p onclick="x()">', "script-in-page"),
        ("<img src=b.png ONERROR=x>", "script-in-page"),
        ('<a href=" JavaScript:x">', "script-in-page"),
        ('<a href="&#106;avascript:x">', "script-in-page"),
        ('<img src="https://example.org/a.png">', "third-party"),
        ('<script src="//example.org/a.js"></script>', "third-party"),
        ('<video poster="http://example.org/a.png">', "third-party"),
        ('<pre class="mermaid">', "third-party"),
    ],
)
def test_what_runs_or_loads_from_elsewhere_is_told_however_it_got_in(html, code, tmp_path):
    assert any(f" {code} " in line for line in said(tmp_path, html))
