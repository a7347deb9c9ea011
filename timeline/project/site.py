"""What the settings say of the site: its names, its maps, its cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from timeline.project.history import History
from timeline.project.releases import Release
from timeline.project.repository import Repository

LANGUAGE = "en"
"""The language of pages whose settings name none (BCP 47)."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A part of the earth by the degrees of its edges, and what it is called."""

    west: float
    east: float
    south: float
    north: float
    title: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A social card as pages refer to it: its name below the folder of the cards, and what it shows in words."""

    name: str
    alt: str


@dataclass(frozen=True, slots=True)
class CardStyle:
    """Where social cards take their look from: style sheets of the built site, and two font families."""

    fonts: str = "assets/fonts.css"
    colours: tuple[str, ...] = ("assets/site.css", "assets/topics.css")
    title: str = "Timeline Serif"
    text: str = "Timeline Sans"


@dataclass(frozen=True, slots=True)
class Links:
    """Handwritten pages that the engine's own lead to, by addresses below the root; an empty one is not linked."""

    about: str = ""
    """How the timeline is made: dates, names, sources."""
    sources: str = ""
    """What it means that a source was read in full or in part."""
    contribute: str = ""
    """How to correct a page or add one."""
    privacy: str = ""
    """What the site knows of its readers."""
    accessibility: str = ""
    """What was tested for readers with disabilities, and how to report a barrier."""


@dataclass(frozen=True, slots=True)
class Site:
    """What the pages need to know of the site they are part of."""

    name: str
    url: str = ""
    repository: Repository = field(default_factory=Repository)
    version: str = ""
    map: Extent | None = None
    """What maps show; without it, all places of the timeline."""
    inset: Extent | None = None
    """A part of the map that is shown larger beside it."""
    card: CardStyle | None = None
    """How social cards look; without it there are none."""
    media: Path | None = None
    """The folder that holds the originals of pictures."""
    cache: Path | None = None
    """Where cards that were drawn wait for the next build."""
    licence: str = ""
    """Licence of texts and data by its SPDX identifier."""
    licence_url: str = ""
    history: History = field(default_factory=History)
    description: str = ""
    """What the timeline is, in a sentence."""
    subtitle: str = ""
    identity: str = ""
    """What identifiers of records hang on, so that a new name leaves them as they are; without one, the name."""
    handwritten: Mapping[str, str] = field(default_factory=dict)
    """The file of each handwritten page below the timeline's root, by the page's path."""
    language: str = LANGUAGE
    """The language of its pages (BCP 47)."""
    official: tuple[str, ...] = ()
    """Names by which what states count is known among those who measure; the rest counts as independent."""
    leads: Mapping[str, str] = field(default_factory=dict)
    """What a page that lists records opens with instead of the engine's words, by the name of its template."""
    links: Links = field(default_factory=Links)
    contact: str = ""
    """Where a note can be sent by e-mail."""
    next: tuple[str, ...] = ()
    """What happens to what a reader sends, in sentences, instead of the engine's words."""
    root: Path | None = None
    """The folder of the timeline."""
    releases: tuple[Release, ...] = ()
    """The versions that the site keeps, the newest first."""

    def kept(self, file: str) -> Release | None:
        """Return the newest release that holds a file of the timeline."""
        return next((release for release in self.releases if file in release.files), None)

    def kept_source(self, key: str) -> Release | None:
        """Return the newest release that holds a source."""
        return next((release for release in self.releases if key in release.sources), None)
