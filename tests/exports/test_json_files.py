"""The dataset: JSON against its schemas and back to records; tables, package, sums and archive in others' readers."""

import hashlib
import io
import json
import re
import shutil
import subprocess
import zipfile
from decimal import Decimal

import frictionless
import jsonschema
import pandas
import pytest

import readback
import waterloo
from harness import REPO
from timeline.dates import parse
from timeline.exports import csv_files, format, json_files, package, published, tables, write
from timeline.project.site import Site

SITE = Site("From Cannae to Waterloo", "https://example.org/sub/", licence="CC-BY-4.0", licence_url="https://e.org/by")
CATALOGUE = waterloo.catalogue()
FILES = {
    name.removeprefix("data/v1/"): content
    for name, content in write.files(CATALOGUE, SITE).items()
    if name.startswith("data/v1/")
}
KINDS = sorted(published.KINDS)


def data(name):
    return json.loads(FILES[name], parse_float=Decimal)


def validator(name):
    return jsonschema.Draft202012Validator(format.schemas()[f"{name}.schema.json"])


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_is_as_its_schema_says(kind):
    assert list(validator(kind).iter_errors(json.loads(FILES[f"{kind}.json"]))) == []


@pytest.mark.parametrize("id_", CATALOGUE.events)
def test_every_event_has_a_file_that_is_as_its_schema_says(id_):
    read = json.loads(FILES[f"events/{id_}.json"])

    assert list(validator("event").iter_errors(read)) == []
    assert (read["event"]["id"], read["event"]) == (
        id_,
        next(e for e in data("events.json")["events"] if e["id"] == id_),
    )


@pytest.mark.parametrize("name", sorted(format.schemas()))
def test_every_schema_is_a_schema_and_lies_beside_the_data(name):
    jsonschema.Draft202012Validator.check_schema(format.schemas()[name])

    assert json.loads(FILES[f"schema/{name}"]) == format.schemas()[name]


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_names_every_field_and_asks_for_it(kind):
    model = published.KINDS[kind][0].__name__
    definition = format.schemas()[f"{kind}.schema.json"]["$defs"][model]
    fields = {name for row in data(f"{kind}.json")[kind] for name in row}

    assert fields == set(definition["properties"]) == set(definition["required"])


def test_a_reader_of_today_bears_the_fields_of_tomorrow():
    read = json.loads(FILES["events.json"])
    read["events"][0]["fields_to_come"] = 1

    assert list(validator("events").iter_errors(read)) == []


@pytest.mark.parametrize(
    "change", [{"date": 1815}, {"precision": "hour"}, {"earliest": "18 June"}, {"importance": "huge"}, {"title": None}]
)
def test_the_schema_refuses_what_we_do_not_write(change):
    read = json.loads(FILES["events.json"])
    read["events"][0] |= change

    assert list(validator("events").iter_errors(read)) != []


@pytest.mark.parametrize("kind", KINDS)
def test_json_to_records_and_back_loses_nothing(kind):
    text = FILES[f"{kind}.json"].decode()
    _, records = published.KINDS[kind]

    read = readback.loads(kind, text)

    assert read == list(records(CATALOGUE))
    assert [json_files.dumps(record) for record in read] == [line.rstrip(",") for line in text.splitlines()[1:-1]]


def test_events_hold_what_their_files_hold():
    for record, item in zip(
        readback.loads("events", FILES["events.json"].decode()), CATALOGUE.events.values(), strict=True
    ):
        for name in type(item.record).model_fields:
            if name != "citations":
                assert getattr(record, name) == getattr(item.record, name)
        assert [(c.key, c.locator, c.checked) for c in record.citations] == [
            (c.key, c.locator, c.checked) for c in item.record.citations
        ]


def test_numbers_keep_their_digits():
    assert '"value": 12.50,' in FILES["events.json"].decode()


