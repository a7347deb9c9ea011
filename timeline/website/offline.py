"""The offline copy: a ZIP archive of the whole site in which every link names a file, so that it works from a disk."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup, escape

from timeline.exports import package
from timeline.language import offline
from timeline.project import disk
from timeline.project.site import Site
from timeline.records.ids import slug
from timeline.website.search import script

ARCHIVE = "data/offline.zip"

PAGE = "data/index.html"
"""The page that offers the archive, between these two marks; in the archive itself nothing stands there."""

OFFER = re.compile(r"(<!-- offline copy -->).*?(<!-- /offline copy -->)", re.DOTALL)

LEFT_OUT = re.compile(
    r"(404\.html|robots\.txt|sitemap\.xml|assets/cards/.*|search/search_index\.js(on)?|.*\.map|.*/\.[^/]*\.new)"
)
"""What is of no use on a disk: it is for servers, crawlers and networks, or stands in the copy in another form."""

_LINK = re.compile(
    r"""(?<=\s)((?:href|action|src|data-embed|data-path)="|content="0; url=)([^"#?:]*)([#?][^"]*)?(?=")"""
)


def pack(site_dir: Path, site: Site) -> int:
    """Put the offline copy into a built site, and the offer of it on the page about the data; return its bytes.

    The same site gives the same archive. Raises OSError when there is no site in `site_dir`.
    """
    page = site_dir / PAGE
    html = page.read_text(encoding="utf-8")
    content = package.archive(dict(_files(site_dir, site)), slug(site.name), compresslevel=6)
    disk.write(site_dir, ARCHIVE, content)
    disk.write(site_dir, PAGE, OFFER.sub(lambda mark: f"{mark[1]}{_offer(len(content))}{mark[2]}", html))
    return len(content)


def _files(site_dir: Path, site: Site) -> Iterator[tuple[str, bytes]]:
    for path in site_dir.rglob("*"):
        name = path.relative_to(site_dir).as_posix()
        if path.is_symlink() or not path.is_file() or name == ARCHIVE or LEFT_OUT.fullmatch(name):
            continue
        if name.endswith(".html"):
            yield name, linked(OFFER.sub(r"\1\2", path.read_text(encoding="utf-8"))).encode()
        else:
            yield name, path.read_bytes()
    index = site_dir / "search/search_index.json"
    if index.exists():
        yield "search/search_index.js", script(_search(index.read_text(encoding="utf-8"))).encode()
    yield "README.txt", _readme(site).encode()


def linked(html: str) -> str:
    """Return a page whose links name the file in a folder, which a server would add."""
    return _LINK.sub(lambda link: f"{link[1]}{_file(link[2])}{link[3] or ''}", html)


def _file(path: str) -> str:
    return (
        posixpath.join(path, "index.html") if path.endswith("/") or path in (".", "..") or path[-3:] == "/.." else path
    )


def _search(text: str) -> str:
    """Return the search index with links that name files."""
    index = json.loads(text)
    for entry in index["docs"]:
        path, mark, fragment = entry["location"].partition("#")
        entry["location"] = f"{_file(path) if path else 'index.html'}{mark}{fragment}"
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def _readme(site: Site) -> str:
    lines = offline.readme(site.version, site.url, site.licence, site.licence_url)
    return "\r\n".join([site.name, "", *lines, ""])


def _offer(size: int) -> Markup:
    archive = Markup('<a href="{0}"><code>{0}</code></a>').format(posixpath.basename(ARCHIVE))
    page = Markup("<code>index.html</code>")
    text = escape(offline.OFFER).format(archive=archive, megabytes=f"{size / 1_000_000:.1f}", page=page)
    return Markup(
        '<section class="tl-section" aria-labelledby="offline"><h2 id="offline">{}</h2><p>{}</p></section>'
    ).format(offline.TITLE, text)
