"""The form for a new event: it keeps what one writes, understands words, and makes files that the check accepts."""

import random
import re
import shutil
import zipfile
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

import waterloo
from harness import REPO, Site, axe_violations, run_build
from modules import exposed
from timeline.dates import DateError, parse
from timeline.language.dates import words
from timeline.language.guesses import reason, suggest, vague
from timeline.language.references import pages as words_of_pages
from timeline.pages.markdown import Converter
from timeline.pages.notes import Notes
from timeline.records import names, pages
from timeline.records.ids import event_id
from writtendates import SUGGESTED, UNCLEAR, WHY

REPOSITORY = "https://host.example/repo/"
FORM = "contribute/new/"
MODULES = {
    "form/dates.js": ["dateWords"],
    "form/ids.js": ["proposed"],
    "form/guesses.js": ["understood", "unclear", "vague"],
    "references/bibliography.js": ["sourcesIn"],
    "form/names.js": ["nameOf"],
    "form/pages.js": ["pagesOf"],
    "form/matching.js": ["matching"],
    "places/coordinates.js": ["coordinates"],
    "form/texts.js": ["blocks", "Notes"],
}
"""What these tests ask by name."""

WORDS_OF_DATES = (
    *(
        "early ",
        "middle of ",
        "late ",
        "summer ",
        "night of ",
        "first half of ",
        "mid-",
        "about ",
        "since ",
        "until ",
        "from ",
    ),
    *(
        "June ",
        "June ",
        "July ",
        "Sept. ",
        "15 ",
        "16 ",
        "17th ",
        "31 ",
        "06",
        "1815",
        "1815",
        "1816",
        "2009",
        "44 ",
        "BCE",
    ),
    *(
        "1990s",
        "20th century",
        " to ",
        " and ",
        " or ",
        ", ",
        "–",
        "-",
        "/",
        ".",
        "..",
        "?",
        "~",
        "’09",
        "the ",
        "15",
        "16",
    ),
)

BODY = (
    (
        "Marshal Grouchy sat at breakfast near Walhain when the guns of Waterloo were heard. His generals wanted to march "
        "towards the sound, but he held that his orders bound him to follow the Prussians, and so a third of the army "
        "stayed away from the field on which the day was decided",
        *(1, "ch. 31"),
    ),
    (
        "Whether he could have come in time has been argued about ever since, by soldiers and by historians, "
        "and it was the emperor himself who began it on his island",
        *(2, ""),
    ),
)
NAME = "1815-grouchy-hears-guns-stays"
HOUSSAYE = "@book{h, author = {Houssaye, Henry}, title = {1815: Waterloo}, publisher = {Perrin}, year = {1899}}"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory, serve):
    """The tiny timeline with the form, built as a site that knows its repository."""
    root = tmp_path_factory.mktemp("form") / "tiny"
    project = waterloo.copy(root)
    text = project.read("mkdocs.yml").replace("strict: true", "strict: false")
    form = re.sub(r"\.\./#\w+", "../", (REPO / "docs/contribute/new.md").read_text(encoding="utf-8"))
    files = {
        "mkdocs.yml": f"{text}\nrepo_url: {REPOSITORY}\n",
        "docs/contribute/new.md": form,
    }
    project.write(files)
    result = run_build("-C", root, "build", cwd=root, timeout=300)
    assert result.code == 0, result.stdout + result.stderr
    return root, Site(root / "site", serve(root / "site"))


def go(view, number):
    view.get_by_role("button", name=re.compile(f"^Step {number} of 5")).click()


def fill(view, date="18 June 1815"):
    """Fill the form as somebody does who knows nothing of files: words for dates, names, pasted references."""
    view.get_by_label("What happened?").fill("Grouchy hears the guns: and stays")
    view.get_by_label("When?").fill(date)
    go(view, 2)
    choose(view, "Topics", "battles")
    view.get_by_label("How large is it?").select_option("major")
    choose(view, "Where?", "waterloo")
    choose(view, "Who took part?", "napoleon")
    go(view, 3)
    choose(view, "Find a source that this timeline has", "napoleon the great")
    view.get_by_label("Or paste a reference").fill(HOUSSAYE)
    view.get_by_role("button", name="Fill in a source from it").click()
    go(view, 4)
    view.get_by_label("In one sentence").fill("A third of the army heard the battle and did not march towards it.")
    write(view, BODY)


def choose(view, label, text):
    view.get_by_role("combobox", name=re.compile(f"^{re.escape(label)}")).fill(text)
    view.keyboard.press("Enter")


