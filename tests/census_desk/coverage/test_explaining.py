"""Every figure of the board says how it came about: the formula, the records, the day."""

from datetime import date, timedelta

import pytest

from census_desk.coverage.counting import count_rows, index_of
from census_desk.coverage.explaining import explained
from census_desk.coverage.explaining_people import differences
from census_desk.coverage.steps import Step
from census_desk.letters.letter import LetterKind, LetterStatus
from census_desk.people import OfficeKind
from census_desk.programme import PhaseKind
from census_desk.register import Register
from census_desk.sessions.session import SessionKind, SessionStatus
from census_desk.visits.obstacle import Closing
from tests.census_desk.builders import (
    a_delivery,
    a_desk,
    a_numbered_letter,
    a_phase,
    a_recap,
    a_session,
    a_visit,
    an_attendance,
    an_employee,
    an_obstacle,
    an_office,
)

DAY = date(2020, 2, 21)
BEFORE, AFTER = DAY - timedelta(days=2), DAY + timedelta(days=5)
DISTRICT, KELURAHAN, DESA = "33.19.02", "33.19.02.1001", "33.19.02.2002"


@pytest.fixture
def register():
    with Register.in_memory() as made:
        made.desks.add(a_desk(id=made.ids(), regency_code="33.19"))
        yield made


@pytest.fixture
def put(register):
    def save(collection, make, **fields):
        return getattr(register, collection).add(make(**({"id": register.ids()} | fields)))

    return save


@pytest.fixture
def office(put):
    return put("offices", an_office, asn_count=10)


@pytest.fixture
def why(register):
    """How the cell of a row came about."""

    def told(about, step):
        key = about if isinstance(about, str) else f"office:{about.id}"
        index = index_of(register, DAY)
        row = next(one for one in count_rows(index) if one.key == key)
        sentence = explained(index, row, step)
        assert sentence.startswith("Per 21/02/2020. ")
        return sentence.removeprefix("Per 21/02/2020. ")

    return told


def held(put, office, **fields):
    filled = {"status": SessionStatus.HELD, "held_on": BEFORE, "office_ids": (office.id,)}
    return put("sessions", a_session, **(filled | fields))


def test_every_cell_of_the_sample_says_something(why, register, put, office):
    index = index_of(register, DAY)

    told = [explained(index, row, step) for row in count_rows(index) for step in Step]

    assert all(one.startswith("Per 21/02/2020. ") and one.endswith(".") for one in told)


def test_a_letter_cell_names_each_circular_and_how_far_it_came(why, put, office):
    one = put("letters", a_numbered_letter, number="470/1", dated_on=BEFORE)
    put("letters", a_numbered_letter, number="470/2", dated_on=BEFORE)
    put(
        "deliveries",
        a_delivery,
        letter_id=one.id,
        office_id=office.id,
        sent_on=BEFORE,
        received_on=DAY,
        received_by="Sri",
    )

    assert why(office, Step.LETTER) == (
        "2 surat edaran ditujukan ke sini: 470/1 diterima 21/02/2020; 470/2 belum dikirim."
    )


def test_a_desa_says_why_it_gets_no_letter(why):
    assert "bukan OPD" in why(f"village:{DESA}", Step.LETTER)


def test_an_invited_cell_tells_each_session_and_the_day_of_its_letter(why, put, office):
    session = put("sessions", a_session, office_ids=(office.id,), held_on=AFTER)
    sent = {"kind": LetterKind.INVITATION, "status": LetterStatus.SENT, "dated_on": BEFORE}
    put("letters", a_numbered_letter, session_id=session.id, **sent)

    assert why(office, Step.INVITED) == (
        "1 dari 1 sesi sudah diundang. 26/02/2020 09.00: undangan terkirim 19/02/2020."
    )


def test_a_scheduled_cell_names_the_deadline_or_that_none_is_known(why, put, office):
    assert why(office, Step.SCHEDULED) == (
        "Tenggat belum diketahui: tanggal sensus daring belum diisi. "
        "Belum ada sesi yang menyebutnya."
    )
    put("phases", a_phase, kind=PhaseKind.ONLINE, starts_on=BEFORE, ends_on=AFTER, known_from=DAY)
    put("sessions", a_session, office_ids=(office.id,), held_on=AFTER)

    assert why(office, Step.SCHEDULED) == (
        "Tenggat 26/02/2020, akhir sensus daring. "
        "Ada 1 sesi untuknya: 26/02/2020 09.00 (direncanakan)."
    )


