"""What crawlers ask for: sitemap.xml (sitemaps.org 0.9) with the day of each page's last change, and robots.txt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from html import unescape
from pathlib import Path
from xml.sax.saxutils import escape

from timeline.pages.page import Page
from timeline.project.site import Site
from timeline.website.shell import SHELLS

RECORDS = ("events/", "reference/")
"""Folders whose records the lists are made of."""


def write(site_dir: Path, site: Site, pages: Iterable[Page]) -> None:
    """Write robots.txt, and the sitemap with our pages and the handwritten ones; it needs the site's address."""
    path = site_dir / "sitemap.xml"
    written = re.findall(r"<loc>([^<]*)</loc>", path.read_text(encoding="utf-8")) if path.exists() else []
    for stale in (path, path.with_suffix(".xml.gz")):
        stale.unlink(missing_ok=True)
    robots = "User-agent: *\nDisallow:\n"
    if site.url:
        path.write_text(_sitemap(site, [unescape(location) for location in written], list(pages)), encoding="utf-8")
        robots += f"\nSitemap: {site.url}sitemap.xml\n"
    (site_dir / "robots.txt").write_text(robots, encoding="utf-8")


def _sitemap(site: Site, written: list[str], pages: list[Page]) -> str:
    changes = {site.url + page.path: _changed(site, page) for page in pages}
    changes |= dict(_handwritten(site, [location for location in written if location not in changes]))
    hidden = {site.url + page.path for page in pages if not page.listed}
    rows = "".join(_row(location, changes[location]) for location in sorted(changes.keys() - hidden))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )


def _row(location: str, changed: datetime | None) -> str:
    day = f"<lastmod>{changed:%Y-%m-%d}</lastmod>" if changed else ""
    return f"<url><loc>{escape(location)}</loc>{day}</url>\n"


def _changed(site: Site, page: Page) -> datetime | None:
    """Return when a page's text changed: that of one record with its file, a list with the last of all records."""
    return site.history.changed(page.file) if page.file else site.history.latest(RECORDS)


def _handwritten(site: Site, locations: Iterable[str]) -> Iterator[tuple[str, datetime | None]]:
    """Yield the pages written by hand; the home page shows the records too."""
    for location in locations:
        path = location.removeprefix(site.url).strip("/")
        if not path:
            yield location, site.history.latest((*RECORDS, "docs/index.md"))
        elif not f"{path}/".startswith(SHELLS):
            yield location, site.history.latest((f"docs/{path}.md", f"docs/{path}/index.md"))
