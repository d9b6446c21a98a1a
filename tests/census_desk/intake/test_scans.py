"""Scans as people hand them in: kept as they are when every page can be drawn, refused else."""

import struct
import zlib

import pytest
from PIL import Image

from census_desk.intake.codes import UnreadablePaper
from census_desk.intake.scans import scan_bytes

PNG = b"\x89PNG\r\n\x1a\n"


def part(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def a_vast_picture() -> bytes:
    """A PNG of 37 KB that unfolds to 303 million pixels."""
    side = 17_400
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * ((side + 7) // 8 + 1) * side, 9)
    return PNG + part(b"IHDR", head) + part(b"IDAT", rows) + part(b"IEND", b"")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "PDF"])
def test_a_sound_page_is_taken_as_it_is(tmp_path, kind):
    path = tmp_path / f"halaman.{kind.lower()}"
    Image.new("L", (60, 80), 255).save(path, kind)

    assert scan_bytes(path) == path.read_bytes()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (PNG + b"rusak", "rusak"),
        (b"\xff\xd8\xff rusak", "rusak"),
        (b"%PDF-1.7 rusak", "rusak"),
        (b"teks biasa", "bukan PDF, PNG, atau JPEG"),
        (b"", "bukan PDF, PNG, atau JPEG"),
        (a_vast_picture(), "303 juta titik"),
    ],
    ids=["png", "jpeg", "pdf", "text", "empty", "vast"],
)
def test_what_is_no_scan_is_refused_by_name(tmp_path, content, sentence):
    path = tmp_path / "pindaian.png"
    path.write_bytes(content)

    with pytest.raises(UnreadablePaper) as refused:
        scan_bytes(path)

    assert sentence in refused.value.sentence
    assert "pindaian.png" in refused.value.sentence


def test_a_truncated_page_is_refused(tmp_path):
    path = tmp_path / "halaman.jpg"
    Image.effect_noise((400, 400), 80).save(path, "JPEG")
    path.write_bytes(path.read_bytes()[:9000])

    with pytest.raises(UnreadablePaper):
        scan_bytes(path)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(UnreadablePaper):
        scan_bytes(tmp_path / "tidak ada.pdf")
