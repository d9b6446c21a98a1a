"""Papers from the register: gathered, named, saved; what is missing is named too."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from census_desk.letters.archive import archive_code
from census_desk.letters.incoming import IncomingLetter
from census_desk.letters.kept import IssuedPaper, as_text, fingerprint
from census_desk.letters.letter import Assignee, CoverItem, LetterKind, LetterStatus
from census_desk.people import Employee, Office, OfficeKind, PostKind
from census_desk.places import district, villages
from census_desk.register import Register
from census_desk.sessions.invited import grade_order, invited_people
from census_desk.sessions.session import SessionKind
from census_desk.sessions.sheet import page_code
from census_desk.visits.visit import VisitStatus
from census_desk.zones import zone_of
from tests.census_desk.builders import (
    DAY,
    a_book,
    a_desk,
    a_field_officer,
    a_letter,
    a_letterhead,
    a_number,
    a_numbered_letter,
    a_programme,
    a_session,
    a_signatory,
    a_visit,
    an_attendance,
    an_employee,
    an_obstacle,
    an_office,
)
from tests.reports.papers import pages_of, sizes_of
from tests.ui.fakes import a_workplace
from ui import papers
from ui.papers import (
    Audience,
    FactMissing,
    NoSuchCopies,
    NotHeld,
    Paper,
    Run,
    WrongKind,
    safe_name,
    save,
)
from ui.presenters.printing import Printing

VILLAGES = Run(audience=Audience.VILLAGES)
NOW = datetime(2020, 2, 13, 8, 0, tzinfo=UTC)


class Ids:
    """Ids of records by a short name."""

    def __init__(self, register: Register) -> None:
        self._register, self._known = register, {}

    def __getattr__(self, name: str) -> str:
        return self._known.setdefault(name, self._register.ids())


@pytest.fixture
def register() -> Register:
    return Register.in_memory()


@pytest.fixture
def ids(register: Register) -> Ids:
    return Ids(register)


@pytest.fixture
def filled(register: Register, ids: Ids) -> Register:
    """A register with one of everything a paper needs."""
    register.desks.add(a_desk(id=ids.desk, regency_code="33.18"))
    register.programmes.add(a_programme(id=ids.programme))
    register.offices.add(an_office(id=ids.health, asn_count=40, rank=2))
    register.offices.add(
        an_office(id=ids.roads, code="PU", name="Dinas Pekerjaan Umum", short_name="PU", rank=1)
    )
    register.offices.add(
        an_office(
            id=ids.bps, code="BPS", name="BPS", short_name="BPS", kind=OfficeKind.VERTICAL, rank=3
        )
    )
    register.letterheads.add(a_letterhead(id=ids.kop))
    register.signatories.add(
        a_signatory(id=ids.head, post="SEKRETARIS DAERAH", post_kind=PostKind.SECRETARY)
    )
    register.letters.add(
        a_letter(
            id=ids.letter,
            letterhead_id=ids.kop,
            signatory_id=ids.head,
            recipients=("Kepala OPD",),
            body="ASN berjumlah {jumlah_asn}.",
        )
    )
    register.books.add(a_book(id=ids.book))
    register.numbers.add(a_number(id=ids.number))
    register.incoming_letters.add(
        IncomingLetter(
            id=ids.incoming, received_on=DAY, dated_on=DAY, sender="BPS", subject="Permohonan"
        )
    )
    register.employees.add(an_employee(id=ids.sri, office_id=ids.health))
    register.sessions.add(
        a_session(
            id=ids.session, office_ids=(ids.health,), letterhead_id=ids.kop, chair_id=ids.head
        )
    )
    register.visits.add(
        a_visit(
            id=ids.visit,
            office_id=ids.health,
            status=VisitStatus.HELD,
            attendee_count=4,
            helped_count=3,
            officers=("Rina",),
            received_by="Andi",
            received_by_post="Kepala Dinas",
            signatory_id=ids.head,
        )
    )
    register.obstacles.add(an_obstacle(id=ids.obstacle, office_id=ids.health, visit_id=ids.visit))
    return register


def text_of(paper: Paper) -> str:
    return " ".join("\n".join(pages_of(paper.pdf)).split())


def changed(register: Register, collection: str, record_id: str, **fields: object) -> None:
    records = register.collection(collection)
    records.replace(replace(records.get(record_id), **fields))


def test_the_fields_of_a_letter_are_filled_from_the_register(filled, ids):
    assert "ASN berjumlah 40." in text_of(papers.letter_pdf(filled, ids.letter))


def test_the_date_of_a_letter_chooses_its_paper(filled, ids):
    assert sizes_of(papers.letter_pdf(filled, ids.letter).pdf) == {(215, 330)}

    changed(filled, "letters", ids.letter, dated_on=date(2026, 2, 13))

    assert sizes_of(papers.letter_pdf(filled, ids.letter).pdf) == {(210, 297)}


def test_an_unsaved_letter_can_be_previewed_and_saves_nothing(filled, ids):
    before = filled.rev
    letter = replace(filled.letters.get(ids.letter), body="Baru diketik.")

    pdf = papers.preview_pdf(filled, letter)

    assert "Baru diketik." in " ".join(pages_of(pdf)) and filled.rev == before


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"signatory_id": ""}, "Penanda tangan"),
        ({"letterhead_id": ""}, "Kop"),
        ({"body": " "}, "Isi"),
        ({"recipients": (" ",)}, "Alamat tujuan"),
    ],
)
def test_a_letter_that_lacks_something_says_which_field(filled, ids, fields, named):
    changed(filled, "letters", ids.letter, **fields)

    with pytest.raises(FactMissing, match=f"{named}.* belum diisi pada Partisipasi ASN"):
        papers.letter_pdf(filled, ids.letter)


def test_every_opd_gets_a_copy_in_rank_order_and_bps_is_none(filled, ids):
    pages = pages_of(papers.letter_copies_pdf(filled, ids.letter).pdf)

    assert [("Pekerjaan Umum" in page, "Dinas Kesehatan" in page) for page in pages] == [
        (True, False),
        (False, True),
    ]


def test_the_offices_chosen_on_a_letter_are_the_ones_that_get_a_copy(filled, ids):
    changed(filled, "letters", ids.letter, office_ids=(ids.health,))

    assert len(pages_of(papers.letter_copies_pdf(filled, ids.letter).pdf)) == 1


def test_fields_of_an_office_are_its_own_on_every_copy(filled, ids):
    changed(filled, "letters", ids.letter, body="Kepada {opd} dengan {jumlah_asn_opd} ASN.")

    pages = pages_of(papers.letter_copies_pdf(filled, ids.letter).pdf)

    assert "Kepada Dinas Pekerjaan Umum dengan 0 ASN." in pages[0]
    assert "Kepada Dinas Kesehatan dengan 40 ASN." in pages[1]


def test_printing_a_sheet_saves_where_its_rows_lie_in_one_named_step(filled, ids):
    before = filled.rev

    papers.attendance_pdf(filled, ids.session, walk_ins=2, now=NOW, by="Wati")

    (sheet,) = filled.sheets.all()
    assert filled.rev == before + 1
    assert filled.history(limit=1)[0].what == "Mencetak daftar hadir: Rapat koordinasi"
    assert (sheet.printed_by, sheet.paper, sheet.replaces) == ("Wati", "F4", "")
    assert [(row.employee_id, row.name, row.walk_in) for row in sheet.pages[0].rows] == [
        (ids.sri, "Sri Lestari, S.Kom.", 0),
        ("", "", 1),
        ("", "", 2),
    ]


def test_a_reprint_has_a_new_code_and_names_the_sheet_it_replaces(filled, ids):
    for _print in range(2):
        papers.attendance_pdf(filled, ids.session, now=NOW)

    first, second = filled.sheets.all()
    assert second.code != first.code and second.replaces == first.code


def test_the_code_on_the_paper_is_the_code_in_the_register(filled, ids):
    import zxingcpp

    from tests.reports.papers import picture_of

    paper = papers.attendance_pdf(filled, ids.session, paper="A4", now=NOW)

    (sheet,) = filled.sheets.all()
    found = {code.text for code in zxingcpp.read_barcodes(picture_of(paper.pdf, 0, 8))}
    assert page_code(sheet.code, 1, len(sheet.pages)) in found


def test_a_preview_of_a_sheet_saves_nothing(filled, ids):
    before = filled.rev

    pdf = papers.attendance_preview(filled, filled.sessions.get(ids.session))

    assert "DAFTAR HADIR" in pages_of(pdf)[0] and filled.rev == before
    assert filled.sheets.count() == 0


def test_a_session_without_kop_says_so(filled, ids):
    changed(filled, "sessions", ids.session, letterhead_id="")

    with pytest.raises(FactMissing, match="Kop belum diisi pada Rapat koordinasi"):
        papers.attendance_pdf(filled, ids.session)


def test_a_session_without_people_gets_a_sheet_of_empty_rows(filled, ids):
    filled.employees.remove(ids.sri)

    papers.attendance_pdf(filled, ids.session, now=NOW)

    (sheet,) = filled.sheets.all()
    assert sum(len(page.rows) for page in sheet.pages) == 20


def test_a_visit_is_reported_with_its_obstacles_and_the_letters_of_its_day(filled, ids):
    changed(
        filled,
        "letters",
        ids.letter,
        number="470/1/2020",
        status=LetterStatus.SENT,
    )

    text = text_of(papers.visit_report_pdf(filled, ids.visit))

    assert "NIK/KK tidak cocok (kode 104)" in text
    assert "Surat Edaran Nomor 470/1/2020 tanggal 13 Februari 2020" in text


def test_a_visit_not_yet_held_has_no_papers(filled, ids):
    changed(filled, "visits", ids.visit, status=VisitStatus.PLANNED)

    for kind in (papers.visit_report_pdf, papers.visit_minutes_pdf):
        with pytest.raises(NotHeld, match="ubah Status menjadi Selesai"):
            kind(filled, ids.visit)


def test_minutes_need_who_received_the_visit(filled, ids):
    changed(filled, "visits", ids.visit, received_by="")

    with pytest.raises(FactMissing, match="Diterima oleh"):
        papers.visit_minutes_pdf(filled, ids.visit)


@pytest.mark.parametrize("key", papers.PAPERS)
def test_every_paper_of_the_list_prints(filled, ids, key):
    record = {
        "letters": ids.letter,
        "sessions": ids.session,
        "visits": ids.visit,
        "incoming_letters": ids.incoming,
        "books": ids.book,
    }
    kind = {name: one for one, name in papers.KIND_KEYS.items()}.get(key)
    if kind is not None:
        people = (Assignee(name="Rina"),)
        items = (CoverItem(what="Rekap"),)
        changed(filled, "letters", ids.letter, kind=kind, assignees=people, items=items)

    filled.attendances.add(an_attendance(id=filled.ids(), session_id=ids.session))

    paper = papers.PAPERS[key].print(filled, record[papers.PAPERS[key].collection])

    assert paper.pdf.startswith(b"%PDF") and paper.name.endswith(".pdf")


def test_a_letter_of_another_kind_is_refused_by_name(filled, ids):
    with pytest.raises(WrongKind, match="adalah surat edaran, bukan surat tugas"):
        papers.PAPERS["surat-tugas"].print(filled, ids.letter)


def test_the_list_of_papers_loads_neither_pdf_nor_window():
    code = (
        "import sys, ui.papers; "
        "print([m for m in ('reportlab','openpyxl','tkinter','PIL','segno') if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"


# Who is invited


def invited(session, offices=(), employees=(), signatories=()):
    return invited_people(
        session,
        offices=offices,
        employees=employees,
        signatories=signatories,
        district=district,
        villages=villages,
    )


def test_a_coordination_meeting_lists_the_heads_in_post_on_its_day():
    office = Office(
        id="o", code="DK", name="Dinas Kesehatan", short_name="DKK", head_title="Kepala Dinas"
    )
    session = a_session(kind=SessionKind.COORDINATION, groups=("Polres",))
    old = a_signatory(
        id="1",
        name="Lama",
        office_id="o",
        post_kind=PostKind.OFFICE_HEAD,
        from_on=date(2010, 1, 1),
        to_on=date(2020, 1, 1),
    )
    now = replace(old, id="2", name="Kini", from_on=date(2020, 1, 2), to_on=None)

    rows = invited(session, [office], [], [old, now])

    assert [(row.name, row.position, row.unit) for row in rows] == [
        ("Kini", "Kepala Dinas Kesehatan", ""),
        ("", "", "Polres"),
    ]


def test_staff_stand_by_office_then_grade_then_name():
    offices = [an_office(id="a", short_name="A"), an_office(id="b", short_name="B")]
    people = [
        Employee(id=name, office_id=office, name=name, grade=grade)
        for office, name, grade in (
            ("b", "Zaki", "IV/c"),
            ("a", "Cici", "III/d"),
            ("a", "Budi", "IV/a"),
            ("a", "Adi", "III/d"),
            ("a", "Wati", "IX"),
        )
    ]

    rows = invited(a_session(office_ids=("a", "b")), offices, people)

    assert [(row.name, row.unit) for row in rows] == [
        ("Budi", "A"),
        ("Adi", "A"),
        ("Cici", "A"),
        ("Wati", "A"),
        ("Zaki", "B"),
    ]


def test_a_district_session_lists_its_village_heads_as_posts():
    rows = invited(a_session(office_ids=(), district_codes=("33.19.02",)))

    assert rows[0].position.startswith("Camat ")
    assert {row.position.split()[0] for row in rows[1:]} == {"Kepala", "Lurah"}
    assert len(rows) == 1 + len(villages("33.19.02"))


def test_grades_are_ordered_from_the_highest():
    grades = ["III/a", "IV/a", "II/d", "IV/e", "IX", "III/d"]

    assert sorted(grades, key=grade_order) == ["IV/e", "IV/a", "III/d", "III/a", "II/d", "IX"]


@pytest.mark.parametrize(
    ("code", "zone"), [("33.19", "WIB"), ("51.71", "WITA"), ("94.71", "WIT"), ("", "WIB")]
)
def test_clocks_follow_the_province(code, zone):
    assert zone_of(code) == zone


# Files


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Surat Edaran", "470/385/2020"), "Surat Edaran 470-385-2020.pdf"),
        (("CON",), "_CON.pdf"),
        (("nul.txt",), "_nul.txt.pdf"),
        (("../../etc/passwd",), "etc-passwd.pdf"),
        ((" a:b*c?  d ",), "a-b-c- d.pdf"),
        (("titik...",), "titik.pdf"),
        (("\u202e\x00",), "naskah.pdf"),
        (("x" * 300,), "x" * 120 + ".pdf"),
    ],
)
def test_file_names_are_safe_on_every_system(parts, name):
    assert safe_name(*parts) == name


def test_saving_keeps_a_file_of_other_content(tmp_path):
    first = save(Paper(name="surat.pdf", pdf=b"satu"), tmp_path)
    second = save(Paper(name="surat.pdf", pdf=b"dua"), tmp_path)

    assert first.read_bytes() == b"satu"
    assert (second.name, second.read_bytes()) == ("surat (2).pdf", b"dua")


def test_saving_the_same_paper_again_makes_no_second_file(tmp_path):
    for _time in range(2):
        save(Paper(name="surat.pdf", pdf=b"satu"), tmp_path)

    assert [path.name for path in tmp_path.glob("*.pdf")] == ["surat.pdf"]


def test_replacing_must_be_asked_for(tmp_path):
    save(Paper(name="surat.pdf", pdf=b"satu"), tmp_path)

    path = save(Paper(name="surat.pdf", pdf=b"dua"), tmp_path, replace=True)

    assert (path.name, path.read_bytes()) == ("surat.pdf", b"dua")


def test_a_paper_named_like_a_path_stays_in_the_folder(tmp_path):
    path = save(Paper(name="../../keluar.pdf", pdf=b"x"), tmp_path / "dalam")

    assert path.parent == Path(tmp_path / "dalam")


# Letters for many


class Watcher:
    """A long job's watcher that may stop it after so many copies."""

    def __init__(self, stop_at: int = 0) -> None:
        self.told: list[tuple[int, int]] = []
        self._stop_at = stop_at

    def step(self, done: int, total: int, text: str = "") -> bool:
        self.told.append((done, total))
        return not self._stop_at or done < self._stop_at