def write(view, paragraphs):
    """Write paragraphs, each with the number of the source that its end cites."""
    body = view.get_by_label("The text of the page")
    for at, (text, source, place) in enumerate(paragraphs):
        body.focus()
        view.keyboard.insert_text(("\n\n" if at else "") + text)
        view.get_by_label("Source to cite").select_option(index=source - 1)
        view.locator(".tl-form__cite .tl-form__place").fill(place)
        view.get_by_role("button", name="Cite here").click()


def file_of(view):
    return view.locator("event-form pre").text_content()


def faults(view):
    return view.locator(".tl-form__faults")


def pasted(view):
    """Return what an empty text area holds after somebody pastes into it."""
    view.evaluate("""document.body.append(Object.assign(document.createElement("textarea"), { id: "paste" }))""")
    view.locator("#paste").press("Control+v")
    return view.locator("#paste").input_value()


def checked(root, files, tmp_path):
    """Put files into a copy of the timeline; return what the check says of it."""
    copy = shutil.copytree(root, tmp_path / "copy", ignore=shutil.ignore_patterns("site"))
    for name, text in files.items():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text(text, encoding="utf-8")
    result = run_build("-C", copy, "check", cwd=copy)
    return result.code, result.stdout


def test_words_names_and_a_pasted_reference_make_a_file_that_the_check_accepts(tiny, page, tmp_path):
    root, site = tiny
    view = page(site.url + FORM)
    fill(view)

    go(view, 5)
    expect(view.locator(".tl-form__tally")).to_have_text("Nothing is missing.")
    assert "date: 1815-06-18\n" in file_of(view)
    assert checked(root, {f"events/{NAME}.yaml": file_of(view)}, tmp_path) == (0, "")
    expect(view.locator(".tl-preview .tl-prose .tl-cite")).to_have_text(["[1]", "[2]"])


def test_the_file_is_downloaded_copied_and_proposed(tiny, page):
    _, site = tiny
    view = page(site.url + FORM)
    fill(view)
    go(view, 5)

    view.get_by_role("button", name="Copy the text").click()
    expect(view.locator(".tl-form__result .tl-form__said")).to_have_text("Copied.")
    assert pasted(view) == file_of(view)
    with view.expect_download() as download:
        view.get_by_role("button", name="Download the file").click()
    assert download.value.suggested_filename == f"{NAME}.yaml"
    assert download.value.path().read_text(encoding="utf-8") == file_of(view)
    address = urlsplit(view.locator(".tl-form__open a").get_attribute("href"))
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{REPOSITORY}new/main/events"
    assert parse_qs(address.query, strict_parsing=True) == {"filename": [f"{NAME}.yaml"], "value": [file_of(view)]}


def test_somebody_and_some_place_new_come_with_the_event_in_one_archive(tiny, page, tmp_path):
    root, site = tiny
    view = page(site.url + FORM)
    fill(view)
    go(view, 2)
    choose(view, "Who took part?", "Emmanuel de Grouchy")
    new = view.get_by_role("group", name="Somebody new")
    new.get_by_label("What is it?", exact=True).select_option("person")
    new.get_by_role("button", name="Add").click()
    choose(view, "Where?", "Walhain")
    new = view.get_by_role("group", name="A new place")
    for label, text in (
        ("Country today", "Belgium"),
        ("Latitude (north is +)", "50.62"),
        ("Longitude (east is +)", "4.69"),
    ):
        new.get_by_label(label).fill(text)
    new.get_by_role("button", name="Add").click()
    go(view, 5)

    expect(view.locator(".tl-form__tally")).to_have_text("Nothing is missing.")
    with view.expect_download() as download:
        view.get_by_role("button", name="Download the 3 files (ZIP)").click()
    with zipfile.ZipFile(download.value.path()) as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    assert set(files) == {f"events/{NAME}.yaml", "reference/actors/emmanuel-de-grouchy.yaml", "reference/places.yaml"}
    assert checked(root, files, tmp_path) == (0, "")
    view.reload()
    go(view, 2)
    expect(view.get_by_role("list", name="Who took part? chosen")).to_contain_text("Emmanuel de Grouchy")


def test_one_click_goes_on_from_a_field_with_a_fault(tiny, page):
    """The fault stands below the field once it is left, and would move the button from under the pointer."""
    view = page(tiny[1].url + FORM, viewport=(1280, 900))
    view.get_by_label("When?").fill("last spring")
    button = view.get_by_role("button", name=re.compile("^Next: "))
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    view.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    expect(view.get_by_role("heading", name=re.compile("^Step 2 of 5"))).to_be_visible()
    go(view, 1)
    expect(view.get_by_label("When?")).to_have_attribute("aria-invalid", "true")


