"""Files of packs: the same in every build, whole, and openable by what others wrote."""

import io
import json
import re
import subprocess
import zipfile
from xml.etree import ElementTree

import docx
import pptx
import pptx.enum.shapes
import pyh5p
import pytest

import waterloo
from timeline.handouts import archive, atlas, cartridge, deck, documents, gift, h5p, map_drawing, qti, quiz
from timeline.handouts import write as handouts
from timeline.handouts.illustrations import Illustrations
from timeline.project.site import Site

CATALOGUE = waterloo.catalogue()
PICTURE = pptx.enum.shapes.MSO_SHAPE_TYPE.PICTURE
MODERN, ANTIQUITY, MIDDLE = (CATALOGUE.eras[id_] for id_ in ("modern-times", "antiquity", "middle-ages"))
TEACHING = MODERN.record.teaching
SITE = Site(name="Battles", url="https://example.org/", media=waterloo.ROOT / "reference/media")
DRAWN = Illustrations(CATALOGUE, SITE)


def document(data):
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("files")
    handouts.write(folder, CATALOGUE, SITE)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_pack_with_everything_has_all_files_and_a_bare_one_what_it_can_fill(written):
    packs = {name: {path.removeprefix(f"teach/{name}/") for path in written if name in path} for name in CATALOGUE.eras}

    assert packs["modern-times"] == {
        "sheets.docx",
        "booklet.docx",
        "cards.docx",
        "map.docx",
        "role-play.docx",
        "slides/slides.pptx",
        "answers/answers.docx",
        "answers/quiz.gift.txt",
        "answers/quiz.qti.zip",
        "answers/quiz.h5p",
        "answers/lesson.imscc",
    }
    assert packs["antiquity"] == {
        "sheets.docx",
        "map.docx",
        "slides/slides.pptx",
        "answers/answers.docx",
        "answers/lesson.imscc",
    }
    assert packs["middle-ages"] == set()
    assert {path for path in written if "wall" in path} == {
        "teach/wall/map/map.docx",
        "teach/wall/map-blank/map-blank.docx",
    }


def test_files_are_the_same_in_every_build(written, tmp_path):
    handouts.write(tmp_path, CATALOGUE, SITE)

    assert {path: (tmp_path / path).read_bytes() == data for path, data in written.items()} == dict.fromkeys(
        written, True
    )


def test_archives_name_no_time():
    with zipfile.ZipFile(io.BytesIO(deck.slides(CATALOGUE, MODERN, TEACHING, "", DRAWN))) as found:
        assert {entry.date_time for entry in found.infolist()} == {archive.MOMENT}


def test_sheets_hold_text_and_questions_and_no_answer():
    text = document(documents.student(CATALOGUE, MODERN, TEACHING, "Battles"))

    assert "two armies met near Waterloo" in text and "Where was the battle fought?" in text
    assert "Historians differ" not in text and "A year later." not in text


def test_a_booklet_says_what_permits_its_quotations():
    assert "article 10" in document(documents.booklet(CATALOGUE, MODERN, TEACHING, ""))


def test_answers_hold_levels_and_the_model():
    text = document(documents.answers(CATALOGUE, MODERN, TEACHING, ""))

    assert "Gives a reason from the battle" in text and "A model answer" in text and "Historians differ" in text


def test_slides_show_claims_one_by_one_and_have_notes_and_charts():
    slides = list(pptx.Presentation(io.BytesIO(deck.slides(CATALOGUE, MODERN, TEACHING, "", DRAWN))).slides)
    texts = [[shape.text_frame.text for shape in slide.shapes if shape.has_text_frame] for slide in slides]
    compared = [found[-1].count("\n") for found in texts if found[1] == "Who decided the battle?"]

    assert len(compared) > 2 and compared == sorted(compared)
    assert all(slide.notes_slide.notes_text_frame.text for slide in slides[1:-1])
    assert any(shape.has_chart for slide in slides for shape in slide.shapes)