def test_copies_stand_in_the_order_of_rank_and_a_range_of_them_prints_again(filled, ids):
    letter = filled.letters.get(ids.letter)

    every = papers.letter_copies_job(filled, letter)(Watcher()).pdf
    again = papers.letter_copies_job(filled, letter, Run(first=2, last=2))(Watcher())

    assert ["Pekerjaan Umum" in page for page in pages_of(every)] == [True, False]
    assert len(pages_of(again.pdf)) == 1 and "Dinas Kesehatan" in pages_of(again.pdf)[0]
    assert "2-2" in again.name


def test_a_range_outside_the_queue_is_refused(filled, ids):
    with pytest.raises(NoSuchCopies, match="Lembar 2–9 tidak ada; surat ini terdiri atas 2"):
        papers.letter_copies_job(filled, filled.letters.get(ids.letter), Run(first=2, last=9))


def test_every_village_and_every_officer_may_get_a_copy(filled, ids):
    letter = filled.letters.get(ids.letter)
    filled.officers.add(a_field_officer(id=ids.officer, name="Joko Prasetyo"))

    heads = [copy.recipients[0] for _n, copy in papers.copies_of(filled, letter, VILLAGES)]
    (officer,) = papers.copies_of(filled, letter, Run(audience=Audience.OFFICERS))

    assert len(heads) == len(villages("33.18"))
    assert all(head.startswith(("Kepala Desa ", "Lurah ")) for head in heads)
    assert officer[1].recipients == ("Sdr. Joko Prasetyo",)


