"""The build, through the public command, on the second timeline: what it writes, and what it leaves alone."""

import filecmp
import json
import os
import re
import shutil
from html import unescape
from pathlib import Path

import pytest

import waterloo

EVENT = "events/1815-waterloo.yaml"

URLS = """
404.html index.html about/ about/licences/ contribute/
events/ events/bc216-cannae/ events/1806-buenos-aires/ events/181x-printers-marks/ events/1814-fontainebleau/
events/1815-return/ events/1815-vienna-declaration/ events/1815-waterloo/ events/1815-saint-helena/
events/1826-lions-mound/ events/1815-mont-saint-jean/ events/1815-belle-alliance/
eras/ eras/antiquity/ eras/middle-ages/ eras/modern-times/ eras/classical-antiquity/
topics/ topics/battle/ topics/power/ topics/print/
people/ people/napoleon/ people/hannibal/ people/roman-republic/ people/seventh-coalition/
people/duke-of-wellington/ people/bonaparte/
places/ places/buenos-aires/ places/cannae/ places/saint-helena/ places/waterloo/
sources/ sources/britannica-waterloo/ sources/esdaile-2007/ sources/esdaile-2007-again/ sources/example-on-silence/
sources/gazette-17028/ sources/goldsworthy-2001/ sources/halperin-1969/ sources/las-cases-1823/ sources/livy-22/
sources/polybius-histories/ sources/roberts-1938/ sources/roberts-2014/ sources/sample-marks/ sources/sample-reply/
sources/untitled-mound/ sources/zamoyski-2007/
disputes/ glossary/ figures/ story/ data/ data/v1/ corrections/ contribute/fields/
teach/ teach/antiquity/ teach/modern-times/ teach/classical-antiquity/
teach/antiquity/slides/ teach/modern-times/slides/ teach/classical-antiquity/slides/
embed/ embed/antiquity/ embed/middle-ages/ embed/modern-times/
about/audit/ about/audit/2020-01-03/ embed/classical-antiquity/ map/ pictures/ sources/napoleon-prisonnier-congress/
 story/never-again/ teach/antiquity/answers/ teach/classical-antiquity/answers/ teach/modern-times/answers/
 teach/wall/ teach/wall/poster/ teach/wall/poster-blank/ teach/wall/strips/ teach/wall/strips-blank/
 teach/wall/map/ teach/wall/map-blank/ teach/assign/

"""


def build(project):
    result = project.run("build")
    assert result.code == 0, result.stdout + result.stderr
    return project.root / "site"


