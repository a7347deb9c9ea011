"""Synthetic timelines: seeded, so that every run measures the same events."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

SEED = 19991208
FIRST, LAST = date(1791, 1, 1), date(1822, 12, 31)
TOPICS = ("integration", "state", "economy", "security", "protest", "repression", "world", "opinion")
PLACES = ("paris", "vienna", "brest", "london", "madrid", "lisbon", "berlin", "rome", "cairo", "lima")
ERAS = (1791, 1795, 1800, 1805, 1810, 1815, 1820)
WORDS = """agreement border budget central common council court customs decree delegation deputy dispute
economic election energy exchange exercise export federation foreign gas government industry joint law
leader loan market meeting military minister ministry national observer official oil opposition parliament
party pipeline poll president price programme protest published referendum reform refused report ruling
sanction security session share signed single sources state statement summit supply talks tariff treasury
treaty troops union vote winter the of in and for with after before under between against""".split()  # noqa: SIM905 (a list of ninety would be longer)


@dataclass(frozen=True)
class Timeline:
    """The records of one synthetic timeline as plain data, by id."""

    events: dict[str, dict[str, Any]]
    eras: dict[str, dict[str, Any]]
    actors: dict[str, dict[str, Any]]
    sources: dict[str, dict[str, Any]]


def timeline(size: int) -> Timeline:
    """`size` events with as many own sources, and a fifth as many sources that events share; all are cited."""
    chance = random.Random(f"{SEED} {size}")
    sources = {f"shared-{n}": _source(chance, n, "shared") for n in range(max(size // 5, 10))}
    actors = {f"actor-{n}": _actor(n) for n in range(max(size // 20, 12))}
    days = sorted(_day(chance) for _ in range(size))
    ids = [f"{day.year}-event-{n}" for n, day in enumerate(days)]
    events = {id_: _event(chance, n, ids, days[n], [*actors], [*sources]) for n, id_ in enumerate(ids)}
    return Timeline(events, {f"era-{year}": _era(chance, year) for year in ERAS}, actors, sources)


def _day(chance: random.Random) -> date:
    """A day; one in five falls into one crowded year, as in every real timeline."""
    span = (LAST - FIRST).days
    if chance.random() < 0.2:
        return date(1820, 1, 1) + timedelta(chance.randrange(366))
    return FIRST + timedelta(chance.randrange(span))


def _sentence(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count)).capitalize() + "."


def _event(
    chance: random.Random, number: int, ids: list[str], day: date, actors: list[str], sources: list[str]
) -> dict[str, Any]:
    own = f"own-{number}"
    shared = [sources[number % len(sources)], sources[(number * 7 + 3) % len(sources)]]
    if shared[0] == shared[1]:
        shared[1] = sources[(number * 7 + 4) % len(sources)]
    keys = [own, *shared]
    event: dict[str, Any] = {
        "title": f"{_sentence(chance, 7)[:-1][:52]} no. {number}",
        "date": _date(chance, day),
        "summary": _sentence(chance, 20)[:190].rstrip(". ") + ".",
        "topics": chance.sample(TOPICS, 3),
        "importance": chance.choices(("landmark", "major", "minor"), (6, 30, 64))[0],
        "places": chance.sample(PLACES, chance.choice((1, 1, 2))),
        "actors": list(dict.fromkeys([actors[number % len(actors)], *chance.sample(actors, 3)])),
        "body": _body(chance, keys, ids, number),
        "figures": [_figure(chance, own)],
    }
    if number % 10 == 5:
        event["disputes"] = [_dispute(chance, keys)]
    if number % 3 == 1:
        event["links"] = {"responds_to": [ids[max(0, number - 1 - chance.randrange(20))]]}
    cited = [{"key": key, "locator": f"p. {chance.randrange(1, 90)}", "checked": "excerpt"} for key in shared]
    event["citations"] = [{"key": own, **_source(chance, number, "own"), "checked": "full text"}, *cited]
    return event


def _date(chance: random.Random, day: date) -> str:
    """A day for most, then intervals, months and doubtful dates."""
    kind = chance.random()
    if kind < 0.25:
        return f"{day}/{min(day + timedelta(chance.randrange(1, 120)), LAST)}"
    if kind < 0.35:
        return f"{day:%Y-%m}"
    return f"{day}~" if kind < 0.4 else str(day)


def _body(chance: random.Random, keys: list[str], ids: list[str], number: int) -> str:
    """Three paragraphs of forty words; each cites, one in two links to an event before."""
    parts = []
    for key in keys:
        middle = f"{_sentence(chance, 12)[:-1]}, *{chance.choice(WORDS)}*"
        text = f"{_sentence(chance, 14)} {middle}, {_sentence(chance, 13)[:-1].lower()}"
        parts.append(f"{text} [@{key}, p. {chance.randrange(1, 90)}].")
    if number % 2:
        parts[0] = f"After [what came before](event:{ids[number - 1]}), {parts[0]}"
    return "\n\n".join(parts) + "\n"


def _figure(chance: random.Random, key: str) -> dict[str, Any]:
    value = round(chance.uniform(1, 99), 1)
    return {"label": "Share in favour", "value": value, "unit": "%", "measured_by": "A pollster", "citations": [key]}


def _dispute(chance: random.Random, keys: list[str]) -> dict[str, Any]:
    positions = [
        {"claim": _sentence(chance, 14), "held_by": f"Observer {n}", "citations": [key]}
        for n, key in enumerate(keys[:2])
    ]
    return {"question": _sentence(chance, 9)[:-1] + "?", "positions": positions}


def _source(chance: random.Random, number: int, kind: str) -> dict[str, Any]:
    return {
        "type": "article-newspaper",
        "kind": chance.choice(("agency", "independent-media", "official")),
        "title": f"{_sentence(chance, 8)[:-1]} {number}",
        "author": [f"Family{number % 97}, Given{number % 13}"],
        "publisher": f"{kind.capitalize()} Press {number}",
        "issued": str(FIRST + timedelta(chance.randrange(11_000))),
        "language": chance.choice(("en", "be", "ru")),
        "URL": f"https://example.org/{kind}/{number}",
    }


def _actor(number: int) -> dict[str, Any]:
    names = {"be": f"Імя Прозвішча {number}", "ru": f"Имя Фамилия {number}"}
    return {"name": f"Given Family{number}", "kind": "person", "description": "Somebody.", "names": names}


def _era(chance: random.Random, year: int) -> dict[str, Any]:
    end = next((later for later in ERAS if later > year), LAST.year + 1) - 1
    return {
        "title": f"Years from {year}",
        "date": f"{year}-01-01/{end}-12-31",
        "summary": _sentence(chance, 20),
        "narrative": f"{_sentence(chance, 90)[:-1]} [@shared-{year % 10}].\n",
    }


HOME = """---
title: Synthetic
template: home.html
---

