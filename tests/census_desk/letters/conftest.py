"""A small regency whose letters can be written, checked, numbered and followed up."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from census_desk import editing, sample
from census_desk.letters.classification import add_default_classifications
from census_desk.letters.ledger.book import add_default_books
from census_desk.letters.letter import Letter, LetterBook, LetterKind
from census_desk.people import LetterheadKind, OfficeKind, PostKind
from census_desk.programme import PhaseKind
from census_desk.register import Register
from tests.census_desk.builders import (
    a_desk,
    a_letter,
    a_letterhead,
    a_phase,
    a_programme,
    a_session,
    a_signatory,
    an_office,
)

NIP = "197001011995031001"
LONG_AGO = date(2019, 1, 1)
PDF = b"%PDF-1.7 surat"


@dataclass
class House:
    """The register and the ids of what stands in it, by short names."""

    register: Register
    ids: dict[str, str]

    def draft(self, **fields: Any) -> Letter:
        """A saved circular of 13 February 2020 in which the checker finds nothing."""
        filled = {
            "id": self.register.ids(),
            "subject": "Partisipasi ASN dalam Sensus Penduduk Daring",
            "classification": "470",
            "book": LetterBook.CIRCULARS,
            "letterhead_id": self.ids["regent kop"],
            "signatory_id": self.ids["regent"],
            "recipients": ("Kepala Perangkat Daerah", "Camat"),
            "copy_to": ("Gubernur Jawa Tengah", "Kepala Badan Pusat Statistik Kabupaten Pati"),
            "body": "Sensus daring berlangsung {daring_mulai} s.d. {daring_selesai}.",
        }
        return self.register.letters.add(a_letter(**(filled | fields)))

    def invitation(self, **fields: Any) -> Letter:
        """A saved invitation of the secretary to the session, in which nothing is wrong."""
        filled = {
            "kind": LetterKind.INVITATION,
            "subject": "Undangan Rapat Koordinasi",
            "classification": "005",
            "book": LetterBook.SECRETARIAT,
            "letterhead_id": self.ids["kop"],
            "signatory_id": self.ids["secretary"],
            "recipients": ("Kepala Dinas Kesehatan",),
            "session_id": self.ids["session"],
            "body": (
                "Mengharap kehadiran Saudara pada:\n\nhari, tanggal : Kamis, 20 Februari 2020\n"
                "waktu : pukul 09.00 WIB s.d. selesai\ntempat : Pendopo Kabupaten\n"
                "acara : Rapat koordinasi"
            ),
        }
        return self.draft(**(filled | fields))

    def changed(self, letter: Letter, **fields: Any) -> Letter:
        """The letter changed as a form does it."""
        return editing.change(self.register, replace(self.letter(letter), **fields))

    def letter(self, letter: Letter) -> Letter:
        """The letter as saved now."""
        return self.register.letters.get(letter.id)


def furnished(register: Register) -> House:
    """Desk, books, codes, three signatories with their kop, three offices, a phase, a session."""
    new = register.ids
    ids = {
        name: new()
        for name in ("regent", "secretary", "bps", "regent kop", "kop", "bps kop", "session")
    }
    register.desks.add(a_desk(id=new()))
    register.programmes.add(a_programme(id=new()))
    add_default_books(register, regency_code="3318", new_id=new)
    add_default_classifications(register, new_id=new)
    _people(register, ids)
    for code, name in (("DINKES", "Dinas Kesehatan"), ("DISDIK", "Dinas Pendidikan")):
        ids[code] = new()
        register.offices.add(
            an_office(
                id=ids[code], code=code, name=name, short_name=code, head_title="Kepala Dinas"
            )
        )
    ids["BPS"] = new()
    register.offices.add(
        an_office(
            id=ids["BPS"],
            code="BPS",
            name="Badan Pusat Statistik Kabupaten Pati",
            short_name="BPS",
            kind=OfficeKind.VERTICAL,
        )
    )
    register.phases.add(
        a_phase(
            id=new(),
            kind=PhaseKind.ONLINE,
            starts_on=date(2020, 2, 15),
            ends_on=date(2020, 3, 31),
            known_from=date(2020, 1, 1),
        )
    )
    register.sessions.add(
        a_session(
            id=ids["session"],
            held_on=date(2020, 2, 20),
            venue="Pendopo Kabupaten",
            office_ids=(ids["DINKES"],),
        )
    )
    return House(register, ids)


def _people(register: Register, ids: dict[str, str]) -> None:
    for key, post, title in (
        ("regent", PostKind.REGENT, "BUPATI PATI"),
        ("secretary", PostKind.SECRETARY, "SEKRETARIS DAERAH"),
        ("bps", PostKind.BPS_HEAD, "KEPALA BADAN PUSAT STATISTIK KABUPATEN PATI"),
    ):
        register.signatories.add(
            a_signatory(
                id=ids[key],
                post=title,
                post_kind=post,
                from_on=LONG_AGO,
                nip="" if post is PostKind.REGENT else NIP,
                rank="" if post is PostKind.REGENT else "Pembina Utama Muda",
                grade="" if post is PostKind.REGENT else "IV/c",
            )
        )
    for key, kind, lines in (
        ("regent kop", LetterheadKind.REGENT, ("BUPATI PATI",)),
        ("kop", LetterheadKind.REGIONAL, ("SEKRETARIAT DAERAH",)),
        ("bps kop", LetterheadKind.BPS, ("KABUPATEN PATI",)),
    ):
        register.letterheads.add(a_letterhead(id=ids[key], kind=kind, office_lines=lines, name=key))


@pytest.fixture
def house() -> Iterator[House]:
    with Register.in_memory() as register:
        yield furnished(register)


def drawn(letter: Letter) -> bytes:
    """Stands for the paper: its bytes follow from the letter."""
    return PDF + f" {letter.number} {letter.body} {letter.revision}".encode()


def day(number: int, month: int = 2) -> date:
    """A day of 2020."""
    return date(2020, month, number)


@pytest.fixture
def kudus() -> Iterator[Register]:
    """The sample campaign in memory, on its way by 21 February 2020."""
    with Register.in_memory() as made:
        sample.build(made)
        yield made
