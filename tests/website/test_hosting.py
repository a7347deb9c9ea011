"""A server with the settings of docs/hosting.md: headers, compression, caching, what is not there, and a path."""

import gzip
import shutil
import urllib.error
import urllib.request

import pytest

import nginx

PLAIN = {"Accept-Encoding": "identity"}


@pytest.fixture(scope="module", params=["/", "/timelines/second/"], ids=["root", "path"])
def served(request, shared, tmp_path_factory):
    """The second timeline, compressed, behind nginx: its folder and its address."""
    root = tmp_path_factory.mktemp("hosting")
    folder = root / "srv" / request.param.strip("/")
    shutil.copytree(shared.site("waterloo").directory, folder, dirs_exist_ok=True)
    nginx.compress(folder)
    with nginx.serving(folder, root, request.param) as address:
        yield folder, address


def ask(url, **headers):
    """Return status, headers and body of an answer, whatever it is; follows no redirect."""
    opener = urllib.request.build_opener(Stay)
    try:
        with opener.open(urllib.request.Request(url, headers=headers)) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_arguments):
        return None


@pytest.mark.parametrize("path", ["", "events/1815-waterloo/", "no-such-page/"])
def test_pages_come_with_the_headers_of_the_file(path, served):
    _, headers, _ = ask(served[1] + path)

    assert "script-src 'self' 'sha256-" in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Permissions-Policy"] and headers["Cross-Origin-Opener-Policy"]
    assert headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("pattern", ["assets/site.css", "assets/site.js", "assets/fonts/sans-latin-normal.woff2"])
def test_what_is_no_document_comes_without_the_headers_of_documents(pattern, served):
    """They are a kilobyte in each of a dozen answers; a picture that is opened by itself is a document."""
    _, headers, _ = ask(served[1] + pattern)
    _, drawn, _ = ask(served[1] + "assets/map.svg")

    assert headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "no-referrer"
    assert not {"Content-Security-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy"} & set(headers)
    assert drawn["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["", "assets/timeline.js", "assets/site.css", "data/v1/events.json"])
def test_what_was_compressed_beforehand_is_sent(path, served):
    folder, address = served
    _, plain, body = ask(address + path, **PLAIN)
    _, headers, packed = ask(address + path, **{"Accept-Encoding": "gzip"})

    assert "Content-Encoding" not in plain and headers["Content-Encoding"] == "gzip"
    assert headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(packed) == body == (folder / (path or "index.html")).read_bytes()
    assert len(packed) < len(body)


@pytest.mark.parametrize(
    ("pattern", "lifetime"),
    [
        ("index.html", "no-cache"),
        ("assets/timeline.js", "no-cache"),
        ("assets/fonts/*.woff2", "max-age=604800"),
        ("data/v1/events.json", "no-cache"),
    ],
)
def test_what_may_change_is_asked_for_again_and_costs_next_to_nothing(pattern, lifetime, served):
    folder, address = served
    name = next(folder.glob(pattern)).relative_to(folder).as_posix()

    _, first, _ = ask(address + name)
    status, _, body = ask(address + name, **{"If-None-Match": first["ETag"]})

    assert first["Cache-Control"] == lifetime
    assert (status, body) == (304, b"")


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        ("data/v1/events.ics", "text/calendar"),
        ("data/v1/events.csv", "text/csv"),
        ("data/v1/events.geojson", "application/geo+json"),
        ("data/v1/sources.bib", "application/x-bibtex"),
        ("data/v1/feed.atom", "application/atom+xml"),
        ("assets/timeline.js", "application/javascript"),
        ("assets/fonts/*.woff2", "font/woff2"),
    ],
)
def test_files_have_their_types(pattern, kind, served):
    folder, address = served
    name = next(folder.glob(pattern)).relative_to(folder).as_posix()

    assert ask(address + name)[1]["Content-Type"].partition(";")[0] == kind


def test_what_is_not_there_is_the_lost_page_and_says_so(served):
    folder, address = served
    status, _, body = ask(f"{address}events/nothing/")

    assert status == 404
    assert body == (folder / "404.html").read_bytes()


@pytest.mark.parametrize("name", ["_headers", "headers.nginx.conf"])
def test_settings_of_servers_are_for_servers(name, served):
    assert ask(served[1] + name)[0] == 404


def test_an_address_without_its_slash_leads_on_under_any_name(served):
    status, headers, _ = ask(f"{served[1]}events/1815-waterloo")

    assert status == 301
    assert headers["Location"].startswith("/") and headers["Location"].endswith("events/1815-waterloo/")


def test_the_page_shows_its_timeline_and_keeps_to_its_policy(served, page):
    view = page(served[1])

    assert view.locator(".tl-item").count() > 5
    assert view.evaluate("document.fonts.ready.then(() => [...document.fonts].some(font => font.status === 'loaded'))")
