"""Certificates, cards, reports and the bound file of a session."""

import io
from datetime import date

import pytest
import zxingcpp
from PIL import Image

from census_desk.letters.profile import profile_on
from census_desk.sessions.door import card_code, invitation_code
from reports.errors import DoesNotFit, MissingGlyph
from reports.sessions.cards import Card, cards
from reports.sessions.certificate import CertificateContent, CertificateOf, certificates
from reports.sessions.session_file import FileContent, FilePart, Leaf, session_file
from reports.sessions.tables import ReportContent, Section, attendance_report
from reports.tables import Column
from tests.reports.papers import (
    LONG_NAME,
    OLD,
    lines_of,
    pages_of,
    picture_of,
    secretary,
    setda_kop,
    sizes_of,
)

LONG_TITLE = "Sosialisasi Sensus Penduduk Daring bagi Aparatur Sipil Negara Dinas Perumahan " * 2


def a_certificate(*people, **fields):
    filled = {
        "profile": profile_on(OLD),
        "letterhead": setda_kop,
        "title": "Sosialisasi Sensus Penduduk Daring",
        "held_on": OLD,
        "venue": "Pendopo",
        "place": "Pati",
        "signatory": secretary,
        "people": people or (CertificateOf(name="Ani", post="Staf"),),
    }
    return CertificateContent(**(filled | fields))


def a_card(**fields):
    filled = {"name": "Ani", "post": "Staf", "code": card_code("e1"), "head": "Setda"}
    return Card(**(filled | fields))


def a_file(*parts, **fields):
    filled = {
        "profile": profile_on(OLD),
        "letterhead": setda_kop,
        "title": "Sosialisasi Sensus Penduduk Daring",
        "held_on": OLD,
        "venue": "Pendopo",
        "parts": parts,
    }
    return FileContent(**(filled | fields))


def a_jpeg(size=(600, 400)) -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", size, "navy").save(kept, "JPEG")
    return kept.getvalue()


def test_everybody_has_a_certificate_of_his_own_in_one_landscape_file():
    people = [CertificateOf(name=f"Pegawai {n}", post="Staf") for n in range(3)]

    pdf = certificates(a_certificate(*people))

    pages = pages_of(pdf)
    assert [f"Pegawai {n}" in page for n, page in enumerate(pages)] == [True] * 3
    ((wide, high),) = sizes_of(pdf)
    assert (round(wide), round(high)) == (297, 210)
    assert all("SERTIFIKAT" in page and "BAMBANG PRASOJO" in page for page in pages)


def test_the_longest_name_and_title_stay_whole_on_a_certificate():
    pdf = certificates(a_certificate(CertificateOf(name=LONG_NAME), title=LONG_TITLE[:150].strip()))

    text = " ".join(pages_of(pdf)[0].split())
    assert LONG_NAME in text
    assert text.count("Aparatur Sipil Negara") == 2


def test_a_name_no_certificate_can_hold_is_refused_by_name():
    with pytest.raises(DoesNotFit, match="Nama Siti"):
        certificates(a_certificate(CertificateOf(name="Siti Nur Rohmah " * 12)))
    with pytest.raises(MissingGlyph):
        certificates(a_certificate(CertificateOf(name="Ani 😀")))


def test_the_signature_of_a_certificate_stays_inside_its_frame():
    image = picture_of(certificates(a_certificate()), 0, 4)

    below = image.crop((175 * 4, int(200.5 * 4), 260 * 4, 201 * 4))
    assert max(below.tobytes()) == 255
    assert min(image.crop((175 * 4, 195 * 4, 260 * 4, 198 * 4)).tobytes()) == 255


def test_the_code_of_every_card_is_read_from_the_picture():
    made = [a_card(name=f"Pegawai {n}", code=invitation_code("s", f"e{n}")) for n in range(12)]

    pdf = cards(tuple(made))

    found = set()
    for page in range(2):
        found |= {code.text for code in zxingcpp.read_barcodes(picture_of(pdf, page, 8))}
    assert found == {card.code for card in made}


