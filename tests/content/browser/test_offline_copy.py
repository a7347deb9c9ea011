"""The offline copy, unpacked on a disk: every link, with a script and without, search, timeline, quiz and paper."""

import posixpath
import re
import shutil
import zipfile
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect

from harness import REPO, run_build
from samples import title_of

pytestmark = pytest.mark.slow

LINKS = {"href", "src", "action", "data-embed", "data-path"}


@pytest.fixture(scope="module")
def packed(site, tmp_path_factory):
    """A copy of the built site with the archive in it, made by the public command."""
    directory = shutil.copytree(site.directory, tmp_path_factory.mktemp("packed") / "site")
    result = run_build("offline", directory, cwd=REPO)
    assert result.code == 0, result.stderr
    return directory


@pytest.fixture(scope="module")
def archive(packed):
    return packed / "data/offline.zip"


@pytest.fixture(scope="module")
def copy(archive, tmp_path_factory):
    """The archive, unpacked in a folder with a blank and a letter beyond ASCII in its name."""
    folder = tmp_path_factory.mktemp("offline") / "Копия 1"
    with zipfile.ZipFile(archive) as packed:
        assert packed.testzip() is None
        packed.extractall(folder)
    [root] = folder.iterdir()
    return root


@pytest.fixture
def opened(copy, page):
    def open_page(path, **options):
        return page((copy / path).as_uri(), **options)

    return open_page


class Links(HTMLParser):
    """What a page leads to, and the ids that it offers."""

    def __init__(self, html):
        super().__init__()
        self.links, self.ids = [], set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.ids.add(values.get("id"))
        self.links += [value for name, value in attrs if name in LINKS]
        if values.get("http-equiv") == "refresh":
            self.links.append(values["content"].partition("url=")[2])


def test_every_link_of_the_copy_names_a_file_in_it(copy):
    """A folder would show its list of files, and an address from the root would leave the copy."""
    files = {path.relative_to(copy).as_posix() for path in copy.rglob("*") if path.is_file()}
    seen = 0
    for name in sorted(name for name in files if name.endswith(".html")):
        for link in Links((copy / name).read_text(encoding="utf-8")).links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            seen += 1
            assert posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path))) in files, (
                name,
                link,
            )
    assert seen > 10_000


def test_the_data_page_offers_the_copy_with_its_size(packed, archive, site, copy):
    told = (packed / "data/index.html").read_text(encoding="utf-8")

    assert f'href="offline.zip"><code>offline.zip</code></a> ({archive.stat().st_size / 1e6:.1f} MB)' in told
    for without in (site.directory, copy):
        assert "offline.zip" not in (without / "data/index.html").read_text(encoding="utf-8")


def test_the_copy_holds_what_the_site_holds_but_for_what_only_servers_need(site, copy):
    ours, theirs = (
        {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
        for root in (copy, site.directory)
    )
    left = {name for name in theirs - ours if not re.fullmatch(r"assets/cards/.*|.*\.map", name)}

    assert left <= {"404.html", "robots.txt", "sitemap.xml", "search/search_index.json"}
    assert ours - theirs == {"README.txt"}


def test_packing_again_gives_the_same_bytes(packed, archive, copy):
    before = archive.read_bytes(), (packed / "data/index.html").read_bytes()

    assert run_build("offline", packed, cwd=REPO).code == 0

    assert before == (archive.read_bytes(), (packed / "data/index.html").read_bytes())


@pytest.mark.parametrize("javascript", [True, False])
def test_a_reader_walks_from_the_timeline_to_a_source_and_back(javascript, opened):
    view = opened("index.html", javascript=javascript)
    view.get_by_role("navigation", name="Sections").get_by_role("link", name="Eras").click()
    expect(view.locator("h1")).to_have_text("Eras")
    view.locator("main .tl-cards__title a").first.click()
    era = view.locator("h1").inner_text()
    if javascript:
        view.get_by_role("button", name="List", exact=True).click()
    view.locator("main .tl-item__title a:visible").first.click()
    expect(view.locator(".tl-event")).to_be_visible()
    view.get_by_role("link", name="About this source").first.click()
    assert "/sources/" in view.url
    view.go_back()
    view.locator(".tl-crumbs a", has_text=era).click()
    expect(view.locator("h1")).to_have_text(era)
    view.locator(".tl-wordmark").click()
    expect(view.locator(".tl-home")).to_be_visible()


@pytest.mark.parametrize("where", ["copy", "site"])
def test_search_finds_and_opens_an_event(where, copy, site, page):
    """In the copy, and in the site as it was built."""
    root = copy if where == "copy" else site.directory
    view = page((root / "sources/index.html").as_uri())
    view.locator(".tl-search-button").click()
    view.locator("[data-search] input").press_sequentially("Zapad")
    view.locator('.md-search-result__link[href*="events/2021-zapad/"]').first.click()

    expect(view.locator("h1")).to_have_text(title_of(site.directory, "events/2021-zapad/"))
    assert view.url.endswith("/events/2021-zapad/index.html") or "/index.html?h=" in view.url


def test_search_finds_cyrillic_names(opened):
    view = opened("index.html")
    view.locator(".tl-search-button").click()
    view.locator("[data-search] input").press_sequentially("Ціханоўская")
    link = view.locator('.md-search-result__link[href*="people/sviatlana-tsikhanouskaya/index.html"]')

    expect(link.first).to_be_visible()


def test_no_frame_and_no_index_is_loaded_before_somebody_searches(opened):
    view = opened("index.html")

    assert view.locator("body > iframe").count() == 0
    assert view.evaluate("typeof __index") == "undefined"


def test_the_timeline_filters_and_opens_an_event(opened):
    view = opened("index.html")
    view.get_by_role("searchbox", name="Search these events").fill("zapad")
    view.get_by_role("button", name="List", exact=True).click()
    expect(view.locator(".tl-item:visible")).not_to_have_count(0)
    view.locator(".tl-item:visible a").first.click()

    expect(view.locator(".tl-event")).to_be_visible()


def test_quiz_and_walk_work(opened, copy):
    pack = min(path.parent.parent.name for path in (copy / "teach").glob("*/slides/index.html"))
    view = opened(f"teach/{pack}/index.html")
    view.locator(".tl-order__grip").first.focus()
    view.keyboard.press("ArrowDown")
    expect(view.locator(".tl-order__said")).not_to_be_empty()
    view.goto((copy / "story/index.html").as_uri())
    view.get_by_role("button", name="Show on the whole screen").click()

    expect(view.get_by_role("button", name=re.compile("Next|Forward|On")).first).to_be_visible()


def test_pages_print(opened, sample):
    assert opened(f"{sample['event']}index.html").pdf(format="A4").startswith(b"%PDF")