# Synthetic

<!-- timeline:chronology -->

<!-- timeline:era-cards -->
"""


def write(made: Timeline, folder: Path, repository: Path) -> None:
    """Write a timeline as a project: records, settings and a home page."""
    for name, records in (
        ("events", made.events),
        ("reference/eras", made.eras),
        ("reference/actors", made.actors),
        ("reference/sources", made.sources),
    ):
        for id_, record in records.items():
            _yaml(folder / name / f"{id_}.yaml", record)
    _yaml(folder / "reference/topics.yaml", {id_: {"title": id_, "description": "A lane."} for id_ in TOPICS})
    places = {id_: {"name": id_, "country": "Here", "lat": 50 + n, "lon": 20 + n} for n, id_ in enumerate(PLACES)}
    _yaml(folder / "reference/places.yaml", places)
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text(HOME, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(OURS.format(repository / "build.py"), encoding="utf-8")


OURS = """site_name: Synthetic
site_url: !ENV [SITE_URL, ""]
hooks: ["{}"]
strict: true
theme: {{name: material, features: [navigation.instant]}}
plugins: [search]
markdown_extensions: [attr_list, md_in_html]
extra: {{generator: false}}
"""

PLAIN = """site_name: Plain
site_url: !ENV [SITE_URL, ""]
theme: {name: material, font: false}
nav: [index.md]
not_in_nav: /events/
plugins: [search]
"""


def write_plain(made: Timeline, folder: Path) -> None:
    """Write the same events as what MkDocs expects: one Markdown page an event, none of them in the navigation."""
    (folder / "docs/events").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    (folder / "docs/index.md").write_text("# Events\n", encoding="utf-8")
    for id_, event in made.events.items():
        lines = "\n".join(_plain(event, made))
        (folder / f"docs/events/{id_}.md").write_text(lines, encoding="utf-8")


def _plain(event: dict[str, Any], made: Timeline) -> Iterator[str]:
    body = re.sub(r"\(event:([^)]*)\)", r"(\1.md)", event["body"])
    yield f"# {event['title']}\n\n{event['date']}\n\n{event['summary']}\n\n{body}"
    for figure in event["figures"]:
        yield f"{figure['label']}: **{figure['value']} {figure['unit']}**, {figure['measured_by']}\n"
    for dispute in event.get("disputes", []):
        claims = "\n".join(f"- {position['claim']}" for position in dispute["positions"])
        yield f"## {dispute['question']}\n\n{claims}\n"
    yield "## Sources\n"
    for citation in event["citations"]:
        source = made.sources.get(citation["key"], citation)
        yield f"1. [{source['title']}]({source['URL']}), {source['publisher']}, {source['issued']}"


class _Dumper(yaml.CSafeDumper):
    """Writes texts of several lines as authors do: as blocks."""


def _text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def _yaml(path: Path, data: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
    path.write_text(text, encoding="utf-8")
