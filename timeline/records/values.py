"""What all records share: strictness, and the small types their fields are made of."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    InstanceOf,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)

from timeline import dates
from timeline.language import guesses
from timeline.records import addresses, id_rules
from timeline.records.id_rules import ID_PATTERN

DIALECT = "https://json-schema.org/draft/2020-12/schema"


LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"
_YEAR = r"-?[0-9]{2}([0-9]{2}|[0-9]X|XX)|Y-?[1-9][0-9]{4,8}"
_POINT = rf"({_YEAR})(-[0-9]{{2}}(-[0-9]{{2}})?)?[?~%]?"
DATE_PATTERN = rf"^({_POINT}|(\.\.|{_POINT})?/(\.\.|{_POINT})?)$"
LONGEST = 20_000
"""Characters of any text: four times the longest that a reader would be given."""

MARKS = "*_`[]()<>!{}~"
MOST_MARKS = 1_000
"""Signs of Markdown in one text: converters take a time that grows with the square of their number."""

_DEEP = re.compile(r"^(?:[ \t]*(?:[-*+>]|[0-9]+[.)])(?=[ \t>]|$)){7,}", re.MULTILINE)
"""Lists within lists within lists, or quotations: converters go one step down for each, and there is an end to that."""

NUMBER_REMEDY = "write digits with a point, no unit and no blanks: 82.7"


class Record(BaseModel):
    """A frozen record that refuses keys it does not know."""

    model_config: ClassVar[ConfigDict] = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, validate_by_name=True, validate_by_alias=True
    )


class RuleError(ValueError):
    """A rule's own message, with the code and remedy that a problem carries."""

    def __init__(self, code: str, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy


def shown(text: str) -> str:
    """Return a text short enough to be quoted in a message."""
    return text if len(text) <= 40 else text[:37] + "…"


def _date(value: Any) -> dates.Date:
    if isinstance(value, dates.Date):
        return value
    if not isinstance(value, str):
        found = "a list" if isinstance(value, list) else "keys with values"
        remedy = "write one date, 1815-06-18, 1815-06 or 1815, or an interval such as 1815/1817"
        raise RuleError("wrong-type", f"expected a date, found {found}", remedy)
    return guesses.read(value.strip())


def _day(value: dates.Date) -> dates.Date:
    if value.is_interval or value.precision < dates.Precision.DAY or value.soft_start or value.soft_end:
        raise RuleError("bad-date", f'"{value.text}" is not one day', "write year, month and day: 2026-11-22")
    return value


def _address(value: str) -> str:
    return _formed("bad-address", value, addresses.fault(value))


def _doi(value: str) -> str:
    """Return a DOI without the address of its resolver, which people copy with it."""
    bare = addresses.bare_doi(value)
    return _formed("bad-doi", bare, addresses.fault_of_doi(bare))


def _isbn(value: str) -> str:
    return _formed("bad-isbn", value, addresses.fault_of_isbn(value))


def _id(value: str) -> str:
    return _formed("bad-id", value, id_rules.fault(value))


def _formed(code: str, value: str, fault: tuple[str, str] | None) -> str:
    if fault:
        raise RuleError(code, *fault)
    return value


def _bounded(value: str) -> str:
    if len(value) > LONGEST:
        message = f"{len(value):,} characters; the limit is {LONGEST:,}"
        raise RuleError("too-long", message, "say it shorter")
    if (marks := sum(map(value.count, MARKS))) > MOST_MARKS:
        message = f"{marks:,} marks such as * and [; the limit is {MOST_MARKS:,}"
        raise RuleError("too-long", message, "say it shorter, or with fewer marks")
    if deep := _DEEP.search(value):
        message = f"a line begins with {len(deep.group().split())} marks of lists or quotations"
        raise RuleError("too-deep", message, "write one list")
    return value


def _said(value: str) -> str:
    for word in value.split():
        syllables = word.split("-")
        if not all(re.fullmatch(r"[^\W\d_]+(['’][^\W\d_]+)*", syllable) for syllable in syllables):
            message = f'"{shown(value)}" is more than letters and hyphens'
            raise RuleError("bad-respelling", message, "write the syllables with hyphens between them: WEL-ling-ton")
        stressed = sum(syllable.isupper() for syllable in syllables)
        mixed = [syllable for syllable in syllables if not (syllable.isupper() or syllable.islower())]
        if mixed or stressed > 1 or (stressed == 0 and len(syllables) > 1):
            message = f'in "{word}" not one syllable is stressed'
            raise RuleError("bad-respelling", message, "write one syllable of each word in capitals: WEL-ling-ton")
    return value


def _digits(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value.strip()):
        raise RuleError("wrong-type", f'expected a number, found the text "{shown(value)}"', NUMBER_REMEDY)
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,10})?", value.strip()):
        message = f'"{shown(value)}" has more digits than can be counted with'
        raise RuleError("out-of-range", message, "at most 15 digits, and 10 after the point")
    return value


Text = Annotated[str, StringConstraints(min_length=1), AfterValidator(_bounded)]
Label = Annotated[
    str,
    StringConstraints(min_length=1),
    AfterValidator(_bounded),
    WithJsonSchema({"type": ["string", "number"], "minLength": 1}),
]
"""A text that may look like a number, such as a volume."""

NAMES = "x-names"
"""The keyword by which a schema says of which kind the record is that a value names."""

Doi = Annotated[Text, AfterValidator(_doi)]
Isbn = Annotated[Label, AfterValidator(_isbn)]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN), AfterValidator(_id)]
_Named = Annotated[str, StringConstraints(min_length=1)]
"""An id that names another record: whatever else stands there, the check knows best what was meant."""

EventId = Annotated[_Named, Field(json_schema_extra={NAMES: "events", "pattern": ID_PATTERN})]
ActorId = Annotated[_Named, Field(json_schema_extra={NAMES: "actors", "pattern": ID_PATTERN})]
PlaceId = Annotated[_Named, Field(json_schema_extra={NAMES: "places", "pattern": ID_PATTERN})]
TopicId = Annotated[_Named, Field(json_schema_extra={NAMES: "topics", "pattern": ID_PATTERN})]
SourceId = Annotated[Id, Field(json_schema_extra={NAMES: "sources"})]
Cited = Annotated[Text, Field(json_schema_extra={NAMES: "citations"})]
"""A citation key, with a locator after a comma if need be."""

Said = Annotated[str, AfterValidator(_said)]
"""How a name is said: `WEL-ling-ton`."""

Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
Address = Annotated[
    str,
    AfterValidator(_address),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"}),
]
Digits = BeforeValidator(_digits)
"""What every number is read by: no exponents, no words such as `inf`."""

Number = Annotated[Decimal, Digits, WithJsonSchema({"type": "number"})]
"""A number as it was written: zeros at its end stay."""

EdtfDate = Annotated[
    InstanceOf[dates.Date],
    BeforeValidator(_date),
    PlainSerializer(lambda date: date.text, return_type=str),
    WithJsonSchema({"type": ["string", "integer"], "pattern": DATE_PATTERN}),  # an editor reads a bare year as a number
]
"""An EDTF date, level 0 and the useful part of level 1 (see `timeline.dates`)."""

ExactDay = Annotated[EdtfDate, AfterValidator(_day)]
"""One day that is certain, such as that of a correction."""
