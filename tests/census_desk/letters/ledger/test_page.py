"""The printed book: one row a number, BATAL and holes told, what is unusual in the last column."""

from datetime import timedelta

from census_desk.letters.ledger.book import BookScope
from census_desk.letters.ledger.entry import NumberStatus
from census_desk.letters.ledger.page import ledger_page
from tests.census_desk.builders import DAY, a_book, a_delivery, a_number, a_numbered_letter

VOID = {"status": NumberStatus.VOID, "reason": "Salah ketik"}


def page(*entries, year=2020, book=None, **more):
    return ledger_page(book or a_book(), year, entries=entries, **more)


def notes(*entries):
    return [row.note for row in page(*entries)]


def test_the_rows_are_in_the_order_of_the_numbers():
    rows = page(a_number(2), a_number(1, suffix="a"), a_number(1), a_number(3))

    assert [row.order for row in rows] == ["1", "1.a", "2", "3"]


def test_a_row_shows_letter_addressees_and_the_first_day_it_was_sent():
    letter = a_numbered_letter(recipients=("Kepala OPD", "Camat"), subject="Partisipasi")
    sent = [
        a_delivery(id=name, sent_on=DAY + timedelta(days=days))
        for name, days in (("v", 4), ("w", 1), ("x", 2))
    ]

    (row,) = page(a_number(1, letter_id="l"), letters=[letter], deliveries=sent)

    assert (row.number, row.dated_on, row.sent_on) == ("470/1", DAY, DAY + timedelta(days=1))
    assert (row.recipients, row.subject) == ("Kepala OPD; Camat", "Partisipasi")


def test_a_number_without_a_letter_shows_what_was_noted():
    (row,) = page(a_number(1, subject="Surat BPS"))

    assert (row.subject, row.recipients, row.sent_on) == ("Surat BPS", "", None)


def test_a_void_number_keeps_its_row_with_the_reason():
    assert notes(a_number(1, **VOID)) == ["BATAL: Salah ketik"]


def test_what_is_out_of_the_usual_stands_in_the_last_column():
    held = {"status": NumberStatus.RESERVED, "dated_on": None, "text": "", "reserved_for": DAY}
    taken = {"status": NumberStatus.ELSEWHERE, "taken_in": "SRIKANDI"}

    assert notes(
        a_number(1),
        a_number(1, suffix="a", reason="Terlupa"),
        a_number(2, **held),
        a_number(3, reserved_for=DAY),
        a_number(4, **taken),
        a_number(5, status=NumberStatus.PROVISIONAL),
        a_number(6, is_back_dated=True),
    ) == [
        "",
        "Sisipan; Terlupa",
        "Cadangan untuk 13 Februari 2020, belum dipakai.",
        "Dari cadangan 13 Februari 2020",
        "Diambil di SRIKANDI",
        "Sementara",
        "Tanggal mundur",
    ]


def test_a_hole_nobody_recorded_has_a_row_of_its_own():
    rows = page(a_number(1), a_number(4))

    assert [(row.order, row.entry_id) for row in rows] == [("1", "n1"), ("2–3", ""), ("4", "n4")]
    assert "agenda" in rows[1].note


def test_numbers_outside_the_line_come_last():
    outside = a_number(0, text="UND.1/X", taken_in="SRIKANDI", status=NumberStatus.ELSEWHERE)

    assert [row.number for row in page(outside, a_number(1))] == ["470/1", "UND.1/X"]


def test_each_year_and_each_book_has_its_own_page():
    later = a_number(1, year=2021, dated_on=DAY.replace(year=2021))
    other = a_number(1, id="x", book="Bupati", series="Bupati")

    assert [row.entry_id for row in page(later, other, a_number(1))] == ["n1"]
    assert len(page(later, other, year=2021)) == 1


def test_a_book_that_never_restarts_prints_the_numbers_of_the_year():
    book = a_book(restarts_yearly=False)
    rows = [a_number(1, year=0), a_number(2, year=0, dated_on=DAY.replace(year=2021))]

    assert [row.order for row in page(*rows, year=2021, book=book)] == ["2"]


def test_a_book_in_a_shared_line_shows_its_own_numbers_and_no_holes():
    book = a_book(scope=BookScope.ALL)
    rows = [a_number(1, series=""), a_number(3, series="")]

    assert [row.order for row in page(*rows, book=book)] == ["1", "3"]


def test_a_line_per_code_follows_the_other():
    book = a_book(scope=BookScope.CLASSIFICATION, pattern="{klasifikasi}/{urut}")
    rows = [a_number(1, series="Setda/470"), a_number(1, id="x", series="Setda/005")]

    assert [row.entry_id for row in page(*rows, book=book)] == ["x", "n1"]
