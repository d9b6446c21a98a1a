"""QR codes on scans and pages: read where there are any, refused where the file is no paper."""

import io

import pytest
import segno

from census_desk.intake.codes import UnreadablePaper, codes_in_paper, paper_bytes
from census_desk.letters import issuing
from census_desk.letters.archive import Verdict, archive_code, qr_text, verify_paper
from tests.census_desk.builders import DAY, a_letter
from tests.census_desk.letters.conftest import drawn, house

__all__ = ["house"]


def a_picture(*texts: str, kind: str = "PNG") -> bytes:
    """A white page with these codes one below the other."""
    from PIL import Image

    page = Image.new("L", (600, 400 * max(1, len(texts))), 255)
    for place, text in enumerate(texts):
        code = io.BytesIO()
        segno.make(text, error="m", micro=False).save(code, kind="png", scale=6)
        page.paste(Image.open(code), (40, 40 + 400 * place))
    kept = io.BytesIO()
    page.save(kept, kind)
    return kept.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "PDF"])
def test_codes_are_read_from_pictures_and_pages(kind):
    assert codes_in_paper(a_picture("SATU", "DUA", kind=kind), "a") == ("SATU", "DUA")


def test_a_page_without_a_code_has_none():
    assert codes_in_paper(a_picture(), "a.png") == ()


@pytest.mark.parametrize("data", [b"%PDF-1.7 rusak", b"\x89PNG\r\n\x1a\n rusak"])
def test_a_broken_file_is_refused_in_a_sentence(data):
    with pytest.raises(UnreadablePaper, match="rusak"):
        codes_in_paper(data, "pindaian")


def test_a_reader_that_takes_too_long_is_ended():
    with pytest.raises(UnreadablePaper, match="terlalu lama"):
        codes_in_paper(a_picture("SATU"), "a.png", wall_seconds=0.001)


def test_what_is_no_paper_is_not_opened(tmp_path):
    path = tmp_path / "surat.pdf"
    path.write_bytes(b"MZ")

    with pytest.raises(UnreadablePaper, match="bukan PDF"):
        paper_bytes(path)
    with pytest.raises(UnreadablePaper, match="dibaca"):
        paper_bytes(tmp_path / "tidak ada.pdf")


def test_a_scan_of_an_issued_letter_is_known_by_its_code(house):
    letter = house.draft()
    paper = issuing.issue(house.register, letter.id, on=DAY, draw=drawn)
    other = qr_text(archive_code(a_letter()))
    scan = a_picture(qr_text(paper.code), other, "https://lain.example")

    answers = verify_paper(house.register, scan, "pindaian.png")

    assert [one.verdict for one in answers] == [Verdict.EQUAL, Verdict.UNKNOWN]
    assert answers[0].letter == house.letter(letter)


def test_the_kept_file_itself_needs_no_code(house):
    letter = house.draft()
    issuing.issue(house.register, letter.id, on=DAY, draw=drawn)

    (answer,) = verify_paper(house.register, drawn(house.letter(letter)), "surat.pdf")
    assert answer.verdict is Verdict.EQUAL


def test_a_page_without_an_archive_code_is_unknown(house):
    (answer,) = verify_paper(house.register, a_picture("DH1"), "foto.png")

    assert (answer.verdict, "foto.png" in answer.sentence) == (Verdict.UNKNOWN, True)
