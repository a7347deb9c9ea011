"""Questions as a package in QTI 2.1 (1EdTech): a manifest, a test, and an item a question."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from timeline.handouts.archive import packed
from timeline.handouts.quiz import Choice
from timeline.language import handouts as words

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def package(title: str, choices: Iterable[Choice]) -> bytes:
    """Return questions as a ZIP package."""
    files = documents(title, choices)
    texts = {"imsmanifest.xml": manifest(list(files)[1:]), **files}
    return packed({name: text.encode() for name, text in texts.items()})


def documents(title: str, choices: Iterable[Choice]) -> dict[str, str]:
    """Return the test and its items, by their names in the package."""
    items = {f"items/{choice.id}.xml": item(choice) for choice in choices}
    return {"test.xml": _test(title, list(items)), **items}


def item(choice: Choice) -> str:
    """Return a question as an item: one choice, feedback for right and wrong, and why."""
    marks = {answer: f"A{number}" for number, answer in enumerate(choice.answers, 1)}
    options = "".join(
        f'<simpleChoice identifier="{mark}">{escape(answer)}</simpleChoice>' for answer, mark in marks.items()
    )
    said = "".join(
        f'<modalFeedback outcomeIdentifier="FEEDBACK" showHide="show" identifier="{mark}"><p>'
        f"{escape(words.RIGHT if answer == choice.right else words.WRONG)} {escape(choice.why)}</p></modalFeedback>"
        for answer, mark in marks.items()
    )
    return (
        f'{HEAD}<assessmentItem xmlns="{QTI}" identifier={quoteattr(choice.id)} title={quoteattr(choice.ask[:80])} '
        'adaptive="false" timeDependent="false">'
        '<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse>'
        f"<value>{marks[choice.right]}</value></correctResponse></responseDeclaration>"
        '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float">'
        "<defaultValue><value>0</value></defaultValue></outcomeDeclaration>"
        '<outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier"/>'
        f'<itemBody><choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="1">'
        f"<prompt>{escape(choice.ask)}</prompt>{options}</choiceInteraction></itemBody>"
        '<responseProcessing><responseCondition><responseIf><match><variable identifier="RESPONSE"/>'
        '<correct identifier="RESPONSE"/></match><setOutcomeValue identifier="SCORE">'
        '<baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition>'
        '<setOutcomeValue identifier="FEEDBACK"><variable identifier="RESPONSE"/></setOutcomeValue>'
        f"</responseProcessing>{said}</assessmentItem>\n"
    )


def _test(title: str, items: list[str]) -> str:
    refs = "".join(f'<assessmentItemRef identifier="i{at}" href="{path}"/>' for at, path in enumerate(items, 1))
    return (
        f'{HEAD}<assessmentTest xmlns="{QTI}" identifier="test" title={quoteattr(title)}>'
        '<testPart identifier="part" navigationMode="nonlinear" submissionMode="individual">'
        f'<assessmentSection identifier="section" title={quoteattr(title)} visible="true">{refs}'
        "</assessmentSection></testPart></assessmentTest>\n"
    )


def manifest(items: list[str]) -> str:
    """Return the list of what the package holds."""
    rows = "".join(
        f'<resource identifier="r{at}" type="imsqti_item_xmlv2p1" href="{path}"><file href="{path}"/></resource>'
        for at, path in enumerate(items, 1)
    )
    needs = "".join(f'<dependency identifierref="r{at}"/>' for at in range(1, len(items) + 1))
    return (
        f'{HEAD}<manifest xmlns="{PACKAGE}" identifier="manifest"><metadata>'
        "<schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata><organizations/><resources>"
        '<resource identifier="test" type="imsqti_test_xmlv2p1" href="test.xml"><file href="test.xml"/>'
        f"{needs}</resource>{rows}</resources></manifest>\n"
    )
