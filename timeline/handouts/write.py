"""Writes the files of every classroom pack into the site; a timeline without teaching gets none."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from timeline.catalogue import Catalogue, Item
from timeline.handouts import atlas, cartridge, deck, documents, gift, h5p, qti, qti3, quiz
from timeline.handouts.illustrations import Illustrations
from timeline.language import handouts as words
from timeline.pages import booklets, classroom
from timeline.pages.plain_text import plain
from timeline.pictures import raster
from timeline.project.cache import secret
from timeline.project.site import Site
from timeline.records.era import Era
from timeline.records.teaching import Teaching

EDITION = 8
"""Raised when the same pack is to give other files: what was made before then counts as stale."""

File = tuple[str, Callable[[], bytes | None]]
"""The address of a file below the site's root, and what makes it."""


def write(site_dir: Path, catalogue: Catalogue, site: Site) -> None:
    """Write every file to change; one that was made before of the same records is taken from the cache."""
    taught = [era for era in catalogue.eras.values() if era.record.teaching]
    if not taught:
        return
    shared, illustrations = _shared(catalogue, site), Illustrations(catalogue, site)
    for era in taught:
        digest = _digest(catalogue, era, shared)
        _written(site_dir, _Kept(site.cache, digest), _files(catalogue, era, site, illustrations))
    where = [(event.id, event.record.places) for event in catalogue.events.values()]
    digest = hashlib.sha256(repr((shared, where)).encode()).hexdigest()
    _written(site_dir, _Kept(site.cache, digest), _wall(site, illustrations))


def _written(site_dir: Path, kept: _Kept, files: Iterator[File]) -> None:
    for path, made in files:
        if (data := kept(path, made)) is not None:
            target = site_dir / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)


def _wall(site: Site, illustrations: Illustrations) -> Iterator[File]:
    """Yield the maps of the whole timeline, filled and to fill in."""
    credit = words.credit(site.name, site.licence, f"{site.url}map/" if site.url else "")
    yield "teach/wall/map/map.docx", lambda: atlas.of_all(illustrations, credit, blank=False)
    yield "teach/wall/map-blank/map-blank.docx", lambda: atlas.of_all(illustrations, credit, blank=True)


def _files(catalogue: Catalogue, era: Item[Era], site: Site, illustrations: Illustrations) -> Iterator[File]:
    teaching = era.record.teaching
    assert teaching  # the caller has looked
    folder = f"teach/{era.id}/"
    credit = words.credit(site.name, site.licence, site.url + era.path)
    questions = quiz.questions(catalogue, era)
    yield f"{folder}sheets.docx", lambda: documents.student(catalogue, era, teaching, credit)
    yield f"{folder}booklet.docx", lambda: documents.booklet(catalogue, era, teaching, credit)
    yield f"{folder}cards.docx", lambda: documents.cards(catalogue, era, credit)
    yield f"{folder}role-play.docx", lambda: documents.role_play(catalogue, era, teaching, credit)
    yield f"{folder}map.docx", lambda: atlas.of_era(illustrations, era, credit)
    yield f"{folder}slides/slides.pptx", lambda: deck.slides(catalogue, era, teaching, credit, illustrations)
    yield f"{folder}answers/answers.docx", lambda: documents.answers(catalogue, era, teaching, credit)
    if questions:
        yield f"{folder}answers/quiz.gift.txt", lambda: gift.text(era.record.title, questions).encode()
        yield f"{folder}answers/quiz.qti.zip", lambda: qti.package(era.record.title, questions)
        yield f"{folder}answers/quiz.qti3.zip", lambda: qti3.package(era.record.title, questions)
        yield f"{folder}answers/quiz.h5p", lambda: h5p.package(era.record.title, site.language, questions)
    yield f"{folder}answers/lesson.imscc", lambda: cartridge.package(_lesson(catalogue, era, teaching, site, questions))


def _lesson(
    catalogue: Catalogue, era: Item[Era], teaching: Teaching, site: Site, questions: list[quiz.Choice]
) -> cartridge.Lesson:
    """Return what a learning platform gets of a pack: nothing that answers a question before it is asked."""
    credit = words.credit(site.name, site.licence, site.url + era.path)
    files = {"sheets.docx": (words.SHEETS, documents.student(catalogue, era, teaching, credit))}
    if sources := documents.booklet(catalogue, era, teaching, credit):
        files["booklet.docx"] = (words.BOOKLET, sources)
    links = {}
    if site.url:
        links = {era.record.title: site.url + era.path, words.SLIDES: f"{site.url}teach/{era.id}/slides/"}
    topics = tuple(plain(question.ask) for question in teaching.questions.hard)
    return cartridge.Lesson(era.record.title, site.language, files, links, topics, tuple(questions))


def _shared(catalogue: Catalogue, site: Site) -> str:
    """Return a sum of what the files of all packs are made of."""
    kinds = (catalogue.sources, catalogue.places, catalogue.terms, catalogue.features, catalogue.media)
    named = [item.record for kind in kinds for item in kind.values()]
    folder = site.media
    files = [folder / item.record.file for item in catalogue.media.values()] if folder else []
    seen = [hashlib.sha256(file.read_bytes()).digest() for file in files if file.exists()]
    about = EDITION, raster.EDITION, site.name, site.licence, site.url, site.map, site.inset
    return hashlib.sha256(secret() + repr((about, named, seen)).encode()).hexdigest()


def _digest(catalogue: Catalogue, era: Item[Era], shared: str) -> str:
    """Return a sum of all that the files of a pack are made of."""
    events = {event.id: event for event in (*catalogue.by_era.get(era.id, []), *classroom.cards(catalogue, era))}
    events |= {source.event.id: source.event for source in booklets.extracts(catalogue, era)}
    parts = shared, era.record, [event.record for event in events.values()]
    return hashlib.sha256(repr(parts).encode()).hexdigest()


class _Kept:
    """Files that were made before, by the sum of what they were made of."""

    def __init__(self, cache: Path | None, digest: str) -> None:
        self._folder = cache and cache / "handouts" / digest

    def __call__(self, path: str, made: Callable[[], bytes | None]) -> bytes | None:
        """Return a file as it was made before, or made now and kept."""
        place = self._folder and self._folder / path.replace("/", "+")
        if place and place.exists():
            return place.read_bytes()
        data = made()
        if place and data is not None:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        return data
