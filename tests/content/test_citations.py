"""Every statement leads to its source, and the source back to the statement."""

import json

import pytest


@pytest.fixture(scope="module")
def citing(pages):
    """Pages that list sources."""
    return [page for page in pages if any(page.root.all("ol", class_="tl-sources"))]


def test_every_event_cites(pages):
    events = [page for page in pages if page.kind == "events"]
    assert len(events) > 50
    for page in events:
        prose = page.one(class_="tl-prose")
        assert len(list(prose.all("a", role="doc-noteref"))) >= 1, page.path
        bare = [p.text[:60] for p in prose.all("p") if not any(p.all("a", role="doc-noteref"))]
        assert bare == [], f"{page.path}: paragraphs without a source"


@pytest.mark.parametrize("class_", ["tl-holder", "tl-figures", "tl-bars"])
def test_every_claim_and_figure_cites(class_, pages):
    found = [(page, list(page.root.all(class_=class_))) for page in pages]
    assert sum(len(parts) for _, parts in found) > 5
    for page, parts in found:
        for part in parts:
            rows = list(part.all("dd")) + [row for body in part.all("tbody") for row in body.all("tr")] or [part]
            bare = [row.text[:60] for row in rows if not any(row.all("a", role="doc-noteref"))]
            assert bare == [], page.path


def test_citations_lead_to_the_list_and_back(citing):
    for page in citing:
        entries = {item.attributes["id"]: item for item in page.one("ol", class_="tl-sources").all("li")}
        back = {
            link.attributes["href"]: id_ for id_, item in entries.items() for link in item.all("a", role="doc-backlink")
        }
        refs = list(page.root.all("a", role="doc-noteref"))
        assert len({ref.attributes["id"] for ref in refs}) == len(refs), page.path
        for ref in refs:
            target = ref.attributes["href"].removeprefix("#")
            assert target in entries, (page.path, target)
            assert back.get("#" + ref.attributes["id"]) == target, (page.path, ref.attributes["id"])
            assert entries[target].attributes["value"] == ref.text, page.path
        assert len(back) == len(refs), f"{page.path}: a backlink that nothing cites"


def test_sources_are_numbered_in_order_of_first_mention(citing):
    """On an event's page what other records bring, charts, pictures and maps, comes after its own words."""
    for page in citing:
        refs = list(page.root.all("a", role="doc-noteref"))
        refs.sort(key=lambda ref: page.kind == "events" and is_brought(ref))
        mentioned = list(dict.fromkeys(int(ref.text) for ref in refs))
        listed = [int(item.attributes["value"]) for item in page.one("ol", class_="tl-sources").all("li")]
        assert listed == mentioned == list(range(1, len(listed) + 1)), page.path


def is_brought(element):
    """Whether it stands in what another record brings to the page."""
    if element is None:
        return False
    own = {"tl-picture", "tl-map__drawn"}.isdisjoint(element.classes)
    return not own or element.attributes.get("aria-labelledby") == "over-time" or is_brought(element.parent)


def test_every_entry_says_what_it_is_and_leads_to_its_page(citing):
    for page in citing:
        for item in page.one("ol", class_="tl-sources").all("li"):
            [reference] = item.all(class_="tl-ref")
            links = [link.attributes["href"] for link in item.all("a")]
            assert len(reference.text) > 8, page.path
            assert any("sources/" in link for link in links), (page.path, reference.text)


def test_every_source_page_names_who_cites_it(site, pages):
    """What cites it is the page that lists it, or a picture that stands on that page."""
    by_path = {page.path: page for page in pages}
    media = json.loads((site.directory / "data/v1/media.json").read_text(encoding="utf-8"))["media"]
    for page in pages:
        if page.kind == "events":
            shown = (picture for picture in media if page.path.split("/")[1] in picture["events"])
            citing = {f"../../{page.path}", *(f"../../pictures/#{picture['id']}" for picture in shown)}
            for link in page.one("ol", class_="tl-sources").all("a"):
                href = link.attributes["href"]
                if href.startswith("../../sources/"):
                    source = by_path[href.removeprefix("../../")]
                    uses = {use.attributes["href"] for use in source.one(class_="tl-uses").all("a")}
                    assert citing & uses, (page.path, source.path)


def test_links_away_say_that_they_are(pages):
    """What leads off the site is marked, so that print can write the address out and no page is handed a window."""
    for page in pages:
        for part in (*page.root.all(class_="tl-sources"), *page.root.all(class_="tl-facts")):
            for link in part.all("a"):
                if link.attributes["href"].startswith("http"):
                    assert "external" in link.attributes.get("rel", ""), (page.path, link.attributes)
