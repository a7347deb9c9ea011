"""The order of names, the letters of registers, and what ids take over of letters with marks."""

import pytest

from timeline.language.letters import folded, initial, order


@pytest.mark.parametrize(
    "names",
    [
        ["Lódz", "Łódź", "Lom"],
        ["Sapieha", "Światło", "Szymborska", "Zhukov", "Żukow"],
        ["Eesti", "Élan", "Eman"],
        ["Ежов", "Ёлкин", "Ермак"],
        ["Уладзімір", "Уфа", "Ўладзь", "Фёдар"],
        ["Ива", "Иркутск", "Ігар", "Йод", "Калас"],
        ["resume", "résumé"],
        ["2014", "Able", "Zulu", "Янка"],
        ["Beta", "«Звязда»", "Зянон"],
    ],
    ids=lambda names: names[1],
)
def test_names_stand_in_order(names):
    backwards = names[::-1]

    assert names == sorted(backwards, key=order)


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Śmigły", "S"),
        ("Łukasz", "L"),
        ("Ёлкин", "Е"),
        ("Ўладзь", "Ў"),
        ("Йод", "Й"),
        ("«Звязда»", "З"),
        ("“Nasha Niva”", "N"),
        ("ßeta", "S"),
        ("15 лютага", ""),
        ("…", ""),
    ],
)
def test_a_name_stands_under_a_letter(name, letter):
    assert letter == initial(name)


def test_names_under_one_letter_stand_together():
    names = ["Łódź", "Lom", "Śmigły", "Sapieha", "Szymborska", "Ёлкин", "Ежов", "Йод", "Ива", "…", "15", "«Е»", "—"]
    letters = [initial(name) for name in sorted(names, key=order)]

    assert len(set(letters)) == sum(one != other for one, other in zip(letters, ["none", *letters], strict=False))


@pytest.mark.parametrize(
    ("text", "plain"), [("Łódź", "lodz"), ("Đorđe", "dorde"), ("Straße", "strasse"), ("Ǿrsted ǼÐ", "orsted aed")]
)
def test_letters_lose_their_marks(text, plain):
    assert plain == folded(text)
