"""What stands at the foot of every printed sheet: whose it is, in which version, and the page's address."""

from __future__ import annotations

import json

from markupsafe import Markup

from timeline.language import phrases
from timeline.project.site import Site


def foot(site: Site, path: str) -> Markup:
    """Return a style for the head of the page at `path`: the content of a margin box (CSS Paged Media 3).

    How the box looks, and the number of the sheet beside it, are the same on every page and stand in print.css.
    """
    version = phrases.version(site.version) if site.version else ""
    first = " · ".join(part for part in (site.name, site.licence, version) if part)
    words = "\\A ".join(_quoted(line) for line in (first, site.url + path) if line)
    return Markup(f'<style>@page {{ @bottom-left {{ content: "{words}" }} }}</style>')


def _quoted(text: str) -> str:
    """Return a text as it stands between the quotation marks of CSS, in a style that no `</style>` may end early."""
    return json.dumps(text, ensure_ascii=False)[1:-1].replace("<", "\\3c ")
