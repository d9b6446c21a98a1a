"""A session's file: what is missing, closing it, and opening it again."""

from dataclasses import replace
from datetime import date

import pytest

from census_desk.letters.kept import ScanKind
from census_desk.letters.letter import LetterKind, LetterStatus
from census_desk.sessions.attendance import AttendanceState
from census_desk.sessions.closing import (
    NotComplete,
    NotHeldYet,
    PartKind,
    close_file,
    closed_file,
    file_parts,
    missing_of,
    open_file_again,
)
from census_desk.sessions.recording import record_state
from census_desk.sessions.session import SessionStatus
from tests.census_desk.builders import a_letter, a_numbered_letter, a_scan
from tests.census_desk.sessions.conftest import ON

PRESENT = AttendanceState.PRESENT


def missing(hall):
    return missing_of(file_parts(hall.register, hall.register.sessions.get(hall.session.id)))


def complete(hall):
    """Everything a file needs."""
    register, ids = hall.register, hall.register.ids
    about = {"session_id": hall.session.id}
    numbered = a_numbered_letter(id=ids(), kind=LetterKind.INVITATION, **about)
    register.letters.add(numbered)
    for kind in (LetterKind.NOTULA, LetterKind.REPORT):
        register.letters.add(a_letter(id=ids(), kind=kind, session_id=hall.session.id))
    sheet = hall.print_sheet()
    for kind, more in ((ScanKind.SHEET, {"sheet_id": sheet.id}), (ScanKind.PHOTO, {})):
        register.scans.add(
            a_scan(id=ids(), kind=kind, letter_id="", session_id=hall.session.id, **more)
        )
    record_state(register, hall.session.id, hall.people, PRESENT, new_id=ids)


def test_everything_is_missing_at_first_in_the_order_of_the_file(hall):
    assert missing(hall) == [
        "Undangan belum terbit.",
        "Pindaian daftar hadir bertanda tangan belum dilampirkan.",
        "8 orang belum dicatat kehadirannya.",
        "Notula belum dibuat.",
        "Foto kegiatan belum ada.",
        "Laporan kegiatan belum dibuat.",
    ]


def test_a_session_with_facilitators_needs_their_duty_letter(hall):

    hall.register.sessions.replace(replace(hall.session, facilitators=("Satrio",)))

    assert "Surat tugas fasilitator belum terbit." in missing(hall)


def test_a_complete_file_closes_and_the_session_counts_as_held(hall):
    complete(hall)
    assert missing(hall) == []

    closed = close_file(hall.register, hall.session.id, on=ON)

    session = hall.register.sessions.get(hall.session.id)
    assert (session.status, session.attended_count) == (SessionStatus.HELD, 8)
    assert (closed.closed_on, closed.missing) == (ON, ())


def test_an_incomplete_file_closes_only_with_a_reason(hall):
    with pytest.raises(NotComplete, match=r"Undangan belum terbit\."):
        close_file(hall.register, hall.session.id, on=ON)
    assert closed_file(hall.register, hall.session.id) is None

    closed = close_file(hall.register, hall.session.id, on=ON, despite="Diminta inspektorat")
    assert (closed.despite, len(closed.missing)) == ("Diminta inspektorat", 6)


def test_a_session_before_its_day_or_called_off_is_not_closed(hall):

    with pytest.raises(NotHeldYet):
        close_file(hall.register, hall.session.id, on=date(2020, 2, 12), despite="x")
    off = replace(hall.session, status=SessionStatus.CANCELLED, status_note="Banjir")
    hall.register.sessions.replace(off)
    with pytest.raises(NotHeldYet):
        close_file(hall.register, hall.session.id, on=ON, despite="x")


def test_closing_can_be_taken_back_once(hall):
    close_file(hall.register, hall.session.id, on=ON, despite="x")

    assert open_file_again(hall.register, hall.session.id)
    assert not open_file_again(hall.register, hall.session.id)


def test_pages_of_a_sheet_that_did_not_come_back_are_named(hall):
    complete(hall)
    (scan,) = [one for one in hall.register.scans.all() if one.kind is ScanKind.SHEET]

    hall.register.scans.replace(replace(scan, pages=(1,)))

    (told,) = missing(hall)
    assert told.endswith("halaman 2 dari 2 belum ada.")


def test_a_voided_notula_does_not_count(hall):
    complete(hall)

    notula = next(one for one in hall.register.letters.all() if one.kind is LetterKind.NOTULA)
    hall.register.letters.replace(
        replace(notula, status=LetterStatus.VOID, status_note="Salah sesi")
    )

    assert missing(hall) == ["Notula belum dibuat."]


def test_the_parts_stand_in_the_order_they_are_bound(hall):
    kinds = [part.kind for part in file_parts(hall.register, hall.session)]

    assert kinds == list(PartKind)
