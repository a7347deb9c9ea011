"""The page of all messages is complete, and says what the check says."""

import re

from test_gallery import EXAMPLES

from messages import PAGE, page


def test_the_page_is_as_the_gallery_makes_it(request):
    """`pytest tests/checks/test_messages.py --update-golden` writes it anew."""
    if request.config.getoption("--update-golden"):
        PAGE.write_text(page(EXAMPLES), encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == page(EXAMPLES)


def test_every_code_has_a_section_with_an_example_of_its_own():
    """test_gallery.py sees to it that the gallery has every code that the engine can emit."""
    text = PAGE.read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## ([a-z0-9-]+) \{#\1\}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL))

    assert sorted(sections) == sorted(EXAMPLES)
    for code, section in sections.items():
        assert f" {code} " in section
        assert f"](#{code})" in text
