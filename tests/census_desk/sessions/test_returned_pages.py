"""Scans of signed sheets and photos: read in a child under limits, kept where they belong."""

import io
from datetime import date

import pytest
from PIL import Image

from census_desk.errors import InvalidRecord
from census_desk.intake.codes import UnreadablePaper
from census_desk.intake.photos import leaves_of, read_photo
from census_desk.letters.kept import as_bytes
from census_desk.sessions.returned_pages import (
    KnownScan,
    NoSheetOnScan,
    WrongSheets,
    attach_scan_of_sheet,
    keep_photo,
    know_pages,
    read_scan,
)
from census_desk.sessions.sheet import page_code
from tests.census_desk.intake.test_codes import a_picture
from tests.census_desk.sessions.conftest import ON

ENORMOUS = (20_000, 15_000)  # 300 megapixels


def scanned(hall, tmp_path, *texts, name="pindaian.png"):
    path = tmp_path / name
    path.write_bytes(a_picture(*texts))
    return know_pages(hall.register, read_scan(path), on=ON, session_id=hall.session.id)


def a_png_that_only_says_its_size(size) -> bytes:
    """The head of a PNG of so many pixels: nobody decodes 300 megapixels to learn that."""
    small = io.BytesIO()
    Image.new("L", (8, 8)).save(small, "PNG")
    data = bytearray(small.getvalue())
    data[16:20], data[20:24] = size[0].to_bytes(4, "big"), size[1].to_bytes(4, "big")
    import zlib

    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4, "big")
    return bytes(data)


def test_a_scan_is_kept_with_the_sheet_and_page_its_code_names(hall, tmp_path):
    sheet = hall.print_sheet()
    paper = scanned(hall, tmp_path, page_code(sheet.code, 2, 2) + "B")

    scan, found = attach_scan_of_sheet(hall.register, paper, on=ON)

    assert (found, scan.sheet_id, scan.pages) == (sheet, sheet.id, (2,))
    assert scan.session_id == hall.session.id
    with pytest.raises(KnownScan, match="dua kali"):
        attach_scan_of_sheet(hall.register, paper, on=ON)


def test_without_a_code_the_typed_one_decides(hall, tmp_path):
    sheet = hall.print_sheet()
    paper = scanned(hall, tmp_path)

    with pytest.raises(NoSheetOnScan, match="ketik kode di bawah QR"):
        attach_scan_of_sheet(hall.register, paper, on=ON)
    scan, found = attach_scan_of_sheet(hall.register, paper, on=ON, code=sheet.code)
    assert (found, scan.pages) == (sheet, ())


def test_pages_of_two_sheets_are_not_kept_together(hall, tmp_path):
    one, other = hall.print_sheet(), hall.print_sheet()
    scanned_both = scanned(hall, tmp_path, page_code(one.code, 1, 2))
    second = scanned(hall, tmp_path, page_code(other.code, 1, 2), name="b.png")
    from dataclasses import replace

    both = replace(scanned_both, pages=(*scanned_both.pages, *second.pages))

    with pytest.raises(WrongSheets, match="pindai tiap lembar sendiri"):
        attach_scan_of_sheet(hall.register, both, on=ON)


def test_a_page_of_another_register_is_refused(hall, tmp_path):
    with pytest.raises(WrongSheets, match="buku"):
        attach_scan_of_sheet(
            hall.register, scanned(hall, tmp_path, page_code("7K3QX9MP", 1, 1)), on=ON
        )


def test_a_photo_is_drawn_anew_small_and_without_its_metadata(hall, tmp_path):
    path = tmp_path / "foto.jpg"
    exif = Image.Exif()
    exif[0x010E] = "rahasia"
    Image.new("RGB", (4000, 3000), "navy").save(path, exif=exif)

    photo = keep_photo(hall.register, hall.session.id, read_photo(path), name=path.name, on=ON)

    kept = Image.open(io.BytesIO(as_bytes(photo.content)))
    assert kept.size == (1600, 1200)
    assert b"rahasia" not in as_bytes(photo.content)
    with pytest.raises(KnownScan):
        keep_photo(hall.register, hall.session.id, read_photo(path), name=path.name, on=ON)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7", "bukan foto PNG atau JPEG"),
        (b"halo", "bukan foto PNG atau JPEG"),
        (b"\xff\xd8\xff rusak", "berkas rusak"),
        (a_png_that_only_says_its_size(ENORMOUS), "300 juta titik; paling banyak 40 juta"),
    ],
)
def test_a_photo_that_is_none_gets_its_sentence(tmp_path, content, sentence):
    path = tmp_path / "foto.png"
    path.write_bytes(content)

    with pytest.raises(UnreadablePaper, match=sentence):
        read_photo(path)
    with pytest.raises(UnreadablePaper, match="tidak dapat dibaca"):
        read_photo(tmp_path / "tidak ada.png")


def test_a_scan_of_300_megapixels_gets_its_sentence(tmp_path):
    path = tmp_path / "pindaian.png"
    path.write_bytes(a_png_that_only_says_its_size(ENORMOUS))

    with pytest.raises(UnreadablePaper, match="300 juta titik"):
        read_scan(path)


def test_a_scan_of_too_many_pages_gets_its_sentence(tmp_path):
    page = Image.new("L", (20, 20), 255)
    path = tmp_path / "buku.pdf"
    page.save(path, save_all=True, append_images=[page] * 60)

    with pytest.raises(UnreadablePaper, match="61 halaman; paling banyak 60"):
        read_scan(path)


def test_pages_are_drawn_anew_for_the_session_file():
    leaves = leaves_of(a_picture("SATU", kind="PDF"), "a.pdf")

    assert len(leaves) == 1
    assert Image.open(io.BytesIO(leaves[0])).format == "JPEG"


def test_a_scan_over_5_mb_is_refused(hall, tmp_path):
    from dataclasses import replace

    sheet = hall.print_sheet()
    paper = scanned(hall, tmp_path, page_code(sheet.code, 1, 2))
    heavy = replace(paper, data=paper.data + b"0" * (6 * 1024 * 1024))

    with pytest.raises(InvalidRecord, match="5 MB"):
        attach_scan_of_sheet(hall.register, heavy, on=date(2020, 2, 14))
