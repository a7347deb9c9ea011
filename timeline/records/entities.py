"""What events refer to: people, bodies and states, places, topics, terms."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from timeline.records.values import Cited, Digits, Id, Language, Record, Said, Text

HOW_SAID = "How to say it in English letters: syllables with hyphens, the stressed one of each word in capitals"

ActorKind = Literal["person", "body", "state"]


class Actor(Record):
    """A person, a body or a state."""

    name: Text = Field(description="The one form used on the site", max_length=120, examples=["Duke of Wellington"])
    kind: ActorKind = Field(description="person, body or state", examples=["person"])
    sort: Text | None = Field(
        None, description="Form to sort by, when that is not plain: `Family, Given`", examples=["Wellington, Duke of"]
    )
    description: Text | None = Field(
        None,
        description="Who or what it is, in one sentence",
        max_length=240,
        examples=["British general and statesman."],
    )
    names: dict[Language, Text] = Field(
        default_factory=dict, description="Names in other languages", examples=[{"fr": "Duc de Wellington"}]
    )
    said: Said | None = Field(None, description=HOW_SAID, examples=["WEL-ling-ton"])
    variants: tuple[Text, ...] = Field(
        (),
        description="Other spellings, abbreviations and former names; search finds them",
        examples=[["Arthur Wellesley"]],
    )
    citations: tuple[Cited, ...] = Field(
        (), description="Citation keys that the description rests on", examples=[["roberts-2014, p. 301"]]
    )
    aliases: tuple[Id, ...] = Field((), description="Former ids: they redirect for ever", examples=[["bonaparte"]])


def sort_name(actor: Actor) -> str:
    """Return the form to sort an actor by: `Family, Given` for persons, the name itself for the rest."""
    if actor.sort:
        return actor.sort
    given, _, family = actor.name.rpartition(" ")
    return f"{family}, {given}" if actor.kind == "person" and given else actor.name


class Place(Record):
    """A place on the map, in degrees of WGS 84."""

    name: Text = Field(description="The one form used on the site", max_length=80)
    country: Text = Field(description="Country today", max_length=60)
    lat: Annotated[float, Field(ge=-90, le=90), Digits] = Field(description="Latitude in decimal degrees")
    lon: Annotated[float, Field(ge=-180, le=180), Digits] = Field(description="Longitude in decimal degrees")
    description: Text | None = Field(None, description="What it is, in one sentence", max_length=240)
    names: dict[Language, Text] = Field(default_factory=dict, description="Names in other languages")
    said: Said | None = Field(None, description=HOW_SAID)
    variants: tuple[Text, ...] = Field((), description="Other spellings; search finds them")
    aliases: tuple[Id, ...] = Field((), description="Former ids: they redirect for ever", examples=[["former-name"]])


class Topic(Record):
    """A subject: one lane of the timeline."""

    title: Text = Field(description="Name of the lane", max_length=40)
    description: Text = Field(description="What belongs here", max_length=240)
    aliases: tuple[Id, ...] = Field((), description="Former ids: they redirect for ever", examples=[["former-name"]])


class Term(Record):
    """A word that needs explaining."""

    term: Text = Field(description="The word as it stands in texts", max_length=80)
    definition: Text = Field(description="What it means, in plain words", max_length=400)
    said: Said | None = Field(None, description=HOW_SAID)
    variants: tuple[Text, ...] = Field((), description="Other forms of the word in texts")
    citations: tuple[Cited, ...] = Field((), description="Citation keys that the definition rests on")
    aliases: tuple[Id, ...] = Field((), description="Former ids: they redirect for ever", examples=[["former-name"]])
