"""Sheets, booklet, cards, role play and answers as Word documents, in fonts that are everywhere."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.catalogue import Catalogue, Item
from timeline.handouts.sheets import Sheets
from timeline.language import handouts as words
from timeline.language import lessons
from timeline.language.dates import words as in_words
from timeline.pages import booklets, classroom, lesson_plans
from timeline.pages.plain_text import plain
from timeline.records.era import Era
from timeline.records.event import Event
from timeline.records.teaching import Question, Teaching

CARD, ORDER, KEY = (85, 85), (12, 14, 144), (12, 12, 42, 104)
"""Widths of the columns of tables, in millimetres."""


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
            with sheets.together():
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
        with sheets.together():
            sheets.heading(words.source(classroom.letter(number)), 2)
            _source(sheets, catalogue, source)
    sheets.text(teaching.booklet.task.ask, words.ALL)
    sheets.lines(4)
    sheets.text(lessons.LAW)
    return sheets.data()


def _source(sheets: Sheets, catalogue: Catalogue, source: booklets.Source) -> None:
    quote = source.quote
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
