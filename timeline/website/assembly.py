"""Assembly: the rendered shells of a built site are filled with the catalogue's pages."""

from __future__ import annotations

import gc
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from markupsafe import Markup

from timeline.catalogue import Catalogue
from timeline.editing import schemas
from timeline.exports import write
from timeline.handouts import write as handouts
from timeline.pages import map_keeping
from timeline.pages.chronology import names_script
from timeline.pages.page import Page
from timeline.pages.renderer import Fragment, Renderer
from timeline.pictures import variants
from timeline.problems import Problem
from timeline.project import cache
from timeline.project.site import Picture, Site
from timeline.website import (
    frame,
    keeping,
    link_check,
    minify,
    policy,
    print_foot,
    search,
    sitemap,
    versions,
)
from timeline.website.shell import FRAGMENT, Shell

Shells = dict[tuple[str, int], Shell]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was read of a site that a site builder has rendered: scripts in the way, and its shells."""

    strays: list[Problem]
    shells: Shells


def assemble(site_dir: Path, catalogue: Catalogue, site: Site) -> list[Problem]:
    """Fill the site that a site builder has rendered into `site_dir`; return its broken links."""
    return fill(site_dir, prepare(site_dir), catalogue, site)


def prepare(site_dir: Path) -> Prepared:
    """Do to a rendered site what hangs on no record: shorten it, secure it, and take the shells out of it."""
    minify.minify(site_dir)
    return Prepared(*_shells(site_dir))


def fill(
    site_dir: Path, prepared: Prepared, catalogue: Catalogue, site: Site, shown: Callable[[], None] = lambda: None
) -> list[Problem]:
    """Fill a prepared site with the records; return its broken links.

    shown: called when all pages are there, and only files for other programs are not.
    """
    with uncollected(), keeping.keeping(site.cache.parent if site.cache else None) as kept:
        strays, shells = prepared.strays, prepared.shells
        renderer = Renderer(catalogue, site, kept.memory)
        renderer.recorder.still, renderer.recorder.trimmed = kept.has, keeping.trimmed
        foot = partial(print_foot.foot, site)
        pictures = _pictures(site_dir, catalogue, site)
        kept.expect(cache.digest(repr(shells), foot("")), pictures)
        _complete(site_dir, renderer, foot, kept)
        pages = list(_written(site_dir, renderer, shells, foot, pictures, kept))
        for path, svg in map_keeping.pictures(renderer.maps).items():
            _write(site_dir / path, svg)
        for item in catalogue.media.values():
            if site.media:
                variants.write(site_dir, item.id, item.record, site.media, site.cache and site.cache.with_name("media"))
        for path, html in renderer.redirects():
            _write(site_dir / path / "index.html", policy.within(html, policy.metas()))
        shown()
        write.write(site_dir, catalogue, site)
        handouts.write(site_dir, catalogue, site)
        for path, text in schemas.files(catalogue):
            _write(site_dir / path, text)
        odd = list(versions.write(site_dir, site))
        search.extend_search(site_dir, pages)
        _write(site_dir / "search" / "names.js", names_script(catalogue))
        sitemap.write(site_dir, site, pages)
        kept.leave(renderer.recorder.memory())
        return [*strays, *odd, *link_check.check(site_dir, kept.documents())]


def _shells(site_dir: Path) -> tuple[list[Problem], Shells]:
    """Return the shells that the builder has rendered, and take them out of the site; and the scripts in the way."""
    places = {use: frame.address(place) for use, place in frame.SHELLS.items()}
    strays = policy.secure(site_dir, [site_dir / path / "index.html" for path in places.values()])
    shells = {use: Shell.read(site_dir / path / "index.html", path) for use, path in places.items()}
    for path in places.values():
        (site_dir / path / "index.html").unlink()
    shutil.rmtree(site_dir / "shells")
    return strays, shells


def _written(
    site_dir: Path,
    renderer: Renderer,
    shells: Shells,
    foot: Fragment,
    pictures: dict[str, Picture],
    kept: keeping.Keeping,
) -> Iterator[Page]:
    """Write every page, or put it in place as it was written before; yield each without its HTML."""
    for page in renderer.pages():
        target = site_dir / page.path / "index.html"
        if not kept.place(page, target):
            picture = pictures.get(page.path) or pictures.get("")
            whole = replace(page, head=page.head + foot(page.foot or page.path))
            html = minify.page(frame.equipped(_shell(shells, page).fill(whole, picture), page.path))
            _write(target, html)
            kept.keep(page, target, link_check.document(f"{page.path}index.html", html))
        yield keeping.trimmed(page)  # all texts at once would need a gigabyte for 10,000


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage until the end of the block: nearly all that a build makes stays, and the search is long."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _pictures(site_dir: Path, catalogue: Catalogue, site: Site) -> dict[str, Picture]:
    """Draw the social cards; pages name them by whole addresses, so without the site's own there are none."""
    if not site.card or not site.url:
        return {}
    from timeline.social_cards import deck

    return deck.write(site_dir, catalogue, site, site.card)


def _shell(shells: Shells, page: Page) -> Shell:
    return shells["embed" if page.kind == "embed" else "page", page.path.count("/")]


def _complete(site_dir: Path, renderer: Renderer, foot: Fragment, kept: keeping.Keeping) -> None:
    """Fill the handwritten pages, or put them in place as they were filled before."""
    fragments = {**renderer.fragments(), "foot": foot}
    for path, address, html in _asking(site_dir):

        def fill(address: str = address, html: str = html) -> Page:
            return Page(address, "", "", Markup(filled(html, address, fragments)), address, "handwritten")

        page = renderer.recorder.kept("handwritten", (address, html), fill)
        path.unlink()  # it may be put back by another name of the one that is kept
        if not kept.place(page, path):
            _write(path, page.content)
            kept.keep(page, path, link_check.document(path.relative_to(site_dir).as_posix(), page.content))


def fill_fragments(site_dir: Path, fragments: dict[str, Fragment]) -> None:
    """Put the fragments that handwritten pages ask for in the place of their marks; unknown ones become nothing."""
    for path, address, html in _asking(site_dir):
        path.write_text(filled(html, address, fragments), encoding="utf-8")


def filled(html: str, address: str, fragments: dict[str, Fragment]) -> str:
    """Return a handwritten page with its fragments, and with what they need."""
    return minify.page(frame.equipped(FRAGMENT.sub(partial(_fragment, fragments, address), html), address))


def _asking(site_dir: Path) -> Iterator[tuple[Path, str, str]]:
    """Yield the pages that ask for fragments: file, address below the root, and HTML."""
    for path in sorted(site_dir.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        if "<!-- timeline:" in html:
            yield path, path.relative_to(site_dir).as_posix().removesuffix("index.html"), html


def _fragment(fragments: dict[str, Fragment], address: str, mark: re.Match[str]) -> str:
    if mark.group() in (frame.PLACE_OF_STYLES, frame.PLACE_OF_SCRIPTS):
        return mark.group()  # what goes there depends on the fragments
    fragment = fragments.get(mark["name"])
    return str(fragment(address)) if fragment else ""


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
