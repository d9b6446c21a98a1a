"""The use cases every collection shares: one named step each, refused when it would do harm."""

from dataclasses import replace
from datetime import date

import pytest

from census_desk import editing
from census_desk.errors import CensusDeskError, InvalidRecord, RefusedByReference
from census_desk.identity import Ids
from census_desk.letters.letter import LetterStatus
from census_desk.register import RecordNotFound, Register, StaleRecord
from census_desk.register.history import Step
from tests.census_desk.builders import (
    a_book,
    a_delivery,
    a_desk,
    a_field_officer,
    a_letter,
    a_letterhead,
    a_number,
    a_numbered_letter,
    a_recap,
    a_session,
    a_sheet,
    a_signatory,
    an_attendance,
    an_employee,
    an_office,
)

new_id = Ids(lambda: 1_581_552_000_000, lambda _bits: 0)


@pytest.fixture
def register() -> Register:
    return Register.in_memory()


def last_step(register: Register) -> Step:
    return register.history(limit=1)[0]


def kept_office(register: Register):
    return editing.add(register, an_office(id=new_id()))


def kept_numbered(register: Register, **fields: object):
    head = editing.add(register, a_letterhead(id=new_id()))
    signatory = editing.add(register, a_signatory(id=new_id()))
    links = {"letterhead_id": head.id, "signatory_id": signatory.id}
    letter = a_numbered_letter(id=new_id(), **links, **fields)
    register.letters.add(letter)
    return letter


def test_a_record_knows_its_kind():
    assert editing.kind_of(an_office()).name == "offices"


def test_a_short_title_is_told_whole():
    assert editing.title_of(an_office(short_name="x" * 60)) == "x" * 60


def test_a_long_title_is_shortened_for_sentences():
    assert editing.title_of(an_office(short_name="x" * 61)) == "x" * 57 + "…"


def test_adding_is_one_named_step(register):
    office = kept_office(register)

    assert register.offices.all() == (office,)
    assert last_step(register).what == "Menambah OPD: Dinkes"


def test_changing_is_one_named_step(register):
    office = kept_office(register)

    editing.change(register, replace(office, asn_count=7), register.offices.rev(office.id))

    assert register.offices.get(office.id).asn_count == 7
    assert last_step(register).what == "Mengubah OPD: Dinkes"


def test_a_change_of_a_stale_record_is_refused(register):
    office = kept_office(register)
    rev = register.offices.rev(office.id)
    editing.change(register, replace(office, asn_count=7))

    with pytest.raises(StaleRecord):
        editing.change(register, replace(office, asn_count=8), rev)

    assert register.offices.get(office.id).asn_count == 7


def test_a_change_of_a_record_that_is_gone_is_refused(register):
    with pytest.raises(RecordNotFound):
        editing.change(register, an_office(id=new_id()))


def test_deleting_is_one_named_step_and_can_be_undone(register):
    office = kept_office(register)

    editing.delete(register, "offices", office.id)

    assert register.offices.all() == ()
    assert last_step(register).what == "Menghapus OPD: Dinkes"
    register.undo()
    assert register.offices.all() == (office,)


def test_nothing_is_deleted_twice(register):
    office = kept_office(register)
    editing.delete(register, "offices", office.id)

    with pytest.raises(RecordNotFound):
        editing.delete(register, "offices", office.id)


def test_an_office_with_employees_stays_and_the_sentence_names_them(register):
    office = kept_office(register)
    editing.add(register, an_employee(id=new_id(), office_id=office.id))

    with pytest.raises(RefusedByReference) as refused:
        editing.delete(register, "offices", office.id)

    assert refused.value.users == ["ASN Sri Lestari, S.Kom."]
    assert register.offices.all() == (office,)


def test_an_office_among_several_of_a_session_stays(register):
    first, second = kept_office(register), kept_office(register)
    editing.add(register, a_session(id=new_id(), office_ids=(first.id, second.id)))

    with pytest.raises(RefusedByReference):
        editing.delete(register, "offices", second.id)


def test_a_record_that_refers_to_itself_may_go(register):
    me = new_id()
    officer = a_field_officer(id=me, team_leader_id=me)
    register.officers.add(officer)

    editing.delete(register, "officers", me)

    assert register.officers.count() == 0


