"""Names of people and bodies: told apart, and written as each style wants them."""

import pytest

from timeline.records.names import read


@pytest.mark.parametrize(
    ("text", "short", "reading"),
    [
        ("Clark, Christopher", "Clark, C.", "Christopher Clark"),
        ("Ardwell, J.R.R.", "Ardwell, J. R. R.", "J.R.R. Ardwell"),
        ("Rowling, JK", "Rowling, J. K.", "JK Rowling"),
        ("Sartre, J.-P.", "Sartre, J.-P.", "J.-P. Sartre"),
        ("Müller, Karl-Heinz H.", "Müller, K.-H. H.", "Karl-Heinz H. Müller"),
        ("Humboldt, Alexander von", "Humboldt, A. von", "Alexander von Humboldt"),
        ("Harlan, John Mills, Jr.", "Harlan, J. M., Jr.", "John Mills Harlan, Jr."),
        ("Harlan, Jr., John Mills", "Harlan, J. M., Jr.", "John Mills Harlan, Jr."),
        ("John Mills Harlan, Jr.", "Harlan, J. M., Jr.", "John Mills Harlan, Jr."),
        ("Ford, Henry, II", "Ford, H., II", "Henry Ford, II"),
        ("Wellington, Duke of", "Wellington, Duke of", "Duke of Wellington"),
        ("House, Edward M.", "House, E. M.", "Edward M. House"),
        ("E\u0301lan, E\u0301mile", "Élan, É.", "Émile Élan"),
    ],
)
def test_a_person_has_a_family_and_given_names(text, short, reading):
    name = read(text)

    assert (name.person, name.short(sort=True), name.read) == (True, short, reading)


@pytest.mark.parametrize(
    "text",
    [
        "Department for Culture, Media and Sport",
        "Ministry of Foreign Affairs, Information Department",
        "Foreign Affairs, Trade, Development",
        "Smith, Elder & Co.",
        "Penguin Books, Inc.",
        "Statistical Office, Geneva",
        "Bundesministerium für Bildung, Familie und Jugend",
        "Министерство труда, занятости и социальной защиты",
        "Lloyd's",
        "Secretariat, OSCE",
        "Arbeitskreis Energie, e.V.",
        "Завод, ОАО",
    ],
)
def test_the_name_of_a_body_stays_as_it_is_in_spite_of_its_commas(text):
    name = read(text)

    assert (name.person, name.short(sort=True), name.read, name.sorted) == (False, text, text, text)


def test_braces_say_that_a_name_is_a_body_s():
    assert read("{Bread, Wine}").sorted == "Bread, Wine"
    assert not read("{Bread, Wine}").person
