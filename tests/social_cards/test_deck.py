"""Social cards: drawn from the records, kept by what they show, never with a text that is cut."""

import re
import shutil
from dataclasses import replace

import pytest
from PIL import Image, ImageFont

from harness import REPO
from timeline.project.site import CardStyle, Site
from timeline.social_cards import deck, drawing
from timeline.website import bundles
from waterloo import catalogue

STYLE = CardStyle()


@pytest.fixture
def site(tmp_path):
    return Site("From Cannae to Waterloo", subtitle="Battles", cache=tmp_path / "cache")


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(REPO / "timeline/website/theme/assets", tmp_path / "site/assets")
    for name, text in bundles.assets():
        (tmp_path / "site/assets" / name).write_text(text, encoding="utf-8")
    return tmp_path / "site"


def drawn(folder):
    return {path.relative_to(folder / deck.FOLDER).as_posix() for path in (folder / deck.FOLDER).rglob("*.png")}


def test_each_event_and_era_has_a_card_and_the_rest_share_one(folder, site):
    pictures = deck.write(folder, catalogue(), site, STYLE)
    records = [*catalogue().events.values(), *catalogue().eras.values()]

    assert set(pictures) == {record.path for record in records} | {""}
    assert drawn(folder) == {f"{picture.name}.png" for picture in pictures.values()}
    assert pictures["events/1815-waterloo/"].name == "events/1815-waterloo"
    assert "18 June 1815" in pictures["events/1815-waterloo/"].alt


def test_a_card_is_a_small_picture_of_the_size_that_others_expect(folder, site):
    deck.write(folder, catalogue(), site, STYLE)

    for name in drawn(folder):
        path = folder / deck.FOLDER / name
        with Image.open(path) as picture:
            assert (picture.format, picture.size) == ("PNG", (1200, 630))
            colours = picture.convert("RGB").getcolors(10_000)
        assert path.stat().st_size < 30_000
        assert len(colours) > 20  # paper, ink, and shades of the letters between them


def test_an_unchanged_build_draws_nothing(folder, site, monkeypatch):
    deck.write(folder, catalogue(), site, STYLE)
    first = {name: (folder / deck.FOLDER / name).read_bytes() for name in drawn(folder)}
    shutil.rmtree(folder / deck.FOLDER)
    monkeypatch.setattr(drawing, "draw", None)

    deck.write(folder, catalogue(), site, STYLE)

    assert first == {name: (folder / deck.FOLDER / name).read_bytes() for name in drawn(folder)}


def test_a_changed_title_draws_its_card_and_no_other(folder, site, monkeypatch):
    deck.write(folder, catalogue(), site, STYLE)
    events = dict(catalogue().events)
    item = events["1815-waterloo"]
    events[item.id] = replace(item, record=item.record.model_copy(update={"title": "The end of a hundred days"}))
    titles = []
    draw = drawing.draw
    monkeypatch.setattr(drawing, "draw", lambda card, style: titles.append(card.title) or draw(card, style))

    deck.write(folder, replace(catalogue(), events=events), site, STYLE)

    assert titles == ["The end of a hundred days"]
    assert len(list(site.cache.iterdir())) == len(drawn(folder))


def test_a_new_colour_or_font_draws_all_anew(folder, site):
    deck.write(folder, catalogue(), site, STYLE)
    before = {path.name for path in site.cache.iterdir()}
    path = folder / "assets/site.css"
    path.write_text(path.read_text(encoding="utf-8").replace("#1c1d21", "#1c1d22", 1), encoding="utf-8")

    deck.write(folder, catalogue(), site, STYLE)

    assert not before & {path.name for path in site.cache.iterdir()}


@pytest.mark.parametrize("value", ["rebeccapurple", "rgb(1, 2, 3)", "oklch(0.6 0.1 20)", "var(--mine)", "#ABC"])
def test_a_topic_may_have_its_colour_in_any_form_that_a_style_sheet_knows(folder, site, value):
    sheet = folder / "assets/topics.css"
    sheet.write_text(re.sub(r"(?<=--tl-1:)[^;}]+", f" {value}", sheet.read_text("utf-8")), "utf-8")

    pictures = deck.write(folder, catalogue(), site, STYLE)

    assert len(pictures) > len(catalogue().events)


def test_a_text_in_letters_that_the_fonts_lack_gets_no_card(folder, site):
    events = dict(catalogue().events)
    item = events["1815-waterloo"]
    events[item.id] = replace(item, record=item.record.model_copy(update={"title": "滑鐵盧"}))

    pictures = deck.write(folder, replace(catalogue(), events=events), site, STYLE)

    assert item.path not in pictures
    assert "events/1815-waterloo.png" not in drawn(folder)


@pytest.mark.parametrize("heaps", [False, True])
@pytest.mark.parametrize(
    "title", ["Щ" * 90, "W" * 44 + " " + "Ж" * 45, "Шчырая размова аб незалежнасці, хаўрусе ды мяжы " + "Ю" * 42]
)
def test_the_longest_texts_stay_within_the_card(title, heaps, folder, monkeypatch):
    """Every piece of text lies inside the margins, and none lies on another."""
    boxes = []

    def write(sheet, colour, hand, place, text, size):
        if text:
            left, base = place
            boxes.append((left, base - size * 0.75, left + hand.width(text, size), base + size * 0.25, text))

    monkeypatch.setattr(drawing._Sheet, "write", write)
    card = drawing.Card(
        title=title,
        colour="1",
        kicker="Between about 30 September and 31 December 1815",
        aside="Saint Helena, Wavre and Quatre Bras",
        topic="T" * 30 + " " + "W" * 9,
        place=(0.98, 1),
        eras=((0, 0.9), (0.9, 1)),
        here=1,
        label="Э" * 40,
        ends=("217 BCE", "1826"),
        columns=((0.1, ("1", "2") * 40),) if heaps else (),
        step=0.02,
        site="From Cannae to Waterloo",
    )

    drawing.draw(card, deck._style(folder, STYLE))

    assert "".join(text for *_, text in boxes).replace(" ", "").count(title.replace(" ", "")) == 1
    for left, top, right, bottom, text in boxes:
        assert drawing.LEFT - 10 <= left < right <= drawing.RIGHT + 1, text
        assert 0 <= top < bottom <= drawing.HEIGHT, text
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (one, other)


def test_cards_use_the_fonts_of_the_site(folder, site, monkeypatch):
    files = set()
    open_font = ImageFont.truetype
    monkeypatch.setattr(ImageFont, "truetype", lambda file, size: files.add(file) or open_font(file, size))

    deck.write(folder, catalogue(), site, STYLE)

    assert files
    assert all(folder / "assets/fonts" in file.parents for file in files)