def test_a_card_carries_its_long_texts_shortened_but_the_name_whole():
    pdf = cards((a_card(name=LONG_NAME, post="Kepala Bidang " * 12, head=LONG_TITLE),))

    text = " ".join(" ".join(lines_of(pdf)).split())
    assert all(word in text for word in LONG_NAME.split())
    assert "…" in text


def test_a_report_prints_its_facts_tables_and_what_is_not_known():
    section = Section(
        heading="Tidak hadir",
        columns=(Column(title="Nama", share=0.6), Column(title="Persen", share=0.4)),
        rows=(("Ani <b>", 12.5), ("Budi", None), ("Citra", 1250)),
    )

    pdf = attendance_report(
        ReportContent(
            profile=profile_on(OLD),
            letterhead=setda_kop,
            title=("Rekap Kehadiran", LONG_TITLE.strip()),
            facts=(("Tempat", "Pendopo"),),
            sections=(section, Section(heading="Tamu", columns=(), rows=(), empty="Tidak ada.")),
            notes=("Yang hadir dua kali dihitung sekali.",),
            opening="Pati, 13 Februari 2020",
            signatory=secretary,
        )
    )

    text = " ".join(" ".join(lines_of(pdf)).split())
    assert "Ani <b> 12,5" in text and "Budi –" in text and "Citra 1.250" in text
    assert "Tidak ada." in text and "Pati, 13 Februari 2020" in text


def test_a_table_of_a_hundred_offices_repeats_its_head():
    columns = (Column(title="Perangkat daerah", share=0.7), Column(title="ASN", share=0.3))
    rows = tuple((f"Dinas Nomor {n}", n) for n in range(100))
    content = ReportContent(
        profile=profile_on(OLD),
        letterhead=setda_kop,
        title=("Rekap",),
        sections=(Section(columns=columns, rows=rows),),
    )

    pages = pages_of(attendance_report(content))
    assert len(pages) > 2
    assert all("Perangkat daerah" in page for page in pages)


def test_the_file_has_contents_stamps_and_its_papers_in_order():
    report = certificates(a_certificate())
    bound = session_file(
        a_file(
            FilePart(title="Undangan", leaves=(Leaf(title="Undangan Nomor 005/1", pdf=report),)),
            FilePart(title="Notula", missing=("Notula belum dibuat.",)),
            FilePart(
                title="Foto",
                leaves=(
                    Leaf(
                        title="3 foto",
                        pictures=tuple((a_jpeg(), f"foto {n}") for n in range(3)),
                        two_a_page=True,
                    ),
                ),
            ),
            state="Berkas ini belum ditutup.",
        )
    )

    pages = pages_of(bound)
    assert len(pages) == 4
    first = " ".join(pages[0].split())
    assert "BERKAS SESI" in first and "1. Undangan hlm. 2" in first
    assert "BELUM ADA: Notula belum dibuat." in first and "3. Foto hlm. 3" in first
    assert all(f"halaman {n} dari 4" in page for n, page in enumerate(pages, 1))
    assert "SERTIFIKAT" in pages[1] and "foto 2" in pages[3]


def test_what_is_missing_is_red():
    bound = session_file(a_file(FilePart(title="Notula", missing=("Notula belum dibuat.",))))
    import pypdfium2

    document = pypdfium2.PdfDocument(bound)
    image = document[0].render(scale=2).to_pil().convert("RGB")
    document.close()

    colours = {colour for _count, colour in image.getcolors(1 << 24) or []}
    assert any(red > 150 and green < 90 and blue < 90 for red, green, blue in colours)


def test_a_long_title_and_day_stand_on_the_contents_page():
    bound = session_file(a_file(title=LONG_TITLE.strip(), held_on=date(2020, 2, 13)))

    assert "Kamis, 13 Februari 2020" in " ".join(pages_of(bound)[0].split())
