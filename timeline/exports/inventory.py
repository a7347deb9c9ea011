"""The files of the dataset, one line and one example each: what its page, its README and OpenAPI list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline.catalogue import Catalogue
from timeline.exports import published

JSON, CSV, ICS, ATOM = "application/json", "text/csv", "text/calendar", "application/atom+xml"
CSL, BIB, RIS = "application/vnd.citationstyles.csl+json", "application/x-bibtex", "application/x-research-info-systems"
FEED, GEO, MARKDOWN, PLAIN, YAML = (
    *("application/feed+json", "application/geo+json"),
    *("text/markdown", "text/plain", "application/yaml"),
)

_SUBSCRIBE = "Calendar program: subscribe to the address of this file"
_FOLLOW = "Feed reader: add the address of this file"


class File(NamedTuple):
    """One file, or one for each id of a kind, where the path has `{id}` in it."""

    path: str
    media: str
    what: str
    example: str
    of: str = ""
    """The kind whose ids stand for `{id}`: events, eras, topics or schemas."""


class Section(NamedTuple):
    """Files of one sort, under a heading."""

    title: str
    files: tuple[File, ...]


SECTIONS: Mapping[str, Section] = {
    "all": Section(
        "All at once",
        (
            File(
                "README.md",
                MARKDOWN,
                "What is in the folder, on what terms, and what you can rely on.",
                "less README.md",
            ),
            File(
                "SHA256SUMS",
                PLAIN,
                "Checksums: is the download whole?",
                "cd v1 && sha256sum --check --quiet SHA256SUMS",
            ),
            File(
                "datapackage.json",
                JSON,
                "The files as Frictionless software takes them: columns, types, keys, sizes, licence.",
                "frictionless validate datapackage.json",
            ),
            File(
                "openapi.json",
                JSON,
                "Every address as a read-only interface (OpenAPI 3.1), with its form and its schema.",
                "openapi-generator-cli generate -i openapi.json -g python -o client",
            ),
        ),
    ),
    "records": Section(
        "Records (JSON)",
        (
            File(
                "events.json",
                JSON,
                "Events with texts, figures, disputes, links and citations.",
                "jq -r '.events[] | [.date, .title] | @tsv' events.json",
            ),
            File(
                "sources.json",
                JSON,
                "Sources in CSL variables, and what cites them.",
                "jq '.sources | group_by(.kind) | map({(.[0].kind): length})' sources.json",
            ),
            File(
                "actors.json",
                JSON,
                "People, bodies and states, with names in all spellings.",
                "jq '.actors[] | select(.kind == \"person\") | .name' actors.json",
            ),
            File("eras.json", JSON, "Eras with their narratives.", "jq '.eras[] | .title, .date' eras.json"),
            File("topics.json", JSON, "The lanes of the timeline.", "jq '.topics[].title' topics.json"),
            File(
                "places.json",
                JSON,
                "Places with coordinates (WGS 84).",
                "jq '.places[] | [.name, .lat, .lon]' places.json",
            ),
            File("terms.json", JSON, "The glossary.", "jq '.terms[] | {term, definition}' terms.json"),
            File(
                "series.json",
                JSON,
                "Polls, votes and prices over time.",
                "jq '.series[] | .title, .question' series.json",
            ),
            File(
                "disputes.json",
                JSON,
                "Questions on which sources disagree, each answer with its holder.",
                "jq '.disputes[] | .question, .positions[].claim' disputes.json",
            ),
            File("story.json", JSON, "The defining moments in order.", "jq '.story[].moments[].event' story.json"),
            File(
                "events/{id}.json",
                JSON,
                "One event with its sources; each event has such a file.",
                "jq '.event.title, .sources[].URL' {id}.json",
                "events",
            ),
            File(
                "schema/{id}.schema.json",
                "application/schema+json",
                "The JSON Schema of a file above; each has one of its own.",
                "check-jsonschema --schemafile schema/{id}.schema.json {id}.json",
                "schemas",
            ),
        ),
    ),
    "tables": Section(
        "Tables (CSV)",
        (
            File("events.csv", CSV, "One row for each event.", 'pandas.read_csv("events.csv").groupby("era").size()'),
            File(
                "figures.csv",
                CSV,
                "One row for each figure of an event: value or range, unit, base, who measured.",
                'pandas.read_csv("figures.csv").query("unit == \'%\'")',
            ),
            File(
                "disputes.csv",
                CSV,
                "One row for each answer to a question on which sources disagree.",
                'pandas.read_csv("disputes.csv").groupby("question").held_by.agg(list)',
            ),
            File(
                "links.csv",
                CSV,
                "One row for each typed link between events: the edges of a graph.",
                'networkx.from_pandas_edgelist(pandas.read_csv("links.csv"), edge_attr="relation")',
            ),
            File(
                "places.csv",
                CSV,
                "One row for each place, with coordinates and the number of its events.",
                "Datawrapper: symbol map, columns lat and lon",
            ),
            File(
                "actors.csv",
                CSV,
                "One row for each person, body and state, with its other spellings.",
                'pandas.read_csv("actors.csv").nlargest(10, "events")[["name", "events"]]',
            ),
            File(
                "sources.csv",
                CSV,
                "One row for each source: kind, language, maker, address, and the line of a bibliography.",
                'pandas.read_csv("sources.csv").pivot_table("cited_by", "kind", "language", "sum")',
            ),
            File(
                "citations.csv",
                CSV,
                "One row for each source that a record cites: where in it, and how much of it was read.",
                'pandas.read_csv("citations.csv").query("checked == \'not seen\'")',
            ),
            File(
                "series.csv",
                CSV,
                "One row for each value of the series.",
                'read.csv("series.csv", fileEncoding = "UTF-8-BOM")',
            ),
        ),
    ),
    "sources": Section(
        "Sources",
        (
            File(
                "sources.csl.json",
                CSL,
                "CSL-JSON, for Zotero, pandoc and citeproc.",
                "pandoc --citeproc --bibliography=sources.csl.json paper.md -o paper.docx",
            ),
            File(
                "sources.bib",
                BIB,
                "BibTeX; its dates are EDTF, which biblatex understands.",
                "\\addbibresource{sources.bib}",
            ),
            File(
                "sources.ris",
                RIS,
                "RIS, for EndNote, Mendeley and Citavi.",
                "EndNote: File > Import > Reference Manager (RIS)",
            ),
            *(
                File(
                    f"{kind}/{{id}}/sources.{form}",
                    media,
                    f"The same for one {one}.",
                    "Zotero: File > Import, or drag the file into the library",
                    kind,
                )
                for kind, one in (("events", "event"), ("eras", "era and its events"))
                for form, media in (("csl.json", CSL), ("bib", BIB), ("ris", RIS))
            ),
        ),
    ),
    "calendars": Section(
        "Calendars",
        (
            File("events.ics", ICS, "Events where they stand in time.", _SUBSCRIBE),
            File(
                "on-this-day.ics",
                ICS,
                "Events that come back each year on their day: those known to the day that lasted a month at most.",
                _SUBSCRIBE,
            ),
            *(
                File(f"{kind}/{{id}}/events.ics", ICS, f"Events of one {one}.", _SUBSCRIBE, kind)
                for kind, one in (("eras", "era"), ("topics", "topic"))
            ),
        ),
    ),
    "feeds": Section(
        "Feeds",
        (
            File("feed.atom", ATOM, "New events.", _FOLLOW),
            File("feed.json", FEED, "The same as JSON Feed.", "jq -r '.items[] | .date_published, .title' feed.json"),
            File("corrections.atom", ATOM, "Corrections.", _FOLLOW),
            File("corrections.json", FEED, "The same as JSON Feed.", "jq -r '.items[].content_text' corrections.json"),
        ),
    ),
    "reuse": Section(
        "For maps and other timelines",
        (
            File(
                "events.geojson",
                GEO,
                "GeoJSON for QGIS, Leaflet and Datawrapper: each event at its places; one without a place has no "
                "geometry.",
                'geopandas.read_file("events.geojson").plot(column="era")',
            ),
            File(
                "timelinejs.json",
                JSON,
                "Title, events and eras for TimelineJS 3.",
                'new TL.Timeline("place", "timelinejs.json")',
            ),
            File(
                "vis.json",
                JSON,
                "Items and groups for vis-timeline. Dates that are no day are ranges over all possible days.",
                "new vis.Timeline(place, new vis.DataSet(data.items), data.groups, {})",
            ),
        ),
    ),
    "licence": Section(
        "Licence, and how to cite",
        (
            File(
                "CITATION.cff",
                YAML,
                "That citation for programs (Citation File Format 1.2.0).",
                "cffconvert -i CITATION.cff -f bibtex",
            ),
        ),
    ),
    "changes": Section(
        "Changes of the format", (File("CHANGELOG.md", MARKDOWN, "This list, inside the folder.", "head CHANGELOG.md"),)
    ),
}
"""The sections by their anchors on the page about the data."""


def files() -> Iterator[File]:
    """Yield every file, in the order in which the page lists them."""
    for section in SECTIONS.values():
        yield from section.files


def ids(catalogue: Catalogue) -> Mapping[str, Sequence[str]]:
    """Return what `{id}` can be in a path, by kind."""
    kinds = {kind: list(getattr(catalogue, kind)) for kind in ("events", "eras", "topics")}
    return {**kinds, "schemas": [*published.KINDS, "event"]}