def test_somebody_begun_is_added_when_one_goes_on_or_says_what_is_missing(tiny, page):
    view = page(tiny[1].url + FORM)
    go(view, 2)
    choose(view, "Who took part?", "Emmanuel de Grouchy")
    new = view.get_by_role("group", name="Somebody new")
    go(view, 3)
    expect(new).to_be_visible()
    expect(new.get_by_label("What is it?", exact=True)).to_be_focused()

    new.get_by_label("What is it?", exact=True).select_option("person")
    go(view, 3)
    expect(view.get_by_role("heading", name=re.compile("^Step 3 of 5"))).to_be_visible()
    go(view, 2)
    expect(view.get_by_role("list", name="Who took part? chosen")).to_contain_text("Emmanuel de Grouchy")


@pytest.mark.parametrize(
    ("text", "fault"), [("fr: Le\u200b nom", "U+200B"), ("fr Le nom", "no tag of a language"), ("fr:", "this is empty")]
)
def test_names_in_other_languages_are_looked_at_as_the_check_does(tiny, page, text, fault):
    _, site = tiny
    view = page(site.url + FORM)
    go(view, 2)
    choose(view, "Who took part?", "Emmanuel de Grouchy")
    new = view.get_by_role("group", name="Somebody new")
    new.get_by_label("What is it?", exact=True).select_option("person")
    new.get_by_text("Other spellings and more").click()
    new.locator("[name=names]").fill(text)
    new.get_by_role("button", name="Add").click()

    expect(new.locator("[name=names]")).to_have_attribute("aria-invalid", "true")
    expect(new).to_contain_text(fault)


@pytest.mark.parametrize(
    ("label", "text", "fault"),
    [
        ("When?", "soon", "this counts from today"),
        ("When?", "31 June 1815", "June has 30 days"),
        ("What happened?", "x" * 91, "91 characters; the limit is 90"),
        ("What happened?", "The pact\u200b is signed", "U+200B"),
    ],
)
def test_a_mistake_is_told_as_one_leaves_the_field(tiny, page, label, text, fault):
    _, site = tiny
    view = page(site.url + FORM)
    expect(view.locator("[aria-invalid]")).to_have_count(0)
    field = view.get_by_label(label)
    field.fill(text)
    field.press("Tab")

    expect(field).to_have_attribute("aria-invalid", "true")
    described = field.get_attribute("aria-describedby").split()[1]
    expect(view.locator(f"#{described}")).to_contain_text(fault)
    expect(view.locator("[aria-invalid]")).to_have_count(1)


def test_the_list_of_faults_leads_to_the_fields(tiny, page):
    _, site = tiny
    view = page(site.url + FORM)
    go(view, 5)

    view.get_by_role("link", name="In one sentence: this is needed").click()

    expect(view.get_by_label("In one sentence")).to_be_focused()
    expect(view.get_by_label("In one sentence")).to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize("text", ["St. Helena", "saint HELENA", "Sainte-Hélène", "sainte helene"])
def test_a_place_is_found_by_any_spelling(text, tiny, page):
    view = page(tiny[1].url + FORM)
    go(view, 2)
    choose(view, "Where?", text)
    expect(view.get_by_role("list", name="Where? chosen")).to_contain_text("Saint Helena")
    assert "places: [saint-helena]" in file_of(view)


def test_dates_in_words_are_those_that_the_command_understands(modules):
    read = modules.evaluate("all => all.map(formModules.understood)", list(SUGGESTED))
    assert dict(zip(SUGGESTED, read, strict=True)) == SUGGESTED
    finer = modules.evaluate("all => all.map(formModules.vague)", list(SUGGESTED))
    assert finer == [vague(text) for text in SUGGESTED]


def test_an_unclear_date_is_no_date_here_either_and_is_told_why(modules):
    unclear = [text for text in UNCLEAR if text] + [text for texts in WHY.values() for text in texts]
    assert set(modules.evaluate("all => all.map(formModules.understood)", unclear)) == {""}
    said = modules.evaluate("all => all.map(formModules.unclear)", unclear)
    assert all(one == reason(text) for one, text in zip(said, unclear, strict=True) if reason(text))


def test_any_words_are_read_as_the_command_reads_them(modules):
    """Two thousand texts, always the same: what generated ones find is seldom worth its time in a browser."""
    chance = random.Random(1815)
    made = ["".join(chance.choices(WORDS_OF_DATES, k=chance.randint(1, 7))) for _ in range(2000)]
    texts = [" ".join(text.split()) for text in made]
    meant = [text if is_date(text) else suggest(text) or "" for text in texts]
    assert modules.evaluate("all => all.map(formModules.understood)", texts) == meant
    said = modules.evaluate("all => all.map(formModules.unclear)", texts)
    told = [(one, reason(text)) for one, text, date in zip(said, texts, meant, strict=True) if not date]
    assert all(one == why for one, why in told if why)
    assert sum(map(bool, meant)) > 50 and sum(bool(why) for _, why in told) > 50


def is_date(text):
    try:
        return bool(parse(text))
    except DateError:
        return False


