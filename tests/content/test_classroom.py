"""Classroom packs, the page that lists them and the walk: complete, linked, and certain where they claim to be."""

import re
import statistics

import pytest
import readability

from harness import REPO
from htmldoc import straight
from timeline.catalogue import build
from timeline.reading.corpus import load
from timeline.records.kinds import BESIDE_PACKS, KINDS

PARTS = (
    "plan",
    "printing",
    "student-sheet",
    "easier-sheet",
    "booklet",
    "cards",
    "ordering",
    "discussion",
    "comparison",
)


@pytest.fixture(scope="module")
def packs(pages):
    taught = [page for page in pages if re.fullmatch(r"teach/[^/]+/", page.path)]
    found = [page for page in taught if any(page.root.all(class_="tl-pack"))]
    assert len(found) >= 6
    return found


@pytest.fixture(scope="module")
def answers(by_path, packs):
    return {pack.path: by_path[f"{pack.path}answers/"] for pack in packs}


@pytest.fixture(scope="module")
def index(pages):
    return next(page for page in pages if page.path == "teach/")


@pytest.fixture(scope="module")
def by_path(pages):
    return {page.path: page for page in pages}


def flesch_kincaid(text):
    """Return the school grade at which a text is read; the library wants one sentence a line and words apart."""
    sentences = re.split(r"(?<=[.?!]) ", text)
    lines = [" ".join(re.findall(r"[\w’'-]+", sentence)) for sentence in sentences]
    return readability.getmeasures("\n".join(lines), lang="en")["readability grades"]["Kincaid"]


def hrefs(part):
    return [link.attributes["href"] for link in part.all("a") if "href" in link.attributes]


def test_below_the_address_of_a_kind_lie_its_records_and_what_the_check_keeps_free(site):
    catalogue = build(load(REPO))
    folders = {kind.section: kind.many for kind in KINDS if kind.own_page} | {"teach": "eras", "embed": "eras"}
    gone = {name.partition(":")[2] for name in catalogue.gone}

    for folder, many in folders.items():
        records = getattr(catalogue, many)
        aliases = {alias for item in records.values() for alias in getattr(item.record, "aliases", ())}
        found = {path.parent.name for path in (site.directory / folder).glob("*/index.html")}
        assert found - {*records} - aliases - gone == ({*BESIDE_PACKS} if folder == "teach" else set())


def test_every_era_has_a_pack_and_links_to_it(pages, packs):
    eras = {page.path.split("/")[1]: page for page in pages if page.kind == "eras"}
    assert {page.path.split("/")[1] for page in packs} == set(eras)
    for id_, era in eras.items():
        assert f"../../teach/{id_}/" in hrefs(era.root), era.path


def test_a_pack_has_all_its_parts_in_the_order_in_which_they_print(packs):
    for pack in packs:
        parts = [part.attributes["id"] for part in pack.root.all() if part.attributes.get("id") in PARTS]
        assert parts == list(PARTS), pack.path
        assert {f"#{part}" for part in PARTS[2:]} <= set(hrefs(pack.one(id="printing"))), pack.path


def test_cards_are_six_to_eight_and_each_has_its_back(packs):
    for pack in packs:
        fronts = [
            card for sheet in pack.root.all(class_="tl-cardsheet--fronts") for card in sheet.all(class_="tl-card")
        ]
        backs = [card for sheet in pack.root.all(class_="tl-cardsheet--backs") for card in sheet.all(class_="tl-card")]
        names = [[card.attributes.get("data-card") for card in side] for side in (fronts, backs)]
        assert 6 <= len([name for name in names[0] if name]) <= 8, pack.path
        mirrored = [name for at in range(0, len(names[0]), 2) for name in reversed(names[0][at : at + 2])]
        assert names[1] == mirrored, pack.path


def test_no_front_gives_the_year_away(packs):
    for pack in packs:
        for sheet in pack.root.all(class_="tl-cardsheet--fronts"):
            for card in sheet.all(class_="tl-card"):
                year = card.attributes["data-card"][:4]
                assert not re.search(rf"\b{year}\b", card.text), (pack.path, card.text)


