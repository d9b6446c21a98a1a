"""Finished content for papers, and what a reader finds in a PDF."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from PIL import Image

from census_desk.letters.profile import profile_on
from census_desk.people import LetterheadKind, PostKind, PostStatus
from census_desk.visits.obstacle import Closing
from census_desk.visits.reasons import reasons_of
from census_desk.visits.visit import Readiness, VisitStatus
from reports.letters.content import LetterContent
from reports.sessions.attendance_sheet import AttendanceContent, AttendanceRow
from reports.visits import VisitContent
from tests.census_desk.builders import (
    a_follow_up,
    a_letterhead,
    a_signatory,
    a_visit,
    an_obstacle,
    an_office,
)

REFERENCE = Path(__file__).resolve().parent.parent / "reference"
OLD, NEW = date(2020, 2, 13), date(2026, 2, 13)
CODE = "7K3QX9MP"
POINTS_A_MM = 72 / 25.4
LONG_NAME = "Dra. Hj. Siti Nur Rohmah Widyaningsih, M.Pd."
BODY = """Dalam rangka sensus, disampaikan hal-hal sebagai berikut:

1. Target adalah 27 persen dari 857.415 jiwa, dengan teladan 7.140 orang ASN:
   a. mengisi *daring*; dan
   b. **tidak** mengumpulkan nomor.
2. Camat meneruskan edaran ini.

Demikian untuk menjadi perhatian."""

regent_kop = a_letterhead(
    kind=LetterheadKind.REGENT, government_line="", office_lines=("BUPATI PATI",)
)
setda_kop = a_letterhead(address_lines=("Jalan Tombronegoro Nomor 1, Pati", "Telepon (0295) 0"))
plt_regent = a_signatory(
    name="H. Sapto Wibowo, S.E.",
    post="BUPATI PATI",
    post_kind=PostKind.REGENT,
    status=PostStatus.PLT,
    own_post="WAKIL BUPATI",
)
secretary = a_signatory(
    name="Drs. H. Bambang Prasojo, S.H., M.M.",
    post="SEKRETARIS DAERAH",
    post_kind=PostKind.SECRETARY,
    nip="196501011990031001",
    rank="Pembina Utama Muda",
    grade="IV/c",
)


def a_circular(on: date = OLD, **fields: object) -> LetterContent:
    filled = {
        "profile": profile_on(on),
        "letterhead": regent_kop,
        "number": "470/12/2020" if on == OLD else "500.14.2/12/2026",
        "subject": "Partisipasi Aparatur Sipil Negara dalam Sensus Penduduk Secara Daring",
        "dated_on": on,
        "place": "Pati",
        "recipients": ("Kepala Perangkat Daerah", "Camat", "se-Kabupaten Pati"),
        "recipients_at": "Pati" if on == OLD else "",
        "body": BODY,
        "signatory": plt_regent,
        "copy_to": ("Gubernur Jawa Tengah", "Kepala BPS Kabupaten Pati"),
    }
    return LetterContent(**(filled | fields))


def a_sheet(people: int = 1, **fields: object) -> AttendanceContent:
    rows = tuple(
        AttendanceRow(employee_id=f"e{place}", name=f"Pegawai Nomor {place}", position="Staf")
        for place in range(1, people + 1)
    )
    filled = {
        "profile": profile_on(OLD),
        "letterhead": setda_kop,
        "code": CODE,
        "title": "Rapat koordinasi",
        "held_on": OLD,
        "starts_at": time(9),
        "venue": "Pendopo",
        "place": "Pati",
        "rows": rows,
        "chair": secretary,
    }
    return AttendanceContent(**(filled | fields))


def a_visited(**fields: object) -> VisitContent:
    visit = a_visit(
        purpose="Membantu pegawai yang lupa sandi",
        status=VisitStatus.HELD,
        held_on=date(2020, 2, 20),
        starts_at=time(9),
        ends_at=time(11, 30),
        venue="Aula",
        officers=("Rina Puspitasari, S.Si.",),
        attendee_count=14,
        helped_count=11,
        findings="Sebelas pegawai selesai.",
        nik_ready=Readiness.YES,
        kk_ready=Readiness.NO,
        received_by="Sulistyo Hadi, S.Kom.",
        received_by_post="Sekretaris Dinas",
        number="800/17/2020",
    )
    day = date(2020, 2, 20)
    hindered = (
        an_obstacle(reason="KK terbit setelah Juli 2019", people_count=2, noted_on=day),
        an_obstacle(
            id="x2",
            people_count=11,
            noted_on=day,
            visit_id="w",
            closings=(Closing(on=day, people_count=9, visit_id="w"),),
        ),
    )
    agreed = a_follow_up(what="Mengulang pendampingan.", due_on=date(2020, 2, 27))
    filled = {
        "profile": profile_on(OLD),
        "letterhead": setda_kop,
        "visit": visit,
        "office": an_office(address="Jalan Contoh 5"),
        "obstacles": hindered,
        "reasons": reasons_of(()),
        "follow_ups": (agreed,),
        "signatory": secretary,
        "programme": "Sensus Penduduk 2020",
        "regency": "Kabupaten Pati",
        "place": "Pati",
        "basis": ("Undang-Undang Nomor 16 Tahun 1997 tentang Statistik.",),
    }
    return VisitContent(**(filled | fields))


def with_visit(content: VisitContent, **fields: object) -> VisitContent:
    return replace(content, visit=replace(content.visit, **fields))


def pages_of(pdf: bytes) -> list[str]:
    """The text of every page, line by line."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def lines_of(pdf: bytes) -> list[str]:
    return [line.strip() for page in pages_of(pdf) for line in page.splitlines() if line.strip()]


