"""The field reference: every field of every record is html_of, on its page and beside the template."""

import re
from dataclasses import replace

import pytest

import waterloo
from harness import REPO
from readback import walk
from timeline.editing import schemas
from timeline.editing.fields import fields
from timeline.pages import contributing
from timeline.pages.renderer import Renderer
from timeline.project.repository import Repository
from timeline.project.site import Site
from timeline.records.event import Correction

RENDERER = Renderer(waterloo.catalogue(), Site("From Cannae to Waterloo"))
PAGE = str(next(page.content for page in RENDERER.pages() if page.path == "contribute/fields/"))
FRAGMENTS = {name: str(fragment("contribute/")) for name, fragment in RENDERER.fragments().items()}


def keys(html):
    return re.findall(r"<dt><code>([^<]+)</code>", html)


def section(html, anchor):
    return html.split(f'id="{anchor}"', 1)[1].split("</section>", 1)[0]


def test_the_page_has_every_kind_of_file():
    names = {name.removesuffix(".schema.json") for name in schemas.schemas()}

    assert {part.anchor for part in contributing.parts()} == names


@pytest.mark.parametrize("part", contributing.parts(), ids=lambda part: part.anchor)
def test_the_page_has_every_field_with_its_description(part):
    html = section(PAGE, part.anchor)
    source = {field.key for field in fields("source")} if part.anchor != "source" else set()
    expected = [trail for trail, _ in walk(part.fields) if not (trail[0] == "citations" and trail[-1] in source)]

    assert keys(html) == [trail[-1] for trail in expected]
    for trail, field in walk(part.fields):
        if trail in expected:
            assert str(contributing.html_of(field.description)) in html, trail
            assert (f"<code>{field.key}</code> <span" in html) or not field.required


def test_the_page_for_contributors_has_the_fields_of_events_and_sources():
    text = (REPO / "docs/contribute.md").read_text(encoding="utf-8")

    for name in ("event", "source"):
        assert f"{{#fields-{name}}}" in text
        assert f"<!-- timeline:fields-{name} -->" in text
        assert keys(FRAGMENTS[f"fields-{name}"]) == keys(section(PAGE, name))


def test_anchors_promised_earlier_stay():
    text = (REPO / "docs/contribute.md").read_text(encoding="utf-8")

    for anchor in ("mistake", "correct", "add", "template", "fields", "fields-event", "fields-source"):
        assert f"{{#{anchor}}}" in text


def test_code_in_descriptions_is_code():
    assert contributing.html_of("Write `a < b`, the author's own") == "Write <code>a &lt; b</code>, the author’s own"


def corrections(events):
    catalogue = waterloo.catalogue()
    for id_, found in events.items():
        item = catalogue.events[id_]
        record = item.record.model_copy(update={"corrections": tuple(found)})
        catalogue = replace(catalogue, events={**catalogue.events, id_: replace(item, record=record)})
    renderer = Renderer(catalogue, Site("From Cannae to Waterloo"))
    return str(next(page.content for page in renderer.pages() if page.path == "corrections/"))


def test_corrections_are_listed_with_the_latest_first():
    old = Correction(date="2020-01-02", change="The year <was> wrong.", reason="Misread.")
    new = Correction(date="2021-03-04", change="The place was wrong.")

    html = corrections({"1815-waterloo": [old], "bc216-cannae": [new]})

    assert "2 changes to what an event said" in html
    assert re.findall(r'href="(\.\./events/[^"]+)"', html) == [
        "../events/bc216-cannae/#corrections",
        "../events/1815-waterloo/#corrections",
    ]
    assert "The year &lt;was&gt; wrong." in html
    assert "Misread." in html


def test_the_page_of_corrections_says_so_when_there_is_none():
    events = {item.id: [] for item in waterloo.catalogue().events.values()}
    html = corrections(events)

    assert "has been corrected so far" in html
    assert "<ol" not in html


def test_pages_lead_to_the_issue_forms_with_their_file_filled_in():
    site = Site("A", "https://example.org/", repository=Repository("https://host.example/repo/"))
    renderer = Renderer(waterloo.catalogue(), site)
    pages = {page.path: str(page.content) for page in renderer.pages()}
    forms = "https://host.example/repo/issues/new?template="

    event = pages["events/bc216-cannae/"]
    assert (
        f"{forms}correction.yml&amp;file=events/bc216-cannae.yaml"
        "&amp;page=https%3A//example.org/events/bc216-cannae/" in event
    )
    assert f"{forms}broken-link.yml&amp;file=events/bc216-cannae.yaml" in event
    assert "broken-link.yml&amp;file=reference/places.yaml%23L" in pages["places/saint-helena/"]
    assert (
        "broken-link.yml&amp;file=events/bc216-cannae.yaml&amp;page=https%3A//example.org/events/bc216-cannae/" in event
    )
    assert re.search(r'edit/main/reference/glossary\.yaml"[^>]*>Correct this page</a>', pages["glossary/"])
    others = ("embed/", "contribute/", "about/licences/")  # the last is made of what packages say of themselves
    own = [path for path in pages if not path.startswith(others) and "slides" not in path]
    for path in own:
        for form in ("correction", "broken-link"):
            assert f"{forms}{form}.yml&amp;" in pages[path], path
            assert f"page=https%3A//example.org/{path}" in pages[path], path


def test_handwritten_pages_lead_to_their_files(tmp_path):
    """The theme knows the repository; without one it says nothing."""
    root = waterloo.copy(tmp_path / "tiny")
    text = root.read("mkdocs.yml")
    root.write({"mkdocs.yml": f"{text}\nrepo_url: https://host.example/repo/\nsite_url: https://example.org/\n"})
    assert root.run("build").code == 0

    html = root.read("site/about/index.html")
    assert re.search(r'href="https://host\.example/repo/edit/main/docs/about\.md"[^>]*>Correct this page</a>', html)
    assert "broken-link.yml&amp;file=docs/about.md&amp;page=https%3A//example.org/about/" in html
    assert "edit/main/docs/shells" not in root.read("site/events/1815-waterloo/index.html")
