"""A new circular from a template: what is filled in, and by which day."""

from dataclasses import replace
from datetime import date

import pytest

from census_desk.letters.drafting import (
    circular_signatory,
    drafted,
    due_on,
    letter_templates,
    letterhead_for,
    signatory_for,
)
from census_desk.letters.fields import unknown_fields
from census_desk.letters.letter import LetterBook, LetterKind
from census_desk.people import LetterheadKind, PostKind, PostStatus
from tests.census_desk.builders import DAY, a_desk, a_letterhead, a_signatory

TEMPLATE = letter_templates()[0]
REGENT = a_signatory(
    id="1", post_kind=PostKind.REGENT, from_on=date(2018, 1, 1), to_on=date(2019, 7, 1)
)
ACTING = a_signatory(
    id="2",
    post_kind=PostKind.REGENT,
    status=PostStatus.PLT,
    own_post="WAKIL BUPATI PATI",
    from_on=date(2019, 7, 2),
)
SECRETARY = a_signatory(id="3", post="SEKRETARIS DAERAH", post_kind=PostKind.SECRETARY)
REGENT_KOP = a_letterhead(id="4", kind=LetterheadKind.REGENT)
OFFICE_KOP = a_letterhead(id="5", kind=LetterheadKind.REGIONAL)


def draft(on=DAY, signatories=(REGENT, ACTING, SECRETARY), **desk):
    return drafted(
        TEMPLATE,
        letter_id="0",
        on=on,
        desk=a_desk(**({"province_name": "Jawa Tengah"} | desk)),
        signatories=signatories,
        letterheads=(OFFICE_KOP, REGENT_KOP),
    )


def test_the_acting_regent_of_the_day_signs_on_the_regents_letterhead():
    letter = draft()

    assert (letter.signatory_id, letter.letterhead_id) == (ACTING.id, REGENT_KOP.id)


def test_a_letter_of_an_earlier_day_is_signed_by_who_was_in_office_then():
    assert draft(on=date(2019, 6, 30)).signatory_id == REGENT.id


def test_without_a_regent_the_secretary_signs_on_the_letterhead_of_the_region():
    letter = draft(signatories=(SECRETARY,))

    assert (letter.signatory_id, letter.letterhead_id) == (SECRETARY.id, OFFICE_KOP.id)


def test_of_two_holders_the_one_who_took_the_post_last_signs():
    newer = replace(ACTING, id="9", from_on=date(2020, 1, 2))

    assert circular_signatory([newer, ACTING], DAY) == newer


def test_with_nobody_in_office_the_draft_leaves_signatory_and_letterhead_open():
    letter = draft(signatories=())

    assert (letter.signatory_id, letter.letterhead_id) == ("", "")


def test_the_body_takes_the_form_of_the_layout_of_the_day():
    assert draft(on=DAY).body.startswith("Dalam rangka")
    assert "Latar Belakang" in draft(on=date(2026, 5, 4)).body


def test_place_and_names_come_from_the_desk():
    letter = draft(regency_name="Kabupaten Pati", place="Pati")

    assert letter.place == "Pati"
    assert letter.recipients[-1] == "se-Kabupaten Pati"
    assert letter.copy_to == (
        "Gubernur Jawa Tengah",
        "Kepala Badan Pusat Statistik Kabupaten Pati",
    )


def test_only_the_older_layout_names_the_place_of_the_addressee():
    assert draft(on=DAY, place="Pati").recipients_at == "Pati"
    assert draft(on=date(2026, 5, 4), place="Pati").recipients_at == ""


@pytest.mark.parametrize("template", letter_templates(), ids=lambda one: one.id)
@pytest.mark.parametrize("on", [DAY, date(2026, 5, 4)])
def test_every_template_quotes_only_known_fields(template, on):
    letter = drafted(template, letter_id="0", on=on, desk=a_desk(), signatories=(), letterheads=())

    assert unknown_fields(letter.body) == []


def test_bps_signs_on_its_own_letterhead():
    bps = a_letterhead(id="6", kind=LetterheadKind.BPS)
    head = a_signatory(post="KEPALA", post_kind=PostKind.BPS_HEAD)

    assert letterhead_for(head, (OFFICE_KOP, bps)) == bps
    assert letterhead_for(head, (OFFICE_KOP,)) is None