REFERENCES = {
    "@book{x, title = {The {Waterloo} Campaign}, author = {Siborne, William and Jean van der Smissen}, year = 1844, "
    'publisher = "Boone", address = {London}}': {
        **{"type": "book", "title": "The Waterloo Campaign", "author": ["Siborne, William", "van der Smissen, Jean"]},
        **{"issued": "1844", "publisher": "Boone", "publisher-place": "London"},
    },
    "TY  - JOUR\nAU  - Muir, Rory\nTI  - Wellington\nJO  - A Journal\nPY  - 2001/05/03/\nSP  - 3\nEP  - 9\nER  - ": {
        **{"type": "article-journal", "author": ["Muir, Rory"], "title": "Wellington", "container-title": "A Journal"},
        **{"issued": "2001-05-03", "page": "3-9"},
    },
    '[{"type": "book", "title": "T", "author": [{"family": "Muir", "given": "Rory"}, {"literal": "Army"}], '
    '"issued": {"date-parts": [[1815, 6]]}}]': {
        **{"type": "book", "title": "T", "author": ["Muir, Rory", "Army"], "issued": "1815-06"},
    },
    "Roberts, Andrew. Napoleon the Great. London: Allen Lane, 2014.": {
        **{"type": "book", "author": ["Roberts, Andrew"], "title": "Napoleon the Great", "publisher": "Allen Lane"},
        **{"publisher-place": "London", "issued": "2014"},
    },
    "“A great victory”, The Times, 22 June 1815, https://example.org/times?utm_source=x": {
        **{"type": "article-newspaper", "title": "A great victory", "container-title": "The Times"},
        **{"issued": "1815-06-22", "URL": "https://example.org/times?utm_source=x"},
    },
    "The Courier, 22 June 1815, p. 3, accessed 6 May 2020": {
        **{"type": "article-newspaper", "container-title": "The Courier", "issued": "1815-06-22", "locator": "p. 3"},
        **{"accessed": "2020-05-06"},
    },
    "Muir, R., & Doe, A. (2001). Wellington: a study. Journal of War, 12(3), 45–67. https://doi.org/10.1000/x.12": {
        **{"type": "article-journal", "author": ["Muir, R.", "Doe, A."], "title": "Wellington: a study"},
        **{"container-title": "Journal of War", "volume": "12", "issue": "3", "page": "45-67", "issued": "2001"},
        **{"URL": "https://doi.org/10.1000/x.12"},
    },
    'Muir, Rory, and Jane Doe. "A Title." A Review 12, no. 3 (2001): 45–67.': {
        **{"type": "article-journal", "author": ["Muir, Rory", "Doe, Jane"], "title": "A Title", "issued": "2001"},
        **{"container-title": "A Review", "volume": "12", "issue": "3", "page": "45-67"},
    },
    "Andrew Roberts, Napoleon the Great (London: Allen Lane, 2014), p. 31.": {
        **{"type": "book", "author": ["Andrew Roberts"], "title": "Napoleon the Great", "publisher": "Allen Lane"},
        **{"publisher-place": "London", "issued": "2014", "locator": "p. 31"},
    },
    "Houssaye, Henry: 1815 Waterloo. Paris: Perrin 1899, S. 45": {
        **{"type": "book", "author": ["Houssaye, Henry"], "title": "1815 Waterloo", "publisher": "Perrin"},
        **{"publisher-place": "Paris", "issued": "1899", "locator": "p. 45"},
    },
    "Bulletin. ‘A lost field’. 22.6.1815. Retrieved on May 6, 2020, from www.example.org/b": {
        **{"type": "article-newspaper", "container-title": "Bulletin", "title": "A lost field", "issued": "1815-06-22"},
        **{"accessed": "2020-05-06", "URL": "https://www.example.org/b"},
    },
    "Treaty of Paris, 20 November 1815, art. 2": {
        **{"type": "legislation", "title": "Treaty of Paris", "issued": "1815-11-20", "locator": "art. 2"},
    },
}


NAMES = [
    *(
        "Clark, Christopher",
        "Rowling, JK",
        "Harlan, John Mills, Jr.",
        "Harlan, Jr., John Mills",
        "John Mills Harlan, Jr.",
    ),
    *(
        "Ford, Henry, II",
        "Wellington, Duke of",
        "Humboldt, Alexander von",
        "E\u0301lan,  E\u0301mile ",
        "{Bread, Wine}",
    ),
    *(
        "Department for Culture, Media and Sport",
        "Penguin Books, Inc.",
        "Statistical Office, Geneva",
        "Smith, Elder & Co.",
    ),
    *(
        "Министерство труда, занятости и социальной защиты",
        "Совет Европы, Страсбург",
        "Bank, Anna",
        "A, B, C, D",
        "Lloyd's",
        "Secretariat, OSCE",
        "Arbeitskreis Energie, e.V.",
        "Завод, ОАО",
    ),
    *("Paris, Jr.", "House, Edward M.", ", Anna", "Foreign Affairs, Trade, Development", ""),
]
PAGES = [
    *("12", "12–34", "12-34", "12--34", "12 — 34", "A-10", "A-1-A-5", "S12-S15", "xii-xiv", "123-7", "34-12", "3-A"),
    *("12-14, 20", "3; 5 and 7", "p. 9", "pp. 9-10", "S. 4", "4 f.", "45ff.", "e1-e9", "1-2-3"),
]


