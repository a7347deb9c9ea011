"""The copies of pictures: sizes, formats, nothing but the picture."""

import pytest
from PIL import Image

from timeline.pictures import variants
from timeline.records.medium import Medium

MEDIUM = Medium(file="field.jpg", title="A field", kind="photograph", alt="A field.", creator="Us", rights="own-work")


@pytest.fixture
def folder(tmp_path):
    """An original that tells where and with what it was taken, and lies on its side."""
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    exif[0x0112] = 6
    exif.get_ifd(0x8825).update({1: "N", 2: (50.0, 40.0, 48.0)})
    Image.linear_gradient("L").resize((1200, 700)).convert("RGB").save(tmp_path / "field.jpg", exif=exif)
    return tmp_path


def test_a_picture_has_three_formats_in_widths_that_it_can_fill(folder):
    copies = variants.copies("field", MEDIUM, folder)

    assert (copies.width, copies.height) == (700, 1200)  # turned upright
    assert [media for media, _ in copies.sources()] == ["image/avif", "image/webp", "image/jpeg"]
    assert {width for _, width, _ in copies.files} == {480, 700}
    assert copies.plain.endswith("field-700.jpg")


@pytest.mark.parametrize("ending", ["avif", "webp", "jpg"])
def test_a_copy_is_what_its_name_says_and_tells_nothing_else(folder, tmp_path, ending):
    variants.write(tmp_path / "site", "field", MEDIUM, folder, None)

    with Image.open(tmp_path / f"site/assets/media/field-480.{ending}") as image:
        assert (image.format, image.size) == ({"jpg": "JPEG"}.get(ending, ending.upper()), (480, 823))
        assert not image.getexif() and "exif" not in image.info and "xmp" not in image.info


def test_what_was_made_before_is_taken_and_a_new_original_is_made_anew(folder, tmp_path):
    cache, site = tmp_path / "cache", tmp_path / "site"
    variants.write(site, "field", MEDIUM, folder, cache)
    for kept in cache.iterdir():
        kept.write_bytes(b"kept")

    variants.write(site, "field", MEDIUM, folder, cache)
    assert (site / "assets/media/field-480.avif").read_bytes() == b"kept"

    Image.new("RGB", (1200, 700), "red").save(folder / "field.jpg")
    variants.write(site, "field", MEDIUM, folder, cache)
    assert (site / "assets/media/field-480.avif").read_bytes() != b"kept"


def test_a_drawing_is_copied_as_it_is(tmp_path):
    (tmp_path / "plan.svg").write_text('<svg viewBox="0 0 600 120"></svg>', encoding="utf-8")
    drawing = MEDIUM.model_copy(update={"file": "plan.svg"})

    copies = variants.copies("plan", drawing, tmp_path)

    assert (copies.width, copies.height, copies.plain) == (600, 120, "assets/media/plan.svg")
