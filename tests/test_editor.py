"""The schemas in an editor: completion, hover and complaints, as the language server of most editors gives them."""

import itertools

import pytest

from harness import REPO
from languageserver import LanguageServer

REAL = min((REPO / "events").glob("*.yaml"))
NUMBERS = itertools.count()
HEAD = "# yaml-language-server: $schema=../timeline/schema/event.schema.json\n"


@pytest.fixture(scope="module")
def server():
    with LanguageServer(REPO) as found:
        yield found


@pytest.fixture
def opened(server):
    """Open a text as a new file, which is nowhere on the disk; return its path and what the server complains of."""

    def open_(text):
        path = REPO / f"events/{next(NUMBERS):04}-not-written.yaml"
        return path, server.complaints(path, text)

    return open_


def test_a_real_file_draws_no_complaint(server):
    assert server.complaints(REAL, REAL.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("importance: minor\n", "importance: small\n", 5, '"landmark"'),
        ("topics: [battle]\n", "topic: [battle]\n", 4, "topic"),
        ("date: 1815-06-18\n", "date: 18 June 1815\n", 2, "pattern"),
        ("title: Battle\n", f"title: {'x' * 91}\n", 1, "90"),
    ],
)
def test_a_mistake_is_marked_on_its_line(opened, old, new, line, words):
    text = f"{HEAD}title: Battle\ndate: 1815-06-18\nsummary: A battle.\ntopics: [battle]\nimportance: minor\n"
    text += "body: Text [@book].\ncitations:\n  - key: book\n"
    assert opened(text)[1] == []

    _, found = opened(text.replace(old, new))

    assert [complaint for complaint in found if complaint["range"]["start"]["line"] == line], found
    assert any(words in complaint["message"] for complaint in found), found


def test_what_is_missing_is_named(opened):
    _, found = opened(f"{HEAD}title: Battle\n")

    missing = " ".join(complaint["message"] for complaint in found)
    for key in ("date", "summary", "topics", "importance", "body", "citations"):
        assert f'"{key}"' in missing


def test_keys_are_completed_with_their_descriptions(server, opened):
    path, _ = opened(f"{HEAD}title: Battle\nda\n")

    items = server.at("completion", path, 2, 2)["items"]

    labels = {item["label"]: item for item in items}
    assert {"date", "date_note"} <= labels.keys()
    assert "no more precise than the sources" in str(labels["date"]["documentation"])


def test_values_of_closed_lists_are_completed(server, opened):
    path, _ = opened(f"{HEAD}title: Battle\nimportance: \n")

    labels = {item["label"] for item in server.at("completion", path, 2, 12)["items"]}

    assert {"landmark", "major", "minor"} <= labels


def test_keys_within_a_citation_are_completed(server, opened):
    """Where a key of a source stands; below a lone `key:` the server offers what a citation of a file may have."""
    path, _ = opened(f"{HEAD}citations:\n  - type: book\n    pub\n")

    assert {"publisher", "publisher-place"} <= {item["label"] for item in server.at("completion", path, 3, 7)["items"]}


def test_a_key_tells_what_it_means(server, opened):
    path, _ = opened(f"{HEAD}title: Battle\nsummary: A battle.\n")

    assert "One sentence that stands alone" in str(server.at("hover", path, 2, 3)["contents"])
