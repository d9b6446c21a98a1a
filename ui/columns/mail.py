"""The tables of incoming letters, dispositions, number books and classification codes."""

from typing import Any

from census_desk.letters.classification import FAMILY_NAMES
from census_desk.letters.incoming import IncomingLetter
from census_desk.letters.ledger.book import BOOK_SCOPE_NAMES
from census_desk.letters.ledger.entry import NUMBER_STATUS_NAMES
from census_desk.letters.ledger.page import LedgerRow
from census_desk.letters.letter import IN_FORCE, NATURE_NAMES
from census_desk.words import N_, _
from ui.tables import Column, day_column, named_column, number_column, shown, text_column


def answer_words(incoming: IncomingLetter, lookup: Any) -> str:
    """Whether a letter answers it: its number, a draft, or until when."""
    letters = lookup.having("letters", "incoming_id", incoming.id)
    issued = [one.number for one in letters if one.status in IN_FORCE]
    if issued:
        return ", ".join(issued)
    if letters:
        return _("Draf jawaban")
    if incoming.reply_due_on is None:
        return ""
    return _("s.d. {day}").format(day=shown(incoming.reply_due_on))


def _passed_to(incoming: IncomingLetter, lookup: Any) -> str:
    given = lookup.having("dispositions", "incoming_id", incoming.id)
    last = max(given, key=lambda one: (one.level, one.on, one.id), default=None)
    return ", ".join(last.to_posts) if last else ""


INCOMING = (
    text_column("agenda_number", N_("Agenda"), ems=7),
    day_column("received_on", N_("Diterima"), ems=9),
    text_column("sender", N_("Pengirim"), ems=14),
    text_column("subject", N_("Hal"), ems=18),
    text_column("number", N_("Nomor surat"), ems=14, shown=False),
    Column(name="passed_to", label=N_("Disposisi"), text=_passed_to, ems=12),
    Column(name="answer", label=N_("Jawaban"), text=answer_words, ems=15),
    named_column("nature", N_("Sifat"), NATURE_NAMES, ems=8, shown=False),
    day_column("dated_on", N_("Tanggal surat"), ems=9, shown=False),
)

DISPOSITION = (
    number_column("level", N_("Tingkat"), ems=6),
    text_column("from_post", N_("Dari"), ems=14),
    Column(
        name="to_posts",
        label=N_("Kepada"),
        text=lambda one, lookup: ", ".join(one.to_posts),
        ems=18,
    ),
    Column(
        name="instructions",
        label=N_("Harap"),
        text=lambda one, lookup: ", ".join(_(text) for text in one.instructions),
        ems=18,
    ),
    day_column("on", N_("Tanggal"), ems=9, shown=False),
    day_column("due_on", N_("Batas"), ems=9),
    day_column("done_on", N_("Selesai"), ems=9),
)

BOOK = (
    text_column("name", N_("Nama buku"), ems=16),
    text_column("key", N_("Kunci buku"), ems=8),
    text_column("pattern", N_("Pola nomor"), ems=24),
    named_column("scope", N_("Urutan"), BOOK_SCOPE_NAMES, ems=20),
)

CLASSIFICATION = (
    text_column("code", N_("Kode"), ems=10),
    text_column("name", N_("Uraian"), ems=30),
    named_column("family", N_("Daftar"), FAMILY_NAMES, ems=16),
    day_column("valid_from", N_("Berlaku sejak"), ems=9),
    day_column("valid_to", N_("Berlaku sampai"), ems=9),
)

NUMBER = (
    text_column("text", N_("Nomor"), ems=16),
    text_column("book", N_("Buku"), ems=8),
    named_column("status", N_("Status"), NUMBER_STATUS_NAMES, ems=10),
    day_column("dated_on", N_("Tanggal"), ems=9),
    text_column("subject", N_("Uraian"), ems=24),
    text_column("reason", N_("Alasan"), ems=16),
)


def _status(row: LedgerRow) -> str:
    return _(NUMBER_STATUS_NAMES[row.status]) if row.status else _("Tidak tercatat")


def _of_row(name: str, label: str, **more: Any) -> Column:
    return Column(
        name=name, label=label, text=lambda one, lookup: shown(getattr(one.row, name)), **more
    )


def _day_of_row(name: str, label: str, **more: Any) -> Column:
    return _of_row(name, label, sort_key=lambda one, lookup: getattr(one.row, name), ems=9, **more)


# Rows of ui.presenters.numbers.NumberRow: a line of the book with an id of its own.
LEDGER = (
    _of_row("order", N_("Urut"), ems=7),
    _of_row("number", N_("Nomor"), ems=14),
    Column(name="status", label=N_("Keadaan"), text=lambda one, lookup: _status(one.row), ems=14),
    _day_of_row("dated_on", N_("Tanggal")),
    _of_row("subject", N_("Uraian"), ems=24),
    _of_row("recipients", N_("Tujuan"), ems=16),
    _day_of_row("sent_on", N_("Dikirim"), shown=False),
    _of_row("note", N_("Keterangan"), ems=26),
)
