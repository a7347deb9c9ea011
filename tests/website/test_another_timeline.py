"""Another timeline: the engine as an installed package, and a folder that holds nothing but its own words and data."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from harness import REPO
from htmldoc import Document

FOLDER = "Ватэрлоо and other battles"
"""A path with blanks and Cyrillic letters."""


def run(*command, cwd):
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONPATH": ""}
    return subprocess.run(command, cwd=cwd, env={**os.environ, **quiet}, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def python(tmp_path_factory):
    """An environment that has the engine from its wheel, and beside it only what it depends on."""
    folder = tmp_path_factory.mktemp("installed")
    source = folder / "source"
    shutil.copytree(REPO / "timeline", source / "timeline", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "requirements.in"):
        shutil.copy(REPO / name, source / name)
    pip = (sys.executable, "-m", "pip", "-q", "--disable-pip-version-check")
    made = run(*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", folder, source, cwd=folder)
    assert made.returncode == 0, made.stdout + made.stderr
    [wheel] = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=False)
    site_packages = next((folder / "env").glob("lib/python*/site-packages"))
    done = run(*pip, "install", "--no-deps", "--target", site_packages, wheel, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    (site_packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "env/bin/python"


@pytest.fixture(scope="module")
def timeline(tmp_path_factory):
    """A folder with events, references, a home page of three lines, and settings of one."""
    root = tmp_path_factory.mktemp("elsewhere") / FOLDER
    for name in ("events", "reference"):
        shutil.copytree(REPO / "tests/timelines/waterloo" / name, root / name)
    (root / "docs").mkdir()
    (root / "docs/index.md").write_text("# Battles\n\n<!-- timeline:chronology -->\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text("site_name: Battles\n", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def built(python, timeline):
    result = run(python, "-m", "timeline", "build", cwd=timeline)
    assert result.returncode == 0, result.stdout + result.stderr
    return timeline / "site"


def test_the_engine_is_the_installed_one(python, timeline):
    where = run(python, "-c", "import timeline; print(timeline.__file__)", cwd=timeline).stdout

    assert Path(where.strip()).is_relative_to(python.parents[1])


def test_the_home_page_is_styled_and_holds_the_timeline(built):
    document = Document(built, built / "index.html")
    used = [element.attributes for element in document.elements if element.tag in ("link", "script")]
    files = {found.get("href") or found.get("src") for found in used} - {None}

    assert [element for element in document.elements if element.tag == "timeline-view"]
    assert "tl-home" in (built / "index.html").read_text(encoding="utf-8")
    assert any(name.endswith(".css") and "timeline" in name for name in files)
    assert any(name.endswith(".js") and "timeline" in name for name in files)
    assert [name for name in files if "://" not in name and not (built / name).is_file()] == []


def test_the_header_leads_to_what_there_is_and_to_nothing_else(built):
    text = (built / "index.html").read_text(encoding="utf-8")

    assert ">Eras</a>" in text and ">Disputes</a>" in text
    assert 'href="about/"' not in text and 'href="contribute/"' not in text
    assert "None" not in text


@pytest.mark.parametrize("arguments", [("check",), ("tidy",), ("schema",), ("stage", "staged")])
def test_every_command_is_there(python, timeline, arguments):
    result = run(python, "-m", "timeline", *arguments, cwd=timeline)

    assert result.returncode == 0, result.stdout + result.stderr
    assert "Traceback" not in result.stderr


def test_an_unknown_setting_is_one_message(python, timeline):
    own = (timeline / "mkdocs.yml").read_text(encoding="utf-8")
    try:
        (timeline / "mkdocs.yml").write_text(f"{own}extra:\n  links: {{abuot: about/}}\n", encoding="utf-8")
        result = run(python, "-m", "timeline", "build", cwd=timeline)
    finally:
        (timeline / "mkdocs.yml").write_text(own, encoding="utf-8")

    assert result.returncode == 1
    assert result.stdout == (
        'mkdocs.yml:3:11 unknown-setting nothing reads "abuot" here\n    help: did you mean "about"?\n'
    )


def test_a_missing_home_page_is_said_and_no_bare_site_is_built(python, timeline, tmp_path):
    root = shutil.copytree(timeline, tmp_path / "copy", ignore=shutil.ignore_patterns("site", "docs", ".cache"))

    result = run(python, "-m", "timeline", "build", cwd=root)

    assert result.returncode == 1
    assert "missing-page docs/index.md" in result.stdout
    assert not (root / "site").exists()
