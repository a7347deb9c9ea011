"""What the files of the dataset hold, a line each, under their headings."""

from __future__ import annotations

from collections.abc import Mapping

SECTIONS: Mapping[str, str] = {
    "all": "All at once",
    "records": "Records (JSON)",
    "tables": "Tables (CSV)",
    "sources": "Sources",
    "calendars": "Calendars",
    "feeds": "Feeds",
    "reuse": "For maps and other timelines",
    "licence": "Licence, and how to cite",
    "changes": "Changes of the format",
}
"""Headings of the page about the data, by their anchors."""

_EVENT, _ERA = "The same for one event.", "The same for one era and its events."
_AS_JSON = "The same as JSON Feed."

WHAT: Mapping[str, str] = {
    "README.md": "What is in the folder, on what terms, and what you can rely on.",
    "SHA256SUMS": "Checksums: is the download whole?",
    "datapackage.json": "The files as Frictionless software takes them: columns, types, keys, sizes, licence.",
    "openapi.json": "Every address as a read-only interface (OpenAPI 3.1), with its form and its schema.",
    "events.json": "Events with texts, figures, disputes, links and citations.",
    "sources.json": "Sources in CSL variables, and what cites them.",
    "actors.json": "People, bodies and states, with names in all spellings.",
    "eras.json": "Eras with their narratives.",
    "topics.json": "The lanes of the timeline.",
    "places.json": "Places with coordinates (WGS 84).",
    "terms.json": "The glossary.",
    "series.json": "Series of values over time.",
    "disputes.json": "Questions on which sources disagree, each answer with its holder.",
    "story.json": "The defining moments in order.",
    "audits.json": "Readings of records against their sources, statement by statement, with verdict and evidence.",
    "features.json": "What maps show beside places: routes, stations, areas, with their sources.",
    "media.json": "Pictures with what they show, who made them and their rights.",
    "walks.json": "Questions, and the events that let a reader answer each.",
    "events/{id}.json": "One event with its sources; each event has such a file.",
    "schema/{id}.schema.json": "The JSON Schema of a file above; each has one of its own.",
    "events.csv": "One row for each event.",
    "figures.csv": "One row for each figure of an event: value or range, unit, base, who measured.",
    "disputes.csv": "One row for each answer to a question on which sources disagree.",
    "quotes.csv": "One row for each quotation: original words, translation, who spoke, where it stands.",
    "links.csv": "One row for each typed link between events: the edges of a graph.",
    "places.csv": "One row for each place, with coordinates and the number of its events.",
    "actors.csv": "One row for each person, body and state, with its other spellings.",
    "sources.csv": "One row for each source: kind, language, maker, address, and the line of a bibliography.",
    "citations.csv": "One row for each source that a record cites: where in it, and how much of it was read.",
    "series.csv": "One row for each value of the series.",
    "sources.csl.json": "CSL-JSON, for Zotero, pandoc and citeproc.",
    "sources.bib": "BibTeX; its dates are EDTF, which biblatex understands.",
    "sources.ris": "RIS, for EndNote, Mendeley and Citavi.",
    "events/{id}/sources.csl.json": _EVENT,
    "events/{id}/sources.bib": _EVENT,
    "events/{id}/sources.ris": _EVENT,
    "eras/{id}/sources.csl.json": _ERA,
    "eras/{id}/sources.bib": _ERA,
    "eras/{id}/sources.ris": _ERA,
    "events.ics": "Events where they stand in time.",
    "on-this-day.ics": "Events that come back each year on their day: "
    "those known to the day that lasted a month at most.",
    "eras/{id}/events.ics": "Events of one era.",
    "topics/{id}/events.ics": "Events of one topic.",
    "feed.atom": "New events.",
    "feed.json": _AS_JSON,
    "corrections.atom": "Corrections.",
    "corrections.json": _AS_JSON,
    "events.geojson": "GeoJSON for QGIS, Leaflet and Datawrapper: each event at its places; one without a place has "
    "no geometry.",
    "timelinejs.json": "Title, events and eras for TimelineJS 3.",
    "vis.json": "Items and groups for vis-timeline. Dates that are no day are ranges over all possible days.",
    "CITATION.cff": "That citation for programs (Citation File Format 1.2.0).",
    "CHANGELOG.md": "This list, inside the folder.",
}
"""What each file is, by its path; `{id}` in a path stands for the ids of a kind."""

SUBSCRIBE = "Calendar program: subscribe to the address of this file"
FOLLOW = "Feed reader: add the address of this file"
INTO_ZOTERO = "Zotero: File > Import, or drag the file into the library"
INTO_ENDNOTE = "EndNote: File > Import > Reference Manager (RIS)"
INTO_DATAWRAPPER = "Datawrapper: symbol map, columns lat and lon"
