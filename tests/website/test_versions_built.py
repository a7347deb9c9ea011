"""A build that keeps versions, through the public command, in a repository with two tags."""

import re
import subprocess

import pytest

import waterloo

DAYS = {"v1.0": "2020-01-01", "v2.0": "2021-02-03"}
EVENT = "events/1815-waterloo"
FIRST, SECOND = "Wellington and Blücher defeat Napoleon at Waterloo", "The battle of Waterloo"


def git(project, *arguments, day="2021-02-03"):
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    when = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z", "PATH": "/usr/bin:/bin"}
    subprocess.run(["git", "-C", str(project.root), *who, *arguments], check=True, capture_output=True, env=when)


def release(project, tag):
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", tag, day=DAYS[tag])
    git(project, "tag", tag)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A timeline that was released twice, changed since, and built: what a tag holds is not what today has."""
    project = waterloo.copy(tmp_path_factory.mktemp("released") / "copy")
    project.write({".gitignore": "/site/\n.cache/\n"})
    today = project.read(f"{EVENT}.yaml")
    mound = project.read("events/1826-lions-mound.yaml")
    (project.root / "events/1826-lions-mound.yaml").unlink()
    git(project, "init", "-q", "-b", "main")
    release(project, "v1.0")
    project.write({f"{EVENT}.yaml": today.replace(FIRST, SECOND), "events/1826-lions-mound.yaml": mound})
    release(project, "v2.0")
    project.write({f"{EVENT}.yaml": today.replace(FIRST, "Waterloo today")})
    result = project.run("build", "--versions")
    assert result.code == 0, result.stdout + result.stderr
    return project


def read(project, path):
    return (project.root / "site" / path / "index.html").read_text(encoding="utf-8")


def test_each_tag_has_its_pages_as_they_stood(project):
    titles = [re.search("<h1[^>]*>(.*?)</h1>", read(project, f"{at}{EVENT}"))[1] for at in ("v/v1.0/", "v/v2.0/", "")]

    assert titles == [FIRST, SECOND, "Waterloo today"]
    assert not (project.root / "site/v/v1.0/events/1826-lions-mound").exists()
    assert "events/1826-lions-mound/" in read(project, "v/v2.0")
    assert all(f'href="{tag}/"' in read(project, "v") for tag in DAYS)


def test_the_banner_leads_to_the_page_of_today(project):
    html = read(project, f"v/v1.0/{EVENT}")

    assert "as it stood on 1 January 2020, version v1.0" in html
    assert '<a href="../../../../events/1815-waterloo/">This page today</a>' in html
    assert '<meta name="robots" content="noindex">' in html and "Content-Security-Policy" in html


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        (EVENT, f"v/v2.0/{EVENT}/"),
        ("eras/antiquity", "v/v2.0/eras/antiquity/"),
        ("sources/untitled-mound", "v/v2.0/sources/#untitled-mound"),
        ("sources/gazette-17028", "v/v2.0/sources/#gazette-17028"),
    ],
)
def test_cite_this_names_the_newest_release_that_holds_the_record(page, kept, project):
    said = read(project, page).partition('id="cite-this"')[2]
    target, _, anchor = kept.partition("#")

    assert f'<a href="../../{kept}">' in said
    assert (f'id="{anchor}"' if anchor else "<h1>") in read(project, target)


def test_versions_stand_outside_of_what_search_and_machines_find(project):
    """A page of a version is for those who were led to it: what is found is the page of today."""
    for name in ("sitemap.xml", "search/search_index.json"):
        found = project.root / "site" / name
        assert not found.is_file() or "v/v1.0" not in found.read_text(encoding="utf-8"), name


def test_a_tag_without_data_stops_the_build_with_a_remedy_and_leaves_the_old_site(project):
    git(project, "stash", "-q")
    git(project, "checkout", "-q", "--orphan", "empty")
    git(project, "rm", "-rqf", ".")
    git(project, "commit", "-q", "--allow-empty", "-m", "nothing")
    git(project, "tag", "v0.1")
    git(project, "checkout", "-qf", "main")
    before = read(project, "v")

    result = project.run("build", "--versions")

    assert result.code == 1
    assert 'refs/tags/v0.1:1:1 tag-without-data the tag "v0.1"' in result.stdout + result.stderr
    assert "help: release by tagging a commit that has them" in result.stdout + result.stderr
    assert read(project, "v") == before
