"""What the form for a new event is built from: the definition of an event, what exists, and words for all of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from timeline.catalogue import Catalogue
from timeline.editing import completion, record_file
from timeline.editing.fields import FieldOf, fields, plain_words
from timeline.language import form as words
from timeline.language.labels import KIND_WORDS, RELATION_WORDS, language_names
from timeline.project.site import Site
from timeline.records.id_rules import ID_PATTERN
from timeline.records.kinds import KIND, KIND_OF_MANY
from timeline.records.values import DATE_PATTERN, LANGUAGE_PATTERN

_NAMING = ("topics", "importance", "places", "actors")
"""Keys of the step that asks where an event belongs."""

_SHORT = 160
"""Characters of an example: a longer one is cut."""

_OF_CHOICES = {
    "type": words.TYPES,
    "kind": {**KIND_WORDS, **words.ACTORS},
    "importance": words.IMPORTANCE,
    "checked": words.CHECKED,
}


def form_data(catalogue: Catalogue, site: Site) -> dict[str, Any]:
    """Return all that the form knows."""
    examples = _examples(catalogue)
    repository = site.repository
    places = KIND["place"].place
    made = {
        many: {
            "fields": [_field(field, (many,), examples) for field in fields(KIND_OF_MANY[many].schema)],
            "path": KIND_OF_MANY[many].file,
            "head": ""
            if KIND_OF_MANY[many].shared_file
            else record_file.head(KIND_OF_MANY[many].one, KIND_OF_MANY[many].file),
            "table": _table(site, KIND_OF_MANY[many].file) if KIND_OF_MANY[many].shared_file else "",
        }
        for many in ("actors", "places")
    }
    return {
        "fields": [_field(field, (), examples) for field in fields("event")],
        "steps": _steps(),
        "patterns": {"date": DATE_PATTERN, "id": ID_PATTERN, "language": LANGUAGE_PATTERN},
        "known": _known(catalogue, site),
        "made": made,
        "create": {one: repository.create_url(KIND[one].place) for one in ("event", "actor")}
        if repository.url
        else None,
        "edit": {places: repository.edit_url(places)} if repository.url else {},
        "contact": site.contact,
        "next": site.next or words.NEXT,
        "head": record_file.head("event", "events/ID.yaml"),
    }


def _steps() -> list[dict[str, Any]]:
    named = [set(step.keys) for step in words.STEPS]
    taken = set().union(*named, _NAMING)
    rest = [field.key for field in fields("event") if field.key not in taken]
    keys = (words.STEPS[0].keys, _NAMING, words.STEPS[2].keys, (*words.STEPS[3].keys, *rest), words.STEPS[4].keys)
    return [{"title": step.title, "lead": step.lead, "keys": own} for step, own in zip(words.STEPS, keys, strict=True)]


def _known(catalogue: Catalogue, site: Site) -> dict[str, Any]:
    records = {
        key: item.record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        for key, item in catalogue.sources.items()
    }
    addresses = {record["URL"]: catalogue.sources[key].file for key, record in records.items() if "URL" in record}
    return {
        "ids": {
            "topics": {id_: item.record.title for id_, item in catalogue.topics.items()},
            "places": {id_: item.record.name for id_, item in catalogue.places.items()},
            "actors": {id_: item.record.name for id_, item in catalogue.actors.items()},
            "events": {id_: item.record.title for id_, item in catalogue.events.items()},
            "eras": {id_: item.record.title for id_, item in catalogue.eras.items()},
            "terms": {id_: item.record.term for id_, item in catalogue.terms.items()},
            "sources": {key: completion.of_source(item.record) for key, item in catalogue.sources.items()},
        },
        "spellings": {
            many: {id_: found for id_, item in getattr(catalogue, many).items() if (found := _spellings(item.record))}
            for many in ("actors", "places")
        },
        "former": {alias: id_ for id_, item in catalogue.events.items() for alias in item.record.aliases},
        "dates": {id_: item.record.date.text for id_, item in catalogue.events.items()},
        "eras": {id_: item.record.date.text for id_, item in catalogue.eras.items()},
        "sources": records,
        "addresses": addresses,
        "countries": sorted({item.record.country for item in catalogue.places.values()}),
        "words": {"kinds": KIND_WORDS, "languages": language_names()},
        "language": site.language,
    }


def _spellings(record: Any) -> list[str]:
    return [*record.names.values(), *record.variants]


def _table(site: Site, file: str) -> str:
    """Return the file that holds all records of a kind: a new one is added at its end."""
    path = site.root / file if site.root else None
    return path.read_text(encoding="utf-8") if path and path.is_file() else ""


def _field(field: FieldOf, way: tuple[str, ...], examples: Mapping[str, str]) -> dict[str, Any]:
    path = (*way, field.key)
    name = ".".join(path)
    choices = _OF_CHOICES.get(field.key, {})
    label = RELATION_WORDS.get(field.key, "").capitalize() if way == ("links",) else words.LABELS.get(name, "")
    return {
        "key": field.key,
        "label": label or plain_words(field.key),
        "kind": field.kind,
        "required": field.required,
        "many": field.many,
        "longest": field.longest,
        "least": field.least,
        "lowest": field.lowest,
        "highest": field.highest,
        "description": field.description.replace("`", ""),
        "help": words.HELP.get(name, field.description.replace("`", "")),
        "choices": field.choices,
        "words": {choice: choices.get(choice, plain_words(choice)) for choice in field.choices},
        "example": examples.get(name, ""),
        "expert": (field.key in words.EXPERT and way == ("citations",)) or name == "actors.sort",
        "names": field.names,
        "parts": [_field(part, path, examples) for part in field.parts],
    }


def _examples(catalogue: Catalogue) -> dict[str, str]:
    """Return a value of this timeline's own for each field, from the fullest records first."""
    found: dict[str, str] = {}
    for way, items in (((), catalogue.events), (("actors",), catalogue.actors), (("places",), catalogue.places)):
        records = [item.record.model_dump(mode="json", by_alias=True, exclude_defaults=True) for item in items.values()]
        for record in sorted(records, key=len, reverse=True):
            for name, value in _values(record, way):
                found.setdefault(name, value if len(value) <= _SHORT else f"{value[: _SHORT - 1].rstrip()}…")
    found.pop("body", None)
    return found


def _values(value: Any, way: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _values(part, (*way, key))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for part in value:
            yield from _values(part, way)
    else:
        yield ".".join(way), str(value)
