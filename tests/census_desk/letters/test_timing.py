"""What a letter says of time against the register: thanks, and events told in a wrong tense."""

from dataclasses import replace
from datetime import date

import pytest

from census_desk.letters.checker.check import check
from census_desk.letters.checker.facts import check_facts
from census_desk.letters.checker.finding import errors
from census_desk.letters.letter import LetterKind, Relation
from tests.census_desk.builders import a_visit
from tests.census_desk.letters.conftest import day

ENDS = date(2020, 3, 31)
THANKS = "Ucapan Terima Kasih atas Partisipasi dalam Sensus Penduduk Secara Daring"
OVER = "Dengan berakhirnya masa pengisian secara daring, kami menyampaikan terima kasih."


def found(house, letter, on=None):
    """The sentences about time."""
    facts = check_facts(house.register, letter, on=on or letter.dated_on)
    names = ("Jadwal sensus", "Catatan sesi dan pendampingan")
    return [one.sentence for one in errors(check(facts, letter)) if one.source.startswith(names)]


def test_thanks_dated_before_the_stage_is_over_name_its_last_day_and_the_way_out(house):
    (sentence,) = found(house, house.draft(subject=THANKS, dated_on=day(30, 3)))

    assert "31 Maret 2020" in sentence
    assert "sensus daring" in sentence
    assert "beri tanggal" in sentence


def test_thanks_issued_before_the_stage_is_over_are_found_whatever_their_date(house):
    letter = house.draft(subject=THANKS, dated_on=day(1, 4))

    (sentence,) = found(house, letter, on=day(20, 3))

    assert "20 Maret 2020" in sentence
    assert "terbitkan surat ini sesudahnya" in sentence
    assert found(house, letter) == []


def test_thanks_on_the_last_day_or_later_pass(house):
    assert found(house, house.draft(subject=THANKS, body=OVER, dated_on=ENDS)) == []


@pytest.mark.parametrize(
    "body", [OVER, "Sensus daring telah berakhir.", "Pengisian mandiri sudah ditutup."]
)
def test_a_text_that_says_the_stage_is_over_is_found_once(house, body):
    assert len(found(house, house.draft(subject=THANKS, body=body, dated_on=day(30, 3)))) == 1
    assert len(found(house, house.draft(body=body, dated_on=day(30, 3)))) == 1


@pytest.mark.parametrize(
    "body",
    [
        "Apabila sensus daring telah berakhir, petugas datang ke rumah.",
        "ASN yang telah selesai mengisi secara daring melapor kepada atasan.",
        "Sensus daring dilanjutkan wawancara; dengan berakhirnya wawancara daring selesai.",
        "Atas kerja sama Saudara dalam sensus daring, kami ucapkan terima kasih.",
    ],
)
def test_a_condition_a_closing_courtesy_and_two_stages_are_let_be(house, body):
    assert found(house, house.draft(body=body, dated_on=day(2, 3))) == []


def test_thanks_for_coming_to_a_session_are_no_thanks_for_the_stage(house):
    letter = house.draft(
        subject="Ucapan Terima Kasih atas Partisipasi dalam Sosialisasi Sensus Daring",
        session_id=house.ids["session"],
        dated_on=day(21),
    )

    assert found(house, letter) == []


@pytest.mark.parametrize(
    ("body", "dated_on", "told"),
    [
        ("Rapat akan dilaksanakan pada Kamis, 20 Februari 2020.", day(24), "tulis “telah”"),
        ("Rapat telah dilaksanakan pada Kamis, 20 Februari 2020.", day(13), "tulis “akan”"),
    ],
)
def test_a_session_told_in_the_wrong_tense_is_found_with_its_day(house, body, dated_on, told):
    letter = house.draft(
        kind=LetterKind.OFFICIAL, session_id=house.ids["session"], body=body, dated_on=dated_on
    )

    (sentence,) = found(house, letter)

    assert "Kamis, 20 Februari 2020" in sentence
    assert told in sentence
    assert found(house, replace(letter, dated_on=day(20))) == []


def test_another_day_and_a_letter_of_no_event_are_not_judged(house):
    body = "Rapat akan dilaksanakan pada Jumat, 21 Februari 2020."
    letter = house.draft(kind=LetterKind.OFFICIAL, body=body, dated_on=day(24))

    assert found(house, letter) == []
    assert found(house, replace(letter, session_id=house.ids["session"])) == []


@pytest.mark.parametrize("kind", [LetterKind.NOTULA, LetterKind.REPORT])
def test_notula_and_report_are_not_dated_before_what_they_tell_of(house, kind):
    letter = house.invitation(kind=kind, dated_on=day(19))

    assert any("Kegiatannya baru Kamis, 20 Februari 2020" in one for one in found(house, letter))
    assert found(house, replace(letter, dated_on=day(20))) == []


def test_a_task_is_not_dated_after_its_session_unless_it_mends_another(house):
    letter = house.invitation(kind=LetterKind.ASSIGNMENT, dated_on=day(24))

    assert any("Surat tugas bertanggal sesudah" in one for one in found(house, letter))
    assert found(house, replace(letter, relation=Relation.CORRECTION)) == []


def test_a_call_to_a_visit_is_not_dated_after_it(house):
    visit = house.register.visits.add(
        a_visit(id=house.register.ids(), office_id=house.ids["DINKES"], held_on=day(18))
    )
    letter = house.invitation(session_id="", visit_id=visit.id, body="Hadir.", dated_on=day(20))

    assert any("pendampingannya (Selasa, 18 Februari 2020)" in one for one in found(house, letter))
    assert found(house, replace(letter, dated_on=day(17))) == []
