"""Citations in the styles that schools ask for: APA 7, MLA 9, and Chicago 18 with notes and bibliography."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from timeline import apa, chicago, mla
from timeline.works import Work


class Citation(NamedTuple):
    """A work in one style: the name of the style, and one entry as HTML."""

    style: str
    text: Markup


STYLES = (("APA 7", apa.reference), ("MLA 9", mla.reference), ("Chicago 18", chicago.reference))
"""Chicago in its system of notes and bibliography, which is the one that history classes use."""


def citations(work: Work) -> list[Citation]:
    """Return a work in each style."""
    return [Citation(name, form(work)) for name, form in STYLES]