def test_slides_show_map_and_pictures_with_text_for_those_who_do_not_see_them():
    slides = pptx.Presentation(io.BytesIO(deck.slides(CATALOGUE, MODERN, TEACHING, "", DRAWN))).slides
    shapes = [shape for slide in slides for shape in slide.shapes]
    told = {shape.name: shape._element._nvXxPr.cNvPr.get("descr") for shape in shapes if shape.shape_type == PICTURE}

    assert "Waterloo" in told[MODERN.record.title], "the map names its places"
    drawing = CATALOGUE.media["two-battles"].record
    assert told[drawing.title] == drawing.alt
    written_on = "\n".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)
    assert "Natural Earth" in written_on and drawing.creator in written_on
    assert all(shape._element._nvXxPr.cNvPr.get("descr") for shape in shapes if shape.has_chart)


def test_a_map_to_fill_in_names_nothing_and_the_filled_one_has_the_same_numbers():
    plan = DRAWN.plan_of(MODERN)
    found = docx.Document(io.BytesIO(atlas.of_era(DRAWN, MODERN, "")))
    blank, filled = ([cell.text for row in table.rows for cell in row.cells if cell.text] for table in found.tables)
    alts = [shape._inline.docPr.get("descr") for shape in found.inline_shapes]

    assert [text.split("  ")[0] for text in blank] == [text.split("  ")[0] for text in filled]
    assert {text.split("  ")[1] for text in filled} == set(plan.places)
    assert not any(name in "".join(blank) + alts[0] for name in plan.places)
    assert all(name in alts[1] for name in plan.places) and plan.blank.data != plan.filled.data


def test_maps_are_drawn_with_names_or_without_any():
    view = DRAWN._view(MODERN)
    filled, blank = (map_drawing.drawing(DRAWN._maps, view, blank=blank) for blank in (False, True))

    assert "Waterloo" in filled and "France" in filled
    assert re.findall(r"<text[^>]*>([^<]*)", blank) == [str(at) for at in range(1, len(view.spots) + 1)]


def test_a_quiz_asks_in_pairs_and_never_gives_the_order_away():
    choices = quiz.questions(CATALOGUE, MODERN)

    assert [choice.right for choice in choices if choice.id == "first-1814-fontainebleau"] == [
        CATALOGUE.events["1814-fontainebleau"].record.title
    ]
    assert all(choice.answers == sorted(choice.answers, key=str.casefold) for choice in choices)
    assert quiz.questions(CATALOGUE, ANTIQUITY) == []


def test_gift_marks_one_answer_and_escapes_its_own_signs():
    choice = quiz.Choice("a", "What is {x}: 1 = 1?", "~yes", ("#no",), "So it is.")

    text = gift.text("Signs", [choice])

    assert r"What is \{x\}\: 1 \= 1?" in text and r"=\~yes#" in text and r"~\#no#" in text
    assert len(re.findall(r"^\t=", text, re.MULTILINE)) == 1 and "####So it is." in text


def test_every_file_of_the_qti_package_is_named_and_well_formed():
    with zipfile.ZipFile(io.BytesIO(qti.package("Order", quiz.questions(CATALOGUE, MODERN)))) as found:
        names = set(found.namelist())
        trees = {name: ElementTree.fromstring(found.read(name)) for name in names}
    hrefs = {node.attrib["href"] for node in trees["imsmanifest.xml"].iter() if "href" in node.attrib}

    assert hrefs == names - {"imsmanifest.xml"}
    for name in names - {"imsmanifest.xml", "test.xml"}:
        [value] = trees[name].findall(f".//{{{qti.QTI}}}correctResponse/{{{qti.QTI}}}value")
        marks = [node.attrib["identifier"] for node in trees[name].iter(f"{{{qti.QTI}}}simpleChoice")]
        assert value.text in marks and len(marks) == len(set(marks)) >= 2


