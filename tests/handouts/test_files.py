"""Files of packs: the same in every build, whole, and openable by what others wrote."""

import io
import re
import subprocess
import zipfile
from dataclasses import replace

import docx
import pptx
import pptx.enum.shapes
import pytest

import waterloo
from timeline.handouts import archive, atlas, deck, documents, map_drawing
from timeline.handouts import write as handouts
from timeline.handouts.illustrations import Illustrations
from timeline.pages.renderer import Renderer
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
        "answers/quiz.qti3.zip",
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


@pytest.mark.slow
def test_libreoffice_saves_slides_as_its_own_with_notes_pictures_charts_and_their_texts(written, tmp_path):
    (tmp_path / "slides.pptx").write_bytes(written["teach/modern-times/slides/slides.pptx"])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "odp", "--outdir", tmp_path, tmp_path / "slides.pptx"]
    subprocess.run(command, check=True, capture_output=True, timeout=300)

    with zipfile.ZipFile(tmp_path / "slides.odp") as found:
        content = found.read("content.xml").decode()
        charts = [name for name in found.namelist() if re.fullmatch(r"Object \d+/content.xml", name)]
        assert charts and all(b"chart:bar" in found.read(name) or b"chart:chart" in found.read(name) for name in charts)
        assert sum(name.startswith("Pictures/") and name.endswith(".png") for name in found.namelist()) == 2
    assert CATALOGUE.media["two-battles"].record.alt in content and "Natural Earth" in content
    notes = re.findall(r"<presentation:notes .*?</presentation:notes>", content, re.DOTALL)
    assert any("Drawn for the tests." in note for note in notes)


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


def test_a_timeline_without_teaching_gets_neither_pages_nor_files(tmp_path):
    records = {id_: era.record.model_copy(update={"teaching": None}) for id_, era in CATALOGUE.eras.items()}
    eras = {id_: replace(era, record=records[id_]) for id_, era in CATALOGUE.eras.items()}
    bare = replace(CATALOGUE, eras=eras)

    handouts.write(tmp_path, bare, SITE)

    assert list(tmp_path.iterdir()) == []
    assert [page.path for page in Renderer(bare, SITE).lessons() if "teach" in page.path] == []