def test_one_file_each_has_a_safe_name_in_the_order_of_the_queue(filled, ids, tmp_path):
    changed(filled, "letters", ids.letter, number="470/1", body="Untuk {opd}: {jumlah_asn_opd}.")
    watcher = Watcher()

    made = papers.letter_files_job(filled, filled.letters.get(ids.letter), tmp_path)(watcher)

    assert [path.name for path in made] == sorted(path.name for path in tmp_path.iterdir())
    assert made[0].name.startswith("0001 Surat Edaran 470-1 ")
    assert "Untuk Dinas Kesehatan: 40." in pages_of(made[1].read_bytes())[0]
    assert watcher.told[-1] == (2, 2)


def test_files_stopped_midway_leave_nothing_behind(filled, ids, tmp_path):
    job = papers.letter_files_job(filled, filled.letters.get(ids.letter), tmp_path)

    assert job(Watcher(stop_at=1)) == []
    assert list(tmp_path.iterdir()) == []


def test_a_job_stopped_midway_has_no_content(filled, ids):
    job = papers.letter_copies_job(filled, filled.letters.get(ids.letter))

    assert job(Watcher(stop_at=1)).pdf == b""


def test_an_issued_letter_prints_the_frozen_file_and_a_changed_draft_does_not(filled, ids):
    letter = filled.letters.get(ids.letter)
    numbered = replace(letter, number="470/1", status=LetterStatus.NUMBERED)
    pdf = papers.letter_draw(filled)(numbered)
    with filled.change("uji", final=True):
        filled.letters.replace(numbered)
        filled.issued_papers.add(
            IssuedPaper(
                id=ids.issued, letter_id=letter.id, pdf=as_text(pdf), sha256=fingerprint(pdf),
                code=archive_code(numbered), issued_on=DAY,
            )
        )  # fmt: skip
    changed(filled, "letterheads", ids.kop, government_line="PEMERINTAH KABUPATEN REMBANG")

    assert papers.letter_pdf(filled, ids.letter).pdf == pdf
    assert archive_code(numbered) in pages_of(pdf)[0]
    assert "REMBANG" in pages_of(papers.preview_pdf(filled, replace(numbered, subject="Lain")))[0]


