"""A pack as a Common Cartridge 1.1, the newest that Moodle reads: sheets, links, topics, and a quiz in QTI 1.2."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from timeline.handouts.archive import packed
from timeline.handouts.quiz import Choice
from timeline.language import handouts as words

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
CC = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
LOM = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"
LINK = "http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1"
TOPIC = "http://www.imsglobal.org/xsd/imsccv1p1/imsdt_v1p1"
QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"


class Lesson(NamedTuple):
    """What a cartridge brings: a title, files by their names and titles, links, topics, and a quiz."""

    title: str
    language: str
    files: Mapping[str, tuple[str, bytes]]
    links: Mapping[str, str]
    topics: tuple[str, ...]
    choices: tuple[Choice, ...]


class _Part(NamedTuple):
    title: str
    kind: str
    path: str
    data: bytes


def package(lesson: Lesson) -> bytes:
    """Return a lesson as a cartridge."""
    parts = list(_parts(lesson))
    manifest = _manifest(lesson, parts).encode()
    return packed({"imsmanifest.xml": manifest, **{part.path: part.data for part in parts}})


def _parts(lesson: Lesson) -> Iterable[_Part]:
    for name, (title, data) in lesson.files.items():
        yield _Part(title, "webcontent", f"files/{name}", data)
    for at, (title, address) in enumerate(lesson.links.items(), 1):
        link = (
            f'{HEAD}<webLink xmlns="{LINK}"><title>{escape(title)}</title><url href={quoteattr(address)}/></webLink>\n'
        )
        yield _Part(title, "imswl_xmlv1p1", f"links/{at}.xml", link.encode())
    for at, ask in enumerate(lesson.topics, 1):
        title = ask if len(ask) <= words.LONGEST_TITLE else f"{ask[: words.LONGEST_TITLE - 1]}…"
        text = f'<text texttype="text/plain">{escape(ask)}</text>'
        topic = f'{HEAD}<topic xmlns="{TOPIC}"><title>{escape(title)}</title>{text}</topic>\n'
        yield _Part(title, "imsdt_xmlv1p1", f"topics/{at}.xml", topic.encode())
    if lesson.choices:
        quiz = assessment(lesson.title, lesson.choices)
        yield _Part(words.QUIZ, "imsqti_xmlv1p2/imscc_xmlv1p1/assessment", "quiz/assessment.xml", quiz.encode())


def _manifest(lesson: Lesson, parts: list[_Part]) -> str:
    items = "".join(
        f'<item identifier="i{at}" identifierref="r{at}"><title>{escape(part.title)}</title></item>'
        for at, part in enumerate(parts, 1)
    )
    resources = "".join(
        f'<resource identifier="r{at}" type="{part.kind}"{_href(part)}><file href={quoteattr(part.path)}/></resource>'
        for at, part in enumerate(parts, 1)
    )
    title = f"<lom:string language={quoteattr(lesson.language)}>{escape(lesson.title)}</lom:string>"
    return (
        f'{HEAD}<manifest xmlns="{CC}" xmlns:lom="{LOM}" identifier="manifest"><metadata>'
        "<schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion>"
        f"<lom:lom><lom:general><lom:title>{title}</lom:title></lom:general></lom:lom></metadata>"
        '<organizations><organization identifier="o" structure="rooted-hierarchy"><item identifier="root">'
        f'<item identifier="lesson"><title>{escape(lesson.title)}</title>{items}</item>'
        f"</item></organization></organizations><resources>{resources}</resources></manifest>\n"
    )


def _href(part: _Part) -> str:
    return f" href={quoteattr(part.path)}" if part.kind == "webcontent" else ""


def assessment(title: str, choices: Iterable[Choice]) -> str:
    """Return a quiz in QTI 1.2, in the profile that a cartridge allows."""
    meta = _meta(cc_profile="cc.exam.v0p1", qmd_assessmenttype="Examination", qmd_scoretype="Percentage")
    return (
        f'{HEAD}<questestinterop xmlns="{QTI}"><assessment ident="quiz" title={quoteattr(title)}>{meta}'
        f'<section ident="root_section">{"".join(map(_item, choices))}</section></assessment></questestinterop>\n'
    )


def _item(choice: Choice) -> str:
    marks = {answer: f"A{number}" for number, answer in enumerate(choice.answers, 1)}
    labels = "".join(
        f'<response_label ident="{mark}"><material><mattext texttype="text/plain">{escape(answer)}</mattext></material>'
        "</response_label>"
        for answer, mark in marks.items()
    )
    told = "".join(
        f'<respcondition continue="Yes"><conditionvar><varequal respident="RESPONSE">{mark}</varequal></conditionvar>'
        f'<displayfeedback feedbacktype="Response" linkrefid="{mark}_fb"/></respcondition>'
        for mark in marks.values()
    )
    feedback = "".join(
        f'<itemfeedback ident="{mark}_fb"><flow_mat><material><mattext texttype="text/plain">'
        f"{escape(words.RIGHT if answer == choice.right else words.WRONG)} {escape(choice.why)}</mattext></material>"
        "</flow_mat></itemfeedback>"
        for answer, mark in marks.items()
    )
    return (
        f"<item ident={quoteattr(choice.id)} title={quoteattr(choice.ask[:80])}><itemmetadata>"
        f"{_meta(cc_profile='cc.multiple_choice.v0p1')}</itemmetadata><presentation><material>"
        f'<mattext texttype="text/plain">{escape(choice.ask)}</mattext></material>'
        f'<response_lid ident="RESPONSE" rcardinality="Single"><render_choice>{labels}</render_choice></response_lid>'
        '</presentation><resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" '
        f'vartype="Decimal"/></outcomes>{told}<respcondition continue="No"><conditionvar>'
        f'<varequal respident="RESPONSE">{marks[choice.right]}</varequal></conditionvar>'
        '<setvar action="Set" varname="SCORE">100</setvar></respcondition></resprocessing>'
        f"{feedback}</item>"
    )


def _meta(**fields: str) -> str:
    rows = (
        f"<qtimetadatafield><fieldlabel>{name}</fieldlabel><fieldentry>{value}</fieldentry></qtimetadatafield>"
        for name, value in fields.items()
    )
    return f"<qtimetadata>{''.join(rows)}</qtimetadata>"
