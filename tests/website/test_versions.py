"""Versions that stay: a folder for each release, as its tag has the records, with a banner that leads to today."""

import subprocess
from dataclasses import replace

import pytest

import waterloo
from timeline.catalogue import build
from timeline.pages.kept import when
from timeline.pages.renderer import Renderer
from timeline.project.releases import releases
from timeline.project.site import Site
from timeline.reading.corpus import load
from timeline.website import link_check, versions

EVENT = "events/1815-waterloo"
FIRST, SECOND = "Wellington and Blücher defeat Napoleon at Waterloo", "The battle of Waterloo"


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """A timeline with two releases, in the second of which one event is new and one has another title."""
    project = waterloo.copy(tmp_path_factory.mktemp("versions") / "copy")
    git(project, "init", "-q", "-b", "main")
    mound = project.read("events/1826-lions-mound.yaml")
    (project.root / "events/1826-lions-mound.yaml").unlink()
    commit(project, "2020-01-01", "v1.0")
    project.write({f"{EVENT}.yaml": project.read(f"{EVENT}.yaml").replace(FIRST, SECOND)})
    project.write({"events/1826-lions-mound.yaml": mound, "events/broken.yaml": "["})
    commit(project, "2021-02-03", "v2.0")
    (project.root / "events/broken.yaml").unlink()
    git(project, "tag", "before-move")
    return project


def git(project, *arguments, **more):
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(project.root), *who, *arguments], check=True, capture_output=True, **more)


def commit(project, day, tag):
    env = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z", "PATH": "/usr/bin:/bin"}
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", tag, env=env)
    git(project, "tag", tag)


@pytest.fixture(scope="module")
def kept(repository, tmp_path_factory):
    """What the releases write into a site that has pages of today."""
    target = tmp_path_factory.mktemp("site")
    for path in ("", f"{EVENT}/", "sources/"):
        (target / path).mkdir(parents=True, exist_ok=True)
        (target / path / "index.html").write_text("<p>today</p>", encoding="utf-8")
    (target / "assets").mkdir()
    (target / "assets/kept.css").write_text("", encoding="utf-8")
    site = Site(name="Battles", url="https://example.org/", releases=releases(repository.root))
    assert list(versions.write(target, site)) == []
    return target


def read(kept, path):
    return (kept / path / "index.html").read_text(encoding="utf-8")


def test_releases_are_tags_named_after_versions_the_newest_first(repository):
    found = releases(repository.root)

    assert [(one.name, one.day) for one in found] == [("v2.0", "2021-02-03"), ("v1.0", "2020-01-01")]
    assert "events/1826-lions-mound.yaml" in found[0].files - found[1].files
    assert "untitled-mound" in found[0].sources - found[1].sources
    assert {"gazette-17028", "polybius-histories"} <= found[1].sources


def test_each_release_shows_the_records_as_they_stood(kept):
    assert f"<h1>{FIRST}</h1>" in read(kept, f"v/v1.0/{EVENT}")
    assert f"<h1>{SECOND}</h1>" in read(kept, f"v/v2.0/{EVENT}")
    assert not (kept / "v/v1.0/events/1826-lions-mound").exists()
    assert (kept / "v/v2.0/events/1826-lions-mound").exists()
    assert not (kept / "v/v2.0/events/broken").exists()


def test_the_banner_leads_to_the_page_of_today_or_to_the_site_where_it_is_gone(kept):
    assert '<a href="../../../../events/1815-waterloo/">This page today</a>' in read(kept, f"v/v1.0/{EVENT}")
    assert '<a href="../../../../">The site today</a>' in read(kept, "v/v1.0/events/1815-return")
    assert "as it stood on 1 January 2020, version v1.0" in read(kept, f"v/v1.0/{EVENT}")


def test_a_kept_page_says_how_to_cite_it(kept):
    cited = f"“{FIRST}”, <i>Battles</i>, version v1.0, 1 January 2020, https://example.org/v/v1.0/{EVENT}/."

    assert cited in read(kept, f"v/v1.0/{EVENT}")


def test_texts_cite_sources_and_links_to_what_is_not_kept_are_words(kept):
    html = read(kept, f"v/v1.0/{EVENT}")

    assert "fields south of Waterloo, and" in html and 'href="#"' not in html
    assert '<a href="../../../../v/v1.0/eras/modern-times/">the era</a>' in html
    assert 'href="#source-1"' in html and "Roberts, Andrew. Napoleon the Great. Allen Lane. 2014" in html
    assert "Ἱστορίαι" in read(kept, "v/v1.0/sources")


def test_all_versions_are_listed_and_every_link_leads_somewhere(kept):
    assert [name for name in ("v1.0", "v2.0") if f'href="{name}/"' in read(kept, "v")] == ["v1.0", "v2.0"]
    assert link_check.check(kept) == []


def test_a_release_without_events_is_told_with_a_remedy(repository, tmp_path):
    git(repository, "checkout", "-q", "--orphan", "empty")
    git(repository, "rm", "-rqf", ".")
    git(repository, "commit", "-q", "--allow-empty", "-m", "nothing")
    git(repository, "tag", "v0.1")
    git(repository, "checkout", "-qf", "main")
    empty = [release for release in releases(repository.root) if release.name == "v0.1"]

    (problem,) = versions.write(tmp_path, Site(name="Battles", releases=tuple(empty)))

    assert str(problem).startswith('refs/tags/v0.1:1:1 tag-without-data the tag "v0.1" is named like a release')
    assert "help: " in str(problem)


def test_cite_this_names_the_newest_release_that_holds_the_record(repository):
    catalogue = build(load(repository.root))
    site = Site(name="Battles", url="https://example.org/", releases=releases(repository.root))
    pages = {page.path: page.content for page in Renderer(catalogue, site).pages()}
    older = replace(site, releases=site.releases[-1:])

    assert 'href="../../v/v2.0/events/1815-waterloo/">https://example.org/v/v2.0/' in pages["events/1815-waterloo/"]
    assert "v/v2.0/eras/antiquity/" in pages["eras/antiquity/"]
    assert 'href="../../v/v2.0/sources/#gazette-17028"' in pages["sources/gazette-17028/"]
    assert older.kept("events/1826-lions-mound.yaml") is older.kept_source("untitled-mound") is None


def test_a_date_of_another_time_stands_as_it_is():
    assert (when("1815-06"), when("Midsummer"), when(None)) == ("June 1815", "Midsummer", "")
