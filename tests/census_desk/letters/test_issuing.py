"""Issuing: a number is spent once, with the paper frozen, and only on a letter that passed."""

from dataclasses import replace

import pytest

from census_desk import editing
from census_desk.errors import InvalidRecord
from census_desk.letters import archive, issuing
from census_desk.letters.archive import DamagedPaper
from census_desk.letters.checker.facts import DrawnFacts
from census_desk.letters.issuing import CheckFailed, WrongStatus, issue
from census_desk.letters.kept import fingerprint
from census_desk.letters.ledger.entry import NumberStatus
from census_desk.letters.ledger.refusals import WrongSigner
from census_desk.letters.ledger.taking import take_number
from census_desk.letters.letter import LetterKind, LetterStatus
from census_desk.letters.relating import successors_of
from tests.census_desk.builders import DAY, a_delivery, an_issued_paper
from tests.census_desk.letters.conftest import day, drawn


def issued(house, letter=None, **fields):
    letter = letter or house.draft(**fields)
    return issue(house.register, letter.id, on=DAY, draw=drawn), house.letter(letter)


def test_an_issued_letter_has_its_number_and_its_frozen_paper_in_one_final_step(house):
    paper, letter = issued(house)

    assert (letter.number, letter.status) == ("470/1/2020", LetterStatus.NUMBERED)
    assert archive.frozen_pdf(paper) == drawn(letter)
    assert paper.sha256 == fingerprint(drawn(letter))
    assert house.register.history(limit=1)[0].final


def test_an_issued_letter_has_its_subject_as_printed(house):
    """Books, receipts and later letters cite it; they print no {field}."""
    _paper, letter = issued(house, subject="Partisipasi ASN dalam {nama_sensus}")

    programme = house.register.programmes.all()[0].name
    assert letter.subject == f"Partisipasi ASN dalam {programme}"


def test_a_subject_with_a_field_nobody_can_fill_stays_as_typed(house):
    letter = house.draft(subject="Wawancara {wawancara_mulai}")

    issue(house.register, letter.id, on=DAY, draw=drawn, despite="Belum ada jadwal")

    assert house.letter(letter).subject == "Wawancara {wawancara_mulai}"


