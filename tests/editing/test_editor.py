"""The schemas in an editor: completion, hover and complaints, as the language server of most editors gives them."""

import itertools
import json

import pytest
import yaml

from harness import REPO
from languageserver import LanguageServer
from timeline.editing import completion

pytestmark = pytest.mark.slow

REAL = min((REPO / "events").glob("*.yaml"))
NUMBERS = itertools.count()
HEAD = "# yaml-language-server: $schema=../reference/schema/event.schema.json\n"
IDS = json.loads((REPO / completion.FILE).read_text(encoding="utf-8"))["$defs"]
TOPICS = yaml.safe_load((REPO / "reference/topics.yaml").read_text(encoding="utf-8"))
TOPIC = min(TOPICS)
GOOD = (
    f"{HEAD}title: Battle\ndate: 1815-06-18\nsummary: A battle.\ntopics: [{TOPIC}]\nimportance: minor\n"
    "body: Text [@book].\ncitations:\n  - key: book\n"
)


def listed(kind):
    """Return the ids of a kind with what they stand for, as the list for editors has them."""
    return {form["const"]: form["description"] for form in IDS[kind]["anyOf"] if "const" in form}


def first(kind):
    return next(iter(listed(kind).items()))


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
        ("topics: [", "topic: [", 4, "topic"),
        (f"[{TOPIC}]", f"[{TOPIC}x]", 4, TOPIC),
        ("date: 1815-06-18\n", "date: 18 June 1815\n", 2, "pattern"),
        ("title: Battle\n", f"title: {'x' * 91}\n", 1, "90"),
    ],
)
def test_a_mistake_is_marked_on_its_line(opened, old, new, line, words):
    assert opened(GOOD)[1] == []

    _, found = opened(GOOD.replace(old, new))

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


@pytest.mark.parametrize(
    ("kind", "text", "line", "column"),
    [
        ("topics", "topics: []\n", 1, 9),
        ("places", "places: []\n", 1, 9),
        ("places", "places:\n  - \n", 2, 4),
        ("actors", "actors:\n  - \n", 2, 4),
        ("events", "links:\n  led_to: []\n", 2, 11),
        ("sources", "citations:\n  - key: \n", 2, 9),
        ("citations", "figures:\n  - label: Losses\n    citations: []\n", 3, 16),
    ],
)
def test_ids_are_completed_with_what_they_stand_for(server, opened, kind, text, line, column):
    path, _ = opened(HEAD + text)

    items = server.at("completion", path, line, column)["items"]
    offered = {item["insertText"]: item.get("documentation") for item in items}  # the label of a long one is cut
    assert listed(kind).items() <= offered.items()
    assert {"battle", "roberts-2014", "napoleon"}.isdisjoint(offered)


@pytest.mark.parametrize(("kind", "key"), [("places", "places"), ("actors", "actors"), ("topics", "topics")])
def test_an_id_tells_what_it_stands_for(server, opened, kind, key):
    id_, name = first(kind)
    path, _ = opened(f"{HEAD}{key}: [{id_}]\n")

    told = server.at("hover", path, 1, len(key) + 4)["contents"]["value"]
    assert name in told.replace("\\", "")


def test_an_id_that_the_list_does_not_have_yet_draws_no_complaint(opened):
    """Whoever adds an actor on the web cannot run a command that makes the list fresh."""
    _, found = opened(GOOD.replace("body:", "places: [not-known-yet]\nactors: [nobody-knows-her]\nbody:"))

    assert found == []


def test_what_is_no_id_at_all_draws_a_complaint(opened):
    _, found = opened(GOOD.replace("body:", "places: [Not An Id]\nbody:"))

    assert [complaint["range"]["start"]["line"] for complaint in found] == [6]
