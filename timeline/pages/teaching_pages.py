"""Pages for teachers: the packs of eras, what can hang on a wall, and the tasks that are set by a link."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from timeline.catalogue import Catalogue, Item
from timeline.language import page_titles
from timeline.language.page_titles import Words
from timeline.pages import head as metadata
from timeline.pages.maps import Maps
from timeline.pages.page import Page
from timeline.pages.recording import kept
from timeline.pages.view import View
from timeline.project.site import Site


class TeachingPages:
    """What a renderer makes for teachers; a timeline without teaching has none of it."""

    catalogue: Catalogue
    site: Site
    maps: Maps

    def _render(self, template: str, view: View, **more: Any) -> Markup:
        raise NotImplementedError

    def _view(self, path: str) -> View:
        raise NotImplementedError

    def packs(self, taught: list[Item[Any]]) -> Iterator[Page]:
        """Yield the pack of each era, with its slides and its answers."""
        for era in taught:
            path = f"teach/{era.id}/"
            yield self._lesson(era, path, "pack", page_titles.pack(era.record.title))
            yield self._lesson(era, f"{path}slides/", "slides", page_titles.slides(era.record.title))
            yield self._lesson(era, f"{path}answers/", "answers", page_titles.answers(era.record.title))

    def materials(self) -> Iterator[Page]:
        """Yield what belongs to no one pack: sheets for the wall, and the page that shows a task."""
        for name, words in page_titles.WALL.items():
            if self.maps.main or not name.startswith("map"):
                yield self._wall(name, words)
        yield self._assign()

    @kept
    def _lesson(self, era: Item[Any], path: str, template: str, words: Words) -> Page:
        content = self._render(template, self._view(path), item=era)
        head = metadata.UNINDEXED if template == "answers" else metadata.of_lesson(self.site, path, *words, era)
        page = Page(path, *words, content, "teach/", template, words.description, head=head, file=era.file)
        return replace(page, listed=template != "answers", foot=era.path if template == "pack" else "")

    @kept
    def _wall(self, name: str, words: Words) -> Page:
        """Return a sheet for the wall, filled or blank; without a name, the page that leads to all."""
        kind, _, blank = name.partition("-")
        path, template = (f"teach/wall/{name}/", f"wall_{kind}") if name else ("teach/wall/", "wall")
        return self._material(path, template, words, blank=bool(blank))

    @kept
    def _assign(self) -> Page:
        return self._material("teach/assign/", "assign", page_titles.ASSIGN)

    def _material(self, path: str, template: str, words: Words, **more: Any) -> Page:
        view = self._view(path)
        content = self._render(template, view, title=words.title, **more) + self._render("report", view, file="")
        head = metadata.of_material(self.site, path, *words)
        return Page(path, *words, content, "teach/", "material", words.description, head=head)