def test_a_camat_writes_on_the_kop_of_the_kecamatan_never_on_the_secretarys():
    own = a_letterhead(id="7", office_lines=("KECAMATAN JATI",))
    camat = a_signatory(post="CAMAT JATI", post_kind=PostKind.DISTRICT_HEAD)

    assert letterhead_for(camat, (OFFICE_KOP, own)) == own
    assert letterhead_for(camat, (OFFICE_KOP,)) is None


def test_the_head_of_an_office_writes_on_its_kop_however_the_lines_are_broken():
    own = a_letterhead(id="7", office_lines=("DINAS KOMUNIKASI", "DAN INFORMATIKA"))
    head = a_signatory(
        post="KEPALA DINAS KOMUNIKASI DAN INFORMATIKA KABUPATEN PATI",
        post_kind=PostKind.OFFICE_HEAD,
    )

    assert letterhead_for(head, (OFFICE_KOP, own)) == own


def test_of_several_camat_none_is_guessed():
    first = a_signatory(id="8", post_kind=PostKind.DISTRICT_HEAD, office_id="a")
    other = replace(first, id="9", office_id="b")

    assert signatory_for(LetterKind.INVITATION, (first,), DAY, PostKind.DISTRICT_HEAD) == first
    assert signatory_for(LetterKind.INVITATION, (first, other), DAY, PostKind.DISTRICT_HEAD) is None


def test_an_answer_is_due_on_a_working_day():
    assert due_on(DAY, 0) is None
    assert due_on(DAY, 1) == date(2020, 2, 14)
    assert due_on(DAY, 2) == date(2020, 2, 17)


@pytest.mark.parametrize(
    ("regency", "head"),
    [("Kabupaten Pati", "Bupati Pati"), ("Kota Salatiga", "Wali Kota Salatiga")],
)
def test_a_copy_goes_to_the_head_of_this_region_by_name(regency, head):
    letter = drafted(
        replace(TEMPLATE, copy_to=("{kepala_daerah}",)),
        letter_id="0",
        on=DAY,
        desk=a_desk(regency_name=regency),
        signatories=(),
        letterheads=(),
    )

    assert letter.copy_to == (head,)


@pytest.mark.parametrize(("on", "code"), [(DAY, "470"), (date(2026, 2, 13), "500.14.2")])
def test_a_draft_begins_with_the_census_code_of_its_day(on, code):
    assert draft(on=on).classification == code


def test_an_invitation_is_the_secretarys_in_his_own_book_on_the_regional_kop():
    letter = drafted(
        replace(TEMPLATE, kind=LetterKind.INVITATION),
        letter_id="0",
        on=DAY,
        desk=a_desk(),
        signatories=(REGENT, ACTING, SECRETARY),
        letterheads=(REGENT_KOP, OFFICE_KOP),
    )

    assert (letter.signatory_id, letter.letterhead_id) == (SECRETARY.id, OFFICE_KOP.id)
    assert letter.book == LetterBook.SECRETARIAT


def test_without_a_secretary_the_regent_signs_in_the_regents_book():
    letter = drafted(
        replace(TEMPLATE, kind=LetterKind.OFFICIAL),
        letter_id="0",
        on=DAY,
        desk=a_desk(),
        signatories=(ACTING,),
        letterheads=(REGENT_KOP, OFFICE_KOP),
    )

    assert (letter.signatory_id, letter.book) == (ACTING.id, LetterBook.REGENT)


def test_the_subject_says_the_census_at_once_and_keeps_what_may_still_change():
    template = replace(TEMPLATE, subject="Rapat {nama_sensus} pada {sesi.tanggal}, {tanggal_surat}")

    letter = drafted(
        template,
        letter_id="0",
        on=DAY,
        desk=a_desk(),
        signatories=(),
        letterheads=(),
        values={"nama_sensus": "Sensus Penduduk 2020", "tanggal_surat": "13 Februari 2020"},
    )

    assert letter.subject == "Rapat Sensus Penduduk 2020 pada {sesi.tanggal}, {tanggal_surat}"
