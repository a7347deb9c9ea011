"""Settings: mkdocs.yml read without MkDocs, and what the pages need of it."""

import pytest

from timeline import cli
from timeline.exports.identifiers import uid
from timeline.project import settings_check
from timeline.project.settings import read, site_of
from timeline.project.site import Extent, Site


def settings(tmp_path, text):
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    return read(tmp_path)


@pytest.mark.parametrize(
    ("value", "set_", "expected"),
    [
        ('!ENV [ONE, TWO, "none"]', {}, "none"),
        ('!ENV [ONE, TWO, "none"]', {"TWO": "2"}, "2"),
        ('!ENV [ONE, TWO, "none"]', {"ONE": "1", "TWO": "2"}, "1"),
        ("!ENV ONE", {"ONE": "1"}, "1"),
        ("!ENV ONE", {}, None),
        ("plain", {}, "plain"),
    ],
)
def test_values_may_come_from_the_environment(value, set_, expected, tmp_path, monkeypatch):
    for name in ("ONE", "TWO"):
        monkeypatch.delenv(name, raising=False)
    for name, content in set_.items():
        monkeypatch.setenv(name, content)

    assert expected == settings(tmp_path, f"site_url: {value}\n")["site_url"]


def test_a_folder_without_settings_is_an_error_of_the_disk(tmp_path):
    with pytest.raises(FileNotFoundError):
        read(tmp_path)


def test_pages_know_the_name_the_address_and_where_to_edit(tmp_path):
    text = "site_name: A\nsite_url: https://example.org/a/\nrepo_url: https://example.org/repository/\n"

    site = site_of(settings(tmp_path, text), tmp_path)

    assert (site.name, site.url) == ("A", "https://example.org/a/")
    assert site.repository.edit_url("events/a.yaml") == "https://example.org/repository/edit/main/events/a.yaml"


def test_a_site_needs_neither_address_nor_repository_nor_version(tmp_path):
    site = site_of(settings(tmp_path, "site_name: A\n"), tmp_path)

    assert (site.url, site.repository.url, site.version) == ("", "", "")
    assert site.map is None


def test_a_map_shows_what_lies_within_its_edges_and_an_inset_a_part_of_it(tmp_path):
    edges = "west: -10, east: 30, south: 40, north: 60"
    inner = "title: The Low Countries, west: 2, east: 8, south: 49, north: 54"
    text = f"site_name: A\nextra:\n  map: {{{edges}}}\n  inset: {{{inner}}}\n"

    site = site_of(settings(tmp_path, text), tmp_path)

    assert site.map == Extent(-10, 30, 40, 60)
    assert site.inset == Extent(2, 8, 49, 54, "The Low Countries")


def test_handwritten_pages_are_known_by_the_paths_that_builders_give_them(tmp_path):
    for name in ("index.md", "about.md", "contribute/new.md", "more/README.md"):
        (tmp_path / "pages" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "pages" / name).touch()

    site = site_of(settings(tmp_path, "site_name: A\ndocs_dir: pages\n"), tmp_path)

    assert site.handwritten == {
        "": "pages/index.md",
        "about/": "pages/about.md",
        "contribute/new/": "pages/contribute/new.md",
        "more/": "pages/more/README.md",
    }


@pytest.mark.parametrize(
    ("theme", "language"),
    [
        ("theme: {name: material, language: be}", "be"),
        ("theme: {name: material}", "en"),
        ("theme: material", "en"),
        ("", "en"),
    ],
)
def test_pages_are_in_the_language_of_the_theme(theme, language, tmp_path):
    assert language == site_of(settings(tmp_path, f"site_name: A\n{theme}\n"), tmp_path).language


def test_a_timeline_may_open_its_lists_with_words_of_its_own(tmp_path):
    text = "site_name: A\nextra: {leads: {places: Where it was.}}\n"

    assert site_of(settings(tmp_path, text), tmp_path).leads == {"places": "Where it was."}


def test_identifiers_hang_on_the_name_unless_settings_keep_an_identity(tmp_path):
    """A timeline that is renamed keeps the entries of its readers' calendars."""
    before = site_of(settings(tmp_path, "site_name: A\n"), tmp_path)
    after = site_of(settings(tmp_path, "site_name: B\nextra: {identity: A}\n"), tmp_path)
    other = site_of(settings(tmp_path, "site_name: B\n"), tmp_path)

    assert uid(before, "event", "x") == uid(after, "event", "x") != uid(other, "event", "x")
    assert uid(Site("Ligny"), "event", "1815-ligny") == "83fcc090-6962-52f1-a333-10b0365ae7be"


@pytest.mark.parametrize(
    "line",
    [
        "a: [b",
        "site_name: !!python/object/apply:os.getcwd []",
        "x: !!python/name:os.system",
        "INHERIT: ../other.yml",
        "docs_dir: /etc",
        "docs_dir: ..",
        "theme: {name: material, custom_dir: /etc}",
        "plugins: [nowhere-to-be-found]",
        "markdown_extensions: [pymdownx.snippets]",
        'extra: {links: {about: "javascript:alert(1)"}}',
        'extra: {sections: [{path: "//example.org/", name: A}]}',
        'extra: {contact: "javascript:alert(1)"}',
        'extra: {repository: {edit: "https://example.org/{file}"}}',
    ],
)
def test_settings_that_run_read_or_lead_elsewhere_are_told_before_anything_reads_them(tmp_path, line, capsys):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Home", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(f"site_description: A\n{line}\n", encoding="utf-8")

    assert cli.main(["-C", str(tmp_path), "check"]) == 1
    assert [
        line for line in capsys.readouterr().out.splitlines() if "missing-setting" not in line and "mkdocs.yml" in line
    ]


def test_functions_that_the_handbook_of_the_theme_names_are_no_programs(tmp_path):
    name = "!!python/name:material.extensions.emoji.twemoji"
    text = f"site_name: A\nmarkdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: {name}\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")

    assert {problem.code for problem in settings_check.problems_of(tmp_path)} == {"missing-page"}
