"""The form for a new event: filled by keyboard alone, it makes a file that the check accepts, and asks no server."""

import re
import shutil
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import expect

import waterloo
from harness import REPO, Site, run_build
from modules import exposed
from timeline.dates import parse
from timeline.language.dates import words
from timeline.records.ids import event_id

REPOSITORY = "https://host.example/repo/"
FORM = "contribute/new/"
MODULES = {"form/dates.js": ["dateWords"], "form/ids.js": ["proposed"]}
"""What these tests ask by name."""

LABEL = """() => { const node = document.activeElement; return node && node.labels && node.labels[0]
  ? [...node.closest("fieldset") ? [node.closest("fieldset").querySelector("legend").textContent + ": "] : [],
     node.labels[0].textContent].join("")
  : node ? node.textContent.trim() : ""; }"""
BODY = (
    "Marshal Grouchy sat at breakfast near Walhain when the guns of Waterloo were heard [@roberts-2014, ch. 31]. "
    "His generals wanted to march towards the sound, but he held that his orders bound him to follow the Prussians, "
    "and so a third of the army stayed away from the field on which the day was decided [@houssaye-1899].\n\n"
    "Whether he could have come in time has been argued about ever since, by soldiers and by historians, "
    "and it was the emperor himself who began it on his island [@houssaye-1899]."
)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory, serve):
    """The tiny timeline with the form, built as a site that knows its repository."""
    root = tmp_path_factory.mktemp("form") / "tiny"
    project = waterloo.copy(root)
    text = project.read("mkdocs.yml").replace("strict: true", "strict: false")
    form = (
        (REPO / "docs/contribute/new.md").read_text(encoding="utf-8").replace("contribute.md#template", "contribute.md")
    )
    files = {
        "mkdocs.yml": f"{text}\nrepo_url: {REPOSITORY}\n",
        "docs/contribute/new.md": form,
    }
    project.write(files)
    result = run_build("-C", root, "build", cwd=root, timeout=300)
    assert result.code == 0, result.stdout + result.stderr
    return root, Site(root / "site", serve(root / "site"))


def tab(view, name):
    """Press Tab until what has the focus bears the name."""
    for _ in range(120):
        view.keyboard.press("Tab")
        if view.evaluate(LABEL) == name:
            return
    pytest.fail(f"Tab does not reach {name}")


def write(view, name, text):
    tab(view, name)
    view.keyboard.insert_text(text)


def fill(view, date="1815-06-18"):
    write(view, "Title", "Grouchy hears the guns: and stays")
    write(view, "Date", date)
    write(view, "Summary", "A third of the army heard the battle and did not march towards it.")
    tab(view, "Topic 1")
    view.keyboard.press("b")  # Battles, the title of battle
    tab(view, "Importance")
    view.keyboard.press("m")  # major
    write(view, "Place 1 (optional)", "waterloo")
    write(view, "Actor 1 (optional)", "napoleon")
    write(view, "Body", BODY)
    write(view, "Source 1: Key", "roberts-2014")
    write(view, "Source 2: Key", "houssaye-1899")
    tab(view, "Source 2: Type")
    view.keyboard.press("b")  # bill
    view.keyboard.press("b")  # book
    tab(view, "Source 2: Kind")
    view.keyboard.press("s")  # scholarship
    write(view, "Source 2: Title (optional)", "1815: Waterloo")
    write(view, "Source 2: Publisher (optional)", "Perrin")
    write(view, "Source 2: Issued (optional)", "1899")


def file_of(view):
    return view.locator("event-form pre").text_content()


def pasted(view):
    """Return what an empty text area holds after somebody pastes into it."""
    view.evaluate("""document.body.append(Object.assign(document.createElement("textarea"), { id: "paste" }))""")
    view.locator("#paste").press("Control+v")
    return view.locator("#paste").input_value()


def test_the_keyboard_alone_makes_a_file_that_the_check_accepts(tiny, page, tmp_path):
    root, site = tiny
    view = page(site.url + FORM)
    fill(view)

    expect(view.locator(".tl-form__tally")).to_have_text("Nothing is missing.")
    copy = shutil.copytree(root, tmp_path / "copy", ignore=shutil.ignore_patterns("site"))
    (copy / "events/1815-grouchy-hears-guns-stays.yaml").write_text(file_of(view), encoding="utf-8")
    result = run_build("-C", copy, "check", "events/1815-grouchy-hears-guns-stays.yaml", cwd=copy)
    assert (result.code, result.stdout) == (0, "")
    assert run_build("-C", copy, "tidy", "--check", "events/1815-grouchy-hears-guns-stays.yaml", cwd=copy).stdout == ""


