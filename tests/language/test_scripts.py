"""Letters of a text against the language that it is said to be in."""

import pytest

from timeline.language.scripts import apart, misfit


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Кой печели битката", "bg"),
        ("Хто виграв битву", "uk"),
        ("Do you agree", "en-GB"),
        ("Slažete li se", "sr-Latn"),
        ("Слажете ли се", "sr"),
        ("Μολὼν λαβέ", "grc"),
        ("Генерал от NATO каза", "bg"),
        ("през XX-ия век", "bg"),
        ("1815", "bg"),
        ("平和", "ja"),
    ],
)
def test_letters_that_fit(text, tag):
    assert misfit(text, tag) == ""


@pytest.mark.parametrize(
    ("text", "tag", "said"),
    [
        ("Кой печели", "en", "the letters are Cyrillic, and English is written in Latin ones"),
        ("Do you agree", "bg", "the letters are Latin, and Bulgarian is written in Cyrillic ones"),
        ("Слажете ли се", "sr-Latn", "the letters are Cyrillic, and Serbian is written in Latin ones"),
        ("Кто выиграл", "bg", "Bulgarian has no letter ы"),
        ("Кой печeли", "bg", "the word печeли has both Latin and Cyrillic letters"),
        ("Vae victis", "xq", 'no language is known by "xq"'),
    ],
)
def test_letters_that_do_not_fit(text, tag, said):
    assert misfit(text, tag) == said


def test_what_runs_from_right_to_left_stands_apart():
    assert apart("(שלום)!") == "<bdi>(שלום)!</bdi>"
    assert apart("<العربية>") == "<bdi>&lt;العربية&gt;</bdi>"
    assert apart("Łódź & Минск") == "Łódź & Минск"