TEXTS = [
    *("1815. On 1 March of that year.", "+ 5 degrees it was.", "#1 of all.", "1) He came.", "2. One and the same."),
    *("1. One\n2. Two", "3. Three\n4. Four", "- a\n- b", "1. a long\nline\n2. b", "a\n- b"),
    *("> a\n> b", "* one star", "See [the place](https://example.org/a_(b)) and *x*.", "'a' \"b\" ('c') -- d --- e..."),
    *("It was '14 and the '90s, rock 'n' roll, 'twas O'Neil's, the boys' club.", "\"'Tis\" he said, 5'10 tall"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_set_as_the_page_sets_it(text, modules):
    """Lists, quotation marks and links; what the text looks like, whatever the tags are."""
    read = """html => { const box = document.createElement("div"); box.innerHTML = html;
        for (const one of box.querySelectorAll("li > p")) one.replaceWith(...one.childNodes);
        for (const one of box.querySelectorAll("a")) for (const name of ["rel", "target"]) one.removeAttribute(name);
        return box.innerHTML.replace(/\\s+/g, " ").replace(/> (?=<)/g, ">").replace(/> | (?=<\\/li)/g, one => one.trim()) }"""
    drawn = modules.evaluate(
        "text => formModules.blocks(text, new formModules.Notes()).map(one => one.outerHTML).join('')", text
    )
    built = Converter().block(text, Notes(), lambda kind, id_: None, set())
    assert modules.evaluate(read, drawn) == modules.evaluate(read, str(built))


def test_names_and_pages_are_read_as_the_build_reads_them(modules):
    known = [names.read(text) for text in NAMES]
    assert modules.evaluate("all => all.map(formModules.nameOf)", NAMES) == [
        {"read": name.read, "sorted": name.sorted} for name in known
    ]
    ranges = [pages.read(text) for text in PAGES]
    assert modules.evaluate("all => all.map(formModules.pagesOf)", PAGES) == [
        words_of_pages(one.written(), one.several) for one in ranges
    ]


@pytest.mark.parametrize("text", REFERENCES)
def test_a_pasted_reference_fills_in_a_source(text, modules):
    assert modules.evaluate("text => formModules.sourcesIn(text, formModules.understood)", text) == [REFERENCES[text]]


PLACES = {
    ("50.68", "4.41"): (
        *("50.68, 4.41", "50,68 4,41", "50.68° N, 4.41° E", "4.41 E 50.68 N", "geo:50.68,4.41;u=35", "(50.68 / 4.41)"),
        *("https://www.openstreetmap.org/?mlat=50.68&mlon=4.41#map=5/1/2", "https://maps.example.org/?q=50.68,4.41"),
        *("https://www.openstreetmap.org/#map=12/50.68/4.41", "https://www.bing.com/maps?cp=50.68%7E4.41&lvl=11"),
        *(
            "https://www.google.com/maps/place/X/@50.7,4.2,11z/data=!8m2!3d50.68!4d4.41",
            "https://yandex.com/maps/?ll=4.41%2C50.68",
        ),
    ),
    ("50.68", "4.42"): ("50°41′N 4°25′E", "https://geohack.toolforge.org/geohack.php?params=50_41_N_4_25_E_type:city"),
    ("50.6803", "4.4117"): ("50° 40' 49\" N, 4° 24' 42\" E", "N50°40.82 E4°24.7"),
    ("-15.965", "-5.709"): ("15.965 S 5.709 W", "-15.965, -5.709"),
    None: ("Waterloo", "https://example.org/a", "99, 200", "50.68", ""),
}
"""Where a place is, as people paste it: degrees and minutes are no finer than they were written."""


def test_a_place_is_read_from_what_maps_say(modules):
    for place, texts in PLACES.items():
        read = modules.evaluate("all => all.map(formModules.coordinates)", list(texts))
        expected = place and {"lat": place[0], "lon": place[1]}
        assert dict(zip(texts, read, strict=True)) == dict.fromkeys(texts, expected)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        *(
            ("polcy", ["Policy"]),
            ("Ukrane", ["Ukraine"]),
            ("Medwedew", ["Dmitry Medvedev"]),
            ("Tschernobyl", ["Chernobyl"]),
        ),
        *(("med", ["Dmitry Medvedev"]), ("dmitri medvedjev", ["Dmitry Medvedev"]), ("Brexit", [])),
    ],
)
def test_names_are_found_with_a_letter_wrong_and_as_other_languages_spell_them(text, found, modules):
    names = ("Policy", "Ukraine", "Dmitry Medvedev", "Chernobyl", "Brest", "Prussia")
    choices = [{"value": f"id-{at}", "name": name, "spellings": []} for at, name in enumerate(names)]
    assert [one["name"] for one in modules.evaluate("all => formModules.matching(...all)", [choices, text])] == found