@pytest.mark.parametrize("mark", ["\ue000", "\u0000", '"\u0000', "\\u0000"])
def test_no_text_is_taken_for_a_number(mark):
    event = published.event(CATALOGUE, next(iter(CATALOGUE.events.values())))

    row = json.loads(json_files.dumps(event.model_copy(update={"title": f"{mark}Napoleon"})))

    assert row["title"] == f"{mark}Napoleon"


def test_a_date_has_limits_and_precision():
    event = next(e for e in data("events.json")["events"] if e["id"] == "bc216-cannae")
    names = ("date", "earliest", "latest", "precision", "approximate", "uncertain", "date_words")

    assert [event[name] for name in names] == [
        *("-0215-08~", "-0215-08-01", "-0215-08-31", "month"),
        *(True, False, "about August 216 BCE"),
    ]


def test_an_open_end_has_no_limit():
    event = next(e for e in data("events.json")["events"] if e["id"] == "1826-lions-mound")

    assert (event["date"][-3:], event["latest"]) == ("/..", None)


def test_the_file_of_an_event_holds_its_sources():
    read = data("events/1815-waterloo.json")

    assert {s["id"] for s in read["sources"]} == {c["key"] for c in read["event"]["citations"]}


def test_references_between_files_hold():
    ids = {kind: {row["id"] for row in data(f"{kind}.json")[kind]} for kind in KINDS}
    for event in data("events.json")["events"]:
        assert set(event["actors"]) <= ids["actors"] and set(event["places"]) <= ids["places"]
        assert set(event["topics"]) <= ids["topics"] and {event["era"]} <= ids["eras"] | {None}
        assert {link["event"] for link in event["related"]} <= ids["events"]
        assert {c["key"] for c in event["citations"]} <= ids["sources"]
    assert {d["event"] for d in data("disputes.json")["disputes"]} <= ids["events"]


def test_the_header_says_what_it_is():
    assert {k: v for k, v in data("topics.json").items() if k != "topics"} == {
        "schema_version": format.SCHEMA_VERSION,
        "title": SITE.name,
        "url": SITE.url,
        "version": None,
        "licence": "CC-BY-4.0",
    }


def test_the_promise_is_kept_by_review():
    """A change of the published format shows as a change of committed files, and `build.py schema` writes them."""
    committed = {path.name: path.read_text(encoding="utf-8") for path in format.SCHEMAS.glob("*.json")}

    assert committed == format.texts()


@pytest.mark.parametrize("name", tables.TABLES)
def test_pandas_reads_every_table(name):
    table = tables.TABLES[name]
    frame = pandas.read_csv(io.BytesIO(FILES[f"{name}.csv"]), keep_default_na=False, dtype=str)

    assert list(frame.columns) == [column.name for column in table.columns]
    assert [tuple(row) for row in frame.itertuples(index=False)] == [
        tuple("" if cell is None else str(csv_files.safe(cell)) for cell in row) for row in table.rows(CATALOGUE)
    ]
    assert len(frame)


RFC_4180 = re.compile(
    r"(?P<field>(?:[\x20-\x21\x23-\x2b\x2d-\x7e\x80-\U0010ffff]*|"
    r'"(?:[\x20-\x21\x23-\x7e\x80-\U0010ffff\r\n]|"")*"))(?P<end>,|\r\n)'
)
"""The grammar of RFC 4180, section 2, with letters beyond ASCII."""


@pytest.mark.parametrize("name", tables.TABLES)
def test_tables_are_rfc_4180_and_open_in_spreadsheets(name):
    content = FILES[f"{name}.csv"].decode("utf-8-sig")
    fields = list(RFC_4180.finditer(content))

    assert FILES[f"{name}.csv"].startswith(b"\xef\xbb\xbf")
    assert "".join(field.group() for field in fields) == content
    widths = "".join("x" if field["end"] == "," else "x\n" for field in fields).split()
    assert {len(width) for width in widths} == {len(tables.TABLES[name].columns)}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+7 495", "'+7 495"),
        ("-0215-08~", "'-0215-08~"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\n=1", "'\n=1"),
        ("＝1", "'＝1"),
        ("1 = 1", "1 = 1"),
        (Decimal("-2.50"), Decimal("-2.50")),
        (None, None),
    ],
)
def test_no_text_is_a_formula(cell, expected):
    assert csv_files.safe(cell) == expected