def same(one, other):
    """Return whether two folders hold the same files with the same bytes."""
    names = [{path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()} for root in (one, other)]
    _, different, odd = filecmp.cmpfiles(one, other, names[0], shallow=False)
    return names[0] == names[1] and not different and not odd


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The timeline, in a folder with blanks and letters of three alphabets in its name, built without an address."""
    project = waterloo.copy(tmp_path_factory.mktemp("builds") / "Ватерлоо – Βατερλώ (à 2)")
    build(project)
    return project


@pytest.fixture(scope="module")
def site(project):
    """The built site, which tests read and leave as it is."""
    return project.root / "site"


@pytest.fixture
def copy(project, tmp_path):
    """A copy of the timeline and its built site, for tests that change something."""
    root = shutil.copytree(project.root, tmp_path / "copy")
    return type(project)(root)


def pages(site):
    """Yield path and text of every HTML file."""
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")


def entries(site):
    """Return the search index by address."""
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    return {entry["location"]: entry for entry in index["docs"]}


def test_every_record_has_its_page_and_nothing_else_has_one(site):
    built = {name.removesuffix("index.html") or name for name, _ in pages(site)}

    assert set(URLS.split()) == built


def test_no_mark_of_a_shell_or_a_fragment_is_left(site):
    """The one page whose text holds such marks shows them as text."""
    left = [name for name, html in pages(site) if re.search(r"%%[a-z]+%%|<!-- timeline:", html)]
    awkward = (site / "events/181x-printers-marks/index.html").read_text(encoding="utf-8")

    assert {"events/181x-printers-marks/index.html"} == {name for name in left if name.startswith("events/181x")}
    assert "%%content%% and %%title%% for a" in awkward
    assert "<title>A printer’s marks, {{ such }} &amp; &quot;others&quot;, puzzle 3 &lt; 4 compositors" in awkward
    listed = {name for name in left if "Invented, to carry" in dict(pages(site))[name]}
    assert set(left) == listed


def test_handwritten_pages_get_the_fragments_that_they_ask_for(site):
    home = (site / "index.html").read_text(encoding="utf-8")

    assert '<ol class="tl-moments">' in home
    assert '<a href="events/1815-waterloo/">' in home
    assert "no-such-fragment" not in home


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("events/1815-mont-saint-jean", "events/1815-waterloo"),
        ("eras/classical-antiquity", "eras/antiquity"),
        ("people/bonaparte", "people/napoleon"),
    ],
)
def test_former_ids_lead_to_the_present_one(old, new, site):
    html = (site / old / "index.html").read_text(encoding="utf-8")
    address = re.search(r'http-equiv="refresh" content="0; url=([^"]*)"', html)[1]

    assert new == os.path.normpath(Path(old) / address)
    assert (site / new / "index.html").is_file()


def test_search_finds_every_kind_of_page(site):
    found = {location for location in entries(site) if "#" not in location}
    redirects = {"events/1815-mont-saint-jean/", "events/1815-belle-alliance/", "eras/classical-antiquity/"}
    redirects |= {"teach/classical-antiquity/", "teach/classical-antiquity/slides/", "data/v1/"}
    embeds = {url for url in URLS.split() if url.startswith("embed/")}
    answers = {url for url in URLS.split() if url.endswith("/answers/")}  # for teachers, who are led there

    assert found == {*URLS.split(), ""} - redirects - embeds - answers - {"people/bonaparte/", "404.html", "index.html"}


@pytest.mark.parametrize("name", ["Ναπολέων Βοναπάρτης", "نابليون بونابرت", "Napoléon Bonaparte", "Napoleon Bonaparte"])
def test_search_finds_a_person_and_their_events_in_every_spelling(name, site):
    index = entries(site).items()
    found = {location for location, entry in index if any(name in str(part) for part in entry.values())}

    assert {"people/napoleon/", "events/1815-waterloo/", "events/1815-saint-helena/"} <= found


def test_search_finds_variants_places_and_sources(site):
    index = entries(site)

    assert "Ḥannibaʿal" in index["people/hannibal/"]["names"]
    assert "St. Helena" in index["places/saint-helena/"]["names"]
    assert "Las invasiones inglesas" in index["sources/roberts-1938/"]["title"]
    assert "Peuser" in index["sources/roberts-1938/"]["text"]


def test_search_shows_no_shell_no_mark_and_no_markup(site):
    index = entries(site)
    awkward = index.pop("events/181x-printers-marks/")

    assert not [location for location in index if location.startswith("shells")]
    assert not [entry for entry in index.values() if "%%" in entry["title"] + entry["text"]]
    assert "1 < 2" in awkward["text"]
    ours = " ".join(entry["text"] for location, entry in index.items() if "/" in location and "#" not in location)
    assert not re.search(r"\[@|\]\(|\*\*", ours + awkward["text"])


def test_titles_in_search_and_on_the_page_agree(site):
    for location, entry in entries(site).items():
        if location.startswith("events/"):
            html = (site / location / "index.html").read_text(encoding="utf-8")
            assert unescape(entry["title"]) in unescape(html)


def test_without_an_address_there_is_no_sitemap(site):
    assert not list(site.glob("sitemap*"))


def test_with_an_address_there_is_a_sitemap_and_canonical_links(copy, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://example.org/seashells/")

    site = build(copy)

    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/seashells/events/1815-waterloo/</loc>" in sitemap
    assert "<loc>https://example.org/seashells/about/</loc>" in sitemap
    assert "shells/record" not in sitemap
    assert "embed" not in sitemap
    for path in ("events/", "events/1815-waterloo/"):
        html = (site / path / "index.html").read_text(encoding="utf-8")
        assert [f"https://example.org/seashells/{path}"] == re.findall(r'rel="canonical" href="([^"]*)"', html)


def test_two_builds_are_the_same_to_the_byte(project, copy, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    shutil.rmtree(copy.root / "site")

    first = build(copy).rename(copy.root / "first")

    assert same(first, build(copy))


def test_a_build_needs_no_git_and_does_not_name_the_version_then(copy, monkeypatch):
    monkeypatch.setenv("PATH", str(copy.root))

    html = (build(copy) / "events/1815-waterloo/index.html").read_text(encoding="utf-8")

    assert ", version " not in html


def test_a_build_leaves_nothing_beside_the_site(project):
    left = {path.name for path in project.root.iterdir()} - {".cache"}  # what later builds need not do again

    assert left == {"docs", "events", "mkdocs.yml", "reference", "site"}


def test_a_page_that_is_gone_is_gone_from_the_site(copy):
    (copy.root / "site/old.html").write_text("old", encoding="utf-8")

    build(copy)

    assert not (copy.root / "site/old.html").exists()


def test_the_site_goes_where_the_option_says(copy):
    result = copy.run("build", "--site-dir", "out/public")

    assert result.code == 0
    assert (copy.root / "out/public/events/1815-waterloo/index.html").is_file()


@pytest.mark.parametrize("folder", ["docs", "events", ".", ".."])
def test_a_folder_that_is_no_site_is_never_replaced(folder, copy):
    before = sorted(path for path in copy.root.parent.rglob("*"))

    result = copy.run("build", "--site-dir", folder)

    assert result.code == 2
    assert result.stderr == f"{folder}: holds something else than a built site; name another folder\n"
    assert sorted(path for path in copy.root.parent.rglob("*")) == before


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("places: [waterloo]", "places: [waterloo", f"{EVENT}:6:9 yaml-syntax "),
        ("places: [waterloo]", "\tplaces: [waterloo]", f"{EVENT}:6:1 yaml-tab a tab stands where spaces must\n"),
        ("date: 1815-06-18", "date: 1815-06-31", f'{EVENT}:2:15 bad-date "1815-06-31" has day 31\n'),
        (
            "  - key: britannica-waterloo\n    checked: full text\n",
            "",
            f'{EVENT}:10:31 unknown-citation nothing here defines "britannica-waterloo"\n',
        ),
    ],
    ids=["broken-yaml", "tab", "wrong-date", "missing-source"],
)
def test_a_mistake_stops_the_build_and_leaves_the_old_site(old, new, says, project, copy):
    text = copy.read(EVENT)
    assert text.count(old) == 1
    copy.write({EVENT: text.replace(old, new).encode()})

    result = copy.run("build")

    assert result.code == 1
    assert says in result.stderr + result.stdout
    assert "Traceback" not in result.stderr + result.stdout
    assert same(project.root / "site", copy.root / "site")


def test_a_broken_link_stops_the_build_and_leaves_the_old_site(project, copy):
    copy.write({"docs/about.md": '# About\n\n<a href="../nowhere/">See</a> <a id="sources"></a>\n'})

    result = copy.run("build")

    assert result.code == 1
    assert 'about/index.html:1:1 broken-link "../nowhere/" leads to no file' in result.stderr
    assert "Traceback" not in result.stderr
    assert same(project.root / "site", copy.root / "site")


def test_warnings_are_told_and_do_not_stop_the_build(copy):
    copy.write({"reference/actors/blucher.yaml": "{name: Blücher, kind: person}\n"})

    result = copy.run("build")

    assert result.code == 0
    assert "reference/actors/blucher.yaml:1:1 unused-actor warning: no event names this actor" in result.stderr
    assert (copy.root / "site/people/blucher/index.html").is_file()
