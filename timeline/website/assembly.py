"""Assembly: the rendered shells of a built site are filled with the catalogue's pages."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

from markupsafe import Markup

from timeline.catalogue import Catalogue
from timeline.editing import schemas
from timeline.exports import write
from timeline.handouts import write as handouts
from timeline.pages.page import Page
from timeline.pages.renderer import Fragment, Renderer
from timeline.pictures import variants
from timeline.problems import Problem
from timeline.project.site import Picture, Site
from timeline.website import frame, link_check, minify, policy, print_foot, search, sitemap, versions
from timeline.website.shell import FRAGMENT, Shell


def assemble(site_dir: Path, catalogue: Catalogue, site: Site) -> list[Problem]:
    """Fill the site that a site builder has rendered into `site_dir`; return its broken links."""
    minify.minify(site_dir)
    renderer = Renderer(catalogue, site)
    places = {use: frame.address(place) for use, place in frame.SHELLS.items()}
    strays = policy.secure(site_dir, [site_dir / path / "index.html" for path in places.values()])
    shells = {use: Shell.read(site_dir / path / "index.html", path) for use, path in places.items()}
    shutil.rmtree(site_dir / "shells")
    foot = partial(print_foot.foot, site)
    fill_fragments(site_dir, {**renderer.fragments(), "foot": foot})
    pictures = _pictures(site_dir, catalogue, site)
    pages = []
    for page in renderer.pages():
        picture = pictures.get(page.path) or pictures.get("")
        whole = replace(page, head=page.head + foot(page.foot or page.path))
        html = _shell(shells, page).fill(whole, picture)
        _write(site_dir / page.path / "index.html", frame.equipped(html, page.path))
        pages.append(replace(page, content=Markup(), head=""))  # all texts at once would need a gigabyte for 10,000
    for path, svg in renderer.maps.files():
        _write(site_dir / path, svg)
    for item in catalogue.media.values():
        if site.media:
            variants.write(site_dir, item.id, item.record, site.media, site.cache and site.cache.with_name("media"))
    for path, html in renderer.redirects():
        _write(site_dir / path / "index.html", policy.within(html, policy.metas()))
    write.write(site_dir, catalogue, site)
    handouts.write(site_dir, catalogue, site)
    for path, text in schemas.files(catalogue):
        _write(site_dir / path, text)
    odd = list(versions.write(site_dir, site))
    search.extend_search(site_dir, pages)
    sitemap.write(site_dir, site, pages)
    return [*strays, *odd, *link_check.check(site_dir)]


def _pictures(site_dir: Path, catalogue: Catalogue, site: Site) -> dict[str, Picture]:
    """Draw the social cards; pages name them by whole addresses, so without the site's own there are none."""
    if not site.card or not site.url:
        return {}
    from timeline.social_cards import deck

    return deck.write(site_dir, catalogue, site, site.card)


def _shell(shells: dict[tuple[str, int], Shell], page: Page) -> Shell:
    return shells["embed" if page.kind == "embed" else "page", page.path.count("/")]


def fill_fragments(site_dir: Path, fragments: dict[str, Fragment]) -> None:
    """Put the fragments that handwritten pages ask for in the place of their marks; unknown ones become nothing."""
    for path in site_dir.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        if "<!-- timeline:" not in html:
            continue
        address = path.relative_to(site_dir).as_posix().removesuffix("index.html")
        filled = FRAGMENT.sub(partial(_fragment, fragments, address), html)
        path.write_text(frame.equipped(filled, address), encoding="utf-8")


def _fragment(fragments: dict[str, Fragment], address: str, mark: re.Match[str]) -> str:
    if mark.group() in (frame.PLACE_OF_STYLES, frame.PLACE_OF_SCRIPTS):
        return mark.group()  # what goes there depends on the fragments
    fragment = fragments.get(mark["name"])
    return str(fragment(address)) if fragment else ""


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
