"""Every template as a clerk would begin it in the sample campaign, and the letters that follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from census_desk.letters.ledger.book import Book, add_default_books
from census_desk.letters.letter import Assignee, Letter, LetterKind, LetterStatus, Relation
from census_desk.letters.quoting import stale_letters
from census_desk.letters.relating import ralat_for, reminder_for
from census_desk.letters.starting import Starting, started
from census_desk.letters.templates import LetterTemplate, letter_templates
from census_desk.people import Letterhead, PostKind, Signatory
from census_desk.register import Register
from census_desk.sessions.session import Session
from tests.samples.letters import PEOPLE, asked_by_bps
from ui.papers import letter_job

ORDINARY_DAY = date(2020, 2, 21)
NEWER_DAY = date(2026, 2, 17)
# The day on which the campaign would have sent it: a change after the schedule moved, thanks after
# the online phase was over.
DAYS = {
    "edaran-partisipasi-asn": date(2020, 2, 13),
    "edaran-perubahan-jadwal": date(2020, 3, 31),
    "surat-tugas-petugas": date(2020, 6, 25),
    "ucapan-terima-kasih": date(2020, 6, 2),
    "notula-rapat": date(2020, 2, 13),
}
KALIWUNGU = "33.19.01"
SECOND_PARTY = Assignee(name="Sulistyo Hadi, S.Kom.", position="Koordinator tim")
Made = tuple[str, bytes]


def template_papers(register: Register) -> Iterator[Made]:
    """Each template on its day, and on the newer layout with whoever signs then."""
    furnish(register)
    for template in letter_templates():
        letter = begun(register, template)
        yield f"templat-{template.id}-2020", letter_job(register, letter)().pdf
        newer = replace(begun(register, template, NEWER_DAY), letterhead_id=letter.letterhead_id)
        newer = replace(newer, signatory_id=letter.signatory_id)
        yield f"templat-{template.id}-2026", letter_job(register, newer)().pdf


def followers(register: Register) -> Iterator[Made]:
    """The reminder to those behind, and the Ralat and Perubahan when the schedule had moved."""
    first = next(one for one in register.letters.all() if one.status is LetterStatus.SENT)
    on = date(2020, 3, 31)
    stale = [row for row in stale_letters(register, on) if row.letter.id == first.id]
    ids = register.ids
    makers: dict[str, Callable[[], Letter]] = {
        "pengingat-terlambat": lambda: reminder_for(
            register, first.id, on=ORDINARY_DAY, new_letter_id=ids()
        ),
        "ralat": lambda: ralat_for(register, first.id, on=on, new_letter_id=ids(), stale=stale),
        "perubahan": lambda: ralat_for(
            register, first.id, on=on, new_letter_id=ids(), stale=stale, relation=Relation.CHANGE
        ),
    }
    for name, make in makers.items():
        yield f"{name}-2020", letter_job(register, make())().pdf


def furnish(register: Register) -> None:
    """What the sample leaves to the office: a camat's kop and book, the next secretary."""
    with register.change("Contoh kecamatan"):
        if not register.books.all():
            code = register.desks.all()[0].regency_code
            add_default_books(register, regency_code=code, new_id=register.ids)
        register.books.add(
            Book(
                id=register.ids(),
                key="Kecamatan",
                name="Buku Kecamatan Kaliwungu",
                signed_by=(PostKind.DISTRICT_HEAD,),
                pattern="{klasifikasi}/{urut}/{tahun}",
            )
        )
        register.letterheads.add(
            Letterhead(
                id=register.ids(),
                name="Kecamatan Kaliwungu",
                government_line="PEMERINTAH KABUPATEN KUDUS",
                office_lines=("KECAMATAN KALIWUNGU",),
                address_lines=("Kudus, Jawa Tengah",),
            )
        )
        register.signatories.add(
            Signatory(
                id=register.ids(),
                name="Dra. Wahyuningsih Utami, M.Si.",
                post="SEKRETARIS DAERAH KABUPATEN KUDUS",
                post_kind=PostKind.SECRETARY,
                nip="196504121990032001",
                rank="Pembina Utama Muda",
                grade="IV/c",
                from_on=date(2020, 5, 1),
            )
        )


def begun(register: Register, template: LetterTemplate, on: date | None = None) -> Letter:
    """The draft a clerk gets from the template about what the sample has for it."""
    day = on or DAYS.get(template.id, ORDINARY_DAY)
    about = _about(register, template, day)
    letter = started(register, template.id, on=day, letter_id=register.ids(), about=about)
    if template.kind is LetterKind.ASSIGNMENT and not letter.assignees:
        letter = replace(letter, assignees=PEOPLE)
    if template.kind is LetterKind.OFFICIAL and not letter.recipients and not letter.office_ids:
        letter = replace(letter, recipients=("Kepala Bagian Umum",))  # who lends the room
    if template.kind is LetterKind.MINUTES:
        letter = replace(letter, assignees=(SECOND_PARTY,))
    if template.signer is PostKind.DISTRICT_HEAD:
        letter = replace(letter, book="Kecamatan")
    return letter


def _about(register: Register, template: LetterTemplate, day: date) -> Starting:
    if template.relation is Relation.ANSWER:
        return Starting(incoming_id=asked_by_bps(register).id)
    if template.relation is not Relation.NONE:
        sent = (one for one in register.letters.all() if one.status is LetterStatus.SENT)
        return Starting(refers_to_id=next(sent).id)
    if "pendampingan" in template.id:
        return Starting(visit_id=register.visits.all()[-1].id)
    quotes_a_session = any("{sesi." in one.text for one in template.bodies)
    if quotes_a_session or template.kind in (LetterKind.NOTULA, LetterKind.REPORT):
        return Starting(session_id=_session(register, template, day).id)
    return Starting()


def _session(register: Register, template: LetterTemplate, day: date) -> Session:
    """The first session of the right kind: still to come for an invitation, held for a report."""
    in_district = "kecamatan" in template.id
    is_meeting = "rapat" in template.id
    is_to_come = template.kind not in (LetterKind.NOTULA, LetterKind.REPORT)
    fitting = [
        one
        for one in register.sessions.all()
        if (KALIWUNGU in one.district_codes if in_district else not one.district_codes)
        and one.title.startswith("Rapat" if is_meeting else "Sosialisasi")
        and (one.held_on > day) is is_to_come
    ]
    return fitting[0] if fitting else register.sessions.all()[0]
