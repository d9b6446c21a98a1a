"""What is asked about numbers, and the books and rows as they stand or would stand."""

from census_desk.letters.ledger.adopting import adopted
from census_desk.letters.ledger.book import Book, default_books
from census_desk.letters.ledger.entry import NumberEntry
from census_desk.letters.ledger.reserving import BLOCK, SRIKANDI
from census_desk.register import Register
from census_desk.words import N_
from ui.forms import Field

RESERVE_FIELDS = (
    Field(
        name="day",
        label=N_("Untuk surat bertanggal"),
        kind="date",
        hint=N_("Hari tanpa listrik atau surat yang ditulis tangan."),
    ),
    Field(name="count", label=N_("Banyak nomor"), kind="number", default=str(BLOCK)),
    Field(
        name="classification",
        label=N_("Klasifikasi"),
        kind="code",
        collection="codes",
        optional=True,
    ),
)
ELSEWHERE_FIELDS = (
    Field(name="text", label=N_("Nomor"), hint=N_("Seperti tercetak pada surat.")),
    Field(name="dated_on", label=N_("Tanggal surat"), kind="date"),
    Field(name="subject", label=N_("Uraian"), kind="note", rows=2),
    Field(name="system", label=N_("Diambil di"), default=SRIKANDI),
)
REASON_FIELD = (Field(name="reason", label=N_("Alasan"), kind="note", rows=2),)
INSERT_FIELDS = (
    Field(name="letter_id", label=N_("Surat"), kind="choice", collection="drafts"),
    Field(name="reason", label=N_("Alasan sisipan"), kind="note", rows=2),
)


def books_of(register: Register) -> tuple[Book, ...]:
    """The register's books; while it has none, those that the first number brings."""
    saved: tuple[Book, ...] = register.collection("books").all()
    desks = register.collection("desks").all()
    return saved or tuple(default_books(desks[0].regency_code if desks else "", register.ids))


def entries_of(register: Register) -> tuple[NumberEntry, ...]:
    """Every row of the ledger, with those that numbers typed by hand would get."""
    saved: tuple[NumberEntry, ...] = register.collection("numbers").all()
    found = adopted(register.letters.all(), books_of(register), saved, register.ids)
    return tuple(({one.id: one for one in saved} | {one.id: one for one in found}).values())
