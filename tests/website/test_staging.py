"""The way out: another builder renders the staged tree, and `fill` makes the same site of it as `build`."""

import re
import subprocess
import sys

import pytest

import waterloo
from timeline.exports.format import ROOT
from timeline.website.frame import THEME

pytestmark = pytest.mark.slow

NOT_PORTABLE = re.compile(
    r"\bpage\.(?:file|is_homepage|parent)\b|\bpages\b|\bbuild_date_utc\b|\| *(?:truncate|xmlattr|split|sum)\b"
    r"|\bdo\b|' %|\.(?:items|keys|values|split|startswith|endswith|replace|format|strip)\("
)
"""What another builder's template engine does not know: docs/adr/0001."""


def files(site):
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


@pytest.mark.parametrize("repository", ["", "https://host.example/ours/"])
def test_another_builder_and_fill_give_the_pages_that_build_gives(repository, tmp_path):
    """Handwritten pages too, to which a repository adds lines at the foot."""
    project = waterloo.copy(tmp_path / "timeline")
    project.write({"mkdocs.yml": project.read("mkdocs.yml") + f'\nrepo_url: "{repository}"\n'})
    staged, site = tmp_path / "staged", tmp_path / "other"

    assert project.run("build").code == 0
    assert project.run("stage", staged).code == 0
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(site)]
    subprocess.run(command, cwd=staged, check=True, capture_output=True)
    result = project.run("fill", site)

    assert (result.code, result.stdout) == (0, "")
    assert files(project.root / "site") == files(site)
    for page in ("events/1815-waterloo/index.html", "about/index.html", "index.html"):
        ours, theirs = (folder / page for folder in (project.root / "site", site))
        assert ours.read_text(encoding="utf-8") == theirs.read_text(encoding="utf-8")
        assert ("host.example/ours/edit/" in ours.read_text(encoding="utf-8")) == bool(repository), page


@pytest.mark.parametrize("path", sorted(THEME.rglob("*.html")), ids=lambda path: path.name)
def test_the_theme_keeps_to_what_other_builders_understand(path):
    marks = re.findall(r"\{\{.*?\}\}|\{%.*?%\}", path.read_text(encoding="utf-8"), re.DOTALL)

    assert [mark for mark in marks if NOT_PORTABLE.search(mark)] == []


def test_a_staged_tree_has_no_hook_and_nothing_of_this_machine(tmp_path):
    project = waterloo.copy(tmp_path / "timeline")

    assert project.run("stage", "../staged").code == 0

    text = (tmp_path / "staged/mkdocs.yml").read_text(encoding="utf-8")
    assert "hooks" not in text
    assert str(tmp_path) not in text
    assert {"docs", "mkdocs.yml", "theme"} == {path.name for path in (tmp_path / "staged").iterdir()}


def test_a_site_whose_shells_lost_their_marks_is_not_filled(tmp_path):
    project = waterloo.copy(tmp_path / "timeline")
    for shell in ("shells", "shells/record", "shells/record/part", "shells/embed", "embed"):
        project.write({f"other/{shell}/index.html": "<title>%%title%%</title><main>%%content%%</main>"})
    (project.root / "other/assets").mkdir()

    result = project.run("fill", project.root / "other")

    assert (result.code, result.stdout) == (2, "")
    assert result.stderr == "shells/index.html: the shell lacks description\n"


def test_the_theme_names_the_folder_of_the_published_data():
    """It is rendered by another program, so the address stands there again."""
    assert f"{{{{ '{ROOT}/feed.atom' | url }}}}" in (THEME / "main.html").read_text(encoding="utf-8")
