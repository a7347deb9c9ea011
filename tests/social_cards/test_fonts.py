"""Letters in pictures: the right file for each character, and texts that fit their boxes."""

import pytest
from PIL import Image, ImageDraw, ImageFont

from harness import REPO
from timeline.social_cards.fonts import Font, faces

FACES = faces(REPO / "timeline/website/theme/assets/fonts.css")
HAND = Font(FACES, "Timeline Serif", 600)
SIZES = (80, 60, 40)

TEXTS = [
    "War",
    "Щ" * 90,
    "Щёлочь " * 12 + "Щёлоч",
    "W" * 44 + " " + "M" * 45,
    "Беларусь і Расія, Łukaszenka ir Šalčininkai: " * 2,
    "один " * 40,
]


@pytest.mark.parametrize("text", TEXTS)
def test_no_word_is_cut_lost_or_outside_its_box(text):
    text = text.strip()
    block = HAND.fit(text, 1000, 300, SIZES, 1.15)

    assert " ".join(block.lines) == text
    assert max(HAND.width(line, block.size) for line in block.lines) <= 1000
    assert len(block.lines) * block.step <= 300


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_measured_is_what_is_drawn(text):
    """The ink of a line ends where its width says, within the overhang of a letter."""
    block = HAND.fit(text.strip(), 1000, 300, SIZES, 1.15)
    line, size = block.lines[0], block.size
    picture = Image.new("L", (1400, 300))
    HAND.write(ImageDraw.Draw(picture), (100, 150), line, size)

    left, top, right, bottom = picture.getbbox()

    assert abs(right - 100 - HAND.width(line, size)) < size / 4
    assert abs(left - 100) < size / 4
    assert 150 - size * 1.1 < top < bottom < 150 + size / 2


def test_a_short_text_takes_the_first_size():
    assert HAND.fit("War", 1000, 300, SIZES, 1.15).size == 80


def test_a_line_is_saved_by_a_size_that_is_little_smaller():
    text = "A line that is a little too long"
    width = HAND.width(text, 76) + 1

    assert HAND.fit(text, width, 300, (80, 76, 40), 1.15).lines == (text,)


def test_lines_of_a_text_are_of_like_width():
    lines = HAND.fit("Rouble devalued a fund lends three billion dollars", 900, 300, (80,), 1.15).lines
    widths = [HAND.width(line, 80) for line in lines]

    assert min(widths) > 0.6 * max(widths)


def test_letters_come_from_the_file_that_a_browser_would_take():
    found = {character: HAND._face_of(character).file.name for character in "aŁЖ"}

    assert found == {
        "a": "serif-latin-normal.woff2",
        "Ł": "serif-latin-near-normal.woff2",
        "Ж": "serif-cyrillic-normal.woff2",
    }


@pytest.mark.parametrize("family", ["Timeline Serif", "Timeline Sans"])
def test_the_fonts_have_every_letter_of_the_languages_of_the_site(family):
    """East Slavic and Polish, Lithuanian, Esperanto, and the signs of our texts: none is drawn as a box."""
    letters = "АБВГҐДЕЁЄЖЗІЇЙЎЫЭЮЯабвгґдеёєжзіїйўыэюяĄĆĘŁŃÓŚŹŻąćęłńóśźżĄČĘĖĮŠŲŪŽąčęėįšųūžŬŭ–—’“”…·№€"
    hand = Font(FACES, family, 400)

    assert hand.missing(letters) == set()
    for letter in letters:
        font = ImageFont.truetype(hand._face_of(letter).file, 40)
        assert bytes(font.getmask(letter)) != bytes(font.getmask("\U0010ffff")), letter


def test_letters_that_no_file_has_are_named():
    assert HAND.missing("a 日本") == {"日", "本"}


def test_a_family_that_is_not_declared_is_refused():
    with pytest.raises(ValueError, match='"Comic Sans"'):
        Font(FACES, "Comic Sans", 400)
