"""What stands beside a step of a walk, for steps of the story and of walks alike."""

from __future__ import annotations

from pydantic import Field, model_validator

from timeline.records.values import Id, PlaceId, Record, RuleError


class Stage(Record):
    """What stands beside a step besides what its event has: places and shapes of the map, and one picture or chart."""

    places: tuple[PlaceId, ...] = Field(
        (), description="Places that the map shows beside those of the event", examples=[["waterloo"]]
    )
    features: tuple[Id, ...] = Field(
        (), description="Ids of `reference/map.yaml`: what the map draws beside what belongs to the event"
    )
    picture: Id | None = Field(None, description="Id in `reference/media`: the picture that is shown")
    series: Id | None = Field(None, description="Id in `reference/series`: the chart that is shown")

    @model_validator(mode="after")
    def _one_figure(self) -> Stage:
        if self.picture and self.series:
            message = "a stage shows one figure, and this one names a picture and a series"
            raise RuleError("stage-figure", message, "leave one of them out")
        return self