def test_a_reached_cell_adds_names_and_counts_and_says_where_it_stops(why, put, office):
    named = held(put, office)
    for name in ("Sri", "Budi"):
        put("attendances", an_attendance, session_id=named.id, office_id=office.id, name=name)
    held(put, office, attended_count=12)

    assert why(office, Step.SESSION) == (
        "ASN terjangkau 10 dari 10 · 100 %. "
        "Dengan nama: 2 orang dari 1 sesi, masing-masing sekali. "
        "Dari sesi yang hanya dihitung jumlahnya: 12 orang. "
        "Jumlahnya 14, dibatasi jumlah ASN 10. "
        "Sesi selesai: 19/02/2020 09.00; 19/02/2020 09.00. Cukup mulai 80 %."
    )


def test_people_counted_for_several_offices_together_are_told_as_not_counted(why, put, office):
    other = put("offices", an_office, code="X", short_name="X")
    held(put, office, office_ids=(office.id, other.id), attended_count=30)

    assert "catat nama yang hadir agar terhitung di sini" in why(office, Step.SESSION)


def test_a_guest_at_a_session_of_another_office_is_told(why, put, office):
    other = put("offices", an_office, code="X", short_name="X")
    theirs = held(put, other)
    put("attendances", an_attendance, session_id=theirs.id, office_id=office.id)

    assert "Di antaranya 1 sesi untuk kantor lain." in why(office, Step.SESSION)


def test_an_office_without_asn_is_no_division_by_nothing(why, put):
    bare = put("offices", an_office, asn_count=0)
    held(put, bare, attended_count=4)

    assert why(bare, Step.SESSION).startswith("4 orang hadir; jumlah ASN kantor ini belum diisi.")
    assert why(bare, Step.DONE).startswith("Jumlah ASN belum diisi.")


def test_a_kecamatan_says_when_a_village_counts(why, put, office):
    held(put, office, kind=SessionKind.DISTRICT, office_ids=(), village_codes=(DESA,))

    assert why(f"district:{DISTRICT}", Step.SESSION).startswith(
        "Desa/kelurahan terjangkau 1 dari 25 · 4 %."
    )


def test_a_visit_cell_counts_those_who_wait_and_those_helped(why, put, office):
    closed = (Closing(on=DAY, people_count=2),)
    put("obstacles", an_obstacle, office_id=office.id, noted_on=BEFORE, closings=closed)
    put("visits", a_visit, office_id=office.id, held_on=AFTER)

    assert why(office, Step.VISIT) == (
        "Terkendala dan dapat dibantu: 1 orang; sudah tuntas 2. "
        "Kunjungan: 26/02/2020 (direncanakan)."
    )


def test_a_kecamatan_names_the_recap_of_each_of_its_offices(why, put):
    camat = {"kind": OfficeKind.DISTRICT, "area_code": DISTRICT, "short_name": "Kec. Kota"}
    one = put("offices", an_office, asn_count=10, **camat)
    lurah = {"kind": OfficeKind.KELURAHAN, "area_code": KELURAHAN, "short_name": "Kel. Purwosari"}
    put("offices", an_office, code="K", asn_count=5, **lurah)
    put("recaps", a_recap, office_id=one.id, counted_on=DAY, done_count=4)

    assert why(f"district:{DISTRICT}", Step.DONE) == (
        "ASN selesai 4 dari 15 · 26,6 %, menurut rekap terakhir tiap kantor. "
        "Rekap: Kec. Kota 21/02/2020 4 dari 10; Kel. Purwosari belum ada."
    )


def test_numbers_of_asn_that_do_not_agree_are_told(register, why, put):
    small = put("offices", an_office, asn_count=1, short_name="Dinkes")
    for _place in range(2):
        put("employees", an_employee, office_id=small.id)
    put("recaps", a_recap, office_id=small.id, counted_on=DAY, done_count=1, asn_count=7)

    recap = "Periksa Dinkes: rekap 21/02/2020 menyebut 7 ASN, data OPD 1; yang dipakai data OPD."
    names = "Periksa Dinkes: 2 ASN tercatat dengan nama, data OPD 1."

    assert why(small, Step.DONE).endswith(recap)
    assert differences(register, index_of(register, DAY)) == (recap, names)


def test_many_records_are_named_in_part_and_counted_in_full(why, put, office):
    for day in range(5):
        put("sessions", a_session, office_ids=(office.id,), held_on=AFTER + timedelta(days=day))

    told = why(office, Step.SCHEDULED)

    assert "Ada 5 sesi untuknya" in told and told.endswith("; dan 2 lagi.")
