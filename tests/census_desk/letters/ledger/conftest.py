"""A register with books and somebody who signs in each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import pytest

from census_desk.letters.ledger.book import add_default_books, book_of
from census_desk.letters.ledger.entry import NumberEntry
from census_desk.letters.ledger.pattern import NumberParts
from census_desk.letters.ledger.taking import take_number
from census_desk.letters.letter import Letter, LetterBook, LetterStatus
from census_desk.people import PostKind
from census_desk.register import Register
from tests.census_desk.builders import DAY, a_numbered_letter, a_signatory

CODE = NumberParts(classification="470")


@dataclass
class Ground:
    """What the tests of taking numbers stand on."""

    register: Register
    signatories: dict[PostKind, str]

    def letter(self, **fields: object) -> Letter:
        """A saved letter fit to be numbered, without a number."""
        signer = self.signatories[PostKind.SECRETARY]
        filled = {
            "id": self.register.ids(),
            "number": "",
            "status": LetterStatus.DRAFT,
            "book": LetterBook.SECRETARIAT,
            "signatory_id": signer,
        }
        return self.register.letters.add(a_numbered_letter(**(filled | fields)))

    def taken(self, on: date = DAY, **fields: object) -> NumberEntry:
        """The number of a new letter of that day."""
        letter = self.letter(dated_on=on, **fields)
        return take_number(self.register, letter.id, on=on, parts=CODE)

    def set_book(self, book_key: str = "Setda", /, **fields: object) -> None:
        """Change a book of the register."""
        book = book_of(self.register.books.all(), book_key)
        self.register.books.replace(replace(book, **fields))

    def row(self, entry: NumberEntry) -> NumberEntry:
        """The saved row now."""
        return self.register.numbers.get(entry.id)

    def letter_of(self, entry: NumberEntry) -> Letter:
        """The saved letter of a row."""
        return self.register.letters.get(entry.letter_id)


def prepared(register: Register) -> Ground:
    """The shipped books, and one signatory of each post that signs."""
    add_default_books(register, regency_code="3318", new_id=register.ids)
    signatories = {}
    for post in (PostKind.SECRETARY, PostKind.REGENT, PostKind.BPS_HEAD):
        one = register.signatories.add(a_signatory(id=register.ids(), post_kind=post))
        signatories[post] = one.id
    return Ground(register, signatories)


@pytest.fixture
def ground() -> Iterator[Ground]:
    with Register.in_memory() as register:
        yield prepared(register)