def test_a_session_takes_its_attendance_and_sheets_with_it(register):
    office = kept_office(register)
    session = editing.add(register, a_session(id=new_id(), office_ids=(office.id,)))
    other = editing.add(register, a_session(id=new_id(), office_ids=(office.id,)))
    editing.add(register, an_attendance(id=new_id(), session_id=session.id))
    kept = editing.add(register, an_attendance(id=new_id(), session_id=other.id))
    editing.add(register, a_sheet(id=new_id(), session_id=session.id))

    editing.delete(register, "sessions", session.id)

    assert register.attendances.all() == (kept,)
    assert register.sheets.count() == 0
    register.undo()
    assert register.attendances.count() == 2
    assert register.sheets.count() == 1


def test_a_draft_takes_its_deliveries_with_it(register):
    office = kept_office(register)
    letter = editing.add(register, a_letter(id=new_id()))
    editing.add(register, a_delivery(id=new_id(), letter_id=letter.id, office_id=office.id))

    editing.delete(register, "letters", letter.id)

    assert register.deliveries.count() == 0


def test_a_numbered_letter_is_never_deleted(register):
    letter = kept_numbered(register)

    with pytest.raises(editing.IssuedLetter) as refused:
        editing.delete(register, "letters", letter.id)

    assert "470/120/2020" in refused.value.sentence
    assert register.letters.count() == 1


def test_a_void_letter_keeps_its_place(register):
    letter = kept_numbered(register, status=LetterStatus.VOID, status_note="Salah tujuan")

    with pytest.raises(editing.IssuedLetter):
        editing.delete(register, "letters", letter.id)


def test_a_draft_may_go_even_when_a_number_was_typed(register):
    letter = editing.add(register, a_letter(id=new_id(), number="470/1/2020"))

    editing.delete(register, "letters", letter.id)

    assert register.letters.count() == 0


@pytest.mark.parametrize("use_case", ["add", "change"])
def test_a_number_already_taken_is_refused_beside_the_field(register, use_case):
    editing.add(register, a_letter(id=new_id(), number="470/1/2020", subject="Yang pertama"))
    second = a_letter(id=new_id(), number="470/ 1/2020")
    if use_case == "change":
        register.letters.add(replace(second, number=""))

    with pytest.raises(InvalidRecord) as refused:
        getattr(editing, use_case)(register, second)

    assert "Yang pertama" in refused.value.problems["number"]
    assert [letter.number for letter in register.letters.all()].count("470/ 1/2020") == 0


@pytest.mark.parametrize("use_case", ["add", "change"])
def test_a_reference_to_what_is_gone_is_refused_beside_the_field(register, use_case):
    recap = a_recap(id=new_id(), office_id=new_id())
    if use_case == "change":
        register.recaps.add(recap)

    with pytest.raises(InvalidRecord) as refused:
        getattr(editing, use_case)(register, recap)

    assert refused.value.problems == {
        "office_id": "OPD yang dipilih sudah dihapus; pilih yang lain."
    }


def test_one_office_gone_among_several_is_refused(register):
    office = kept_office(register)

    with pytest.raises(InvalidRecord) as refused:
        editing.add(register, a_session(id=new_id(), office_ids=(office.id, new_id())))

    assert list(refused.value.problems) == ["office_ids"]


@pytest.mark.parametrize(
    ("before", "after", "command"),
    [
        ("draf", "diperiksa", "check"),
        ("draf", "bernomor", "issue"),
        ("draf", "terkirim", "sent"),
        ("bernomor", "ditandatangani", "sign"),
        ("bernomor", "draf", "revise"),
        ("terkirim", "selesai", "close"),
        ("terkirim", "batal", "void"),
    ],
)
def test_a_letter_moves_on_by_its_steps_alone(register, before, after, command):
    letter = kept_numbered(register, status=LetterStatus(before))

    with pytest.raises(InvalidRecord) as refused:
        editing.change(
            register, replace(letter, status=LetterStatus(after), status_note="Sudah lama")
        )

    assert f"census-desk {command})" in refused.value.problems["status"]
    assert register.letters.get(letter.id) == letter


