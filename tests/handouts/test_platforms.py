"""Questions for learning platforms: quizzes in GIFT, QTI and H5P, and the cartridge, as others read them."""

import io
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pyh5p
import pytest
import qti_convert
from lxml import etree

import waterloo
from timeline.handouts import cartridge, gift, h5p, qti, qti3, quiz
from timeline.handouts import write as handouts
from timeline.project.site import Site

CATALOGUE = waterloo.catalogue()
MODERN, ANTIQUITY = (CATALOGUE.eras[id_] for id_ in ("modern-times", "antiquity"))
SITE = Site(name="Battles", url="https://example.org/")
ASKED = quiz.questions(CATALOGUE, MODERN)


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


def test_qti_3_says_what_qti_2_says_and_leaves_texts_alone():
    choice = quiz.Choice("a", "Is <b maxChoices=2> a > b?", 'it\'s "yes"', ("no",), "So it is.")
    tree = ElementTree.fromstring(qti3.translated(qti.item(choice)))

    assert tree.tag == f"{{{qti3.QTI}}}qti-assessment-item" and tree.attrib["time-dependent"] == "false"
    assert tree.findtext(f".//{{{qti3.QTI}}}qti-prompt") == choice.ask
    [feedback, *_] = tree.iter(f"{{{qti3.QTI}}}qti-modal-feedback")
    assert [child.tag for child in feedback] == [f"{{{qti3.QTI}}}qti-content-body"]
    assert not any(node.tag.endswith("}qti-p") for node in tree.iter())


@pytest.mark.slow
def test_qti_is_what_the_schema_of_its_makers_says_and_others_read_qti_3_as_the_same(tmp_path):
    with zipfile.ZipFile(Path(__file__).with_name("qti-2.1.zip")) as schemas:
        schemas.extractall(tmp_path)
    schema = etree.XMLSchema(etree.parse(tmp_path / "qtiv2p1/imsqti_v2p1.xsd", etree.XMLParser(no_network=True)))
    own, others = (
        {name: found.read(name) for name in found.namelist() if name != "imsmanifest.xml"}
        for made in (qti, qti3)
        for found in [zipfile.ZipFile(io.BytesIO(made.package("A & B", ASKED)))]
    )
    read = {name: qti_convert.convert_qti3_to_qti21(text) for name, text in others.items()}

    assert own.keys() == read.keys()
    for name, text in own.items():
        schema.assertValid(etree.fromstring(text))
        assert read[name].warnings == []
        back = etree.fromstring(read[name].xml.encode())
        schema.assertValid(back)
        assert "".join(back.itertext()) == "".join(etree.fromstring(text).itertext())


def test_a_cartridge_names_all_that_it_brings_and_brings_all_that_it_names():
    lesson = handouts._lesson(CATALOGUE, MODERN, MODERN.record.teaching, SITE, ASKED)
    with zipfile.ZipFile(io.BytesIO(cartridge.package(lesson))) as found:
        names = set(found.namelist())
        manifest = ElementTree.fromstring(found.read("imsmanifest.xml"))
        for name in names:
            assert name.endswith(".docx") or ElementTree.fromstring(found.read(name)) is not None
        quiz_of = found.read("quiz/assessment.xml").decode()
    resources = {node.attrib["identifier"]: node for node in manifest.iter(f"{{{cartridge.CC}}}resource")}
    files = {node.attrib["href"] for node in manifest.iter(f"{{{cartridge.CC}}}file")}
    listed = [item.attrib["identifierref"] for item in manifest.iter(f"{{{cartridge.CC}}}item") if len(item.attrib) > 1]

    assert manifest.findtext(f".//{{{cartridge.CC}}}schemaversion") == "1.1.0"
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
def test_others_read_the_h5p_package(tmp_path):
    file = tmp_path / "quiz.h5p"
    file.write_bytes(h5p.package("Battles", "en", ASKED))

    assert pyh5p.read_package(file).validate(require_content=True, allow_content_only=True) == []
