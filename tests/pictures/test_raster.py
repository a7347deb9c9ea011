"""Drawings as pixels: the same bytes each time, letters of the engine's own, and what was drawn before."""

import io

from PIL import Image

from timeline.pictures import raster

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><text x="10" y="60" font-size="40">{}</text></svg>'


def ink(text):
    with Image.open(io.BytesIO(raster.png(SVG.format(text)))) as image:
        grey = image.convert("L").crop((2, 2, image.width - 2, image.height - 2))
        return sum(grey.histogram()[:128])


def test_a_drawing_is_as_wide_as_told_on_white_and_comes_out_the_same_each_time():
    data = raster.png(SVG.format("Brest"))

    assert raster.size(data) == (raster.WIDTH, raster.WIDTH // 2) and data == raster.png(SVG.format("Brest"))
    with Image.open(io.BytesIO(data)) as image:
        assert image.convert("RGB").getpixel((raster.WIDTH // 2, 20)) == (255, 255, 255)


def test_letters_of_latin_and_cyrillic_are_drawn_whatever_the_machine_has():
    assert ink("") == 0 and ink("m") > 1000
    assert ink("Łš") > 1000 and ink("ўЖ") > 1000


def test_what_was_drawn_before_is_taken_from_the_cache(tmp_path):
    first = raster.png(SVG.format("a"), tmp_path)
    [kept] = tmp_path.iterdir()
    kept.write_bytes(b"kept")

    assert raster.png(SVG.format("a"), tmp_path) == b"kept" != first
    assert raster.png(SVG.format("b"), tmp_path) != b"kept"