def test_a_new_place_is_helped_by_maps_and_by_names_of_countries(tiny, page):
    view = page(tiny[1].url + FORM)
    go(view, 2)
    choose(view, "Where?", "Walhain")
    new = view.get_by_role("group", name="A new place")
    new.get_by_label("Where is it?").fill("https://www.openstreetmap.org/#map=15/50.6203/4.6912")
    expect(new.get_by_label("Latitude (north is +)")).to_have_value("50.6203")
    expect(new.get_by_label("Longitude (east is +)")).to_have_value("4.6912")
    new.get_by_label("Latitude (north is +)").fill("50°37′N 4°41′E")
    expect(new.get_by_label("Longitude (east is +)")).to_have_value("4.68")
    country = new.get_by_label("Country today")
    names = country.evaluate("box => [...box.list.options].map((one) => one.value)")
    assert {"Belgium", "Ukraine", "Zimbabwe"} <= set(names) and len(names) == len(set(names))


def test_what_has_no_such_name_is_told_with_the_nearest(tiny, page):
    view = page(tiny[1].url + FORM)
    go(view, 2)
    box = view.get_by_role("combobox", name=re.compile("^Topics"))
    box.fill("batles")
    expect(view.get_by_role("option", name="Battles")).to_be_visible()
    view.keyboard.press("Escape")
    box.press("Tab")
    expect(view.locator("event-form")).to_contain_text("this timeline has no topic “batles”: is it Battles?")


def test_advice_stands_apart_and_the_count_is_that_of_the_lines(tiny, page):
    view = page(tiny[1].url + FORM)
    fill(view)
    go(view, 3)
    view.get_by_label("When was it published?").fill("2998")
    go(view, 4)
    view.get_by_label("In one sentence").fill("")
    go(view, 5)
    expect(view.locator(".tl-form__tally")).to_have_text("1 thing is still missing or wrong")
    expect(faults(view).locator("ul:not(.tl-form__advice) li")).to_have_text(["In one sentence: this is needed"])
    expect(faults(view)).to_contain_text("nothing has to be changed")
    expect(faults(view).locator(".tl-form__advice")).to_contain_text("that is not published yet")


def test_a_key_in_a_plain_field_is_told(tiny, page):
    view = page(tiny[1].url + FORM)
    fill(view)
    view.get_by_label("In one sentence").fill("It rained, says @roberts-2014.")
    go(view, 5)
    expect(faults(view)).to_contain_text("@roberts-2014 would show as it stands")


def test_a_source_that_is_here_is_recognised(tiny, page):
    view = page(tiny[1].url + FORM)
    go(view, 3)
    view.get_by_label("Or paste a reference").fill("Roberts, Andrew. Napoleon the Great. Allen Lane, 2014.")
    view.get_by_role("button", name="Fill in a source from it").click()

    expect(view.locator(".tl-form__sources .tl-form__said")).to_contain_text("This timeline has that source already")
    assert "- key: roberts-2014\n" in file_of(view)

    choose(view, "Find a source that this timeline has", "gazette extraordinary")
    view.get_by_label("Or paste a reference").fill("“The London Gazette Extraordinary”, The London Gazette, 1815")
    view.get_by_role("button", name="Fill in a source from it").click()
    expect(view.locator(".tl-form__sources .tl-form__said")).to_contain_text("is in your list already")
    assert "- key: gazette-17028\n" in file_of(view), "it stands in another event, and is not written down again"
    assert "gazette-17028-2" not in file_of(view) and "title: The London" not in file_of(view)


def test_the_id_follows_the_title_until_somebody_writes_one_and_near_ones_are_told(tiny, page):
    _, site = tiny
    view = page(site.url + FORM)
    view.get_by_label("What happened?").fill("The Łódź rising")
    view.get_by_label("When?").fill("June 1815")
    go(view, 5)
    view.get_by_text("For experts: the name of the file").click()
    name = view.get_by_label("Name of the file")

    expect(name).to_have_value("1815-lodz-rising")
    name.fill("1815-waterloo")
    expect(faults(view)).to_contain_text("an event has this name already")
    name.fill("1815-waterlo")
    expect(faults(view)).to_contain_text("nearly the name of")