def test_a_paper_that_cannot_be_drawn_spends_no_number(house):
    letter = house.draft()

    with pytest.raises(ZeroDivisionError):
        issue(house.register, letter.id, on=DAY, draw=lambda one: b"%d" % (1 // 0))

    assert house.letter(letter) == letter
    assert house.register.numbers.all() == ()


def test_a_letter_with_errors_spends_no_number_unless_a_reason_is_given(house):
    letter = house.draft(letterhead_id=house.ids["kop"])

    with pytest.raises(CheckFailed) as refused:
        issue(house.register, letter.id, on=DAY, draw=drawn)
    assert [one.field for one in refused.value.findings] == ["letterhead_id"]
    assert house.register.numbers.all() == ()

    issue(house.register, letter.id, on=DAY, draw=drawn, despite="Kop jabatan habis")
    assert "Kop jabatan habis" in house.register.history(limit=1)[0].what


def test_a_draft_that_passed_is_checked_and_a_draft_again_when_its_text_changes(house):
    letter = house.draft()

    assert issuing.mark_checked(house.register, letter.id, on=DAY) == ()
    assert house.letter(letter).status is LetterStatus.CHECKED
    house.changed(letter, note="Tinggal tanda tangan")
    assert house.letter(letter).status is LetterStatus.CHECKED
    house.changed(letter, body="Isi lain.")
    assert house.letter(letter).status is LetterStatus.DRAFT


def test_a_draft_with_errors_does_not_pass(house):
    with pytest.raises(CheckFailed):
        issuing.mark_checked(house.register, house.draft(body="").id, on=DAY)


def test_a_provisional_number_is_confirmed_and_not_taken_twice(house):
    letter = house.draft()
    parts = issuing.letter_parts(letter)
    entry = take_number(house.register, letter.id, on=DAY, parts=parts, provisional=True)

    _paper, letter = issued(house, letter)

    assert letter.number == entry.text
    assert [one.status for one in house.register.numbers.all()] == [NumberStatus.USED]


def test_a_notula_is_issued_without_a_number(house):
    paper, letter = issued(
        house,
        kind=LetterKind.NOTULA,
        letterhead_id=house.ids["kop"],
        signatory_id=house.ids["secretary"],
    )

    assert (letter.number, letter.status, paper.number) == ("", LetterStatus.SIGNED, "")
    assert house.register.numbers.all() == ()


def test_a_letter_of_bps_never_takes_a_number_of_the_secretary_even_when_forced(house):
    letter = house.draft(
        kind=LetterKind.OFFICIAL,
        book="Setda",
        letterhead_id=house.ids["bps kop"],
        signatory_id=house.ids["bps"],
    )

    with pytest.raises(WrongSigner):
        issue(house.register, letter.id, on=DAY, draw=drawn, despite="Terpaksa")


def test_the_text_of_an_issued_letter_no_longer_changes_but_its_notes_do(house):
    _paper, letter = issued(house)

    with pytest.raises(editing.FrozenLetter, match="470/1/2020"):
        house.changed(letter, subject="Pokok lain")
    assert house.changed(letter, note="Arsip map 3").note == "Arsip map 3"


def test_a_letter_is_issued_once(house):
    _paper, letter = issued(house)

    with pytest.raises(WrongStatus):
        issue(house.register, letter.id, on=DAY, draw=drawn)


def test_a_revision_keeps_the_number_and_both_papers(house):
    first, letter = issued(house)
    issuing.revise(house.register, letter.id, reason="Salah ketik")
    house.changed(letter, body="Sensus daring dimulai {daring_mulai}.")

    second, letter = issued(house, letter)

    assert (letter.number, letter.revision) == ("470/1/2020", 1)
    assert len(house.register.numbers.all()) == 1
    assert archive.paper_of(house.register, letter.id, 0) == first
    assert archive.paper_of(house.register, letter.id) == second
    assert first.sha256 != second.sha256


def test_a_letter_that_left_the_house_is_not_revised(house):
    _paper, letter = issued(house)
    house.register.letters.replace(replace(letter, status=LetterStatus.SENT))

    with pytest.raises(WrongStatus, match="Ralat"):
        issuing.revise(house.register, letter.id, reason="Salah")


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_revision_needs_a_reason(house, reason):
    _paper, letter = issued(house)

    with pytest.raises(WrongStatus):
        issuing.revise(house.register, letter.id, reason=reason)


def test_only_a_numbered_letter_is_signed(house):
    _paper, letter = issued(house)

    assert issuing.sign(house.register, letter.id, on=DAY).status is LetterStatus.SIGNED
    with pytest.raises(WrongStatus):
        issuing.sign(house.register, letter.id, on=DAY)


def test_a_letter_is_closed_when_all_have_it_or_with_a_reason(house):
    _paper, letter = issued(house, office_ids=(house.ids["DINKES"],))
    house.register.letters.replace(replace(letter, status=LetterStatus.SENT))

    with pytest.raises(WrongStatus, match="1 OPD"):
        issuing.close(house.register, letter.id)
    house.register.deliveries.add(
        a_delivery(
            id=house.register.ids(),
            letter_id=letter.id,
            office_id=house.ids["DINKES"],
            sent_on=DAY,
            received_on=day(14),
            received_by="Sri",
        )
    )

    assert issuing.close(house.register, letter.id).status is LetterStatus.CLOSED


def test_a_void_letter_keeps_record_number_and_paper(house):
    paper, letter = issued(house)

    issuing.void(house.register, letter.id, reason="Acara batal")

    assert house.letter(letter).status is LetterStatus.VOID
    assert house.letter(letter).number == "470/1/2020"
    assert [one.status for one in house.register.numbers.all()] == [NumberStatus.VOID]
    assert archive.paper_of(house.register, letter.id) == paper


def test_a_draft_can_be_void_without_any_number(house):
    letter = house.draft()

    assert issuing.void(house.register, letter.id, reason="Tidak jadi").status is LetterStatus.VOID
    with pytest.raises(WrongStatus):
        issuing.void(house.register, letter.id, reason="Lagi")


def test_a_letter_is_not_void_without_a_reason(house):
    _paper, letter = issued(house)

    with pytest.raises(InvalidRecord):
        issuing.void(house.register, letter.id, reason=" ")
    assert house.letter(letter) == letter


def test_a_replaced_letter_names_its_successor(house):
    _first, old = issued(house)
    _second, new = issued(house)

    replaced = issuing.mark_replaced(house.register, old.id, new.id)

    assert (replaced.status, replaced.number) == (LetterStatus.REPLACED, "470/1/2020")
    assert "470/2/2020" in replaced.status_note


def test_an_older_letter_takes_nobodys_place(house):
    _first, old = issued(house)
    _second, new = issued(house, dated_on=day(14))

    with pytest.raises(issuing.WrongStatus, match="13/02/2020, sebelum surat yang diganti"):
        issuing.mark_replaced(house.register, new.id, old.id)
    assert [one.id for one in successors_of(house.register, old)] == [new.id]
    assert successors_of(house.register, new) == ()


def test_a_kept_paper_that_was_damaged_is_not_handed_out():
    with pytest.raises(DamagedPaper):
        archive.frozen_pdf(an_issued_paper(pdf="JVBERg=="))
    with pytest.raises(DamagedPaper):
        archive.frozen_pdf(an_issued_paper(pdf="bukan base64!"))


def test_what_only_the_drawn_paper_shows_keeps_a_letter_from_its_number_too(house):
    letter = house.draft()
    alone = DrawnFacts(page_count=2, is_signature_alone=True)

    for refuse in (
        lambda: issuing.mark_checked(house.register, letter.id, on=DAY, drawn=alone),
        lambda: issue(house.register, letter.id, on=DAY, draw=drawn, drawn=alone),
    ):
        with pytest.raises(CheckFailed, match="sendirian"):
            refuse()
    assert house.register.numbers.all() == ()


def test_a_signature_noted_by_mistake_can_be_undone_but_a_revision_cannot(house):
    _paper, letter = issued(house)
    issuing.sign(house.register, letter.id, on=DAY)
    house.register.undo()
    assert house.letter(letter).status is LetterStatus.NUMBERED

    issuing.revise(house.register, letter.id, reason="Salah ketik")
    assert house.register.undoable() is None
