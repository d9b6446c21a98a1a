"""Number books: what shares a line, where it begins, who signs in it."""

from datetime import date

import pytest

from census_desk.letters.ledger.book import (
    BookNotFound,
    BookScope,
    Line,
    add_default_books,
    book_of,
    default_books,
    first_number,
    line_of,
    signer_problem,
    whole_parts,
)
from census_desk.letters.ledger.pattern import NumberParts
from census_desk.letters.letter import LetterBook
from census_desk.people import PostKind
from census_desk.register import Register
from tests.census_desk.builders import DAY, a_book, problems_of


def test_a_book_counts_its_own_letters_and_restarts_with_the_year():
    assert line_of(a_book(), DAY) == Line(series="Setda", year=2020)
    assert line_of(a_book(), date(2021, 1, 1)) == Line(series="Setda", year=2021)


def test_a_book_that_never_restarts_has_one_line_for_all_years():
    book = a_book(restarts_yearly=False)

    assert line_of(book, DAY) == line_of(book, date(2031, 5, 1)) == Line(series="Setda", year=0)


def test_a_book_may_count_every_classification_code_by_itself():
    book = a_book(scope=BookScope.CLASSIFICATION)

    assert line_of(book, DAY, "470").series == "Setda/470"
    assert line_of(book, DAY, "005") != line_of(book, DAY, "470")


def test_books_may_share_one_line():
    one, other = (a_book(key=key, scope=BookScope.ALL) for key in ("Setda", "Bupati"))

    assert line_of(one, DAY) == line_of(other, DAY)


def test_a_line_per_code_needs_the_code_in_its_pattern():
    problems = problems_of(a_book, scope=BookScope.CLASSIFICATION, pattern="{urut}/{tahun}")

    assert "{klasifikasi}" in problems["pattern"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("pattern", "{urut}{"),
        ("first_number", 0),
        ("digits", 0),
        ("digits", 10),
        ("key", " "),
        ("key", "A/B"),
        ("name", ""),
    ],
)
def test_a_book_that_cannot_number_is_refused_beside_the_field(field, value):
    assert set(problems_of(a_book, **{field: value})) == {field}


def test_an_office_that_begins_in_mid_year_goes_on_from_its_paper_book_that_year_only():
    book = a_book(first_number=386, first_year=2020)

    assert first_number(book, 2020) == 386
    assert first_number(book, 2021) == 1


def test_the_first_number_holds_every_year_when_no_year_is_named():
    assert first_number(a_book(first_number=100), 2031) == 100


def test_the_letters_own_parts_come_before_the_books():
    book = a_book(unit="OR", secrecy="B")

    parts = whole_parts(book, NumberParts(classification=" 470 ", unit="PEM"))

    assert (parts.classification, parts.unit, parts.secrecy) == ("470", "PEM", "B")


def test_bps_numbers_are_not_the_secretarys_to_issue():
    book = a_book(name="Buku BPS", signed_by=(PostKind.BPS_HEAD,))

    assert "Buku BPS" in signer_problem(book, PostKind.SECRETARY)
    assert signer_problem(book, PostKind.BPS_HEAD) == ""


def test_a_book_without_signers_is_anybodys():
    assert signer_problem(a_book(), PostKind.OTHER) == ""


def test_a_book_that_does_not_exist_is_named():
    with pytest.raises(BookNotFound, match="Camat"):
        book_of([a_book()], "Camat")


def test_every_book_a_letter_can_name_ships():
    shipped = {book.key for book in default_books("3318", iter("abcdefgh").__next__)}

    assert {book.value for book in LetterBook} < shipped
    assert "Masuk" in shipped


def test_the_satker_code_of_bps_follows_from_the_area():
    books = default_books("33.18", iter("abcdefgh").__next__)

    assert book_of(books, "BPS").work_unit == "33180"
    assert book_of(default_books("", iter("abcdefgh").__next__), "BPS").work_unit == ""


def test_shipped_books_are_added_once_and_leave_the_offices_own_alone():
    with Register.in_memory() as register:
        own = a_book(id=register.ids(), unit="OR")
        register.books.add(own)

        added = add_default_books(register, regency_code="3318", new_id=register.ids)
        again = add_default_books(register, regency_code="3318", new_id=register.ids)

        assert len(added) == 4 and again == []
        assert register.books.get(own.id) == own
