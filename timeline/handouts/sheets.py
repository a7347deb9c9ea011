"""A Word document in the making: texts, lines to write on, tables and pictures, in fonts that are everywhere."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from timeline.handouts.archive import settled
from timeline.handouts.illustrations import Shown
from timeline.pages.plain_text import plain

FONT = "Arial"
"""A face that Word, LibreOffice and Google Docs all have, or set in one of the same widths."""

MADE = datetime(1980, 1, 1, tzinfo=UTC)

PAGE, MARGINS = (210, 297), (20, 15)
"""Millimetres of a page of A4, and what it leaves free at its sides and above and below."""


class Sheets:
    """A document in the making, upright or lying on its side."""

    def __init__(self, title: str, credit: str, *, lying: bool = False) -> None:
        self._document = docx.Document()
        section = self._document.sections[0]
        wide, high = PAGE[::-1] if lying else PAGE
        section.page_width, section.page_height = Mm(wide), Mm(high)
        section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
        section.left_margin = section.right_margin = Mm(MARGINS[0])
        section.top_margin = section.bottom_margin = Mm(MARGINS[1])
        self.width = wide - 2 * MARGINS[0]
        for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3"):
            style: Any = self._document.styles[name]
            style.font.name = FONT
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # a theme's face wins over a name
                style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
        normal: Any = self._document.styles["Normal"]
        normal.font.size = Pt(10.5)
        normal.paragraph_format.space_after = Pt(5)
        self._document.core_properties.title = title
        self._document.core_properties.created = self._document.core_properties.modified = MADE
        section.footer.paragraphs[0].text = credit

    def heading(self, text: str, level: int = 1, *, fresh: bool = False) -> None:
        """Add a heading, if it is to be fresh at the top of a page."""
        self._document.add_heading(text, level).paragraph_format.page_break_before = fresh or None

    def text(self, text: str, lead: str = "", style: str | None = None) -> None:
        """Add the paragraphs of a Markdown text, the first with a lead in bold."""
        for number, part in enumerate(filter(None, text.split("\n\n"))):
            paragraph = self._document.add_paragraph(style=style)
            if lead and number == 0:
                paragraph.add_run(f"{lead}: ").bold = True
            paragraph.add_run(plain(part))

    def lines(self, count: int) -> None:
        """Add empty lines to write on, as one paragraph that stays with its question."""
        paragraph = self._document.add_paragraph("\n".join(["_" * 76] * count))
        paragraph.paragraph_format.keep_together = True
        paragraph.paragraph_format.line_spacing = 1.5

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep all that is added in the block on one page."""
        before = len(self._document.paragraphs)
        yield
        for paragraph in self._document.paragraphs[before:-1]:
            paragraph.paragraph_format.keep_with_next = paragraph.paragraph_format.keep_together = True

    def page(self) -> None:
        """Begin a new page."""
        self._document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def cells(self, rows: Iterable[tuple[str, ...]], widths: tuple[int, ...], high: int = 0) -> None:
        """Add a table: `widths` of its columns and the least height of its rows in millimetres."""
        rows = list(rows)
        table = self._document.add_table(len(rows), len(rows[0]), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        for row, texts in zip(table.rows, rows, strict=True):
            if high:
                row.height = Mm(high)
            for cell, text, width in zip(row.cells, texts, widths, strict=True):
                cell.width = Mm(width)
                cell.text = text

    def picture(self, shown: Shown, high: float) -> None:
        """Add a picture as wide as the page or `high` millimetres, with its text for those who do not see it."""
        width = min(self.width, high * shown.ratio)
        shape: Any = self._document.add_picture(io.BytesIO(shown.data), width=Mm(width))
        shape._inline.docPr.set("descr", shown.alt)
        shape._inline.docPr.set("name", shown.title)
        self.text(". ".join(filter(None, (shown.caption, shown.credit))))

    def data(self) -> bytes:
        """Return the document as a file."""
        stream = io.BytesIO()
        self._document.save(stream)
        return settled(stream.getvalue())
