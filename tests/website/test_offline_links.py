"""The offline copy: links that name files; tests/content/browser/test_offline_copy.py opens it in a browser."""

import zipfile

import pytest

import waterloo
from timeline.website.offline import linked


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="../eras/">', '<a href="../eras/index.html">'),
        ('<a href="../..">', '<a href="../../index.html">'),
        ('<a href=".">', '<a href="./index.html">'),
        ('<a href="./">', '<a href="./index.html">'),
        ('<a href="../events/a/#x">', '<a href="../events/a/index.html#x">'),
        ('<a href="./?from=1815#x">', '<a href="./index.html?from=1815#x">'),
        ('<form action="../">', '<form action="../index.html">'),
        (
            '<meta http-equiv="refresh" content="0; url=../b/">',
            '<meta http-equiv="refresh" content="0; url=../b/index.html">',
        ),
    ],
)
def test_a_link_to_a_folder_names_its_page(before, after):
    assert linked(before) == after


@pytest.mark.parametrize(
    "html",
    [
        '<a href="#x">',
        '<a href="?from=1815">',
        '<a href="https://example.org/a/">',
        '<a href="mailto:a@example.org/">',
        '<link href="../assets/site.css">',
        '<a href="data/v1.zip">',
        "a text about href and ../",
    ],
)
def test_other_links_stay(html):
    assert linked(html) == html


@pytest.mark.slow
def test_a_site_without_an_address_is_packed_below_its_name(tmp_path):
    project = waterloo.copy(tmp_path / "timeline")
    assert project.run("build").code == 0

    assert project.run("offline").code == 0

    with zipfile.ZipFile(project.root / "site/data/offline.zip") as packed:
        names = set(packed.namelist())
        readme = packed.read("from-cannae-to-waterloo/README.txt").decode()
        redirect = packed.read("from-cannae-to-waterloo/people/bonaparte/index.html").decode()
    assert {name.partition("/")[0] for name in names} == {"from-cannae-to-waterloo"}
    assert {"from-cannae-to-waterloo/index.html", "from-cannae-to-waterloo/events/1815-waterloo/index.html"} <= names
    assert readme.startswith("From Cannae to Waterloo\r\n")
    assert "url=../napoleon/index.html" in redirect


def test_where_there_is_no_site_nothing_is_packed(tmp_path):
    project = waterloo.copy(tmp_path / "timeline")

    result = project.run("offline")

    assert (result.code, "No such file" in result.stderr) == (2, True)
