"""What Terbitkan asks: which number, why a sisipan, why in spite of errors."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from census_desk.errors import CensusDeskError
from census_desk.letters.ledger.book import Book, book_of, line_of
from census_desk.letters.ledger.entry import NumberStatus, order_text
from census_desk.letters.ledger.order import in_line, next_sequence
from census_desk.letters.ledger.reserving import free_reserved
from census_desk.letters.ledger.taking import NO_PARTS, number_text, wish_of
from census_desk.letters.letter import WITHOUT_NUMBER, Letter
from census_desk.words import N_, _
from ui.forms import Choice, Field
from ui.presenters.letter_steps import INSERTED, NEXT, RESERVED, LetterSteps
from ui.presenters.number_forms import books_of, entries_of
from ui.workplace import Workplace

MOST_NEIGHBOURS = 40
NUMBER = Field(name="number", label=N_("Nomor"), kind="choice", collection="taking", default=NEXT)
REASON = Field(
    name="reason",
    label=N_("Alasan sisipan"),
    hint=N_("Hanya untuk nomor sisipan (12.a)."),
    optional=True,
)
DESPITE = Field(
    name="despite",
    label=N_("Terbitkan walau ada kesalahan, karena"),
    hint=N_("Alasan ini tercatat di riwayat."),
    optional=True,
)


@dataclass(slots=True, kw_only=True)
class IssueForm:
    """The dialog's fields, its first texts, and the entries of its choice of number."""

    workplace: Workplace
    letter: Letter
    error_count: int
    numbers: list[Choice] = field(default_factory=list)

    @property
    def fields(self) -> tuple[Field, ...]:
        """No number is asked for where the letter has one, or takes none."""
        asked = (NUMBER, REASON) if self.asks_number else ()
        return (*asked, DESPITE) if self.error_count or not asked else asked

    @property
    def asks_number(self) -> bool:
        """Whether a number is taken at all."""
        return self.letter.kind not in WITHOUT_NUMBER and not self.letter.number.strip()

    @property
    def texts(self) -> dict[str, str]:
        """What the dialog shows first."""
        return {"number": NEXT, "reason": "", "despite": ""}

    def shown(self, texts: Mapping[str, str]) -> frozenset[str]:
        """The fields asked for now: a reason only for a number between two others."""
        names = frozenset(one.name for one in self.fields)
        is_inserted = texts.get("number", "").startswith(INSERTED)
        return names if is_inserted else names - {REASON.name}

    @property
    def hint(self) -> str:
        """What will happen, in words."""
        told = _(
            "Nomor diambil dan naskahnya dibekukan dalam satu langkah yang tidak dapat diurungkan."
        )
        if self.error_count:
            told += " " + _("Pemeriksa menemukan {count} kesalahan.").format(count=self.error_count)
        return told

    def choices(self, asked: Field) -> list[Choice]:
        """The numbers that can be taken (what a form asks of its lookup)."""
        return self.numbers

    def choice_text(self, asked: Field, key: str) -> str:
        """What a number is called."""
        return next((one.label for one in self.numbers if one.key == key), key)

    def save(self, texts: Mapping[str, str]) -> dict[str, str]:
        """Issue it; the problems by field, {} when it is issued."""
        number, reason = texts.get("number") or NEXT, texts.get("reason", "")
        if self.asks_number and number.startswith(INSERTED) and not reason.strip():
            return {"reason": _("Tulis alasan nomor ini disisipkan.")}
        if self.error_count and not texts.get("despite", "").strip():
            return {"despite": _("Perbaiki kesalahannya, atau tulis alasan meneruskan.")}
        steps = LetterSteps(self.workplace)
        is_issued = steps.issue(self.letter, number, reason, texts.get("despite", ""))
        return {} if is_issued else {"": steps.refusal}


def issue_form(workplace: Workplace, letter: Letter, error_count: int) -> IssueForm:
    """The form for one letter."""
    made = IssueForm(workplace=workplace, letter=letter, error_count=error_count)
    if made.asks_number:
        made.numbers = _numbers(workplace, letter)
    return made


def _numbers(workplace: Workplace, letter: Letter) -> list[Choice]:
    books, entries = books_of(workplace.register), entries_of(workplace.register)
    if not any(book.key == letter.book for book in books):
        return [Choice(key=NEXT, label=_("Nomor berikutnya"))]
    book = book_of(books, str(letter.book))
    line = line_of(book, letter.dated_on, letter.classification)
    rows = [one for one in in_line(entries, line) if one.book == book.key]
    following = next_sequence(book, line, in_line(entries, line))
    held = free_reserved(entries, book.key, letter.dated_on)
    return [
        Choice(
            key=NEXT,
            label=_("Nomor berikutnya: {number}").format(number=_number(book, letter, following)),
        ),
        *(
            Choice(
                key=f"{RESERVED}{one.id}",
                label=_("Cadangan: {number}").format(
                    number=_number(book, letter, one.sequence, one.suffix)
                ),
            )
            for one in held
        ),
        *(
            Choice(
                key=f"{INSERTED}{one.id}",
                label=_("Sisipan sesudah {number}").format(number=one.text or order_text(one)),
            )
            for one in reversed(rows[-MOST_NEIGHBOURS:])
            if one.sequence
        ),
    ]


def _number(book: Book, letter: Letter, sequence: int, suffix: str = "") -> str:
    """The number as it would be printed; its place alone while the letter lacks a part of it."""
    wish = wish_of(letter, letter.dated_on, NO_PARTS, NumberStatus.USED)
    try:
        return number_text(book, sequence, suffix, wish)
    except CensusDeskError:
        return _("urut {sequence}").format(sequence=f"{sequence}{suffix}")
