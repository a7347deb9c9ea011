"""Each file of the dataset in software that others wrote: which records go in, and which come out.

`python tests/support/readers.py SITE` prints that as a table, for the built site in the folder SITE.
"""

import contextlib
import csv
import html
import json
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bibtexparser
import feedparser
import frictionless
import geojson
import jsonschema
import openapi_spec_validator
import pandas
import pybtex.database
import pypandoc
import rispy
from icalendar import Calendar
from rdflib import RDF, URIRef

from htmldoc import Document
from tools import npm_file, program, python_program
from vocabulary import SCHEMA, graph

ICAL_JS = """
const ICAL = require(process.argv[1]), text = require("fs").readFileSync(process.argv[2], "utf8");
const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map(one => new ICAL.Event(one));
console.log(JSON.stringify(events.map(one => {
  const found = {uid: one.uid, summary: one.summary, start: one.startDate.toString(), end: one.endDate.toString()};
  if (one.isRecurring()) {
    const times = one.iterator();
    found.times = [times.next(), times.next(), times.next()].map(String);
  }
  return found;
})));
"""


@dataclass(frozen=True)
class Row:
    """What one reader made of one file."""

    file: str
    reader: str
    given: list[str]
    taken: list[str]
    why: str = ""
    """Why records may be missing, in a few words."""

    @property
    def missing(self) -> list[str]:
        return list((Counter(self.given) - Counter(self.taken)).elements())

    @property
    def added(self) -> list[str]:
        return list((Counter(self.taken) - Counter(self.given)).elements())

    @property
    def difference(self) -> str:
        parts = [f"{len(self.missing)} left out: {self.why or '?'}"] if self.missing else []
        return "; ".join([*parts, *([f"{len(self.added)} added"] if self.added else [])]) or "none"


def rows(site: Path) -> Iterable[Row]:
    """Yield what every reader makes of the files of a built site."""
    v1 = site / "data" / "v1"
    yield from _records(v1)
    yield from _tables(v1)
    yield from _bibliographies(v1)
    yield from _calendars(v1)
    yield from _events(v1)
    yield from _wrappings(v1)
    yield _pages(site, v1)


def records(v1: Path, kind: str) -> list[dict[str, Any]]:
    """The records of a kind, as JSON has them."""
    found: list[dict[str, Any]] = json.loads((v1 / f"{kind}.json").read_text(encoding="utf-8"))[kind]
    return found


def taken(v1: Path) -> list[Path]:
    """Every file that others take; the page that leads from the folder to its explanation is none."""
    return sorted(path for path in v1.rglob("*") if path.is_file() and path != v1 / "index.html")


def _ids(v1: Path, kind: str) -> list[str]:
    return [record["id"] for record in records(v1, kind)]


def _titles(v1: Path) -> list[str]:
    return [event["title"] for event in records(v1, "events")]


def _records(v1: Path) -> Iterable[Row]:
    for schema in sorted(v1.glob("schema/*.schema.json")):
        kind = schema.name.removesuffix(".schema.json")
        validator = jsonschema.Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))
        files = sorted(v1.glob("events/*.json")) if kind == "event" else [v1 / f"{kind}.json"]
        good = [path for path in files if validator.is_valid(json.loads(path.read_text(encoding="utf-8")))]
        if kind == "event":
            yield Row("events/{id}.json", "jsonschema", _ids(v1, "events"), [path.stem for path in good])
        else:
            yield Row(f"{kind}.json", "jsonschema", _ids(v1, kind), _ids(v1, kind) if good else [])


def _tables(v1: Path) -> Iterable[Row]:
    package = json.loads((v1 / "datapackage.json").read_text(encoding="utf-8"))
    with contextlib.chdir(v1):  # it trusts no path from the root
        report = frictionless.validate("datapackage.json")
    for name in [part["name"] for part in package["resources"] if part["format"] == "csv"]:
        given = _lines(v1 / f"{name}.csv")
        frame = pandas.read_csv(v1 / f"{name}.csv", dtype=str, keep_default_na=False)
        yield Row(f"{name}.csv", "pandas", given, ["\x1f".join(row) for row in frame.itertuples(index=False)])
        task = next(task for task in report.tasks if task.name == name)
        yield Row(f"{name}.csv", "frictionless", given, given[: task.stats["rows"]] if task.valid else [])
    valid = [task.name for task in report.tasks if task.valid]
    yield Row("datapackage.json", "frictionless", [part["name"] for part in package["resources"]], valid)