def test_the_order_to_find_is_one_and_is_not_given_away(packs, answers):
    for pack in packs:
        items = list(pack.one("ol", class_="tl-order").all("li"))
        places = [int(item.attributes["data-place"]) for item in items]
        assert len(places) >= 5, pack.path
        assert sorted(places) == list(range(1, len(places) + 1)) != places, pack.path
        [body] = answers[pack.path].one("table", class_="tl-key").all("tbody")
        rows = [[cell.text for cell in row.all("td")] for row in body.all("tr")]
        letters = {next(item.all(class_="tl-order__letter")).text: int(item.attributes["data-place"]) for item in items}
        assert [letters[row[1]] for row in rows] == sorted(places), pack.path
        assert not [row for row in rows if re.search(r"about|perhaps|before|after|\?", row[2])], pack.path


def test_a_comparison_has_two_answers_with_holder_claim_and_kind(packs):
    for pack in packs:
        tables = [table for box in pack.root.all(class_="tl-compare") for table in box.all("table")]
        assert len(tables) >= 2, pack.path
        for table in tables:
            rows = [row for body in table.all("tbody") for row in body.all("tr")]
            assert len(rows) >= 2, pack.path
            for row in rows:
                holder, claim, source, _ = (cell for cell in row.all() if cell.tag in ("th", "td"))
                assert holder.text and claim.text and "(" in source.text, (pack.path, row.text)
                assert any(claim.all("a", role="doc-noteref")), (pack.path, row.text)


def test_every_question_is_answered_on_a_page_of_its_own(packs, answers):
    for pack in packs:
        asked = [item.text for list_ in pack.root.all("ol", class_="tl-pack__questions") for item in list_.all("li")]
        lists = answers[pack.path].root.all("dl", class_="tl-answers")
        answered = {term.text for list_ in lists for term in list_.all("dt")}
        assert len(asked) >= 9, pack.path
        assert set(asked) <= answered, (pack.path, set(asked) - answered)


def test_nothing_that_is_handed_out_holds_an_answer_or_names_the_page_of_answers(packs, answers):
    """Only the teacher's plan leads there, and search engines are asked to pass it over."""
    for pack in packs:
        page = answers[pack.path]
        assert page.one("meta", name="robots").attributes["content"] == "noindex"
        models = [answer.text for answer in page.root.all("dd", class_="tl-answer__model")]
        assert len(models) >= 3, pack.path
        for sheet in pack.root.all("section"):
            text = straight(sheet.text)
            assert not [model for model in models if straight(model)[20:80] in text], (pack.path, sheet.attributes)
            if sheet.attributes.get("data-part") != "plan":
                assert not [href for href in hrefs(sheet) if "answers" in href], (pack.path, sheet.attributes)


def test_judgements_and_booklets_are_marked_at_three_levels(answers):
    for page in answers.values():
        marks = [len(list(list_.all("li"))) for list_ in page.root.all("ol", class_="tl-marks")]
        assert len(marks) >= 8 and set(marks) == {3}, page.path


def test_a_booklet_has_four_to_six_sources_of_several_voices_and_says_who_and_where(packs):
    for pack in packs:
        found = list(pack.root.all("div", class_="tl-extract"))
        assert 4 <= len(found) <= 6, pack.path
        facts = [
            [(term.text, fact.text) for term, fact in zip(one.all("dt"), one.all("dd"), strict=True)] for one in found
        ]
        assert all({"Who and when", "Where it is kept"} <= {term for term, _ in one} for one in facts), pack.path
        assert len({one[0][1].partition(",")[0] for one in facts}) >= 3, pack.path


@pytest.mark.parametrize(
    ("name", "least", "most", "grade"), [("tl-lesson-text", 300, 400, 9), ("tl-easier__text", 150, 200, 7)]
)
def test_a_text_is_short_plain_and_says_nothing_but_what_events_of_its_era_say(
    packs, by_path, name, least, most, grade
):
    """In each paragraph links lead to events of the era alone; the grade is Flesch and Kincaid's."""
    for pack in packs:
        text = pack.one("div", class_=name)
        assert least <= len(text.text.split()) <= most, (pack.path, len(text.text.split()))
        assert flesch_kincaid(text.text) <= grade, (pack.path, flesch_kincaid(text.text))
        era = by_path[pack.path.replace("teach/", "eras/")]
        events = {href.replace("../../", "") for href in hrefs(era.root) if href.startswith("../../events/")}
        for paragraph in text.all("p"):
            linked = [href.replace("../../", "") for href in hrefs(paragraph) if "/glossary/" not in href]
            assert linked and set(linked) <= events, (pack.path, set(linked) - events)


