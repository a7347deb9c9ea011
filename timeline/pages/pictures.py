"""Pictures as templates need them: what may be done with each, in words."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from timeline.catalogue import Catalogue, Item
from timeline.language.labels import RIGHTS_WORDS
from timeline.maps.frame import Frame
from timeline.pages import classroom
from timeline.pages.charts import is_moment
from timeline.project.site import Site
from timeline.records.entities import Place
from timeline.records.era import Era
from timeline.records.medium import RIGHTS, Medium
from timeline.records.stage import Stage


def rights(medium: Medium, site: Site) -> Markup:
    """Return what may be done with a picture, with a link to the terms; our own work is under the site's licence."""
    words, address = RIGHTS_WORDS[medium.rights], RIGHTS[medium.rights]
    if medium.rights == "own-work" and site.licence_url:
        licence = site.licence.replace("CC-BY-", "CC BY ")
        return Markup('{}, <a rel="license" href="{}">{}</a>').format(words, site.licence_url, licence)
    return Markup('<a rel="license" href="{}">{}</a>').format(address, words) if address else Markup("{}").format(words)


def pictures_of(catalogue: Catalogue, kind: str, id_: str) -> list[Item[Medium]]:
    """Return the pictures that belong to a record; kind: events, eras or actors."""
    return [medium for medium in catalogue.media.values() if id_ in getattr(medium.record, kind)]


def lesson_pictures(catalogue: Catalogue, era: Item[Era], most: int = 4) -> list[Item[Medium]]:
    """Return the pictures of an era, and after them those of the events on its cards, the most fitting first."""
    chosen = {event.id for event in classroom.cards(catalogue, era)}

    def fit(item: Item[Medium]) -> int:
        return 100 * (era.id in item.record.eras) + len(chosen & set(item.record.events))

    return sorted((item for item in catalogue.media.values() if fit(item)), key=fit, reverse=True)[:most]


def lesson_places(catalogue: Catalogue, era: Item[Era], frame: Frame | None) -> list[Item[Place]]:
    """Return the places of an era's events that the map of the timeline shows, in the order in which they come."""
    ids = dict.fromkeys(id_ for event in catalogue.by_era.get(era.id, []) for id_ in event.record.places)
    places = [catalogue.places[id_] for id_ in ids]
    return [place for place in places if frame and frame.shows(place.record.lat, place.record.lon)]


def staged(catalogue: Catalogue, event: str, stage: Stage | None) -> Item[Any] | None:
    """Return the figure beside a step of a walk: what its stage names, or else the event's last picture or chart."""
    if stage and stage.picture:
        return catalogue.media[stage.picture]
    if stage and stage.series:
        return catalogue.series[stage.series]
    series = (one for one in catalogue.series_of.get(event, []) if not one.record.places_up)
    over_time = (one for one in series if not is_moment(one.record))
    shown: list[Item[Any]] = [*pictures_of(catalogue, "events", event)[-1:], *over_time]
    return shown[0] if shown else None
