"""The files of the dataset, one line and one example each: what its page, its README and OpenAPI list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline.catalogue import Catalogue
from timeline.exports import published
from timeline.language import data_files

JSON, CSV, ICS, ATOM = "application/json", "text/csv", "text/calendar", "application/atom+xml"
CSL, BIB, RIS = "application/vnd.citationstyles.csl+json", "application/x-bibtex", "application/x-research-info-systems"
FEED, GEO, MARKDOWN, PLAIN, YAML = (
    *("application/feed+json", "application/geo+json"),
    *("text/markdown", "text/plain", "application/yaml"),
)


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


def _file(path: str, media: str, example: str, of: str = "") -> File:
    return File(path, media, data_files.WHAT[path], example, of)


SECTIONS: Mapping[str, Section] = {
    "all": Section(
        data_files.SECTIONS["all"],
        (
            _file("README.md", MARKDOWN, "less README.md"),
            _file("SHA256SUMS", PLAIN, "cd v1 && sha256sum --check --quiet SHA256SUMS"),
            _file("datapackage.json", JSON, "frictionless validate datapackage.json"),
            _file("openapi.json", JSON, "openapi-generator-cli generate -i openapi.json -g python -o client"),
        ),
    ),
    "records": Section(
        data_files.SECTIONS["records"],
        (
            _file("events.json", JSON, "jq -r '.events[] | [.date, .title] | @tsv' events.json"),
            _file(
                "sources.json",
                JSON,
                "jq '.sources | group_by(.kind) | map({(.[0].kind): length})' sources.json",
            ),
            _file("actors.json", JSON, "jq '.actors[] | select(.kind == \"person\") | .name' actors.json"),
            _file("eras.json", JSON, "jq '.eras[] | .title, .date' eras.json"),
            _file("topics.json", JSON, "jq '.topics[].title' topics.json"),
            _file("places.json", JSON, "jq '.places[] | [.name, .lat, .lon]' places.json"),
            _file("terms.json", JSON, "jq '.terms[] | {term, definition}' terms.json"),
            _file("series.json", JSON, "jq '.series[] | .title, .question' series.json"),
            _file("disputes.json", JSON, "jq '.disputes[] | .question, .positions[].claim' disputes.json"),
            _file("story.json", JSON, "jq '.story[].moments[].event' story.json"),
            _file("audits.json", JSON, "jq '.audits[].records[].statements[].verdict' audits.json"),
            _file("features.json", JSON, "jq '.features[] | [.layer, .title] | @tsv' features.json"),
            _file("media.json", JSON, "jq '.media[] | .title, .creator, .rights' media.json"),
            _file("walks.json", JSON, "jq '.walks[] | .question, .steps[].event' walks.json"),
            _file("events/{id}.json", JSON, "jq '.event.title, .sources[].URL' {id}.json", "events"),
            _file(
                "schema/{id}.schema.json",
                "application/schema+json",
                "check-jsonschema --schemafile schema/{id}.schema.json {id}.json",
                "schemas",
            ),
        ),
    ),
    "tables": Section(
        data_files.SECTIONS["tables"],
        (
            _file("events.csv", CSV, 'pandas.read_csv("events.csv").groupby("era").size()'),
            _file("figures.csv", CSV, 'pandas.read_csv("figures.csv").query("unit == \'%\'")'),
            _file("disputes.csv", CSV, 'pandas.read_csv("disputes.csv").groupby("question").held_by.agg(list)'),
            _file("quotes.csv", CSV, 'pandas.read_csv("quotes.csv").groupby("language")[["speaker", "text"]].first()'),
            _file(
                "links.csv",
                CSV,
                'networkx.from_pandas_edgelist(pandas.read_csv("links.csv"), edge_attr="relation")',
            ),
            _file("places.csv", CSV, data_files.INTO_DATAWRAPPER),
            _file("actors.csv", CSV, 'pandas.read_csv("actors.csv").nlargest(10, "events")[["name", "events"]]'),
            _file(
                "sources.csv", CSV, 'pandas.read_csv("sources.csv").pivot_table("cited_by", "kind", "language", "sum")'
            ),
            _file("citations.csv", CSV, 'pandas.read_csv("citations.csv").query("checked == \'not seen\'")'),
            _file("series.csv", CSV, 'read.csv("series.csv", fileEncoding = "UTF-8-BOM")'),
        ),
    ),
    "sources": Section(
        data_files.SECTIONS["sources"],
        (
            _file("sources.csl.json", CSL, "pandoc --citeproc --bibliography=sources.csl.json paper.md -o paper.docx"),
            _file("sources.bib", BIB, "\\addbibresource{sources.bib}"),
            _file("sources.ris", RIS, data_files.INTO_ENDNOTE),
            *(
                _file(f"{kind}/{{id}}/sources.{form}", media, data_files.INTO_ZOTERO, kind)
                for kind in ("events", "eras")
                for form, media in (("csl.json", CSL), ("bib", BIB), ("ris", RIS))
            ),
        ),
    ),
    "calendars": Section(
        data_files.SECTIONS["calendars"],
        (
            _file("events.ics", ICS, data_files.SUBSCRIBE),
            _file("on-this-day.ics", ICS, data_files.SUBSCRIBE),
            *(_file(f"{kind}/{{id}}/events.ics", ICS, data_files.SUBSCRIBE, kind) for kind in ("eras", "topics")),
        ),
    ),
    "feeds": Section(
        data_files.SECTIONS["feeds"],
        (
            _file("feed.atom", ATOM, data_files.FOLLOW),
            _file("feed.json", FEED, "jq -r '.items[] | .date_published, .title' feed.json"),
            _file("corrections.atom", ATOM, data_files.FOLLOW),
            _file("corrections.json", FEED, "jq -r '.items[].content_text' corrections.json"),
        ),
    ),
    "reuse": Section(
        data_files.SECTIONS["reuse"],
        (
            _file("events.geojson", GEO, 'geopandas.read_file("events.geojson").plot(column="era")'),
            _file("timelinejs.json", JSON, 'new TL.Timeline("place", "timelinejs.json")'),
            _file(
                "vis.json",
                JSON,
                "new vis.Timeline(place, new vis.DataSet(data.items), data.groups, {})",
            ),
        ),
    ),
    "licence": Section(
        data_files.SECTIONS["licence"],
        (_file("CITATION.cff", YAML, "cffconvert -i CITATION.cff -f bibtex"),),
    ),
    "changes": Section(data_files.SECTIONS["changes"], (_file("CHANGELOG.md", MARKDOWN, "head CHANGELOG.md"),)),
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
