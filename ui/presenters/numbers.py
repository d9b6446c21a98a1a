"""Buku nomor: the rows of one book and year, its holes, and what is done with numbers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.indonesian import number, short_date
from census_desk.letters.ledger.adopting import take_over
from census_desk.letters.ledger.book import Book, BookScope, line_of
from census_desk.letters.ledger.entry import NumberEntry, NumberStatus, day_of
from census_desk.letters.ledger.gaps import HOLE_KIND_NAMES, HoleKind, holes
from census_desk.letters.ledger.order import in_line, next_sequence
from census_desk.letters.ledger.page import LedgerRow, ledger_page
from census_desk.letters.ledger.reserving import (
    BLOCK,
    SRIKANDI,
    insert_after,
    record_elsewhere,
    reserve_block,
)
from census_desk.letters.ledger.taking import void_number
from census_desk.letters.letter import UNISSUED, WITHOUT_NUMBER, Letter
from census_desk.words import _
from ui.forms import Choice, parse
from ui.presenters.number_forms import (
    ELSEWHERE_FIELDS,
    INSERT_FIELDS,
    RESERVE_FIELDS,
    books_of,
    entries_of,
)
from ui.workplace import OK, Workplace


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A row of the book with an id of its own: holes have none in the register."""

    id: str
    row: LedgerRow


class NumbersView(Protocol):
    """What the presenter asks of the section."""

    def show_rows(self, rows: list[NumberRow], facts: str) -> None:
        """The rows of the book and what is to be known about its year."""


