"""Addresses of the repository: those of GitHub, or what settings say of another host."""

from urllib.parse import parse_qs, urlsplit

from timeline.project.repository import Repository
from timeline.project.settings import read, site_of

URL = "https://host.example/repo/"


def test_without_settings_the_addresses_are_those_of_github():
    repository = Repository(URL)

    assert repository.edit_url("events/a.yaml") == f"{URL}edit/main/events/a.yaml"
    assert repository.edit_url("reference/places.yaml", 7) == f"{URL}edit/main/reference/places.yaml#L7"
    assert repository.history_url("events/a.yaml") == f"{URL}commits/main/events/a.yaml"
    assert repository.create_url("events") == (f"{URL}new/main/events?filename={{name}}", "&value={text}")


def test_a_report_names_file_line_and_page_whatever_letters_they_have():
    address = Repository(URL).report_url("broken-link", "https://example.org/ж/?a&b", "reference/places.yaml", 7)

    assert address.startswith(f"{URL}issues/new?")
    assert parse_qs(urlsplit(address).query) == {
        "template": ["broken-link.yml"],
        "file": ["reference/places.yaml#L7"],
        "page": ["https://example.org/ж/?a&b"],
    }


def test_settings_name_the_branch_and_the_patterns_of_another_host(tmp_path):
    patterns = 'branch: trunk, edit: "-/edit/{branch}/{file}", history: "-/commits/{branch}/{file}"'
    text = f"site_name: A\nrepo_url: {URL}\nextra:\n  repository: {{{patterns}}}\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")

    repository = site_of(read(tmp_path), tmp_path).repository

    assert repository.edit_url("events/a.yaml") == f"{URL}-/edit/trunk/events/a.yaml"
    assert repository.history_url("events/a.yaml") == f"{URL}-/commits/trunk/events/a.yaml"
    assert repository.create_url("events")[0].startswith(f"{URL}new/trunk/events?")
