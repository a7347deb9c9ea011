"""The versions that stay: a folder for each release, made anew at each build from the tag's own data."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from timeline.pages import kept
from timeline.pages.environment import environment
from timeline.problems import Problem
from timeline.project import releases
from timeline.project.site import Site
from timeline.reading import plain_data
from timeline.website import policy


def write(site_dir: Path, site: Site) -> Iterator[Problem]:
    """Write the pages of every release of the site; yield a problem for each that has no data."""
    has = partial(_has, site_dir)
    for release in site.releases:
        with tempfile.TemporaryDirectory() as folder:
            if not releases.extract(release, Path(folder)):
                message = f'the tag "{release.name}" is named like a release and holds no events'
                remedy = "release by tagging a commit that has them, or give this tag a name that begins with a letter"
                yield Problem(f"refs/tags/{release.name}", 1, 1, "tag-without-data", message, remedy)
                continue
            for path, html in kept.pages(kept.of(release, plain_data.read(Path(folder))), site, has):
                _write(site_dir / path, html)
    if site.releases:
        template = environment(site.language).get_template("kept_versions.html.j2")
        held = [release for release in site.releases if (site_dir / release.path).is_dir()]
        _write(site_dir / "v", template.render(site=site, releases=held))


def _has(site_dir: Path, path: str) -> bool:
    return (site_dir / path / "index.html").is_file()


def _write(folder: Path, html: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(policy.within(html, policy.metas()), encoding="utf-8")