def test_words_that_help_stand_in_the_easier_text(packs):
    for pack in packs:
        sheet = pack.one("section", id="easier-sheet")
        words = [term.text for term in sheet.all("dt")]
        assert words and all(word.casefold() in sheet.text.casefold() for word in words), pack.path


def test_slides_go_from_the_question_through_the_cards_in_time_to_the_question(packs, by_path):
    for pack in packs:
        slides = by_path[f"{pack.path}slides/"]
        deck = list(slides.root.all("li", class_="tl-slide"))
        question = next(pack.one(id="plan").all("p", class_="tl-pack__question")).text.partition(": ")[2]
        assert question.endswith("?")
        assert question in deck[0].text and question in deck[-1].text, pack.path
        cards = [card for card in pack.root.all("div", class_="tl-card--back") if card.attributes.get("data-card")]
        shown = [
            href.split("/")[-2] for slide in deck[2:] for href in hrefs(slide) if "tl-slide--wide" not in slide.classes
        ]
        assert sorted(shown) == sorted(card.attributes["data-card"] for card in cards), pack.path
        times = [
            [time.attributes["datetime"] for time in slide.all("time")] for slide in deck if any(slide.all("time"))
        ]
        assert times == sorted(times), pack.path
        asked = [next(box.all("h3")).text for box in pack.root.all("div", class_="tl-compare")]
        assert asked == [next(slide.all("h2")).text for slide in deck if "tl-slide--wide" in slide.classes], pack.path
        assert f"../../../{pack.path}" in hrefs(slides.root), pack.path
        assert f"../../{slides.path}" in hrefs(pack.root), pack.path


def test_the_table_lists_every_pack_era_and_embed(index, by_path):
    rows = [
        link.attributes["href"].removeprefix("../") for link in index.one("table", class_="tl-links-table").all("a")
    ]
    wanted = {path for path in by_path if re.fullmatch(r"(teach|eras|embed)/[^/]+/(slides/)?", path)}
    assert wanted | {"", "embed/", "story/"} == set(rows)


def test_the_code_to_copy_frames_a_page_of_the_site(index, by_path):
    codes = [code for code in index.root.all("code") if "data-path" in code.attributes]
    assert len(codes) == 1 + sum(path.startswith("embed/") and path != "embed/" for path in by_path)
    for code in codes:
        assert re.fullmatch(r'<iframe src="[^"]*embed/[^"]*" title="[^"]+" width="100%".*></iframe>', code.text), (
            code.text
        )
        assert code.attributes["data-path"].removeprefix("../") in by_path


def test_the_walk_has_the_steps_of_the_story_and_each_leads_on(by_path):
    story = by_path["story/"]
    steps = list(story.root.all("li", class_="tl-step"))
    assert len(steps) == 6
    for number, step in enumerate(steps, 1):
        links = hrefs(step)
        assert any(href.startswith("../events/") for href in links)
        assert any(step.all("a", role="doc-noteref"))
        assert number == len(steps) or f"#step-{number + 1}" in links


def test_event_pages_are_read_at_grade_ten_and_none_above_thirteen(pages):
    """The body, without the numbers of its notes, measured like the texts of packs.

    On 28 November 2026: median 7.6, highest 11.2; with syllables counted as groups of vowels 9.7 and 12.9.
    """
    grades = {}
    for page in pages:
        if page.kind == "events":
            text = " ".join(paragraph.text for paragraph in page.one("div", class_="tl-prose").all("p"))
            grades[page.path] = flesch_kincaid(re.sub(r"\s*\[[\d, ]+\]", "", text))
    assert len(grades) > 100
    assert statistics.median(grades.values()) <= 10
    assert {path: grade for path, grade in grades.items() if grade > 13} == {}
