"""Journeys: from the printed sheet to a session's closed file; twenty people at the door."""

from dataclasses import replace

import pytest
from PIL import Image

from census_desk.letters.letter import Assignee, LetterKind, LetterStatus
from census_desk.people import LetterheadKind, PostKind
from census_desk.sessions.attendance import AttendanceState
from census_desk.sessions.door import card_code, invitation_code
from census_desk.sessions.roll import people_of
from tests.census_desk.builders import a_letter
from tests.journeys.kudus import KudusDesk, key_of, opener, text_of

OFFICE = "Informatika"
AT_DOOR = 20


def the_session(register):
    return next(one for one in register.sessions.all() if one.title.endswith(OFFICE))


def nobody_noted(register):
    """The session is on the working day, its letters are out, and nobody is noted yet."""
    with register.change("Menyiapkan perjalanan"):
        for one in register.attendances.all():
            register.attendances.remove(one.id)
        session = the_session(register)
        chair = next(
            one for one in register.signatories.all() if one.post_kind is PostKind.SECRETARY
        )
        kop = next(one for one in register.letterheads.all() if one.kind is LetterheadKind.REGIONAL)
        for place, kind in enumerate((LetterKind.INVITATION, LetterKind.ASSIGNMENT), 1):
            register.letters.add(
                a_letter(
                    id=register.ids(),
                    kind=kind,
                    status=LetterStatus.NUMBERED,
                    number=f"005/{place}/2020",
                    letterhead_id=kop.id,
                    signatory_id=chair.id,
                    recipients=("Kepala Dinas",),
                    assignees=(Assignee(name="Satrio Wijayadi, S.ST."),),
                    subject="Sosialisasi",
                    body="Mengharap kehadiran Saudara.",
                    session_id=session.id,
                )
            )
        register.sessions.replace(replace(session, attended_count=None))


@pytest.fixture
def kudus(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", opener(tmp_path))
    return KudusDesk(desk, tmp_path, nobody_noted)


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "foto.jpg"
    Image.new("RGB", (640, 480), "navy").save(path)
    return path


def to_the_session(kudus):
    kudus.keys.press(key_of("sessions"), "alt+2", "ctrl+f")
    kudus.keys.type("ASN Dinas Komunikasi")
    kudus.keys.press("Return", "Down")


def test_a_session_goes_from_its_printed_sheet_to_its_closed_file(kudus, photo):
    to_the_session(kudus)
    kudus.keys.press("ctrl+p")
    kudus.asked("Daftar hadir")
    kudus.keys.press("Return")
    sheet = kudus.printed()
    kudus.back()

    kudus.keys.press("ctrl+h")
    kudus.keys.type("tidak hadir: 3, 7, 12; diwakili: 9 oleh Siti Aminah; ")
    kudus.keys.type("tambahan: 41 Tamu Radar, 42 Tamu Suara")
    kudus.keys.press("ctrl+shift+a", "ctrl+s")
    noted = kudus.saved_all("attendances", lambda one: True, 42)
    states = [one.state for one in noted]
    assert states.count(AttendanceState.ABSENT) == 3
    assert [one.represented_by for one in noted if one.represented_by] == ["Siti Aminah"]
    assert {one.name for one in noted if one.listed_as} == {"Tamu Radar", "Tamu Suara"}

    kudus.keys.press("F8")
    kudus.choose_file("Pindaian lembar bertanda tangan", sheet)
    kudus.saved("scans", lambda one: one.sheet_id != "")
    kudus.keys.press("alt+4", "F7")
    kudus.choose_file("Foto kegiatan", photo)
    kudus.saved("scans", lambda one: one.kind.value == "foto kegiatan")
    for words, kind in (("Buat notula", "notula"), ("Buat laporan kegiatan", "laporan")):
        kudus.find(words)
        kudus.saved("letters", lambda one, kind=kind: one.kind.value == kind)
        kudus.keys.press(key_of("attendance"))

    kudus.keys.press("ctrl+shift+k")
    closed = kudus.saved("session_files", lambda one: True)
    assert (closed.missing, closed.despite) == ((), "")
    kudus.keys.press("ctrl+p")
    text = text_of(kudus.printed(2))
    assert "BERKAS SESI" in text and "BELUM ADA" not in text
    assert "oleh Siti Aminah" in text and "NOTULA" in text and "LAPORAN" in text


def test_twenty_people_are_checked_in_by_the_codes_a_scanner_types(kudus):
    codes, names = [], []

    def read(register):
        session = the_session(register)
        for place, one in enumerate(people_of(register, session)[:AT_DOOR]):
            make = invitation_code(session.id, one.key) if place % 2 else card_code(one.key)
            codes.append(make)
            names.append(one.name)

    kudus.look(read)
    to_the_session(kudus)
    kudus.keys.press("ctrl+h", "alt+2")

    for code in codes:
        kudus.keys.type(code)
        kudus.keys.press("Return")

    noted = kudus.saved_all("attendances", lambda one: one.arrived_at is not None, AT_DOOR)
    assert {one.name for one in noted} == set(names)

    kudus.keys.press("F9")
    kudus.desk.wait_for(
        lambda: len(kudus.saved_all("attendances", lambda one: True, 1)) == AT_DOOR - 1,
        what="the last one is taken back",
    )
