"""Emblem files: what is kept is pixels, and what is no picture is refused with a sentence."""

import base64
import io

import pytest
from PIL import Image, PngImagePlugin

from census_desk.intake import pictures
from census_desk.intake.pictures import UnusablePicture, read_emblem


def kept(path):
    return Image.open(io.BytesIO(base64.b64decode(read_emblem(path))))


@pytest.fixture
def saved(tmp_path):
    def save(name="lambang.png", size=(300, 400), mode="RGBA", **more):
        path = tmp_path / name
        Image.new(mode, size, "red").save(path, **more)
        return path

    return save


@pytest.mark.parametrize(("name", "mode"), [("a.png", "RGBA"), ("a.jpg", "RGB"), ("b.png", "1")])
def test_png_and_jpeg_are_kept_as_png(saved, name, mode):
    picture = kept(saved(name, mode=mode))

    assert (picture.format, picture.mode, picture.size) == ("PNG", "RGBA", (300, 400))


def test_a_large_picture_is_kept_six_hundred_pixels_high(saved):
    assert kept(saved(size=(1500, 3000))).size == (300, 600)


def test_nothing_but_pixels_is_kept(saved):
    note = PngImagePlugin.PngInfo()
    note.add_text("Author", "someone")

    assert kept(saved(pnginfo=note)).info == {}


def test_a_picture_taken_sideways_is_kept_upright(saved):
    turned = Image.Exif()
    turned[0x0112] = 6

    assert kept(saved("a.jpg", size=(400, 300), mode="RGB", exif=turned)).size == (300, 400)


def test_another_format_under_a_png_name_is_refused(tmp_path):
    path = tmp_path / "lambang.png"
    Image.new("RGB", (10, 10)).save(path, "BMP")

    with pytest.raises(UnusablePicture, match="bukan berkas PNG atau JPEG"):
        read_emblem(path)


@pytest.mark.parametrize("cut", [0, 20, 200])
def test_a_cut_file_is_refused(saved, cut):
    path = saved("a.jpg", mode="RGB")
    path.write_bytes(path.read_bytes()[:cut])

    with pytest.raises(UnusablePicture, match="utuh"):
        read_emblem(path)


def test_a_file_that_is_gone_is_refused(tmp_path):
    with pytest.raises(UnusablePicture, match="tidak dapat dibaca"):
        read_emblem(tmp_path / "tidak-ada.png")


def test_a_file_too_large_is_not_even_read(saved, monkeypatch):
    monkeypatch.setattr(pictures, "MOST_BYTES", 10)

    with pytest.raises(UnusablePicture, match="10 MB"):
        read_emblem(saved())


def test_a_picture_of_too_many_pixels_is_not_unpacked(saved, monkeypatch):
    monkeypatch.setattr(pictures, "MOST_PIXELS", 1000)

    with pytest.raises(UnusablePicture, match="titik"):
        read_emblem(saved())


def test_a_decompression_bomb_is_refused(saved, monkeypatch):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)

    with pytest.raises(UnusablePicture):
        read_emblem(saved())
