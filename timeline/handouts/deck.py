"""Slides as a PowerPoint file: charts that can be changed, claims that come one by one, notes for the speaker."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import pptx
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm, Pt

from timeline.catalogue import Catalogue, Item
from timeline.handouts.archive import settled
from timeline.handouts.illustrations import Illustrations, Shown
from timeline.language import handouts as words
from timeline.language.dates import words as in_words
from timeline.pages import classroom
from timeline.pages.figures import amount
from timeline.pages.plain_text import plain
from timeline.records.era import Era
from timeline.records.event import Event, Figure
from timeline.records.teaching import Teaching

FONT = "Arial"
WIDTH, HEIGHT, MARGIN = Cm(33.867), Cm(19.05), Cm(1.8)
MADE = datetime(1980, 1, 1, tzinfo=UTC)
SIZES = {110: 32, 220: 28, 330: 24, 9999: 22}
"""Size of a text in points, by the letters that it has at most."""

SHORT = 55
"""Letters of a title that is set large."""


PICTURES = 2
"""Pictures of an era that a lesson has time to look at."""


def slides(
    catalogue: Catalogue, era: Item[Era], teaching: Teaching, credit: str, illustrations: Illustrations
) -> bytes:
    """Return the slides of an era's lesson."""
    deck: Any = pptx.Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    deck.core_properties.title = era.record.title
    deck.core_properties.created = deck.core_properties.modified = MADE
    question = teaching.question or era.record.summary
    _slide(deck, era.record.title, question, in_words(era.record.date), credit)
    _slide(deck, words.BEGIN, plain(teaching.warm_up), question, "\n".join(map(plain, teaching.aims)))
    if plan := illustrations.map_of(era):
        _picture(deck, words.WHERE, plan, in_words(era.record.date))
    for picture in illustrations.pictures(era, PICTURES):
        _picture(deck, picture.title, picture, "")
    for event in classroom.in_time(classroom.cards(catalogue, era)):
        _event(deck, catalogue, event)
    for one in classroom.compared(catalogue, era):
        claims = [f"{position.held_by}: {position.claim}" for position in one.dispute.positions]
        for shown in range(len(claims) + 1):
            text = "\n".join(claims[:shown]) or plain(one.exercise.task)
            _slide(deck, one.dispute.question, text, words.COMPARE, plain(one.exercise.task))
    _slide(deck, question, words.CLOSE, words.END, credit)
    stream = io.BytesIO()
    deck.save(stream)
    return settled(stream.getvalue())


def _event(deck: Any, catalogue: Catalogue, event: Item[Event]) -> None:
    record = event.record
    figures = classroom.shown_figures(record.figures)
    drawn = [figure for figure in figures if figure.value is not None]
    places = ", ".join(catalogue.places[id_].record.name for id_ in record.places)
    told = [words.counted(figure.label, amount(figure), figure.measured_by) for figure in figures]
    doubt = [f"{words.DISAGREE}: {dispute.question}" for dispute in record.disputes[:1]]
    when = " · ".join(filter(None, (in_words(record.date), places)))
    charted = len(drawn) > 1 and len({figure.unit for figure in drawn}) == 1
    text = "\n".join([record.summary, *([] if charted else told)])
    slide = _slide(deck, record.title, text, when, "\n".join([plain(record.body), *told, *doubt]), narrow=charted)
    if charted:
        _chart(slide, drawn)


def _picture(deck: Any, title: str, shown: Shown, when: str) -> None:
    slide = _slide(deck, title, "", when, "\n".join(filter(None, (shown.alt, shown.caption, shown.credit))))
    top, high = Cm(4.2), Cm(12.2)
    wide = min(WIDTH - 2 * MARGIN, int(high * shown.ratio))
    left = (WIDTH - wide) // 2
    picture = slide.shapes.add_picture(io.BytesIO(shown.data), left, top, width=wide)
    _described(picture._element.nvPicPr, shown.title, shown.alt)
    beside = "\n".join(filter(None, (shown.caption, shown.credit)))
    _box(slide, beside, (MARGIN, Cm(16.5), WIDTH - 2 * MARGIN, Cm(2.2)), 13)


def _described(properties: Any, name: str, text: str) -> None:
    """Give a shape its name and its text for those who do not see it."""
    properties.cNvPr.set("name", name)
    properties.cNvPr.set("descr", text)


def _chart(slide: Any, figures: list[Figure]) -> None:
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]  # the package has no types
    data.categories = [f"{figure.label} ({figure.measured_by})" for figure in figures]
    data.add_series(figures[0].unit, [float(figure.value or 0) for figure in figures])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Cm(17), Cm(5.5), Cm(15), Cm(11.5), data)
    told = [words.counted(figure.label, amount(figure), figure.measured_by) for figure in figures]
    _described(frame._element.nvGraphicFramePr, figures[0].unit, "; ".join(told))
    chart = frame.chart
    chart.has_legend = False
    chart.has_title = True
    chart.chart_title.text_frame.text = figures[0].unit
    chart.font.size, chart.font.name = Pt(14), FONT
    plot = chart.plots[0]
    plot.has_data_labels = True
    chart.category_axis.reverse_order = True
    chart.value_axis.visible = False
    chart.value_axis.minimum_scale = 0
    chart.value_axis.has_major_gridlines = False


def _slide(deck: Any, title: str, text: str, when: str, notes: str, *, narrow: bool = False) -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    width = WIDTH - 2 * MARGIN
    _box(slide, when, (MARGIN, Cm(0.9), width, Cm(1.2)), 16)
    _box(slide, title, (MARGIN, Cm(2), width, Cm(3.2)), 34 if len(title) < SHORT else 27, bold=True)
    size = next(size for most, size in SIZES.items() if len(text) <= most)
    body = Cm(14.5) if narrow else width
    if text:
        _box(slide, text, (MARGIN, Cm(5.6), body, Cm(12)), 22 if narrow and size > 22 else size)
    slide.notes_slide.notes_text_frame.text = notes
    return slide


def _box(slide: Any, text: str, place: tuple[Any, Any, Any, Any], size: int, *, bold: bool = False) -> None:
    frame = slide.shapes.add_textbox(*place).text_frame
    frame.word_wrap = True
    for number, line in enumerate(text.split("\n")):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(8)
        run = paragraph.add_run()
        run.text = line
        run.font.size, run.font.bold, run.font.name = Pt(size), bold, FONT