def sizes_of(pdf: bytes) -> set[tuple[int, int]]:
    """Widths and heights of the pages in mm."""
    boxes = [page.mediabox for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    return {(round(b.width / POINTS_A_MM), round(b.height / POINTS_A_MM)) for b in boxes}


def fonts_of(pdf: bytes) -> dict[str, bool]:
    """Every font the file names, and whether it is embedded."""
    found: dict[str, bool] = {}
    for item in _objects(pdf):
        if isinstance(item, dict) and item.get("/Type") == "/Font":
            descriptor = item.get("/FontDescriptor")
            found[str(item["/BaseFont"])] = bool(
                descriptor is not None and "/FontFile2" in descriptor.get_object()
            )
    return found


def _objects(pdf: bytes) -> list[object]:
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    count = int(reader.trailer["/Size"])
    return [
        reader.get_object(number) for number in range(1, count) if number in reader.xref.get(0, {})
    ]


def picture_of(pdf: bytes, page: int, dots_a_mm: float) -> Image.Image:
    """A page as a grey picture of so many pixels a mm."""
    document = pypdfium2.PdfDocument(pdf)
    bitmap = document[page].render(scale=dots_a_mm / POINTS_A_MM, grayscale=True)
    image = bitmap.to_pil().convert("L")
    document.close()
    return image


def place_of(pdf: bytes, words: str, page: int = 0) -> tuple[float, float]:
    """Left end and lower edge of the first letter of some words on a page, in points."""
    document = pypdfium2.PdfDocument(pdf)
    text = document[page].get_textpage()
    found = text.search(words, match_case=True).get_next()
    assert found is not None, words
    left, lower, _right, _upper = text.get_charbox(found[0])
    document.close()
    return left, lower


def compare_with_accepted(pdf: bytes, name: str, request: pytest.FixtureRequest) -> None:
    """The text of the paper is the one a person accepted; `--accept` takes this run's."""
    told = "\n".join(f"--- {n} ---\n{text}" for n, text in enumerate(pages_of(pdf), 1)) + "\n"
    path = REFERENCE / f"{name}.txt"
    if request.config.getoption("--accept") or os.environ.get("CENSUS_DESK_ACCEPT") == "1":
        path.write_text(told, encoding="utf-8")
    assert told == path.read_text(encoding="utf-8")
