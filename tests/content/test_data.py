"""The data of the real site, taken as others take it: with their parsers, from the files as they are served."""

import io
import json
import re
import subprocess
import zipfile
from urllib.parse import urljoin, urlsplit
from urllib.request import urlopen

import feedparser
import frictionless
import jsonschema
import openapi_spec_validator
import pandas
import pytest
from icalendar import Calendar
from referencing import Registry, Resource

import readers
from harness import REPO
from timeline.exports import inventory
from vocabulary import graph, misuses

EVENTS = sorted(path.stem for path in (REPO / "events").glob("*.yaml"))


@pytest.fixture(scope="module")
def v1(site):
    return site.directory / "data" / "v1"


@pytest.fixture(scope="module")
def read(site):
    """What each reader made of each file."""
    return list(readers.rows(site.directory))


@pytest.mark.slow
def test_every_reader_takes_every_record_and_no_other(read, v1):
    assert [(row.file, row.reader, row.added[:3]) for row in read if row.added] == []
    assert {row.file for row in read if row.missing} <= {"events.ics", "on-this-day.ics"}
    assert [row.file for row in read if not row.given] == []
    unread = {path.name for path in readers.taken(v1) if path.parent == v1} - {row.file for row in read}
    assert {name.split(".")[0] for name in unread} == {"README", "CHANGELOG", "corrections"}


def test_the_table_for_people_shows_what_was_read(read):
    lines = []
    readers.table(read, lines.append)

    assert len(lines) == len(read) + 1 and all(line.endswith("|\n") for line in lines[1:])


def test_every_path_of_the_description_answers_as_it_says(site, v1):
    """Walks the description as a client does: over HTTP, every id in the place of {id}, each answer with its schema."""
    described = json.loads((v1 / "openapi.json").read_text(encoding="utf-8"))
    schemas = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in v1.glob("schema/*.json")}
    registry = Registry().with_resources((f"schema/{name}", Resource.from_contents(s)) for name, s in schemas.items())
    seen = set()
    for template, item in described["paths"].items():
        [(media, content)] = item["get"]["responses"]["200"]["content"].items()
        validator = jsonschema.Draft202012Validator(content["schema"], registry=registry)
        paths = [path.relative_to(v1).as_posix() for path in v1.glob(template[1:].replace("{id}", "*"))]
        assert len(paths) > 1 if "{id}" in template else paths == [template[1:]]
        for path in paths:
            with urlopen(urljoin(site.url, f"data/v1/{path}")) as answer:
                body = answer.read().decode("utf-8")
            read = json.loads(body) if media.endswith("json") else body
            assert [error.message for error in validator.iter_errors(read)] == [], path
        seen |= set(paths)
    assert seen == {path.relative_to(v1).as_posix() for path in readers.taken(v1)}


def test_the_folder_leads_to_the_page_that_explains_it(documents):
    folder = next(document for document in documents if document.path == "data/v1/")

    assert folder.redirects and [link.attributes["href"] for link in folder.root.all("a")] == ["../../data/"]


def test_the_page_leads_programs_to_the_descriptions(pages, v1):
    page = next(page for page in pages if page.path == "data/")
    found = {link.attributes["rel"]: link.attributes["href"] for link in page.root.all("link", type="application/json")}

    assert found == {"describedby": "v1/datapackage.json", "service-desc": "v1/openapi.json"}


@pytest.mark.parametrize(
    "example", [f.example for f in inventory.files() if f.example.startswith("pandas.")], ids=lambda code: code[17:35]
)
def test_examples_for_pandas_show_something(v1, example, monkeypatch):
    monkeypatch.chdir(v1)

    assert len(eval(example, {"pandas": pandas}))


def test_the_description_is_valid(v1):
    openapi_spec_validator.validate(json.loads((v1 / "openapi.json").read_text()), base_uri=v1.as_uri() + "/")


def test_what_the_page_promises_lies_in_the_folder(pages, v1):
    page = next(page for page in pages if page.path == "data/")
    readme, log = ((v1 / name).read_text(encoding="utf-8") for name in ("README.md", "CHANGELOG.md"))
    promise = [li.text for li in page.one("section", **{"aria-labelledby": "promise"}).all("li")]

    assert len(promise) >= 4 and all(line in readme.replace("`", "") for line in promise)
    assert [dt.text for dt in page.one("section", **{"aria-labelledby": "changes"}).all("dt")] == re.findall(
        "^## (.+)$", log, re.M
    )


def test_the_guide_for_language_models_leads_to_pages_that_exist(site):
    links = re.findall(r"\]\(([^)]+)\)", (site.directory / "llms.txt").read_text(encoding="utf-8"))

    assert len(links) > 10
    assert [
        link
        for link in links
        if not (site.directory / link / "index.html").is_file() and not (site.directory / link).is_file()
    ] == []


def test_calendars_leave_out_what_would_be_an_invention(v1):
    rows = pandas.read_csv(v1 / "events.csv", dtype=str, keep_default_na=False)
    doubtful = rows[rows["date"].str.contains(r"[~?%X]|\.\.") | ~rows["precision"].isin(["day", "month"])]
    found = {str(e["X-EDTF"]) for e in Calendar.from_ical((v1 / "events.ics").read_bytes()).walk("VEVENT")}

    assert found == set(rows["date"]) - set(doubtful["date"])


def test_every_calendar_is_read_whole(v1):
    for path in v1.rglob("*.ics"):
        calendar = Calendar.from_ical(path.read_bytes())
        assert [event.errors for event in calendar.walk("VEVENT") if event.errors] == [], path


