"""Letters of a text against the language that it is said to be in."""

import pytest

from timeline.language.scripts import misfit


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Считаете ли Вы необходимым", "ru"),
        ("Ці згодны Вы з неабходнасцю", "be"),
        ("Do you agree", "en-GB"),
        ("Slažete li se", "sr-Latn"),
        ("Слажете ли се", "sr"),
        ("Μολὼν λαβέ", "grc"),
        ("Генерал NATO сказал", "ru"),
        ("в XX-м веке", "ru"),
        ("1815", "ru"),
        ("平和", "ja"),
    ],
)
def test_letters_that_fit(text, tag):
    assert misfit(text, tag) == ""


@pytest.mark.parametrize(
    ("text", "tag", "said"),
    [
        ("Считаете ли Вы", "en", "the letters are Cyrillic, and English is written in Latin ones"),
        ("Do you agree", "ru", "the letters are Latin, and Russian is written in Cyrillic ones"),
        ("Слажете ли се", "sr-Latn", "the letters are Cyrillic, and Serbian is written in Latin ones"),
        ("Ці згодны Вы", "ru", "Russian has no letter і"),
        ("Согласны ли Вы", "be", "Belarusian has no letter и"),
        ("Согласны ли Bы", "ru", "the word Bы has both Latin and Cyrillic letters"),
        ("Vae victis", "xq", 'no language is known by "xq"'),
    ],
)
def test_letters_that_do_not_fit(text, tag, said):
    assert misfit(text, tag) == said
