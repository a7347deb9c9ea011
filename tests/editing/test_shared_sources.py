"""Shared sources: a source that two records describe gets one file, and what is said of it stays."""

import pytest

from base import LIGNY, WATERLOO, corpus
from harness import REPO
from timeline import problems
from timeline.checks import rules
from timeline.cli import main
from timeline.editing.shared_sources import share, tidied
from timeline.reading.corpus import load

PAGE = """\
  - key: waterloo-page
    type: webpage
    kind: blog
    title: Waterloo
    publisher: Example Pages
    URL: https://example.org/waterloo
"""
CLARK = """\
  - key: waterloo-page
    # The book of books.
    locator: p. 5
    checked: excerpt
    type: book
    kind: scholarship
    # In its own words.
    title: >-
      Iron
      Kingdom
    publisher: Penguin
    publisher-place: London
    URL: https://example.org/iron-kingdom
"""


def shared(root, changes, only=()):
    """Share what can be shared, write it, and return what was left where it was."""
    result = share(corpus(root, changes), only)
    for path, text in result.texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return result


def read(root, name):
    return (root / name).read_text(encoding="utf-8")


def test_nothing_to_share_changes_nothing(tmp_path):
    assert shared(tmp_path, {}).texts == {}


def test_records_of_one_address_become_one_file_with_all_that_they_say(tmp_path):
    result = shared(tmp_path, {WATERLOO: (PAGE, CLARK)})

    assert result.left == []
    assert sorted(result.texts) == [LIGNY, WATERLOO, "reference/sources/clark-2006.yaml"]
    assert read(tmp_path, "reference/sources/clark-2006.yaml") == (
        "# yaml-language-server: $schema=../schema/source.schema.json\n"
        "type: book\nkind: scholarship\ntitle: Iron Kingdom\npublisher: Penguin\npublisher-place: London\n"
        "issued: 2006\nlanguage: en\nURL: https://example.org/iron-kingdom\n"
    )
    assert "dark [@clark-2006].\n" in read(tmp_path, WATERLOO)
    assert "  - key: clark-2006\n    locator: p. 5\n    checked: excerpt\n" in read(tmp_path, WATERLOO)
    assert read(tmp_path, LIGNY).endswith("  - key: clark-2006\naliases: [1815-sombreffe]\n")
    assert problems.render(rules.check(load(tmp_path))) == ""


def test_records_of_one_key_become_one_file(tmp_path):
    same = PAGE.replace("waterloo-page", "clark-2006").replace(
        "https://example.org/waterloo", "https://example.org/iron-kingdom"
    )
    change = same.replace("webpage", "book").replace("blog", "scholarship").replace("Waterloo\n", "Iron Kingdom\n")
    change = change.replace("Example Pages", "Penguin")

    changes = {WATERLOO: (PAGE, change)}
    root = corpus(tmp_path, changes)
    text = read(tmp_path, WATERLOO).replace("@waterloo-page", "@clark-2006")
    result = shared(tmp_path, {WATERLOO: text})

    assert root.problems == []
    assert result.left == []
    assert problems.render(rules.check(load(tmp_path))) == ""


def test_a_record_of_a_source_that_has_a_file_becomes_a_key(tmp_path):
    record = (
        "  - key: roberts-2014\n    type: book\n    kind: scholarship\n"
        "    title: Napoleon the Great\n    publisher: Allen Lane\n"
    )

    result = shared(tmp_path, {WATERLOO: ("  - key: roberts-2014\n", record)})

    assert list(result.texts) == [WATERLOO]
    assert problems.render(rules.check(load(tmp_path))) == ""


def test_a_key_is_renamed_wherever_it_is_cited(tmp_path):
    glossary = ("citations: [roberts-2014]", "citations: ['waterloo-page, p. 3']")

    shared(tmp_path, {WATERLOO: (PAGE, CLARK), "reference/glossary.yaml": glossary})

    assert "['clark-2006, p. 3']" in read(tmp_path, "reference/glossary.yaml")


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (
            CLARK.replace("book\n", "report\n"),
            "clark-2006: its records differ in type; make them agree, then tidy again",
        ),
        (
            CLARK
            + "  - key: again\n    type: book\n    kind: scholarship\n    URL: https://example.org/iron-kingdom\n",
            f"clark-2006: {WATERLOO} describes it twice; keep one of the two",
        ),
        (
            "  - "
            + str(
                {
                    "key": "waterloo-page",
                    "type": "book",
                    "kind": "scholarship",
                    "URL": "https://example.org/iron-kingdom",
                }
            )
            + "\n",
            None,
        ),
    ],
)
def test_what_a_program_cannot_decide_is_left_and_said(tmp_path, change, left):
    result = shared(tmp_path, {WATERLOO: (PAGE, change)})

    assert result.left == ([left] if left else [])
    assert bool(result.texts) == (left is None)


def test_only_the_sources_of_the_files_named_are_shared(tmp_path):
    assert shared(tmp_path, {WATERLOO: (PAGE, CLARK)}, only=["events/other.yaml"]).texts == {}
    assert LIGNY in shared(tmp_path, {WATERLOO: (PAGE, CLARK)}, only=[WATERLOO]).texts


