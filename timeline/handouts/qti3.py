"""The same questions in QTI 3.0, whose elements are those of 2.1 in small letters with hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline.handouts import qti
from timeline.handouts.archive import packed
from timeline.handouts.quiz import Choice

QTI = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
PACKAGE = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z]+)(?P<rest>[^<>]*)>")
_NAME = re.compile(r"(\w+)(?==\"[^\"]*\"|='[^']*')")
_CAPITAL = re.compile(r"[A-Z]")
_HTML = {"p"}


def package(title: str, choices: Iterable[Choice]) -> bytes:
    """Return questions as a ZIP package."""
    files = {name: translated(text) for name, text in qti.documents(title, choices).items()}
    manifest = (
        qti.manifest(list(files)[1:])
        .replace(qti.PACKAGE, PACKAGE)
        .replace("xmlv2p1", "xmlv3p0")
        .replace("QTIv2.1 Package</schema><schemaversion>1.0.0", "QTI Package</schema><schemaversion>3.0.0")
    )
    return packed({"imsmanifest.xml": manifest.encode(), **{name: text.encode() for name, text in files.items()}})


def translated(text: str) -> str:
    """Return an item or a test of QTI 2.1 as one of 3.0; what stands in its texts is left alone."""
    found = _TAG.sub(_tag, text).replace(qti.QTI, QTI)
    found = re.sub(r"(<qti-modal-feedback[^>]*>)", r"\1<qti-content-body>", found)
    return found.replace("</qti-modal-feedback>", "</qti-content-body></qti-modal-feedback>")


def _tag(match: re.Match[str]) -> str:
    if match["name"] in _HTML:
        return match[0]
    rest = _NAME.sub(lambda name: name[0] if name[0] == "xmlns" else _hyphened(name[0]), match["rest"])
    return f"<{match['end']}qti-{_hyphened(match['name'])}{rest}>"


def _hyphened(name: str) -> str:
    return _CAPITAL.sub(lambda letter: f"-{letter[0].lower()}", name)
