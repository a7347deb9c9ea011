"""Shells: a page of the theme is cut at its marks, and filled as often as there are pages."""

from dataclasses import replace

import pytest
from markupsafe import Markup

from timeline.pages.page import Page
from timeline.project.site import Picture
from timeline.website.shell import Shell, ShellError

HTML = '<title>%%title%%</title><meta content="%%description%%">%%head%%<main data-in="%%section%%">%%content%%</main>'


def shell(tmp_path, html=HTML, address="shells/record/"):
    path = tmp_path / "index.html"
    path.write_text(html, encoding="utf-8")
    return Shell.read(path, address)


def page(path="events/a/", title="T", description="D", content="<p>C</p>"):
    return Page(path, title, description, Markup(content), "events/", "event")


def test_marks_are_replaced_by_the_parts_of_the_page(tmp_path):
    expected = '<title>T</title><meta content="D"><link><main data-in="events/"><p>C</p></main>'

    assert expected == shell(tmp_path).fill(replace(page(), head="<link>"))


def test_title_and_description_are_escaped(tmp_path):
    html = shell(tmp_path).fill(page(title='A & "B"', description="1 < 2"))

    assert html.startswith('<title>A &amp; &quot;B&quot;</title><meta content="1 &lt; 2">')


def test_the_picture_of_a_page_and_its_words_stand_where_the_shell_wants_them(tmp_path):
    html = '%%title%%%%description%%%%content%% "%%card%%.png" "%%alt%%"'

    filled = shell(tmp_path, html).fill(page(), Picture("events/a", '"A" & so'))

    assert filled.endswith('"events/a.png" "&quot;A&quot; &amp; so"')


def test_marks_in_the_text_of_a_page_stay_text(tmp_path):
    html = shell(tmp_path).fill(page(title="%%content%%", content="%%title%% %%content%%"))

    assert html.startswith("<title>%%content%%</title>")
    assert html.endswith("%%title%% %%content%%</main>")


def test_one_shell_serves_many_pages(tmp_path):
    one = shell(tmp_path)

    assert one.fill(page(title="A")).replace("A", "B") == one.fill(page(title="B"))


@pytest.mark.parametrize(
    ("html", "missing"),
    [
        ("%%title%% %%description%%", "content"),
        ("nothing", "content, description, title"),
        ("%%title%% %%description%% %%contents%%", "content"),
    ],
)
def test_a_shell_without_its_marks_is_refused(html, missing, tmp_path):
    with pytest.raises(ShellError, match=f"index.html: the shell lacks {missing}$"):
        shell(tmp_path, html)


@pytest.mark.parametrize(
    ("address", "text", "expected"),
    [
        ("shells/record/", '"https://a.b/shells/record/"', '"https://a.b/events/a/"'),
        ("shells/", '"https://a.b/shells/"', '"https://a.b/events/a/"'),
        ("shells/", '"https://a.b/seashells/shells/"', '"https://a.b/seashells/events/a/"'),
        ("shells/", '"https://a.b/seashells/x/" about shells/', '"https://a.b/seashells/x/" about shells/'),
        ("shells/", '"../shells/style.css"', '"../shells/style.css"'),
        ("shells/", '"https://a.b/seashells/"', '"https://a.b/seashells/"'),
    ],
)
def test_the_address_of_the_shell_becomes_that_of_the_page(address, text, expected, tmp_path):
    marks = "%%title%%%%description%%%%content%%"

    assert expected == shell(tmp_path, text + marks, address).fill(page("events/a/", "", "", ""))
