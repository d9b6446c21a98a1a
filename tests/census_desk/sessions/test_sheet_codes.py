"""The contract of a sheet's code: what the desk answers in each case of the table."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from census_desk.sessions.sheet import check_letters, page_code, spoken_code
from census_desk.sessions.sheet_codes import Answer, code_parts, missing_words, recognise
from tests.census_desk.builders import a_sheet_return
from tests.census_desk.sessions.conftest import ON

CODE = "7K3QX9MP"


def answer(hall, text, **more):
    return recognise(hall.register, text, **({"on": ON, "session_id": hall.session.id} | more))


def test_a_scanned_code_of_this_session_is_known_with_its_page(hall):
    sheet = hall.print_sheet()

    found = answer(hall, page_code(sheet.code, 2, 2))

    assert (found.answer, found.sheet, found.page) == (Answer.HERE, sheet, 2)
    assert found.is_readable


@pytest.mark.parametrize("foot", ["", "B"])
@pytest.mark.parametrize(("page", "pages"), [(1, 3), (7, 99), (7, 298), (298, 298)])
def test_both_codes_of_a_page_are_read_back(page, pages, foot):
    known = code_parts(page_code(CODE, page, pages) + foot)

    assert (known.code, known.page, known.pages) == (CODE, page, pages)


@pytest.mark.parametrize("page", [1, 12, 123])
def test_the_code_printed_for_people_is_forgiven_blanks_and_case(page):
    typed = spoken_code(CODE, page).lower().replace("-", " - ")

    assert code_parts(typed) == code_parts(spoken_code(CODE, page))
    assert code_parts(typed).page == page


def test_eight_signs_alone_are_a_code_when_the_register_knows_them(hall):
    sheet = hall.print_sheet()

    assert answer(hall, sheet.code).answer is Answer.HERE
    assert answer(hall, "22222222").answer is Answer.MISTYPED


@pytest.mark.parametrize("place", range(8))
def test_one_wrong_sign_of_a_typed_code_is_told(hall, place):
    sheet = hall.print_sheet()
    typed = spoken_code(sheet.code, 1).replace("-", "")
    wrong = "A" if typed[place] != "A" else "B"

    found = answer(hall, typed[:place] + wrong + typed[place + 1 :])

    assert found.answer is Answer.MISTYPED
    assert "salah ketik" in found.sentence


@pytest.mark.parametrize("text", ["", "halo", "https://lain.example", "KA17K3QX9MPHW", "9 Maret"])
def test_what_is_no_code_is_named_so(hall, text):
    assert answer(hall, text).answer is Answer.NOT_A_SHEET


def test_a_page_of_another_register_is_not_read(hall):
    found = answer(hall, page_code(CODE, 1, 1))

    assert found.answer is Answer.OTHER_REGISTER
    assert "buku (register) lain" in found.sentence
    assert not found.is_readable


def test_a_newer_layout_asks_for_a_newer_desk(hall):
    body = f"DH2{CODE}0101"

    found = answer(hall, body + check_letters(body))

    assert found.answer is Answer.NEWER_LAYOUT
    assert "perbarui aplikasi" in found.sentence


def test_a_page_of_another_session_is_named(hall):
    other = replace(hall.session, id=hall.register.ids(), title="Kick-off")
    hall.register.sessions.add(other)
    sheet = hall.print_sheet(session_id=other.id)

    found = answer(hall, page_code(sheet.code, 1, 2))

    assert found.answer is Answer.OTHER_SESSION
    assert "“Kick-off” (13/02/2020)" in found.sentence
    assert (found.session, found.is_readable) == (other, False)
    assert answer(hall, sheet.code, session_id="").answer is Answer.HERE


def test_a_reprinted_sheet_is_read_on_and_says_its_new_code(hall):
    old = hall.print_sheet()
    new = hall.print_sheet(replaces=old.code)

    found = answer(hall, old.code)

    assert found.answer is Answer.REPLACED
    assert new.code[:4] in found.sentence
    assert found.is_readable
    assert answer(hall, new.code).answer is Answer.HERE


def test_a_sheet_entered_before_says_when_and_by_whom(hall):
    sheet = hall.print_sheet()
    hall.register.sheet_returns.add(
        a_sheet_return(
            id=hall.register.ids(),
            sheet_id=sheet.id,
            session_id=hall.session.id,
            entered_at=datetime(2020, 2, 14, 9),
            entered_by="Wulandari",
        )
    )

    found = answer(hall, sheet.code)

    assert found.answer is Answer.AGAIN
    assert "14/02/2020 oleh Wulandari" in found.sentence


def test_a_late_sheet_is_taken_and_named_late(hall):
    sheet = hall.print_sheet()

    found = answer(hall, sheet.code, on=date(2020, 3, 1))

    assert found.answer is Answer.LATE
    assert "17 hari" in found.sentence
    assert found.is_readable


def test_a_page_the_sheet_does_not_have_is_a_mistyped_one(hall):
    sheet = hall.print_sheet()

    assert answer(hall, spoken_code(sheet.code, 9)).answer is Answer.MISTYPED


def test_pages_that_are_missing_are_counted(hall):
    sheet = hall.print_sheet(rows_a_page=4)

    assert missing_words(sheet, [1, 3]) == "halaman 2 dari 3 belum ada"
    assert missing_words(sheet, [1, 2, 3]) == ""
