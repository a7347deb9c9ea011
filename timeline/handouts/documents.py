"""Sheets, booklet, cards, role play and answers as Word documents, in fonts that are everywhere."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import docx
from docx.enum.text import WD_BREAK
from docx.shared import Mm, Pt

from timeline.catalogue import Catalogue, Item
from timeline.handouts.archive import settled
from timeline.language import handouts as words
from timeline.language import lessons
from timeline.language.dates import words as in_words
from timeline.pages import booklets, classroom, lesson_plans
from timeline.pages.plain_text import plain
from timeline.records.era import Era
from timeline.records.event import Event
from timeline.records.teaching import Question, Teaching

FONT = "Arial"
"""A face that Word, LibreOffice and Google Docs all have, or set in one of the same widths."""

MADE = datetime(1980, 1, 1, tzinfo=UTC)

CARD, ORDER, KEY = (85, 85), (12, 14, 144), (12, 12, 42, 104)
"""Widths of the columns of tables, in millimetres."""


class Sheets:
    """A document in the making."""

    def __init__(self, title: str, credit: str) -> None:
        self._document = docx.Document()
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin = section.bottom_margin = Mm(15)
        for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3"):
            style: Any = self._document.styles[name]
            style.font.name = FONT
        normal: Any = self._document.styles["Normal"]
        normal.font.size = Pt(10.5)
        normal.paragraph_format.space_after = Pt(5)
        self._document.core_properties.title = title
        self._document.core_properties.created = self._document.core_properties.modified = MADE
        section.footer.paragraphs[0].text = credit

    def heading(self, text: str, level: int = 1) -> None:
        """Add a heading."""
        self._document.add_heading(text, level)

    def text(self, text: str, lead: str = "", style: str | None = None) -> None:
        """Add the paragraphs of a Markdown text, the first with a lead in bold."""
        for number, part in enumerate(filter(None, text.split("\n\n"))):
            paragraph = self._document.add_paragraph(style=style)
            if lead and number == 0:
                paragraph.add_run(f"{lead}: ").bold = True
            paragraph.add_run(plain(part))

    def lines(self, count: int) -> None:
        """Add empty lines to write on."""
        for _ in range(count):
            self._document.add_paragraph("_" * 76)

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

    def data(self) -> bytes:
        """Return the document as a file."""
        stream = io.BytesIO()
        self._document.save(stream)
        return settled(stream.getvalue())


def student(catalogue: Catalogue, era: Item[Era], teaching: Teaching, credit: str) -> bytes:
    """Return both student sheets: text, words, questions with lines."""
    sheets = Sheets(era.record.title, credit)
    asked = teaching.questions
    tasks = (*asked.easy[:2], *asked.medium[:1], *asked.hard[:1])
    _sheet(sheets, era, teaching, teaching.reading or era.record.summary)
    _meanings(sheets, words.WORDS_TO_USE, ((word.word, word.meaning) for word in teaching.words))
    _tasks(sheets, words.QUESTIONS, tasks)
    _tasks(sheets, words.FURTHER, teaching.further, len(tasks) + 1)
    if easier := teaching.easier:
        sheets.page()
        _sheet(sheets, era, teaching, easier.text)
        terms = [catalogue.terms[id_].record for id_ in easier.words]
        explained = ((term.term, classroom.first_sentence(term.definition)) for term in terms)
        _meanings(sheets, words.WORDS_THAT_HELP, explained)
        _tasks(sheets, words.EASIER_QUESTIONS, easier.questions)
    return sheets.data()


def _sheet(sheets: Sheets, era: Item[Era], teaching: Teaching, text: str) -> None:
    sheets.text(words.NAME)
    sheets.heading(era.record.title)
    sheets.text(in_words(era.record.date))
    if teaching.question:
        sheets.text(teaching.question)
    sheets.text(text)


def _meanings(sheets: Sheets, title: str, meanings: Iterable[tuple[str, str]]) -> None:
    if meanings := list(meanings):
        sheets.heading(title, 2)
        for word, meaning in meanings:
            sheets.text(meaning, word)


def _tasks(sheets: Sheets, title: str, questions: Iterable[Question], start: int = 1) -> None:
    if questions := tuple(questions):
        sheets.heading(title, 2)
        for number, question in enumerate(questions, start):
            sheets.text(question.ask, str(number))
            sheets.lines(3)


def booklet(catalogue: Catalogue, era: Item[Era], teaching: Teaching, credit: str) -> bytes | None:
    """Return the booklet of sources; None where there is none."""
    found = booklets.extracts(catalogue, era)
    if not found or not teaching.booklet:
        return None
    sheets = Sheets(f"{era.record.title}: {words.BOOKLET}", credit)
    sheets.heading(words.BOOKLET)
    sheets.text(teaching.booklet.question)
    for number, source in enumerate(found):
        quote = source.quote
        sheets.heading(words.source(classroom.letter(number)), 2)
        sheets.text(quote.translation or quote.text, style="Quote")
        if quote.translation:
            sheets.text(quote.text)
        sheets.text(words.speaker(quote.speaker, in_words(quote.date) if quote.date else ""), words.WHO)
        for lead, text in ((words.FOR, source.extract.audience), (words.CONTEXT, quote.context)):
            if text:
                sheets.text(text, lead)
        sheets.text(booklets.kept(catalogue, quote), words.KEPT)
        sheets.text(source.extract.ask, words.ASK)
        sheets.lines(2)
    sheets.text(teaching.booklet.task.ask, words.ALL)
    sheets.lines(4)
    sheets.text(lessons.LAW)
    return sheets.data()


def role_play(catalogue: Catalogue, era: Item[Era], teaching: Teaching, credit: str) -> bytes | None:
    """Return the situation for all and a card for each side, each on a page; None where there is no play."""
    play = teaching.role_play
    if not play:
        return None
    title = f"{words.PLAY}: {catalogue.events[play.event].record.title}"
    sheets = Sheets(title, credit)
    sheets.heading(title)
    sheets.text(play.situation, words.FOR_ALL)
    for heading, texts in ((words.ROUNDS, play.rounds), (words.OVER, [one.ask for one in play.afterwards])):
        sheets.heading(heading, 2)
        for number, text in enumerate(texts, 1):
            sheets.text(text, str(number))
    for role in play.roles:
        sheets.page()
        sheets.heading(role.name)
        for wish in role.wants:
            sheets.text(wish, words.WANTS)
        sheets.text(role.can_give, words.OFFERS)
        sheets.text(role.will_not, words.KEEPS)
    return sheets.data()


def cards(catalogue: Catalogue, era: Item[Era], credit: str) -> bytes | None:
    """Return the cards and the order to find; None where there are none."""
    chosen = classroom.cards(catalogue, era)
    if not chosen:
        return None
    sheets = Sheets(f"{era.record.title}: {words.CARDS}", credit)
    sheets.heading(words.CARDS)
    fronts = [f"{_gapped(event.record.title, event)}\n\n{_gapped(event.record.summary, event)}" for event in chosen]
    fronts += [""] * (len(fronts) % 2)
    sheets.cells(((fronts[at], fronts[at + 1]) for at in range(0, len(fronts), 2)), CARD, 54)
    sheets.page()
    sheets.heading(words.ORDER)
    mixed = classroom.shuffled(classroom.to_order(catalogue, era))
    letters = ((classroom.letter(at), "", _gapped(event.record.title, event)) for at, event in enumerate(mixed))
    sheets.cells(letters, ORDER, 11)
    return sheets.data()


def _gapped(text: str, event: Item[Event]) -> str:
    return "".join(words.GAP if part is None else part for part in classroom.undated(text, event.record.date))


def answers(catalogue: Catalogue, era: Item[Era], teaching: Teaching, credit: str) -> bytes:
    """Return the answers with their levels."""
    sheets = Sheets(f"{era.record.title}: {words.ANSWERS}", credit)
    sheets.heading(f"{era.record.title}: {words.ANSWERS}")
    ordered = classroom.to_order(catalogue, era)
    if ordered:
        mixed = classroom.shuffled(ordered)
        sheets.heading(words.KEY, 2)
        rows = (
            (str(at), classroom.letter(mixed.index(event)), in_words(event.record.date), event.record.title)
            for at, event in enumerate(ordered, 1)
        )
        sheets.cells(rows, KEY)
        for first, then, why in classroom.reasons(catalogue, era):
            sheets.text(why, f"{first.record.title} → {then.record.title}")
    for number, source in enumerate(booklets.extracts(catalogue, era)):
        sheets.text(source.extract.answer or "", f"{words.source(classroom.letter(number))}: {source.extract.ask}")
    if teaching.booklet:
        _marked(sheets, teaching.booklet.task)
    for one in classroom.compared(catalogue, era):
        sheets.text(one.exercise.answer or "", one.dispute.question)
    for kind, title, questions in lesson_plans.levels(teaching):
        sheets.heading(title, 2)
        sheets.text(" → ".join(lesson_plans.ladder(kind)), words.LEVELS)
        for question in questions:
            _marked(sheets, question)
    for question in (*teaching.further, *(teaching.easier.questions if teaching.easier else ())):
        _marked(sheets, question)
    return sheets.data()


def _marked(sheets: Sheets, question: Question) -> None:
    sheets.heading(plain(question.ask), 3)
    if question.answer:
        sheets.text(question.answer, words.HOLDS)
    for number, level in enumerate(question.levels, 1):
        sheets.text(level, str(number))
    if question.model:
        sheets.text(question.model, words.MODEL)