@pytest.mark.parametrize("name", ["feed", "corrections"])
def test_feeds_are_well_formed(v1, name):
    feed = feedparser.parse(str(v1 / f"{name}.atom"))

    assert not feed.bozo and feed.version == "atom10" and feed.feed.updated
    assert [e["id"] for e in json.loads((v1 / f"{name}.json").read_text())["items"]] == [e.id for e in feed.entries]


def test_the_package_is_valid_and_the_sums_are_right(v1, monkeypatch):
    monkeypatch.chdir(v1)

    assert frictionless.validate("datapackage.json").flatten(["name", "message"]) == []
    assert subprocess.run(["sha256sum", "--check", "--strict", "--status", "SHA256SUMS"], check=False).returncode == 0


def test_the_archive_is_the_folder(site, v1):
    packed = zipfile.ZipFile(site.directory / "data" / "v1.zip")
    files = {path.relative_to(v1.parent).as_posix(): path.read_bytes() for path in readers.taken(v1)}

    assert {name: packed.read(name) for name in packed.namelist()} == files


def test_the_page_leads_to_every_file_on_the_top_level(pages, v1):
    page = next(page for page in pages if page.path == "data/")
    linked = {a.attributes.get("href", "") for a in page.root.all("a")}

    assert {f"v1/{path.name}" for path in readers.taken(v1) if path.parent == v1} | {"v1.zip"} <= linked


def test_files_are_served_as_they_lie_there(site):
    with urlopen(urljoin(site.url, "data/v1/events.csv")) as answer:
        frame = pandas.read_csv(io.BytesIO(answer.read()))

    assert len(frame) == len(EVENTS)


def json_ld(page):
    """Return what a page says in JSON-LD."""
    return [json.loads("".join(map(str, s.children))) for s in page.root.all("script", type="application/ld+json")]


def test_an_event_page_describes_itself_and_its_event(pages, v1):
    titles = {e["path"]: e["title"] for e in json.loads((v1 / "events.json").read_text(encoding="utf-8"))["events"]}
    for page in pages:
        if page.kind != "events":
            continue
        [about] = json_ld(page)
        assert (about["@type"], about["about"]["@type"]) == ("Article", "Event"), page.path
        assert about["temporalCoverage"] and about["citation"]
        assert len(about["citation"]) == len(list(page.one("ol", "tl-sources").all("li")))
        said = {page.one("meta", name=name).attributes["content"] for name in ("citation_title", "DC.title")}
        assert said | {about["headline"]} == {titles[page.path]}


def test_no_date_in_a_description_is_finer_than_the_record(pages, v1):
    events = {event["path"]: event for event in json.loads((v1 / "events.json").read_text(encoding="utf-8"))["events"]}
    for page in pages:
        if page.kind == "events":
            [about] = json_ld(page)
            for name in ("startDate", "endDate"):
                assert about["about"].get(name, "") in ("", *events[page.path]["date"].split("/")), page.path


KINDS = {
    "eras": {"Article"},
    "topics": {"CollectionPage"},
    "people": {"ProfilePage", "WebPage"},
    "places": {"WebPage"},
    "sources": {"WebPage"},
    "story": {"CollectionPage"},
    "teach": {"LearningResource"},
}
SILENT = {"embed", "about", "contribute", "privacy", "accessibility", "404.html"}
"""Handwritten pages, and those for frames: only the home page is described by hand."""


@pytest.mark.slow
def test_every_page_of_a_record_describes_it_in_words_of_schema_org(pages):
    judged = set()
    for page in pages:
        for about in json_ld(page):
            assert list(misuses(graph(about))) == [], page.path
            judged.add(page.path)
            assert about["@type"] in KINDS.get(page.kind, {about["@type"]}), page.path
    silent = {page.path for page in pages if page.path not in judged and not page.path.endswith("/answers/")}
    assert not {path.split("/")[0] for path in silent} - SILENT
    assert json_ld(next(page for page in pages if page.path == ""))[0]["@type"] == "WebSite"


def test_no_page_of_a_source_says_that_it_is_ours(pages, v1):
    """What a reference manager takes from such a page is the source, with its own title, maker and address."""
    sources = {s["path"]: s for s in json.loads((v1 / "sources.json").read_text(encoding="utf-8"))["sources"]}
    for page in pages:
        if page.path in sources:
            source = sources[page.path]
            said = {
                m.attributes["name"]: m.attributes["content"] for m in page.root.all("meta") if "name" in m.attributes
            }
            if source["title"]:
                assert said["citation_title"] == said["DC.title"] == source["title"]
            assert said.get("citation_public_url") == source["URL"]
            assert said.get("citation_publisher") == source["publisher"]
            assert said["z:itemType"]


def test_the_data_page_describes_the_dataset(site, pages):
    [about] = json_ld(next(page for page in pages if page.path == "data/"))

    assert (about["@type"], about["license"]) == ("Dataset", "https://creativecommons.org/licenses/by/4.0/")
    for part in about["distribution"]:
        path = urlsplit(part["contentUrl"]).path
        assert (site.directory / "data" / path[path.rindex("v1") :]).is_file()


def test_event_pages_lead_to_their_sources(pages):
    for page in pages:
        if page.kind == "events":
            linked = [a.text for a in page.one("section", "tl-cite-this").all("a")]
            assert linked[3:8] == ["BibTeX", "RIS", "CSL-JSON", "as JSON", "all data"], page.path


def test_pages_lead_feed_readers_to_the_feeds(pages):
    for page in pages:
        if page.kind == "events":
            feeds = [link.attributes["href"] for link in page.root.all("link", type="application/atom+xml")]
            assert feeds == ["../../data/v1/feed.atom", "../../data/v1/corrections.atom"], page.path
