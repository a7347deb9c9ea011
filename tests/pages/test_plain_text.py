"""Plain text: the words that the converter shows, and nothing of how they are marked."""

import pytest

from timeline.pages.plain_text import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They *won* it [@a, p. 3].", "They won it."),
        ("One [@a].\n\nTwo [@b; @c], then.", "One. Two, then."),
        ("See [the battle](event:x), or [a page](https://example.org/).", "See the battle, or a page."),
        ('See [a page](https://example.org/ "its title").', "See a page."),
        ("## Head\n\nText", "Text"),
        ("A **bold**\n  line", "A bold line"),
        ("See [the city](https://example.org/Paris_(city)), *then*", "See the city, then"),
        ("_a_ __b__ ***c*** snake_case_name 2 * 3 * 4", "a b c snake_case_name 2 * 3 * 4"),
        ("the mark `[@a]` and `<b> & *c*`", "the mark [@a] and <b> & *c*"),
        ("> He said\n> *this*.\n\nThen", "He said this. Then"),
        ("Two:\n\n- one,\n- two.\n\n1. first\n2. second", "Two: one, two. first second"),
        (r"1815\. \*a\*", "1815. *a*"),
        ("a < b & c > d", "a < b & c > d"),
        ('It\'s "so" -- or not', 'It\'s "so" -- or not'),
    ],
)
def test_plain_text_has_only_the_words(text, expected):
    assert expected == plain(text)
