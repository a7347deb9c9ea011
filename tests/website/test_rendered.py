"""The frame of a site is rendered again when something changes that it rests on, and only then."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

import waterloo
from harness import REPO
from timeline.pages.sections import sections
from timeline.project import cache, settings
from timeline.website import builder, rendered


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A project that was built once, and its site."""
    project = waterloo.copy(tmp_path_factory.mktemp("rendered") / "project")
    shutil.rmtree(project.root / ".cache", ignore_errors=True)
    assert builder.build(project.root, project.root / "site") == 0
    return project


@pytest.fixture
def project(built, tmp_path):
    shutil.copytree(built.root, tmp_path / "project")
    return type(built)(tmp_path / "project")


def frame(project):
    return rendered.Frame(project.root, settings.read(project.root), sections(waterloo.catalogue()))


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_second_build_renders_no_frame_and_makes_the_same_site(project, monkeypatch):
    def forbidden(*arguments, **named):
        raise AssertionError("the site builder was run")

    before = contents(project.root / "site")
    monkeypatch.setattr(builder, "_mkdocs", forbidden)

    assert builder.build(project.root, project.root / "site") == 0
    assert contents(project.root / "site") == before


def test_site_is_the_one_that_mkdocs_makes_with_our_hooks(project, tmp_path):
    assert builder._rendered(project.root, tmp_path / "whole") == 0
    assert contents(tmp_path / "whole") == contents(project.root / "site")


def test_a_page_is_written_once_and_not_read_again(project, monkeypatch):
    """What search, links and sitemap need is known when a page is written: nobody goes over the files once more."""
    done = {"read_text": Counter(), "read_bytes": Counter(), "write_text": Counter()}
    for name, counter in done.items():
        method = getattr(Path, name)

        def counted(self, *arguments, method=method, counter=counter, **named):
            if self.suffix == ".html" and "/.site-" in self.as_posix():
                counter[self.relative_to(next(p for p in self.parents if p.name == "site")).as_posix()] += 1
            return method(self, *arguments, **named)

        monkeypatch.setattr(Path, name, counted)
    shutil.rmtree(project.root / ".cache/pages")

    assert builder.build(project.root, project.root / "site") == 0
    written, read = done["write_text"], done["read_text"] + done["read_bytes"]
    assert len(written) > 70
    assert {name for name, count in written.items() if count > 1} == set()
    assert max(read.values()) <= 2  # handwritten pages: for their marks, and those without any for their links
    assert len(read) < 20 and "events/1815-waterloo/index.html" not in read  # pages that lead on, for their links


def test_frame_is_found_again(project, tmp_path):
    assert frame(project).place(tmp_path / "fresh").shells


@pytest.mark.parametrize(
    "change",
    ["page", "asset", "new page", "settings", "address", "sections", "moment", "engine"],
)
def test_frame_is_rendered_anew_after(project, tmp_path, monkeypatch, change):
    files = {
        "page": {"docs/about.md": project.read("docs/about.md") + "\nMore.\n"},
        "asset": {"docs/assets/own.css": "p {}"},
        "new page": {"docs/more.md": "# More\n"},
        "settings": {"mkdocs.yml": project.read("mkdocs.yml").replace("From Cannae", "From Actium")},
    }
    project.write(files.get(change, {}))
    if change in ("address", "moment"):
        monkeypatch.setenv({"address": "SITE_URL", "moment": "SOURCE_DATE_EPOCH"}[change], "1700000000")
    if change == "engine":
        monkeypatch.setattr(cache, "engine", lambda: b"another")
    made = frame(project)
    if change == "sections":
        made = rendered.Frame(project.root, settings.read(project.root), [])

    assert made.place(tmp_path / "fresh") is None


@pytest.mark.parametrize("harm", ["cut", "gone", "index", "foreign"])
def test_damaged_frame_counts_as_absent(project, tmp_path, harm):
    folder = project.root / rendered.FOLDER
    files = sorted(folder.iterdir())
    [index] = folder.glob("*.index")
    for path in files:
        if path != index and harm == "cut":
            path.write_bytes(path.read_bytes()[:-1])
        if path != index and harm == "gone":
            path.unlink()
    if harm in ("index", "foreign"):
        raw = index.read_bytes()
        index.write_bytes(raw[:-20] if harm == "index" else b"\0" * 32 + raw[32:])

    assert frame(project).place(tmp_path / "fresh") is None


def test_only_the_latest_frames_are_kept(project):
    for number in range(6):
        project.write({"docs/about.md": f"# About\n\n{number}\n"})
        made = frame(project)
        (project.root / "other").mkdir(exist_ok=True)
        (project.root / "other/index.html").write_text(f"{number}", encoding="utf-8")
        made.keep(project.root / "other", rendered.Prepared([], {}))
    folder = project.root / rendered.FOLDER

    assert len(list(folder.glob("*.index"))) == 4
    assert len(list(folder.iterdir())) == 8


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("plugins: [search]", "plugins: [search, tags]"),
        ("markdown_extensions: [attr_list", "markdown_extensions: [some.other, attr_list"),
        ("hooks: [", "hooks: [own.py, "),
    ],
)
def test_frame_is_known_only_where_nobody_else_runs(project, old, new):
    project.write({"own.py": "def on_post_build(config): ...\n"})
    assert rendered.is_known(project.root, settings.read(project.root))
    project.write({"mkdocs.yml": project.read("mkdocs.yml").replace(old, new)})

    assert not rendered.is_known(project.root, settings.read(project.root))


def test_a_hook_of_the_same_name_with_more_in_it_is_none_of_ours(project):
    project.write({"build.py": (REPO / "build.py").read_text(encoding="utf-8") + "\nprint()\n"})
    text = project.read("mkdocs.yml")
    lines = ["hooks: [build.py]" if line.startswith("hooks:") else line for line in text.splitlines()]
    project.write({"mkdocs.yml": "\n".join(lines)})

    assert not rendered.is_known(project.root, settings.read(project.root))