class NumbersPresenter:
    """One book and year at a time."""

    def __init__(self, workplace: Workplace, view: NumbersView) -> None:
        self.workplace = workplace
        self._view = view
        self.book_key = ""
        self.year = workplace.working_day().year

    @property
    def is_ready(self) -> bool:
        """Whether the register has books of its own yet."""
        return self.workplace.register.collection("books").count() > 0

    @property
    def book(self) -> Book | None:
        """The book in front; the first one until another is chosen."""
        books = self.books()
        return next((one for one in books if one.key == self.book_key), next(iter(books), None))

    def books(self) -> list[Book]:
        """Every book, those of incoming letters last."""
        every = books_of(self.workplace.register)
        return sorted(every, key=lambda one: (one.is_incoming, one.name.casefold()))

    def book_choices(self) -> list[Choice]:
        """The books to choose from."""
        return [Choice(key=one.key, label=one.name) for one in self.books()]

    def years(self) -> list[int]:
        """The years that have numbers, and this one."""
        entries = entries_of(self.workplace.register)
        days = [day_of(one) for one in entries]
        years = {day.year for day in days if day} | {self.workplace.working_day().year, self.year}
        return sorted(years, reverse=True)

    def choose(self, book_key: str, year: int) -> None:
        """Show another book or year."""
        self.book_key, self.year = book_key, year
        self.refresh()

    def refresh(self) -> None:
        """Show what the register says now."""
        book = self.book
        if book is None:
            self._view.show_rows([], _("Register ini belum punya buku nomor."))
            return
        register = self.workplace.register
        rows = ledger_page(
            book,
            self.year,
            entries=entries_of(register),
            letters=register.letters.all(),
            deliveries=register.deliveries.all(),
        )
        named = [
            NumberRow(row.entry_id or f"{place}-{row.order}", row) for place, row in enumerate(rows)
        ]
        self._view.show_rows(named, self.facts(book))

    def facts(self, book: Book) -> str:
        """`Nomor berikutnya 13 · 2 nomor tidak tercatat (7–8) · 10 cadangan`."""
        entries = entries_of(self.workplace.register)
        parts = []
        if book.scope is not BookScope.CLASSIFICATION:
            line = line_of(book, date(self.year, 1, 1))
            rows = in_line(entries, line)
            sequence = next_sequence(book, line, rows)
            parts.append(_("Nomor berikutnya {sequence}").format(sequence=number(sequence)))
            found = holes(book, line, rows)
            missing = [one.numbers for one in found if one.kind is HoleKind.MISSING]
            if missing:
                parts.append(_("tidak tercatat: {numbers}").format(numbers=", ".join(missing)))
            for kind in (HoleKind.RESERVED, HoleKind.VOID, HoleKind.PROVISIONAL):
                count = sum(one.last - one.first + 1 for one in found if one.kind is kind)
                if count:
                    parts.append(f"{_(HOLE_KIND_NAMES[kind])} {number(count)}")
        else:
            mine = [one for one in entries if one.book == book.key]
            parts.append(_("{count} nomor").format(count=number(len(mine))))
        return " · ".join(parts)

    def prepare(self) -> bool:
        """Bring the shipped books to a register that has none; False when refused (and said)."""
        try:
            take_over(self.workplace.register, self.workplace.new_id)
        except CensusDeskError as refused:
            self.workplace.refused(refused)
            return False
        self.refresh()
        return self.is_ready

    # what a person does; each answers the problems by field, {} when done

    def reserve_texts(self) -> dict[str, str]:
        """What the dialog of a reserved block shows first."""
        day = short_date(self.workplace.working_day())
        return {"day": day, "count": str(BLOCK), "classification": ""}

    def reserve(self, texts: Mapping[str, str]) -> dict[str, str]:
        """Hold back a block of numbers of this book."""
        values, problems = parse(RESERVE_FIELDS, texts)
        if problems:
            return problems

        def do(book: Book) -> str:
            block = reserve_block(
                self.workplace.register,
                book.key,
                day=values["day"],
                on=self.workplace.working_day(),
                count=values["count"],
                classification=values["classification"],
            )
            return _("Nomor {first}–{last} dicadangkan untuk {day}.").format(
                first=block[0].sequence, last=block[-1].sequence, day=short_date(values["day"])
            )

        return self._done(do)

    def elsewhere_texts(self) -> dict[str, str]:
        """What the dialog of a number from elsewhere shows first."""
        day = short_date(self.workplace.working_day())
        return {"text": "", "dated_on": day, "subject": "", "system": SRIKANDI}

    def elsewhere(self, texts: Mapping[str, str]) -> dict[str, str]:
        """Note a number another system gave in this book."""
        values, problems = parse(ELSEWHERE_FIELDS, texts)
        if problems:
            return problems

        def do(book: Book) -> str:
            entry = record_elsewhere(
                self.workplace.register,
                book.key,
                text=values["text"],
                dated_on=values["dated_on"],
                on=self.workplace.working_day(),
                subject=values["subject"],
                system=values["system"],
            )
            return _("Nomor {number} dari {system} dicatat.").format(
                number=entry.text, system=entry.taken_in
            )

        return self._done(do)

    def void(self, entry_id: str, texts: Mapping[str, str]) -> dict[str, str]:
        """The number stays as BATAL, with the reason."""
        reason = texts.get("reason", "").strip()
        if not reason:
            return {"reason": _("Tulis alasan pembatalan.")}

        def do(book: Book) -> str:
            gone = void_number(self.workplace.register, entry_id, reason=reason)
            return _("Nomor {number} dibatalkan.").format(number=gone.text or gone.sequence)

        return self._done(do)

    def insert(self, entry_id: str, texts: Mapping[str, str]) -> dict[str, str]:
        """Give a forgotten letter the number after this one (12.a)."""
        values, problems = parse(INSERT_FIELDS, texts)
        if not values.get("letter_id"):
            problems["letter_id"] = _("Pilih surat yang disisipkan.")
        if not values.get("reason"):
            problems["reason"] = _("Tulis alasan nomor ini disisipkan.")
        if problems:
            return problems

        def do(book: Book) -> str:
            entry = insert_after(
                self.workplace.register,
                values["letter_id"],
                entry_id,
                reason=values["reason"],
                on=self.workplace.working_day(),
            )
            return _("Nomor {number} disisipkan; terbitkan suratnya di Surat keluar.").format(
                number=entry.text
            )

        return self._done(do)

    def draft_choices(self) -> list[Choice]:
        """The drafts of this book that may take a number."""
        book = self.book
        letters: tuple[Letter, ...] = self.workplace.register.letters.all()
        mine = [
            one
            for one in letters
            if book is not None
            and one.book == book.key
            and one.status in UNISSUED
            and not one.number
            and one.kind not in WITHOUT_NUMBER
        ]
        mine.sort(key=lambda one: (one.dated_on, one.subject), reverse=True)
        return [
            Choice(key=one.id, label=f"{short_date(one.dated_on)} · {one.subject}") for one in mine
        ]

    def entry(self, entry_id: str) -> NumberEntry | None:
        """The row behind a line of the table, None for a hole."""
        found: NumberEntry | None = self.workplace.register.collection("numbers").find(entry_id)
        return found

    def can_void(self, entry_id: str) -> bool:
        """Whether this number can become BATAL."""
        entry = self.entry(entry_id)
        is_open = entry is not None and entry.status is not NumberStatus.VOID
        return is_open and not self.workplace.read_only

    def _done(self, do: Callable[[Book], str]) -> dict[str, str]:
        book = self.book
        if book is None:
            return {"": _("Register ini belum punya buku nomor.")}
        try:
            told = do(book)
        except InvalidRecord as refused:
            return refused.problems
        except CensusDeskError as refused:
            return {"": refused.sentence}
        self.workplace.say(told, OK)
        return {}


def row_words(one: NumberRow) -> str:
    """A line of the book told whole: its number, what it is about, and the remark."""
    row = one.row
    parts = (row.number or row.order, row.subject, row.note)
    return " · ".join(part for part in parts if part)