def test_a_letter_begins_as_a_draft(register):
    letter = kept_numbered(register)
    again = replace(letter, id=new_id(), number="470/7/2020")

    with pytest.raises(InvalidRecord) as refused:
        editing.add(register, again)

    assert "census-desk issue" in refused.value.problems["status"]


def test_a_checked_letter_may_be_made_a_draft_again(register):
    letter = kept_numbered(register, status=LetterStatus.CHECKED)

    editing.change(register, replace(letter, status=LetterStatus.DRAFT))

    assert register.letters.get(letter.id).status is LetterStatus.DRAFT


def test_what_is_void_is_never_in_force_again(register):
    letter = kept_numbered(register, status=LetterStatus.VOID, status_note="Salah tujuan")

    with pytest.raises(InvalidRecord) as refused:
        editing.change(register, replace(letter, status=LetterStatus.SENT))

    assert "susun surat baru" in refused.value.problems["status"]


@pytest.mark.parametrize("number", ["99999", "470/1/2019", "470/0/2020"])
def test_a_number_typed_on_a_draft_is_one_its_book_can_read(register, number):
    letter = editing.add(register, a_letter(id=new_id()))

    with pytest.raises(InvalidRecord) as refused:
        editing.change(register, replace(letter, number=number))

    assert "{klasifikasi}/{urut}/{tahun}" in refused.value.problems["number"]
    assert "census-desk issue" in refused.value.problems["number"]
    editing.change(register, replace(letter, number="470/12/2020"))
    assert register.letters.get(letter.id).number == "470/12/2020"


def test_the_number_of_an_issued_letter_is_never_typed_over(register):
    letter = kept_numbered(register)

    with pytest.raises(InvalidRecord) as refused:
        editing.change(register, replace(letter, number="470/12/2020"))

    assert "census-desk void" in refused.value.problems["number"]


def test_a_step_final_by_its_caller_stays_final(register):
    with register.change("Impor", final=True):
        kept_office(register)

    assert last_step(register).final


def test_a_copy_has_its_own_id_and_not_the_number_of_the_first():
    letter = a_numbered_letter()

    copy = editing.duplicated(letter, "baru")

    assert (copy.id, copy.number, copy.status) == ("baru", "", LetterStatus.DRAFT)
    assert copy.body == letter.body


def test_a_copy_may_differ_from_the_start():
    copy = editing.duplicated(a_session(attended_count=9), "baru", held_on=date(2020, 2, 20))

    assert (copy.attended_count, copy.held_on) == (None, date(2020, 2, 20))


def test_a_copy_of_a_plain_record_takes_everything_else():
    assert editing.duplicated(an_office(), "baru") == replace(an_office(), id="baru")


def test_a_register_has_one_desk(register):
    editing.add(register, a_desk(id=new_id()))

    with pytest.raises(editing.OnlyDesk):
        editing.add(register, a_desk(id=new_id()))

    assert register.desks.count() == 1


def test_the_desk_is_never_deleted(register):
    desk = editing.add(register, a_desk(id=new_id()))

    with pytest.raises(editing.OnlyDesk):
        editing.delete(register, "desks", desk.id)


def test_the_working_date_is_set_and_released_in_named_steps(register):
    editing.add(register, a_desk(id=new_id()))

    editing.set_working_date(register, date(2020, 2, 21))

    assert editing.the_desk(register).working_date == date(2020, 2, 21)
    assert last_step(register).what == "Mengatur tanggal kerja: 21/02/2020"
    editing.set_working_date(register, None)
    assert editing.the_desk(register).working_date is None
    assert last_step(register).what == "Tanggal kerja mengikuti hari ini"


def test_a_register_that_was_never_set_up_says_so(register):
    with pytest.raises(CensusDeskError, match="belum disiapkan"):
        editing.the_desk(register)


def test_a_number_once_given_and_its_book_are_never_deleted(register):
    book = register.books.add(a_book(id=register.ids()))
    entry = register.numbers.add(a_number(id=register.ids()))

    for collection, record in (("numbers", entry), ("books", book)):
        with pytest.raises(editing.LedgerKept):
            editing.delete(register, collection, record.id)


def test_a_book_that_gave_no_number_may_go(register):
    book = register.books.add(a_book(id=register.ids()))

    editing.delete(register, "books", book.id)

    assert register.books.count() == 0