def test_the_file_is_downloaded_copied_and_proposed(tiny, page):
    _, site = tiny
    view = page(site.url + FORM)
    fill(view)

    tab(view, "Copy the file")
    view.keyboard.press("Enter")
    expect(view.locator(".tl-form__said")).to_have_text("Copied.")
    assert pasted(view) == file_of(view)
    tab(view, "Download the file")
    with view.expect_download() as download:
        view.keyboard.press("Enter")
    assert download.value.suggested_filename == "1815-grouchy-hears-guns-stays.yaml"
    assert download.value.path().read_text(encoding="utf-8") == file_of(view)
    address = urlsplit(view.locator(".tl-form__open").get_attribute("href"))
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{REPOSITORY}new/main/events"
    assert parse_qs(address.query, strict_parsing=True) == {
        "filename": ["1815-grouchy-hears-guns-stays.yaml"],
        "value": [file_of(view)],
    }


def test_a_text_too_long_for_an_address_is_copied_instead(tiny, page):
    _, site = tiny
    view = page(site.url + FORM)
    view.get_by_label("Body").fill("слово " * 2000)

    address = view.locator(".tl-form__open").get_attribute("href")
    assert "&value=" not in address
    view.evaluate("document.querySelector('.tl-form__open').addEventListener('click', e => e.preventDefault())")
    view.locator(".tl-form__open").click()
    expect(view.locator(".tl-form__said")).to_contain_text("it was copied")
    assert pasted(view) == file_of(view)
    assert len(file_of(view)) > 10_000


@pytest.mark.parametrize(
    ("label", "text", "fault"),
    [
        ("Date", "18 June 1815", "this is not a date: write 1815-06-18, 1815-06 or 1815"),
        ("Date", "1815-06-31", "the days of this month run from 01 to 30"),
        ("Date", "1815-13", "months run from 01 to 12"),
        ("Title", "x" * 91, "91 characters; the limit is 90"),
        ("Place 1 (optional)", "waterlo", "nothing has this id; choose one from the list"),
        ("Summary", "A <b>bold</b> claim", "write Markdown, not HTML"),
    ],
)
def test_a_mistake_is_told_as_one_leaves_the_field(tiny, page, label, text, fault):
    _, site = tiny
    view = page(site.url + FORM)
    field = view.get_by_label(label, exact=True)
    field.fill(text)
    field.press("Tab")

    expect(field).to_have_attribute("aria-invalid", "true")
    described = field.get_attribute("aria-describedby").split()[1]
    expect(view.locator(f"#{described}")).to_have_text(fault)
    expect(view.locator(".tl-form__faults")).to_contain_text(f"{label.removesuffix(' (optional)')}: {fault}")


def test_the_list_of_faults_leads_to_the_fields(tiny, page):
    _, site = tiny
    view = page(site.url + FORM)

    view.get_by_role("link", name="Summary: this is needed").click()

    expect(view.get_by_label("Summary", exact=True)).to_be_focused()
    expect(view.get_by_label("Summary", exact=True)).to_have_attribute("aria-invalid", "true")


def test_citations_of_texts_and_sources_belong_together(tiny, page):
    _, site = tiny
    view = page(site.url + FORM)
    view.get_by_label("Body").fill("One [@a].\n\nTwo.")
    view.get_by_role("group", name="Source 1").get_by_label("Key", exact=True).fill("roberts-2014")

    faults = view.locator(".tl-form__faults")
    for text in (
        'no source here has the key "a"',
        'nothing cites "roberts-2014"',
        "paragraph 2 cites nothing",
        "2 words",
    ):
        expect(faults).to_contain_text(text)
    expect(view.get_by_role("group", name="Source 1")).to_contain_text("Known to the project: Napoleon the Great")
    expect(view.get_by_role("group", name="Source 1").get_by_label("Type")).to_be_hidden()


def test_rows_are_added_and_removed(tiny, page):
    _, site = tiny
    view = page(site.url + FORM)
    view.get_by_text("Figures (optional)").click()
    view.get_by_role("button", name="Add a figure").click()

    expect(view.get_by_role("group", name="Figure 1").get_by_label("Label", exact=True)).to_be_focused()
    view.keyboard.insert_text("Losses: all")
    expect(view.locator("event-form pre")).to_contain_text('figures:\n  - label: "Losses: all"')
    view.get_by_role("button", name="Remove figure 1").click()
    expect(view.locator("event-form pre")).not_to_contain_text("figures")
    expect(view.get_by_role("button", name="Add a figure")).to_be_focused()


def test_the_id_follows_the_title_until_somebody_writes_one(tiny, page):
    _, site = tiny
    view = page(site.url + FORM)
    view.get_by_label("Title", exact=True).fill("The Łódź rising")
    view.get_by_label("Date", exact=True).fill("1815-06")
    name = view.get_by_label("Id of the event")

    expect(name).to_have_value("1815-lodz-rising")
    name.fill("1815-waterloo")
    view.get_by_label("Title", exact=True).fill("Other")
    expect(name).to_have_value("1815-waterloo")
    expect(view.locator(".tl-form__faults")).to_contain_text("an event has this id already")