def _lines(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return ["\x1f".join(row) for row in list(csv.reader(file, strict=True))[1:]]


def _bibliographies(v1: Path) -> Iterable[Row]:
    keys = _ids(v1, "sources")
    bib, ris = ((v1 / f"sources.{form}").read_text(encoding="utf-8") for form in ("bib", "ris"))
    yield Row("sources.bib", "bibtexparser", keys, [entry.key for entry in bibtexparser.parse_string(bib).entries])
    yield Row("sources.bib", "pybtex", keys, list(pybtex.database.parse_string(bib, "bibtex").entries))
    yield Row("sources.ris", "rispy", keys, [entry["id"] for entry in rispy.loads(ris)])
    for form, name in (("csljson", "csl.json"), ("biblatex", "bib"), ("bibtex", "bib"), ("ris", "ris")):
        read = json.loads(pypandoc.convert_file(str(v1 / f"sources.{name}"), "csljson", format=form))
        yield Row(f"sources.{name}", f"pandoc ({form})", keys, [entry["id"] for entry in read])


def _calendars(v1: Path) -> Iterable[Row]:
    year = {event["title"]: event["date"][:4] for event in records(v1, "events")}
    words = {f"{event['title']} ({event['date_words']})": event["title"] for event in records(v1, "events")}
    for name, why in (("events.ics", "no day or month"), ("on-this-day.ics", "no day, or over a month")):
        path = v1 / name
        found = {
            "icalendar": [str(e["SUMMARY"]) for e in Calendar.from_ical(path.read_bytes()).walk("VEVENT")],
            "ical.js": [event["summary"] for event in ical_js(path)],
        }
        given = _titles(v1) if name == "events.ics" else [f"{year[title]}: {title}" for title in _titles(v1)]
        for reader, taken in found.items():
            yield Row(name, reader, given, [words.get(title, title) for title in taken], why)


def ical_js(path: Path) -> list[dict[str, Any]]:
    """What ical.js reads in a calendar: uid, summary, start, end, and of what comes back the first three times."""
    node = program(["node", "nodejs"], variable="NODE", package="nodejs")
    command = [str(node), "-e", ICAL_JS, str(npm_file("ical.js", "dist/ical.es5.cjs")), str(path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=True)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def _events(v1: Path) -> Iterable[Row]:
    ids, titles = _ids(v1, "events"), _titles(v1)
    places = geojson.loads((v1 / "events.geojson").read_text(encoding="utf-8"))
    yield Row("events.geojson", "geojson", ids, [part["id"] for part in places["features"] if part.is_valid])
    atom = feedparser.parse(str(v1 / "feed.atom"))
    yield Row("feed.atom", "feedparser", titles, [] if atom.bozo else [entry.title for entry in atom.entries])
    feed = json.loads((v1 / "feed.json").read_text(encoding="utf-8"))
    yield Row("feed.json", "json", titles, [item["title"] for item in feed["items"]])
    other = json.loads((v1 / "timelinejs.json").read_text(encoding="utf-8"))["events"]
    yield Row("timelinejs.json", "json", titles, [html.unescape(event["text"]["headline"]) for event in other])
    items = json.loads((v1 / "vis.json").read_text(encoding="utf-8"))["items"]
    yield Row("vis.json", "json", ids, [item["id"] for item in items])


def _wrappings(v1: Path) -> Iterable[Row]:
    files = [path.relative_to(v1).as_posix() for path in taken(v1)]
    described = json.loads((v1 / "openapi.json").read_text(encoding="utf-8"))
    openapi_spec_validator.validate(described, base_uri=f"{v1.as_uri()}/")
    matched = [name for name in files if any(_matches(name, path) for path in described["paths"])]
    yield Row("openapi.json", "openapi-spec-validator", files, matched)
    done = python_program("cffconvert")("--validate", "-i", v1 / "CITATION.cff")
    yield Row("CITATION.cff", "cffconvert", ["citation"], ["citation"] if done.returncode == 0 else [])
    done = subprocess.run(["sha256sum", "--check", "SHA256SUMS"], cwd=v1, capture_output=True, text=True, check=False)
    right = [line.removesuffix(": OK") for line in done.stdout.splitlines() if line.endswith(": OK")]
    yield Row("SHA256SUMS", "sha256sum", [name for name in files if name != "SHA256SUMS"], right)
    with zipfile.ZipFile(v1.parent / "v1.zip") as packed:
        names = [] if packed.testzip() else [name.removeprefix("v1/") for name in packed.namelist()]
    yield Row("v1.zip", "zipfile", files, names)


def _matches(name: str, path: str) -> bool:
    before, braces, after = path.removeprefix("/").partition("{id}")
    return name == before if not braces else name.startswith(before) and name.endswith(after)


def _pages(site: Path, v1: Path) -> Row:
    taken = []
    for event in records(v1, "events"):
        page = Document(site, site / event["path"] / "index.html")
        for script in page.root.all("script", type="application/ld+json"):
            read = graph(json.loads("".join(map(str, script.children))))
            for thing in read.subjects(RDF.type, URIRef(f"{SCHEMA}Event")):
                taken += [str(name) for name in read.objects(thing, URIRef(f"{SCHEMA}name"))]
    return Row("events/{id}/ (JSON-LD)", "rdflib", _titles(v1), taken)


def table(found: Iterable[Row], write: Callable[[str], Any]) -> None:
    """Write the rows as a table in Markdown."""
    write("| file | reader | records in | records out | differences |\n|---|---|---:|---:|---|\n")
    for row in found:
        write(f"| `{row.file}` | {row.reader} | {len(row.given)} | {len(row.taken)} | {row.difference} |\n")


if __name__ == "__main__":
    table(rows(Path(sys.argv[1]).resolve()), sys.stdout.write)
