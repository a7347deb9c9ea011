"""References: one line of a bibliography for each kind of source, and what is left out when it is not known."""

import pytest

from timeline.citations.house_style import label, people, reference, title_of
from timeline.records.source import Source


def source(**fields):
    return Source.model_validate({"type": "book", "kind": "blog", "title": "T", "publisher": "P", **fields})


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "<cite>T</cite>. P."),
        ({"author": ["Doe, Jo"], "issued": "1815"}, "Doe, Jo. <cite>T</cite>. P, 1815."),
        ({"publisher-place": "London", "collection-title": "S"}, "<cite>T</cite>. <cite>S</cite>, London, P."),
        (
            {"type": "article-journal", "container-title": "J", "volume": "3", "issue": "2", "page": "12-34"},
            "<span>“T”</span>. <cite>J</cite>, vol. 3, no. 2, pp. 12–34. P.",
        ),
        ({"type": "article-newspaper", "container-title": "P", "page": "5"}, "<span>“T”</span>. <cite>P</cite>, p. 5."),
        (
            {"type": "chapter", "container-title": "B", "editor": ["Doe, Jo", "Roe, Al"]},
            "<span>“T”</span>. In <cite>B</cite>, edited by Jo Doe and Al Roe. P.",
        ),
        ({"type": "report", "number": "7"}, "<cite>T</cite>. No. 7. P."),
        (
            {"language": "fr", "title_translation": "In English"},
            '<cite lang="fr">T</cite> [In English]. P.',
        ),
        ({"language": "he"}, '<cite lang="he" dir="auto">T</cite>. P.'),
        (
            {"type": "chapter", "language": "ar", "container_title": "B!"},
            '<span lang="ar" dir="auto">“T”</span>. In <cite dir="auto">B!</cite> P.',
        ),
        ({"language": "en"}, "<cite>T</cite>. P."),
        ({"issued": "1815-06~"}, "<cite>T</cite>. P, about June 1815."),
    ],
)
def test_reference_names_author_title_container_and_imprint(fields, expected):
    assert expected == reference(source(**fields))


def test_reference_escapes_what_the_record_holds():
    expected = "A &amp; B. <cite>1 &lt; 2</cite>. P&#34;."

    assert expected == reference(source(author=["A & B"], title="1 < 2", publisher='P"'))


@pytest.mark.parametrize(("title", "expected"), [("What?", "“What?”"), ("Stop!", "“Stop!”"), ("Etc.", "“Etc.”")])
def test_no_stop_follows_a_title_that_ends_in_one(title, expected):
    assert f"<span>{expected}</span> P." == reference(source(type="webpage", title=title))


def test_a_source_without_title_is_said_to_have_none():
    page = source(title=None, type="webpage", URL="https://www.Example.org/a")

    assert reference(page) == "[Untitled page of P]. P."
    assert title_of(page) == "Untitled page of P"
    assert title_of(source(title=None, publisher=None, URL="https://www.Example.org/a")) == (
        "Untitled page of example.org"
    )


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((), ""),
        (("Doe, Jo",), "Doe, Jo"),
        (("Doe, Jo", "Roe, Al"), "Doe, Jo and Al Roe"),
        (("Doe, Jo", "Roe, Al", "OSCE"), "Doe, Jo, Al Roe and OSCE"),
    ],
)
def test_only_the_first_of_several_names_is_inverted(names, expected):
    assert expected == people(names)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"author": ["Doe, Jo"], "issued": "1815"}, "Doe, 1815"),
        ({"author": ["Doe, Jo", "Roe, Al"]}, "Doe and Roe"),
        ({"author": ["Doe, Jo", "Roe, Al", "Poe, Ed"]}, "Doe and others"),
        ({"issued": "-0043"}, "P, 44 BCE"),
        ({"publisher": None, "container-title": "C"}, "C"),
        ({"publisher": None, "URL": "https://www.example.org/a"}, "example.org"),
    ],
)
def test_label_is_author_or_maker_and_year(fields, expected):
    assert expected == label(source(**fields))