def test_a_draft_bears_no_archive_code(filled, ids):
    assert "Kode arsip" not in pages_of(papers.letter_pdf(filled, ids.letter).pdf)[0]


def test_a_list_of_addressees_holds_the_letters_offices_when_none_are_typed(filled, ids):
    changed(filled, "letters", ids.letter, recipients=(), recipients_attached=True)

    first, listed = pages_of(papers.letter_pdf(filled, ids.letter).pdf)

    assert "Daftar Terlampir" in first
    assert "Dinas Pekerjaan Umum" in listed and "Dinas Kesehatan" in listed


def test_a_notula_cites_the_invitation_to_its_session(filled, ids):
    filled.letters.add(
        a_numbered_letter(
            id=ids.invitation, kind=LetterKind.INVITATION, session_id=ids.session,
            letterhead_id=ids.kop, signatory_id=ids.head, number="005/7/2020",
        )
    )  # fmt: skip
    changed(filled, "letters", ids.letter, kind=LetterKind.NOTULA, session_id=ids.session)

    (page,) = pages_of(papers.letter_pdf(filled, ids.letter).pdf)

    assert "Nomor 005/7/2020 tanggal 13 Februari 2020" in page
    assert "Ketua" in page and "Budi Santosa" in page


def test_a_receipt_names_the_letter_that_was_received(filled, ids):
    changed(filled, "letters", ids.letter, number="470/1/2020")

    first, _second = pages_of(papers.receipts_pdf(filled, ids.letter).pdf)

    told = " ".join(first.split())
    assert "Surat Edaran Nomor 470/1/2020 tanggal 13 Februari 2020 tentang Partisipasi ASN" in told


def test_cancelling_where_to_save_a_sheet_leaves_no_sheet_behind(filled, ids):
    workplace = a_workplace(filled)
    workplace.screen.save_path = None
    before = filled.rev

    Printing(workplace).save_as(lambda: papers.attendance_job(filled, ids.session))

    assert filled.sheets.count() == 0 and filled.rev == before


def test_a_sheet_saved_to_a_file_is_in_the_register(filled, ids, tmp_path):
    workplace = a_workplace(filled)
    workplace.screen.save_path = tmp_path / "hadir.pdf"

    Printing(workplace).save_as(lambda: papers.attendance_job(filled, ids.session))

    assert filled.sheets.count() == 1
    assert (tmp_path / "hadir.pdf").read_bytes().startswith(b"%PDF")


def test_a_sheet_that_cannot_be_written_leaves_no_sheet_behind(filled, ids, tmp_path):
    workplace = a_workplace(filled)
    (tmp_path / "berkas").write_text("bukan folder")
    workplace.screen.save_path = tmp_path / "berkas" / "hadir.pdf"

    Printing(workplace).save_as(lambda: papers.attendance_job(filled, ids.session))

    assert workplace.screen.said[-1][0] == "error"
    assert filled.sheets.count() == 0