def test_dates_that_cannot_be_are_told(tiny, page):
    view = page(tiny[1].url + FORM)
    fill(view, "18 June 2999")
    go(view, 3)
    view.get_by_label("When was it published?").fill("2998")
    go(view, 5)

    expect(faults(view)).to_contain_text("that has not happened yet")
    expect(faults(view)).to_contain_text("that is not published yet")


def test_an_empty_form_asks_for_each_thing_once(tiny, page):
    view = page(tiny[1].url + FORM)
    view.get_by_label("What happened?").fill("Grouchy")
    go(view, 5)
    said = [one.partition(":")[0] for one in faults(view).locator("li").all_inner_texts()]

    assert said.count("Sources") == said.count("The text of the page") == 1


def drafts(view):
    keys = view.evaluate("Object.keys(localStorage)")
    return [key for key in keys if key.startswith("event-draft:")]


def test_a_draft_survives_reload_and_the_way_back_until_it_is_forgotten(tiny, page):
    _, site = tiny
    view = page(site.url + FORM)
    assert drafts(view) == []
    title = view.get_by_label("What happened?")
    title.fill("Grouchy")
    go(view, 3)
    view.reload()
    expect(view.get_by_role("heading", name=re.compile("^Step 3 of 5"))).to_be_visible()
    go(view, 1)
    expect(title).to_have_value("Grouchy")
    view.goto(site.url)
    view.go_back()
    expect(title).to_have_value("Grouchy")

    view.get_by_role("button", name="Forget this draft").click()
    expect(title).to_have_value("")
    assert drafts(view) == []


def test_another_tab_begins_afresh_and_finds_the_draft_in_a_list(tiny, page):
    _, site = tiny
    view = page(site.url + FORM)
    view.get_by_label("What happened?").fill("Grouchy")
    other = view.context.new_page()
    other.goto(site.url + FORM)
    expect(other.get_by_label("What happened?")).to_have_value("")

    other.get_by_role("button", name="Go on with it").click()
    expect(other.get_by_label("What happened?")).to_have_value("Grouchy")
    other.get_by_label("What happened?").fill("Grouchy stays")
    view.get_by_label("What happened?").fill("Grouchy marches")
    expect(view.locator(".tl-form__drafts")).to_contain_text("Another tab has written in this draft")
    assert len(drafts(view)) == 2


def test_where_the_browser_keeps_nothing_it_is_said_and_leaving_asks(tiny, page):
    _, site = tiny
    view = page(site.url + FORM)
    view.evaluate("""() => {
        const set = Storage.prototype.setItem;
        Storage.prototype.setItem = function (key, value) {
            if (key.startsWith("event-draft:")) throw new DOMException("no", "QuotaExceededError");
            set.call(this, key, value);
        };
    }""")
    view.get_by_label("What happened?").fill("Grouchy")
    expect(view.locator(".tl-form__drafts")).to_contain_text("This browser keeps nothing")

    asked = []
    view.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    view.get_by_role("link", name="About").first.click()
    assert asked == ["confirm"]
    expect(view).to_have_url(site.url + FORM)


def test_much_text_and_odd_letters_are_borne(tiny, page):
    _, site = tiny
    view = page(site.url + FORM)
    view.set_default_timeout(60_000)
    go(view, 4)
    for text in ("[" * 50_000 + "](" * 25_000, "слово " * 16_667):
        view.get_by_label("The text of the page").evaluate(
            "(box, text) => { box.value = text; box.dispatchEvent(new Event('input', { bubbles: true })); }", text
        )
    go(view, 5)
    expect(faults(view)).to_contain_text("the limit is 20000", timeout=30_000)
    go(view, 1)
    view.get_by_label("What happened?").fill("שלום 🙂 \u202edlo \x07")
    go(view, 5)
    expect(faults(view)).to_contain_text("U+202E")


def test_without_a_network_the_form_still_makes_its_file(tiny, page):
    """Only the reader of references comes later: where it cannot, that is said, and sources are described by hand."""
    view = page(tiny[1].url + FORM, allow=["ERR_INTERNET_DISCONNECTED"], fresh=True)
    view.context.set_offline(True)
    view.get_by_label("What happened?").fill("Grouchy")
    view.get_by_label("When?").fill("18 June 1815")
    go(view, 3)
    view.get_by_label("Or paste a reference").fill("Roberts, Andrew. Napoleon the Great. Allen Lane, 2014.")
    fill_in = view.get_by_role("button", name="Fill in a source from it")
    fill_in.click()
    said = view.locator(".tl-form__sources .tl-form__said")
    expect(said).to_contain_text("could not be loaded")

    assert "title: Grouchy\ndate: 1815-06-18\n" in file_of(view)
    view.context.set_offline(False)
    fill_in.click()
    expect(said).to_contain_text("has that source already")


