"""The swap of the old and the new site: whatever goes wrong, one whole site stays in its place."""

import errno
from pathlib import Path

import pytest

from timeline.website import builder, swap


@pytest.fixture
def site(tmp_path):
    """A built site in a folder that a user has named."""
    return written(tmp_path / "out/site", "old")


@pytest.fixture(autouse=True)
def mkdocs(monkeypatch):
    """Stands for the site builder: writes a new site of one page."""

    def run(root, command, option, folder):
        written(Path(folder), "new")
        return 0

    monkeypatch.setattr(builder, "_mkdocs", run)


def written(folder, text):
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(text, encoding="utf-8")
    return folder


def page(site):
    return (site / "index.html").read_text(encoding="utf-8")


def refuse(monkeypatch, name, error):
    """Let every renaming of a file or folder of this name fail."""
    rename = Path.rename

    def refusing(self, target):
        if self.parent.name.startswith(name):
            raise error
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refusing)


def test_the_new_site_takes_the_place_of_the_old_one_and_nothing_else_stays(site, tmp_path):
    assert builder.build(tmp_path, site) == 0

    assert page(site) == "new"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_swap_that_fails_leaves_the_old_site_as_it_was(site, tmp_path, monkeypatch, error):
    monkeypatch.setattr(swap, "_exchange", lambda *folders: False)
    refuse(monkeypatch, ".site-", error)

    with pytest.raises(type(error)):
        builder.build(tmp_path, site)

    assert page(site) == "old"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_after_a_swap_that_was_killed_the_old_site_is_back_even_if_the_next_build_fails(site, tmp_path, monkeypatch):
    site.rename(site.with_name(".site.old"))
    monkeypatch.setattr(builder, "_mkdocs", lambda *arguments: 1)

    assert builder.build(tmp_path, site) == 1

    assert page(site) == "old"


def test_an_old_site_that_a_killed_swap_left_behind_goes_with_the_next_build(site, tmp_path):
    written(site.with_name(".site.old"), "older")

    assert builder.build(tmp_path, site) == 0

    assert page(site) == "new"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_first_build_needs_no_old_site(tmp_path):
    assert builder.build(tmp_path, tmp_path / "deep/site") == 0

    assert page(tmp_path / "deep/site") == "new"
