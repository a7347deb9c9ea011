"""From plain data to records: every pydantic error becomes a problem with a line and a remedy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from timeline.dates import DateError
from timeline.problems import MOST, Problem, Trail, choices, nearest
from timeline.reading.yamlfile import YamlFile
from timeline.records.audit import COMMIT_PATTERN, RECORD_PATTERN
from timeline.records.feature import SPOT_PATTERN
from timeline.records.id_rules import ID_PATTERN
from timeline.records.ids import slug
from timeline.records.medium import FILE_PATTERN
from timeline.records.source import FORMS
from timeline.records.values import LANGUAGE_PATTERN, NUMBER_REMEDY, Record, RuleError, shown

_KINDS = {
    "list_type": "a list",
    "tuple_type": "a list",
    "string_type": "a text",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "float_parsing": "a number",
    "float_type": "a number",
    "decimal_parsing": "a number",
    "decimal_type": "a number",
    "decimal_max_digits": "a number",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
}

_FORMS_OF = {
    "a number": NUMBER_REMEDY,
    "a whole number": "write digits alone: 45",
    "true or false": "write true or false",
}

FORMS_OF_TEXTS = {
    FILE_PATTERN: ("the name of a picture beside this file", "small Latin letters and digits: waterloo-plan.jpg"),
    SPOT_PATTERN: ("a place", "write the id of a place, or latitude and longitude: 50.68 4.41"),
    RECORD_PATTERN: ("the name of a record", "write its kind and its id, event:1815-waterloo, or story"),
    COMMIT_PATTERN: ("the hash of a commit", "write what git log shows: 235ceef"),
}
"""What a text is to be, and what to write, by the pattern that it misses; ids and languages apart."""

R = TypeVar("R", bound=Record)


def validate(model: type[R], data: Any, file: YamlFile, trail: Trail = ()) -> tuple[R | None, list[Problem]]:
    """Return the record at `trail` of the file, or None and what is wrong with it."""
    if data is None:
        where = file.problem(trail, "empty-record", "there is nothing here", f"write at least: {_required(model)}")
        return None, [where]
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        details = (detail for detail in error.errors(include_url=False)[: MOST + 1] if not _follows(detail))
        return None, [_problem(detail, model, data, file, trail) for detail in details]


BEFORE: dict[tuple[type[Record], str], tuple[YamlFile, Any, list[Problem]]] = {}
"""Records with what was wrong with them, as they were made before of the same file."""


def known(model: type[R], file: YamlFile) -> tuple[R | None, list[Problem]]:
    """Return the record that a file is, as it was made before if it was."""
    before = BEFORE.get((model, file.path))
    if before is None or before[0] is not file:
        before = BEFORE[model, file.path] = file, *validate(model, file.data, file)
    return before[1], before[2]


def _follows(detail: ErrorDetails) -> bool:
    """Return whether a list is only too short because pydantic did not count its faulty parts."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _required(model: type[Record]) -> str:
    return ", ".join(field.alias or name for name, field in model.model_fields.items() if field.is_required())


def _problem(detail: ErrorDetails, model: type[Record], data: Any, file: YamlFile, top: Trail) -> Problem:
    trail = (*top, *_trail(detail["loc"], data))
    kind, value = detail["type"], detail["input"]
    said = detail.get("ctx", {}).get("error")
    if isinstance(said, DateError):
        line, column = file.at(trail)
        return Problem(
            file.path, line, column + _inside(file, trail, said.column), "bad-date", said.message, said.remedy
        )
    if isinstance(said, RuleError):
        return file.problem(trail, said.code, said.message, said.remedy)
    if kind == "extra_forbidden":
        return _unknown_key(trail, _model_at(model, detail["loc"]), data, file, len(top))
    if kind == "missing":
        return file.problem(
            trail[:-1],
            "missing-key",
            f'"{trail[-1]}" is missing',
            _describe(_model_at(model, detail["loc"]), str(trail[-1])),
        )
    if value is None:
        line, column = file.key_at(trail)
        return Problem(
            file.path,
            line,
            column,
            "empty-value",
            f'"{_last_key(trail)}" has no value',
            "write one, or remove the key",
        )
    allowed = _allowed(model, detail["loc"]) if kind == "literal_error" else ()
    code, message, remedy = _plain(kind, value, detail, allowed)
    return file.problem(trail, code, message, remedy)


def _plain(kind: str, value: Any, detail: ErrorDetails, allowed: Sequence[str]) -> tuple[str, str, str]:
    """Return code, message and remedy for the errors that pydantic's own fields raise."""
    context = detail.get("ctx", {})
    if kind == "literal_error" and isinstance(value, list | dict):
        return "wrong-type", f"expected one value, found {_found(value)}", "write one, without brackets or dashes"
    if kind == "literal_error":
        return "unknown-value", f'"{shown(str(value))}" is not known here', choices(str(value), allowed)
    if kind == "string_too_long" or (kind == "too_long" and isinstance(value, str)):  # an optional text raises that
        return (
            "too-long",
            f"{len(str(value).strip())} characters; the limit is {context['max_length']}",
            "say it shorter",
        )
    if kind == "string_too_short":
        return "empty-value", "the text is empty", "write one, or remove the key"
    if kind == "string_pattern_mismatch":
        return _pattern(str(value), str(context["pattern"]))
    if kind == "too_short":
        return (
            "too-few",
            f"{len(value)} given; at least {context['min_length']} needed",
            "add what is missing",
        )
    if kind == "too_long":
        return "too-many", f"{len(value)} given; at most {context['max_length']} are shown", "leave some out"
    if kind in ("int_parsing_size", "decimal_max_digits", "finite_number"):
        return "out-of-range", f'"{shown(str(value))}" is out of range', "write a number that can be counted with"
    if kind in ("greater_than_equal", "less_than_equal"):
        limit = context.get("ge", context.get("le"))
        return "out-of-range", f"{value} is out of range", f"the limit is {limit:g}"
    if kind in _KINDS:
        return "wrong-type", f"expected {_KINDS[kind]}, found {_found(value)}", _retype(kind, value, detail["loc"])
    return "wrong-type", detail["msg"], ""  # which should not happen: it is pydantic's sentence, not ours


