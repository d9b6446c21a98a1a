"""The printed books of letters: agenda keluar, buku ekspedisi, agenda masuk (letters.md 2.8).

What the pen fills stays blank.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from census_desk.indonesian import short_date
from census_desk.letters.incoming import Disposition, IncomingLetter
from census_desk.letters.ledger.page import LedgerRow
from reports.ruled_book import BookColumn, ruled_book


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """One row of the ekspedisi: one copy of a letter on its way to one office."""

    on: date | None = None
    number: str
    office: str
    subject: str
    received_by: str = ""


EXPEDITION = (
    BookColumn(title="No.", wide=10, centred=True),
    BookColumn(title="Tanggal", wide=22, centred=True),
    BookColumn(title="Nomor Surat", wide=50),
    BookColumn(title="Tujuan", wide=65),
    BookColumn(title="Hal", wide=60),
    BookColumn(title="Nama Penerima", wide=40),
    BookColumn(title="Tanda Tangan", wide=34),
    BookColumn(title="Jam", wide=14),
)
OUTGOING = (
    BookColumn(title="No. Urut", wide=18, centred=True),
    BookColumn(title="Tgl. Kirim", wide=24, centred=True),
    BookColumn(title="Nomor Naskah", wide=52),
    BookColumn(title="Tgl. Naskah", wide=24, centred=True),
    BookColumn(title="Tujuan", wide=67),
    BookColumn(title="Isi Ringkas", wide=70),
    BookColumn(title="Keterangan", wide=40),
)
INCOMING = (
    BookColumn(title="Tgl. Terima", wide=24, centred=True),
    BookColumn(title="No. Agenda", wide=20, centred=True),
    BookColumn(title="Pengirim", wide=58),
    BookColumn(title="Tanggal dan Nomor Surat", wide=52),
    BookColumn(title="Isi Ringkas", wide=76),
    BookColumn(title="Diteruskan kepada / Keterangan", wide=65),
)


def expedition_book(rows: Sequence[Dispatch], *, year: int, office: str) -> bytes:
    """Buku ekspedisi; name, signature and hour are for the pen, empty rows follow."""
    cells = [
        (
            f"{place}.",
            short_date(row.on) if row.on else "",
            row.number,
            row.office,
            row.subject,
            row.received_by,
            "",
            "",
        )
        for place, row in enumerate(rows, 1)
    ]
    return ruled_book(f"BUKU EKSPEDISI TAHUN {year}", office, EXPEDITION, cells, goes_on=True)


def outgoing_book(rows: Sequence[LedgerRow], *, year: int, name: str) -> bytes:
    """Agenda surat keluar: every number of a book, holes and BATAL included."""
    cells = [
        (
            row.order,
            short_date(row.sent_on) if row.sent_on else "",
            row.number,
            short_date(row.dated_on) if row.dated_on else "",
            row.recipients,
            row.subject,
            row.note,
        )
        for row in rows
    ]
    return ruled_book(f"AGENDA SURAT KELUAR TAHUN {year}", name, OUTGOING, cells)


def incoming_book(
    letters: Sequence[IncomingLetter],
    dispositions: Sequence[Disposition],
    *,
    year: int,
    office: str,
) -> bytes:
    """Agenda surat masuk, with whom each letter was passed on to."""
    passed: dict[str, list[str]] = {}
    for one in sorted(dispositions, key=lambda given: given.level):
        passed.setdefault(one.incoming_id, []).extend(one.to_posts)
    cells = [
        (
            short_date(letter.received_on),
            letter.agenda_number,
            letter.sender,
            f"{short_date(letter.dated_on)} {letter.number}".strip(),
            letter.summary or letter.subject,
            "; ".join(filter(None, [*passed.get(letter.id, ()), letter.note])),
        )
        for letter in letters
    ]
    return ruled_book(f"AGENDA SURAT MASUK TAHUN {year}", office, INCOMING, cells)