def test_no_cell_of_any_table_is_a_formula():
    for name in tables.TABLES:
        frame = pandas.read_csv(io.BytesIO(FILES[f"{name}.csv"]), keep_default_na=False, dtype=str)
        numbers = [column.name for column in tables.TABLES[name].columns if column.type != "string"]
        texts = frame.drop(columns=numbers).to_numpy().ravel()
        assert [text for text in texts if text.startswith(csv_files.FORMULA)] == []
        for cell in frame[numbers].to_numpy().ravel():
            assert cell == "" or Decimal(cell).is_finite()


def test_no_date_is_finer_than_its_edtf():
    for name in ("events", "figures", "series"):
        frame = pandas.read_csv(io.BytesIO(FILES[f"{name}.csv"]), keep_default_na=False, dtype=str)
        for row in frame.itertuples():
            date = parse(row.date.lstrip("'"))
            assert row.precision == date.precision.name.lower()
            if row.earliest == row.latest:
                assert row.precision == "day"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The files on disk, as a reader has them."""
    root = tmp_path_factory.mktemp("v1")
    for name, content in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return root


def test_frictionless_finds_the_package_valid(folder, monkeypatch):
    monkeypatch.chdir(folder)
    report = frictionless.validate("datapackage.json")

    assert report.flatten(["name", "message"]) == []
    rows = {task.name: task.stats["rows"] for task in report.tasks if task.name in tables.TABLES}
    assert rows == {name: len(list(table.rows(CATALOGUE))) for name, table in tables.TABLES.items()}


@pytest.mark.parametrize(
    ("file", "find", "put"),
    [
        ("links.csv", b"led_to", b"lead_to"),
        ("links.csv", b"1815-waterloo", b"1815-watterloo"),
        ("citations.csv", b"zamoyski-2007", b"zamoyski-2070"),
    ],
)
def test_frictionless_sees_a_relation_or_a_key_that_does_not_exist(folder, monkeypatch, tmp_path, file, find, put):
    shutil.copytree(folder, tmp_path / "v1")
    monkeypatch.chdir(tmp_path / "v1")
    assert find in FILES[file]
    (tmp_path / "v1" / file).write_bytes(FILES[file].replace(find, put))

    types = {kind for [kind] in frictionless.validate("datapackage.json").flatten(["type"])}

    assert types & {"constraint-error", "foreign-key"}


def test_sha256sum_agrees(folder):
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", package.SUMS],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "")
    assert len(FILES[package.SUMS].splitlines()) == len(FILES) - 1


def test_the_archive_holds_every_file():
    packed = zipfile.ZipFile(io.BytesIO(write.files(CATALOGUE, SITE)[write.ARCHIVE]))

    assert packed.testzip() is None
    assert {name.removeprefix("v1/"): packed.read(name) for name in packed.namelist()} == FILES


def test_the_same_data_gives_the_same_bytes():
    first, second = (write.files(CATALOGUE, SITE)[write.ARCHIVE] for _ in range(2))

    assert hashlib.sha256(first).digest() == hashlib.sha256(second).digest()


def test_a_timeline_without_address_and_licence_is_exported_too():
    found = write.files(CATALOGUE, Site("A name"))

    assert json.loads(found["data/v1/events.json"])["url"] is None
    assert "licenses" not in json.loads(found["data/v1/datapackage.json"])


def test_files_are_written_below_the_site(tmp_path):
    write.write(tmp_path, CATALOGUE, SITE)

    assert {
        p.relative_to(tmp_path / "data/v1").as_posix() for p in (tmp_path / "data/v1").rglob("*") if p.is_file()
    } == {*FILES}


def test_no_schema_speaks_of_this_repository_alone():
    assert str(REPO) not in "".join(format.texts().values())
