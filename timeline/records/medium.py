"""Pictures: what they show, who made them, and under which rights."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from timeline.records.values import (
    ActorId,
    Address,
    Cited,
    EdtfDate,
    EventId,
    Id,
    PlaceId,
    Record,
    RuleError,
    Text,
)

RIGHTS = {
    "own-work": "",
    "public-domain": "https://creativecommons.org/publicdomain/mark/1.0/",
    "cc0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "cc-by": "https://creativecommons.org/licenses/by/4.0/",
    "cc-by-3.0": "https://creativecommons.org/licenses/by/3.0/",
    "cc-by-sa": "https://creativecommons.org/licenses/by-sa/4.0/",
    "cc-by-sa-3.0": "https://creativecommons.org/licenses/by-sa/3.0/",
    "mit": "https://spdx.org/licenses/MIT.html",
    "in-copyright-with-permission": "https://rightsstatements.org/vocab/InC/1.0/",
    "no-copyright-other-restrictions": "https://rightsstatements.org/vocab/NoC-OKLR/1.0/",
}
"""The rights that a picture can have here, with the address that says what each allows."""

Rights = Literal[
    "own-work",
    "public-domain",
    "cc0",
    "cc-by",
    "cc-by-3.0",
    "cc-by-sa",
    "cc-by-sa-3.0",
    "mit",
    "in-copyright-with-permission",
    "no-copyright-other-restrictions",
]

FILE_PATTERN = r"^[a-z0-9]+([-_.][a-z0-9]+)*\.(svg|png|jpe?g|webp|avif|tiff?)$"

FileName = Annotated[str, StringConstraints(pattern=FILE_PATTERN)]


class Medium(Record):
    """A picture: a flag, a document, a photograph, a diagram."""

    file: FileName = Field(description="Name of the file beside this one", examples=["waterloo-plan.jpg"])
    title: Text = Field(description="What it shows, in a few words", max_length=100)
    kind: Literal["flag", "diagram", "document", "photograph", "painting", "poster", "map", "portrait"] = Field(
        description="What sort of picture it is"
    )
    alt: Text = Field(description="What is to be seen, for those who do not see it", max_length=400)
    caption: Text | None = Field(None, description="What a reader should know beside it", max_length=400)
    creator: Text = Field(description="Who made it", max_length=160)
    date: EdtfDate | None = Field(None, description="When it was made")
    place: PlaceId | None = Field(None, description="Where it was made")
    source: Address | None = Field(None, description="The page that it comes from; own work has none")
    rights: Rights = Field(description="What may be done with it, from a closed list")
    credit: Text | None = Field(
        None, description="The credit line, where the creator's name is not enough", max_length=160
    )
    citations: tuple[Cited, ...] = Field((), description="Citation keys that what it shows rests on")
    events: tuple[EventId, ...] = Field((), description="Events whose pages show it")
    eras: tuple[Id, ...] = Field((), description="Eras whose pages show it")
    actors: tuple[ActorId, ...] = Field((), description="People, bodies and states whose pages show it")

    @model_validator(mode="after")
    def _has_a_source(self) -> Medium:
        if self.rights != "own-work" and self.source is None:
            message = "a picture that others made needs the page that it comes from"
            raise RuleError("no-source-page", message, "add source: https://…")
        return self
