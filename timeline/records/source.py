"""Sources in CSL variables, and the citations that point into them."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from urllib.parse import quote

from pydantic import Discriminator, Field, Tag, model_validator

from timeline.records.names import read
from timeline.records.values import (
    Address,
    Doi,
    EdtfDate,
    ExactDay,
    Id,
    Isbn,
    Label,
    Language,
    Record,
    RuleError,
    SourceId,
    Text,
)

CslType = Literal[
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "dataset",
    "document",
    "entry-encyclopedia",
    "interview",
    "legal_case",
    "legislation",
    "paper-conference",
    "post-weblog",
    "regulation",
    "report",
    "speech",
    "thesis",
    "treaty",
    "webpage",
]
"""The item types of CSL 1.0.2 that a timeline's sources need."""

Kind = Literal[
    "official",
    "international-body",
    "court",
    "scholarship",
    "think-tank",
    "ngo",
    "pollster",
    "agency",
    "independent-media",
    "state-media",
    "opposition-media",
    "party-press",
    "trade-press",
    "company",
    "encyclopaedia",
    "blog",
]
"""What a source is. It describes; it does not score."""

Checked = Literal["full text", "excerpt", "not seen"]
"""How much of a source somebody of this project has read."""


_IN_ADDRESSES = "/:;.,()_-+=!*'~@$&"
"""Marks of a DOI that an address holds as they are."""


class Source(Record):
    """Anything a statement rests on; the keys are CSL 1.0.2 variables unless said otherwise."""

    type: CslType = Field(description="CSL item type", examples=["article-newspaper", "treaty", "report"])
    kind: Kind = Field(description="What the source is (not a CSL variable)", examples=["agency"])
    title: Text | None = Field(
        None,
        description="Title as the source has it, in its own language; leave out when not seen",
        examples=["Mémorial de Sainte-Hélène"],
    )
    title_translation: Text | None = Field(
        None,
        description="English sense of a title in another language (not a CSL variable)",
        examples=["The memorial of Saint Helena"],
    )
    author: tuple[Text, ...] = Field(
        (),
        description=(
            "`Family, Given`, `Family, Given, Jr.`, or the name of a body, between braces if it could be taken for "
            "a person's: {Bread, Wine}; in the order of the source"
        ),
        examples=[["Clark, Christopher"]],
    )
    editor: tuple[Text, ...] = Field((), description="As `author`", examples=[["Esdaile, Charles"]])
    container_title: Text | None = Field(
        None,
        alias="container-title",
        description="The book, journal, newspaper or site it stands in",
        examples=["The Times"],
    )
    collection_title: Text | None = Field(
        None, alias="collection-title", description="Series of a report or book", examples=["Penguin History"]
    )
    publisher: Text | None = Field(
        None, description="Who published it, when that is not the container", examples=["Penguin"]
    )
    publisher_place: Text | None = Field(
        None, alias="publisher-place", description="Town of the publisher", examples=["London"]
    )
    volume: Label | None = Field(None, description="Volume", examples=["12"])
    issue: Label | None = Field(None, description="Issue", examples=["3"])
    page: Label | None = Field(None, description="First and last page", examples=["12-34"])
    number: Label | None = Field(None, description="Number of a report, decree or resolution", examples=["7"])
    issued: EdtfDate | None = Field(
        None, description="Date of publication, as EDTF; leave out when not known", examples=["1823-05"]
    )
    accessed: ExactDay | None = Field(
        None, description="Day on which somebody of this project read it", examples=["2026-11-22"]
    )
    language: Language | None = Field(None, description="Language of the text (BCP 47)", examples=["en", "be", "ru"])
    doi: Doi | None = Field(
        None,
        alias="DOI",
        description="Digital object identifier, without https://doi.org/",
        examples=["10.1000/182"],
    )
    isbn: Isbn | None = Field(
        None, alias="ISBN", description="International standard book number", examples=["9780140293340"]
    )
    url: Address | None = Field(
        None, alias="URL", description="Where it can be read", examples=["https://example.org/the-page"]
    )
    archive_location: Address | None = Field(
        None, description="Address of an archived copy", examples=["https://archive.example.org/the-page"]
    )
    origin: Text | None = Field(
        None,
        description="Who made it first, when this is a reprint, copy or translation (not a CSL variable)",
        examples=["Reuters"],
    )
    note: Text | None = Field(
        None,
        description="What a reader should know about it, such as a doubtful date or author",
        examples=["The author is not named."],
    )
    aliases: tuple[Id, ...] = Field(
        (), description="Former keys: their addresses redirect for ever", examples=[["clark-2005"]]
    )

    @model_validator(mode="after")
    def _can_be_found(self) -> Source:
        if not (self.url or (self.title and (self.publisher or self.container_title))):
            raise RuleError(
                "source-unfindable",
                "nobody could find this source",
                "give its URL, or its title and its publisher or container-title",
            )
        return self

    @property
    def maker(self) -> str:
        """Return who stands behind the source: two sources with one maker are not independent."""
        return (
            self.origin
            or self.publisher
            or self.container_title
            or (read(self.author[0]).sorted if self.author else self.host)
        )

    @property
    def doi_address(self) -> str | None:
        """Return the address at which the digital object identifier leads to the source, if it has one."""
        return f"https://doi.org/{quote(self.doi, safe=_IN_ADDRESSES)}" if self.doi else None

    @property
    def host(self) -> str:
        """Return the host of the address without `www.`, or the empty string."""
        return self.url.split("/")[2].lower().removeprefix("www.") if self.url else ""


class CitedKey(Record):
    """A citation of a source that the timeline has: in a file of its own, or in another record that cites it."""

    key: SourceId = Field(
        description="Key of a source that the timeline has, in a file or in another event", examples=["roberts-2014"]
    )
    locator: Text | None = Field(
        None,
        description="Where in the source: a page, an article, or the opening words of a paragraph",
        max_length=80,
        examples=["p. 301"],
    )
    checked: Checked = Field(
        "not seen", description="How much of the source was read for this citation", examples=["excerpt"]
    )


class CitedRecord(Source):
    """A citation that carries the whole record of its source."""

    key: Id = Field(
        description="A name for the source, unique in the whole project", examples=["osce-2001-final-report"]
    )
    locator: Text | None = Field(
        None,
        description="Where in the source: a page, an article, or the opening words of a paragraph",
        max_length=80,
        examples=["p. 301"],
    )
    checked: Checked = Field(
        "not seen", description="How much of the source was read for this citation", examples=["excerpt"]
    )


_OF_SOURCES = {key for name, field in Source.model_fields.items() for key in (name, field.alias or name)}


def _form(value: Any) -> str:
    if isinstance(value, CitedRecord):
        return "record"
    if isinstance(value, dict):
        return "record" if _OF_SOURCES.intersection(value) else "key"
    return "key"


FORMS: dict[str, type[Record]] = {"key": CitedKey, "record": CitedRecord}
"""The two forms of a citation, by the tag that pydantic puts into the locations of their errors."""

Citation = Annotated[Annotated[CitedKey, Tag("key")] | Annotated[CitedRecord, Tag("record")], Discriminator(_form)]
