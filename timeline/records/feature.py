"""What a map shows beside the places of events: routes, stations, areas, and waters by name."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from timeline.records.values import Cited, EdtfDate, EventId, Language, Record, RuleError, Text

SPOT_PATTERN = r"^([a-z0-9]+(-[a-z0-9]+)*|-?[0-9]{1,2}(\.[0-9]+)? -?[0-9]{1,3}(\.[0-9]+)?)$"

Spot = Annotated[str, StringConstraints(pattern=SPOT_PATTERN)]
"""Where something is: the id of a place, or latitude and longitude with a blank between."""

SHAPES = ("through", "at", "countries", "land")


class Feature(Record):
    """Something that a map shows in a layer of its own."""

    title: Text = Field(description="What it is called", max_length=80)
    layer: Text = Field(description="The heading it stands under; readers switch a layer on and off", max_length=60)
    through: tuple[Spot, ...] = Field(
        (),
        description="A route: the places it is drawn through, in order, as ids or as latitude and longitude",
        examples=[["cannae", "50.68 4.41"]],
    )
    at: Spot | None = Field(None, description="A station: one place", examples=["waterloo"])
    countries: tuple[Text, ...] = Field(
        (), description="An area: countries by their English names on the map", examples=[["Belgium", "France"]]
    )
    land: Spot | None = Field(
        None, description="An area: all the land about this place that borders part from the rest"
    )
    water: bool = Field(False, description="Whether `at` names a sea, a lake or a river: then only its name is shown")
    disputed: bool = Field(False, description="Whether to whom an area belongs is disputed: it is hatched, always")
    date: EdtfDate | None = Field(None, description="When it was so; an open end is written 2014/..")
    description: Text | None = Field(None, description="What it is, in a sentence or two", max_length=400)
    names: dict[Language, Text] = Field(default_factory=dict, description="Names in other languages")
    citations: tuple[Cited, ...] = Field((), description="Citation keys that it rests on")
    events: tuple[EventId, ...] = Field((), description="Events whose maps show it")

    @model_validator(mode="after")
    def _one_shape(self) -> Feature:
        given = [name for name in SHAPES if getattr(self, name)]
        if len(given) != 1:
            found = " and ".join(given) or "none of them"
            remedy = "a route has through, a station at, an area countries or land"
            raise RuleError("map-shape", f"expected one of through, at, countries and land, found {found}", remedy)
        if len(self.through) == 1:
            message = f'a route leads through two places or more, found only "{self.through[0]}"'
            raise RuleError("short-route", message, "add where it leads to, or write `at` for a station")
        if not self.citations and not self.water:
            raise RuleError("uncited-feature", "nothing says what this rests on", "add citations: [key, …]")
        return self


def degrees(spot: str) -> tuple[float, float] | None:
    """Return the latitude and longitude that a spot gives, or None when it names a place."""
    lat, blank, lon = spot.partition(" ")
    return (float(lat), float(lon)) if blank else None