def _pattern(value: str, pattern: str) -> tuple[str, str, str]:
    if pattern == LANGUAGE_PATTERN:
        return "bad-language", f'"{value}" is not a language tag', "write a BCP 47 tag such as en, de or sr-Latn"
    if pattern != ID_PATTERN:
        wanted, remedy = FORMS_OF_TEXTS[pattern]
        return "bad-form", f'"{value}" is not {wanted}', remedy
    remedy = f"an id has small Latin letters, digits and single hyphens: {slug(value) or '1815-waterloo'}"
    return "bad-id", f'"{value}" is not an id', remedy


def _found(value: Any) -> str:
    if isinstance(value, dict):
        return "keys with values"
    if isinstance(value, list):
        return "a list"
    return f'the text "{shown(str(value))}"'


def _retype(kind: str, value: Any, loc: tuple[str | int, ...]) -> str:
    """Return how to write a value of the right type; `loc` is empty for a whole file."""
    expected = _KINDS[kind]
    if expected == "a list" and isinstance(value, str):
        return f"write [{value}]" if len(value) <= 40 and ": " not in value else 'start the line with "- "'
    if expected == "a list":
        return "write the values between square brackets, or each on a line after a dash"
    if expected == "a text" and isinstance(value, dict):
        return 'put the text between quotation marks: it holds ": "'
    if expected == "a text":
        return "put the text between quotation marks if it holds brackets, or write one text without dashes"
    if expected == "keys with values" and not loc:
        return "write one key a line, a colon after it, and then its value: title: …"
    if expected == "keys with values" and isinstance(value, list):
        return "take the dash or the brackets away, and write its keys below each other"
    if expected == "keys with values":
        return "write its keys below each other" + (f": key: {value}" if "citations" in loc else "")
    return _FORMS_OF[expected]


def _trail(loc: tuple[str | int, ...], data: Any) -> Iterator[str | int]:
    """Yield the keys of the file that a location names, leaving out what pydantic puts between them."""
    for index, part in enumerate(loc):
        if part == "[key]" or (part in FORMS and _is_tag(loc, index, data)):
            continue
        yield part
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            data = None


def _is_tag(loc: tuple[str | int, ...], index: int, data: Any) -> bool:
    """Return whether a part is the tag of a union, which stands after the number of a citation, and no key."""
    in_list = index > 0 and isinstance(loc[index - 1], int)
    is_last = index + 1 == len(loc)
    return in_list and not (is_last and isinstance(data, dict) and loc[index] in data)


def _model_at(model: type[Record], loc: tuple[str | int, ...]) -> type[Record]:
    """Return the record class whose key the last part of a location is."""
    for part in loc[:-1]:
        if isinstance(part, int):
            continue
        found = _submodel(model, part)
        model = found or model
    return model


def _allowed(model: type[Record], loc: tuple[str | int, ...]) -> list[str]:
    """Return the values that the field at a location may have, as its definition lists them."""
    names = [part for part in loc if isinstance(part, str)]
    fields = _model_at(model, loc).model_fields.items()
    annotation = next(field.annotation for name, field in fields if names[-1] in (name, field.alias))
    return list(_literals(annotation))


def _literals(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from map(str, get_args(annotation))
        return
    for argument in get_args(annotation):
        yield from _literals(argument)


def _submodel(model: type[Record], part: str) -> type[Record] | None:
    if part in FORMS and part not in model.model_fields:
        return FORMS[part]
    for name, field in model.model_fields.items():
        if part in (name, field.alias):
            return next(_records_in(field.annotation), None)
    return None


def _records_in(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for argument in get_args(annotation):
        yield from _records_in(argument)


def _unknown_key(trail: Trail, model: type[Record], data: Any, file: YamlFile, depth: int) -> Problem:
    known = [field.alias or name for name, field in model.model_fields.items()]
    holder = data
    for part in trail[depth:-1]:
        holder = holder[part]
    key = str(trail[-1])
    free = [name for name in known if not (isinstance(holder, dict) and name in holder)]
    close = nearest(key.replace("_", "-"), free) or nearest(key, free)
    remedy = f'did you mean "{close}"?' if close else f"keys here: {', '.join(known)}"
    line, column = file.key_at(trail)
    return Problem(file.path, line, column, "unknown-key", f'"{key}" is not a key of this record', remedy)


def _describe(model: type[Record], key: str) -> str:
    for name, field in model.model_fields.items():
        if key in (name, field.alias) and field.description:
            return f"add {key}: {field.description}"
    return f"add {key}"


def _last_key(trail: Trail) -> str:
    return str(next((part for part in reversed(trail) if isinstance(part, str)), ""))


def _inside(file: YamlFile, trail: Trail, column: int) -> int:
    """Return how far into a value's own columns a fault lies, allowing for an opening quotation mark."""
    line, start = file.at(trail)
    text = file.text.splitlines()[line - 1] if file.text else ""
    return column - 1 + (text[start - 1 : start] in ("'", '"'))
