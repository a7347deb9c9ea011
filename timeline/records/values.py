"""What all records share: strictness, and the small types their fields are made of."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, ClassVar
from urllib.parse import urlsplit

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

DIALECT = "https://json-schema.org/draft/2020-12/schema"


ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"
_YEAR = r"-?[0-9]{2}([0-9]{2}|[0-9]X|XX)|Y-?[1-9][0-9]{4,8}"
_POINT = rf"({_YEAR})(-[0-9]{{2}}(-[0-9]{{2}})?)?[?~%]?"
DATE_PATTERN = rf"^({_POINT}|(\.\.|{_POINT})?/(\.\.|{_POINT})?)$"
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
    if not value.startswith(("https://", "http://")):
        raise RuleError("bad-address", f'"{value}" is not a web address', "an address starts with https:// or http://")
    if any(character.isspace() or character in '"<>' for character in value):
        raise RuleError(
            "bad-address",
            f'"{value}" holds a blank, a quotation mark or an angle bracket',
            "write %20, %22, %3C or %3E in its place",
        )
    try:
        parts = urlsplit(value)
        known = "." in (parts.hostname or "") and parts.port != 0 and "@" not in parts.netloc
    except ValueError:  # brackets that are no address, a port that is no number
        known = False
    if not known:
        message = f'"{value}" names no server that could be asked'
        raise RuleError("bad-address", message, "copy the whole address: https://example.org/the-page")
    return value


def _digits(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value.strip()):
        raise RuleError("wrong-type", f'expected a number, found the text "{shown(value)}"', NUMBER_REMEDY)
    return value


Text = Annotated[str, StringConstraints(min_length=1)]
Label = Annotated[str, StringConstraints(min_length=1), WithJsonSchema({"type": ["string", "number"], "minLength": 1})]
"""A text that may look like a number, such as a volume."""

NAMES = "x-names"
"""The keyword by which a schema says of which kind the record is that a value names."""

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
EventId = Annotated[Id, Field(json_schema_extra={NAMES: "events"})]
ActorId = Annotated[Id, Field(json_schema_extra={NAMES: "actors"})]
PlaceId = Annotated[Id, Field(json_schema_extra={NAMES: "places"})]
TopicId = Annotated[Id, Field(json_schema_extra={NAMES: "topics"})]
SourceId = Annotated[Id, Field(json_schema_extra={NAMES: "sources"})]
Cited = Annotated[Text, Field(json_schema_extra={NAMES: "citations"})]
"""A citation key, with a locator after a comma if need be."""

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