def test_a_cartridge_names_all_that_it_brings_and_brings_all_that_it_names(written):
    with zipfile.ZipFile(io.BytesIO(written["teach/modern-times/answers/lesson.imscc"])) as found:
        names = set(found.namelist())
        manifest = ElementTree.fromstring(found.read("imsmanifest.xml"))
        for name in names:
            assert name.endswith(".docx") or ElementTree.fromstring(found.read(name)) is not None
        quiz_of = found.read("quiz/assessment.xml").decode()
    resources = {node.attrib["identifier"]: node for node in manifest.iter(f"{{{cartridge.CC}}}resource")}
    files = {node.attrib["href"] for node in manifest.iter(f"{{{cartridge.CC}}}file")}
    listed = [item.attrib["identifierref"] for item in manifest.iter(f"{{{cartridge.CC}}}item") if len(item.attrib) > 1]

    assert manifest.findtext(f".//{{{cartridge.CC}}}schemaversion") == "1.3.0"
    assert files == names - {"imsmanifest.xml"} and listed == list(resources)
    kinds = {node.attrib["type"].partition("_xml")[0] for node in resources.values()}
    assert kinds == {"webcontent", "imswl", "imsdt", "imsqti"}
    assert "Historians differ" not in quiz_of, "the answers to open questions stay with the teacher"


def test_a_quiz_of_a_cartridge_has_one_right_answer_a_question_and_a_word_on_each():
    asked = quiz.questions(CATALOGUE, MODERN)
    tree = ElementTree.fromstring(cartridge.assessment("Quiz", asked))

    for choice, item in zip(asked, tree.iter(f"{{{cartridge.QTI}}}item"), strict=True):
        labels = {
            label.attrib["ident"]: "".join(label.itertext())
            for label in item.iter(f"{{{cartridge.QTI}}}response_label")
        }
        [right] = [
            one.findtext(f".//{{{cartridge.QTI}}}varequal")
            for one in item.iter(f"{{{cartridge.QTI}}}respcondition")
            if one.find(f"{{{cartridge.QTI}}}setvar") is not None
        ]
        assert labels[right] == choice.right and sorted(labels.values()) == sorted(choice.answers)
        told = {one.attrib["ident"] for one in item.iter(f"{{{cartridge.QTI}}}itemfeedback")}
        shown = {one.attrib["linkrefid"] for one in item.iter(f"{{{cartridge.QTI}}}displayfeedback")}
        assert told == shown == {f"{mark}_fb" for mark in labels}


def test_h5p_marks_one_answer_right_and_escapes_markup():
    choice = quiz.Choice("a", "1 < 2?", "yes & no", ("<b>",), "So it is.")

    with zipfile.ZipFile(io.BytesIO(h5p.package("Signs", "en", [choice]))) as found:
        about, content = (json.loads(found.read(name)) for name in ("h5p.json", "content/content.json"))
    [question] = content["questions"]

    assert about["mainLibrary"] in {need["machineName"] for need in about["preloadedDependencies"]}
    assert question["params"]["question"] == "<p>1 &lt; 2?</p>"
    assert [a["text"] for a in question["params"]["answers"] if a["correct"]] == ["<div>yes &amp; no</div>"]
    assert "&lt;b&gt;" in question["params"]["answers"][0]["text"]


@pytest.mark.slow
def test_others_read_the_h5p_package(written, tmp_path):
    file = tmp_path / "quiz.h5p"
    file.write_bytes(written["teach/modern-times/answers/quiz.h5p"])

    assert pyh5p.read_package(file).validate(require_content=True, allow_content_only=True) == []


@pytest.mark.slow
def test_libreoffice_opens_and_prints_every_file(written, tmp_path):
    files = []
    for path, data in written.items():
        if path.endswith((".docx", ".pptx")) and "modern-times" in path:
            files.append(tmp_path / path.rpartition("/")[2])
            files[-1].write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"

    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path / "pdf", *files],
        check=True,
        capture_output=True,
        timeout=300,
    )

    assert {path.stem for path in (tmp_path / "pdf").glob("*.pdf")} == {file.stem for file in files}
    text = subprocess.run(
        ["pdftotext", tmp_path / "pdf/booklet.pdf", "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "Source B" in text and "Duke of Wellington" in text