def test_the_real_sources_say_the_same_before_and_after(tmp_path):
    """Every citation of the real records leads to a source with the same fields as before."""
    before = load(REPO)
    for path in [*REPO.glob("events/*.yaml"), *REPO.glob("reference/**/*.yaml")]:
        copy = tmp_path / path.relative_to(REPO)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    for path, text in share(before).texts.items():
        (tmp_path / path).write_text(text, encoding="utf-8")

    after = load(tmp_path)

    assert after.problems == before.problems
    assert cited(after) == cited(before)


def cited(found):
    return {
        entry.id: [
            (
                citation.locator,
                citation.checked,
                getattr(source(citation, found), "url", None),
                source(citation, found).title,
            )
            for citation in entry.record.citations
        ]
        for entry in found.events.values()
    }


def source(citation, found):
    return citation if hasattr(citation, "title") else found.sources[citation.key].record


@pytest.fixture
def mixed(tmp_path):
    """A timeline in which two records describe one source, and one file has its keys in another order."""
    corpus(tmp_path, {WATERLOO: (PAGE, CLARK)})
    (tmp_path / "mkdocs.yml").write_text("site_name: Ligny\n", encoding="utf-8")
    (tmp_path / "reference/actors/napoleon.yaml").write_text("kind: person\n# Why.\nname: Napoleon\n", encoding="utf-8")
    return tmp_path


def test_tidy_check_shows_a_diff_and_writes_nothing(mixed, capsys):
    before = {path: path.read_bytes() for path in mixed.rglob("*.yaml")}

    assert main(["-C", str(mixed), "tidy", "--check"]) == 1

    out, err = capsys.readouterr()
    assert [line for line in out.splitlines() if line.startswith("+++")] == [
        "+++ b/events/1815-ligny.yaml",
        "+++ b/events/1815-waterloo.yaml",
        "+++ b/reference/actors/napoleon.yaml",
        "+++ b/reference/sources/clark-2006.yaml",
    ]
    assert "--- a/reference/actors/napoleon.yaml\n" in out
    assert "@@ -1,3 +1,3 @@\n-kind: person\n # Why.\n name: Napoleon\n+kind: person\n" in out
    assert err == ""
    assert {path: path.read_bytes() for path in mixed.rglob("*.yaml")} == before


def test_tidy_writes_and_is_then_content(mixed, capsys):
    assert main(["-C", str(mixed), "tidy"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "events/1815-ligny.yaml",
        "events/1815-waterloo.yaml",
        "reference/actors/napoleon.yaml",
        "reference/sources/clark-2006.yaml",
    ]
    assert read(mixed, "reference/actors/napoleon.yaml") == "# Why.\nname: Napoleon\nkind: person\n"
    assert main(["-C", str(mixed), "tidy", "--check"]) == 0
    assert main(["-C", str(mixed), "check"]) == 0


def test_tidy_of_one_file_leaves_the_others(mixed, capsys):
    assert main(["-C", str(mixed), "tidy", "reference/actors"]) == 0
    assert capsys.readouterr().out == "reference/actors/napoleon.yaml\n"
    assert main(["-C", str(mixed), "tidy", "events/none.yaml"]) == 2


def test_tidy_touches_no_file_that_it_cannot_read(mixed):
    (mixed / "events/1815-wavre.yaml").write_bytes("title: Blücher\ndate: 1815".encode("latin-1"))

    assert main(["-C", str(mixed), "tidy"]) == 0
    assert (mixed / "events/1815-wavre.yaml").read_bytes() == "title: Blücher\ndate: 1815".encode("latin-1")


def test_a_key_that_is_also_a_word_is_renamed_only_where_it_is_cited(tmp_path):
    """In groups of citations, in lists of them, and in links: not in a sentence, a title or another list."""
    word = (
        PAGE.replace("waterloo-page", "road")
        .replace("https://example.org/waterloo", "https://example.org/iron-kingdom")
        .replace("webpage", "book")
        .replace("blog", "scholarship")
        .replace("title: Waterloo", "title: Iron Kingdom")
        .replace("Example Pages", "Penguin")
    )
    text = read(corpus(tmp_path, {}).root, WATERLOO)
    text = (
        text.replace("summary: The last battle", "summary: The road and the last battle")
        .replace(PAGE, word)
        .replace("@waterloo-page", "@road, the road of p. 3")
        .replace("body: |\n", "body: |\n  On the road (road) [it](source:road) lay @road. ")
    )
    terms = ("citations: [roberts-2014]", "variants: [road, the road]\n  citations: [road, 'road, p. 3']")

    shared(tmp_path, {WATERLOO: text, "reference/glossary.yaml": terms})

    changed = read(tmp_path, WATERLOO)
    assert "summary: The road and the last battle" in changed
    assert "On the road (road) [it](source:clark-2006) lay @road." in changed
    assert "[@clark-2006, the road of p. 3]" in changed
    assert "- key: clark-2006\n" in changed
    assert "variants: [road, the road]\n  citations: [clark-2006, 'clark-2006, p. 3']" in read(
        tmp_path, "reference/glossary.yaml"
    )


def test_lines_that_end_as_on_windows_are_in_order_and_stay(tmp_path):
    root = corpus(tmp_path, {}).root
    for path in root.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert tidied(root, load(root)).texts == {}

    path = root / LIGNY
    path.write_bytes(path.read_bytes().replace(b"date: 1815-06-16\r\n", b"", 1) + b"date: 1815-06-16\r\n")
    text = tidied(root, load(root)).texts[LIGNY]
    assert "\r\ndate: 1815-06-16\r\nsummary" in text
    assert text.count("\n") == text.count("\r\n")