def test_without_scripts_the_page_says_what_to_do(tiny, page):
    view = page(tiny[1].url + FORM, javascript=False)
    expect(view.locator("event-form")).to_contain_text("This form needs JavaScript")


def test_nothing_moves_while_the_form_builds_itself(tiny, page):
    for viewport in ((1440, 900), (412, 800)):
        view = page(tiny[1].url + FORM, viewport=viewport)
        moved = view.evaluate("""() => new Promise((done) => {
            let sum = 0;
            new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
              .observe({ type: "layout-shift", buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
        })""")
        assert moved < 0.02, viewport


def test_the_form_has_no_faults_of_access(tiny, page):
    view = page(tiny[1].url + FORM)
    for number in range(1, 6):
        go(view, number)
        assert axe_violations(view, "event-form") == []


@pytest.fixture(scope="module")
def modules(browser):
    """A page on which the modules of the form can be asked."""
    tab = browser.new_page()
    tab.add_script_tag(content=exposed("formModules", MODULES))
    yield tab
    tab.close()


DATES = [
    "1815-06-18", "1815-06", "1815", "1815~", "1815-06?", "1815-06-18%", "181X", "18XX", "-01XX", "-004X", "0000", "-0215", "0079",
    "1815-06-16/1815-06-18", "1815-03/1815-06", "1814/1815", "1815-06-18/1815-07-03", "1815-12-30/1816-01-02", "1815-06/..",
    "../1815", "1815/", "/1815", "-0043/0014", "1815~/1821?", "1815-06/1815-06", "181X/1821", "-0215/-0202", "0001-02/0003-04", "09XX", "20XX",
]  # fmt: skip


@pytest.mark.parametrize("text", DATES)
def test_dates_have_the_words_of_the_build(text, modules):
    assert modules.evaluate("text => formModules.dateWords(text)", text) == words(parse(text))


@pytest.mark.parametrize("text", ["", "18 June 1815", "1815-13", "1815/1816/1817", "..", "/", "../.."])
def test_what_is_no_date_has_no_words(text, modules):
    assert modules.evaluate("text => formModules.dateWords(text)", text) == ""


TITLES = [
    "Straße nach Łódź",
    "Đorđe’s þing",
    "The Battle of Waterloo",
    "1815 and after: Œuvre, Æon, İzmir",
    "Ünïted ﬁeld",
    "Šiauliai 9–12",
    "Вільня",
]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(
    "date", ["1815-06-18", "-0215", "0000", "0079", "181X", "18XX", "-004X", "../1815", "1815/", "Y17000"]
)
def test_the_form_proposes_the_id_that_the_command_proposes(title, date, modules):
    """An id stays for good, so it must not hang on the way by which an event came."""
    proposed = modules.evaluate("([title, date]) => formModules.proposed(title, date)", [title, date])
    assert proposed == event_id(title, parse(date))


def test_what_somebody_types_is_never_read_as_html(tiny, page):
    _, site = tiny
    view = page(site.url + FORM)
    bad = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>"
    view.get_by_label("What happened?").fill(bad)
    view.get_by_label("When?").fill(bad)
    go(view, 2)
    for label in ("Where?", "Who took part?"):
        view.get_by_role("combobox", name=re.compile(f"^{re.escape(label)}")).fill(bad)
    go(view, 3)
    view.get_by_role("button", name="Describe a source by hand").click()
    view.get_by_label("Its title (optional)").fill(bad)
    view.get_by_label("Its address on the web (optional)").fill("javascript:alert(1)")
    go(view, 4)
    view.get_by_label("In one sentence").fill(bad)
    view.get_by_label("The text of the page").fill(
        f"{bad} [a](javascript:alert(1)) [b](data:text/html,x) [c](https://example.org/) **{bad}** [@{bad}, {bad}]"
    )

    shown = view.locator(".tl-preview")
    expect(shown).to_contain_text("<img src=x onerror=")
    assert shown.locator("img, script, iframe, [onerror], [onclick]").count() == 0
    assert set(shown.locator("a").evaluate_all("all => all.map(a => a.getAttribute('href') || '').map(h => h.replace(/\\d.*/, ''))")) <= {
        "", "#preview-source-", "#preview-cite-", "https://example.org/",
    }  # fmt: skip
    assert view.title() != "taken"


def test_the_scripts_set_texts_and_no_html():
    paths = sorted((REPO / "timeline/website/scripts/form").glob("*.js"))
    assert len(paths) > 10
    for path in paths:
        text = path.read_text(encoding="utf-8")
        assert re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function", text) == []