def test_nothing_is_stored(tiny, page):
    _, site = tiny
    view = page(site.url + FORM)
    view.get_by_label("Title", exact=True).fill("Grouchy")

    assert view.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") in (["", 0, 0], ["", 1, 0])
    assert "Grouchy" not in view.evaluate("JSON.stringify([localStorage, sessionStorage])")
    view.reload()
    expect(view.get_by_label("Title", exact=True)).to_have_value("")


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


def test_the_page_shows_as_one_types(tiny, page):
    _, site = tiny
    view = page(site.url + FORM)
    shown = view.get_by_role("region", name="The page as it will look")
    expect(shown).to_have_text("Here the page stands as you write it.")
    fill(view)

    expect(shown.get_by_role("heading", level=3).first).to_have_text("Grouchy hears the guns: and stays")
    expect(shown.locator(".tl-date time")).to_have_text("18 June 1815")
    expect(shown.locator(".tl-date__place")).to_have_text("Waterloo")
    expect(shown.locator(".tl-chip")).to_have_text("Battles")
    expect(shown.locator(".tl-prose > p")).to_have_count(2)
    expect(shown.locator(".tl-prose .tl-cite")).to_have_text(["[1]", "[2]", "[2]"])
    expect(shown.locator(".tl-ref")).to_have_text(
        ["Roberts, Andrew. Napoleon the Great. Allen Lane, 2014.", "1815: Waterloo. Perrin, 1899."]
    )
    expect(shown.locator(".tl-sources__back").first).to_have_text("↑ ch. 31")
    shown.locator(".tl-prose .tl-cite a").first.click()
    expect(view).to_have_url(re.compile("#preview-source-1$"))


def test_what_somebody_types_is_never_read_as_html(tiny, page):
    _, site = tiny
    view = page(site.url + FORM)
    bad = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>"
    for label in ("Title", "Date", "Summary", "Place 1 (optional)", "Actor 1 (optional)"):
        view.get_by_label(label, exact=True).fill(bad)
    view.get_by_label("Body").fill(
        f"{bad} [a](javascript:alert(1)) [b](data:text/html,x) [c](https://example.org/) **{bad}** [@{bad}, {bad}]"
    )
    view.get_by_role("group", name="Source 1").get_by_label("Title (optional)", exact=True).fill(bad)
    view.get_by_role("group", name="Source 1").get_by_label("URL (optional)").fill("javascript:alert(1)")

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


def test_a_name_that_is_written_out_becomes_its_id(tiny, page):
    _, site = tiny
    view = page(site.url + FORM)
    field = view.get_by_label("Place 1 (optional)", exact=True)
    field.fill("Saint Helena")
    field.press("Tab")

    expect(field).to_have_value("saint-helena")
    expect(view.locator("event-form pre")).to_contain_text("places: [saint-helena]")


GALLERY = yaml.safe_load((REPO / "tests/gallery/examples.yaml").read_text(encoding="utf-8"))


def values(code, key):
    """Return the values that the gallery of mistakes has for a key of an event, each as plain text."""
    found = [re.fullmatch(rf" *{key}: ([^{{\\[|].*)", example.get("bad", "")) for example in GALLERY[code]]
    return [yaml.safe_load(match[1]) if match[1][0] in "\"'" else match[1] for match in found if match]


@pytest.mark.parametrize(
    ("code", "key", "label", "least"), [("bad-date", "date", "Date", 25), ("bad-address", "URL", "URL (optional)", 9)]
)
def test_what_the_check_refuses_the_form_refuses_too(code, key, label, least, tiny, page):
    view = page(tiny[1].url + FORM)
    field = view.get_by_label(label, exact=True).first
    wrong = values(code, key)
    assert len(wrong) >= least
    accepted = []
    for text in wrong:
        field.fill(text)
        field.press("Tab")
        accepted += [] if field.get_attribute("aria-invalid") else [text]

    assert accepted == []


def test_what_stands_twice_and_pictures_are_told(tiny, page):
    view = page(tiny[1].url + FORM)
    view.get_by_role("button", name="Add another place").click()
    for number in (1, 2):
        view.get_by_label(f"Place {number} (optional)", exact=True).fill("waterloo")
    view.get_by_label("Body").fill("![x](https://example.org/x.png) [@a]")

    expect(view.locator(".tl-form__faults")).to_contain_text('Places: "waterloo" stands twice')
    expect(view.locator(".tl-form__faults")).to_contain_text("texts have no pictures")
