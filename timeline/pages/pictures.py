"""Pictures as templates need them: what may be done with each, in words."""

from __future__ import annotations

from markupsafe import Markup

from timeline.catalogue import Catalogue, Item
from timeline.language.labels import RIGHTS_WORDS
from timeline.project.site import Site
from timeline.records.medium import RIGHTS, Medium


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
