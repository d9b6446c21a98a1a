"""The tables of letters and of what became of them at each office."""

from typing import Any

from census_desk.indonesian import number
from census_desk.letters.delivery import ACTED_NAMES, CHANNEL_NAMES, Acted
from census_desk.letters.letter import LETTER_KIND_NAMES, LETTER_STATUS_NAMES, Letter
from census_desk.letters.sending import FollowUp, addressed_offices
from census_desk.words import N_, _
from ui.tables import (
    Column,
    day_column,
    named_column,
    reference_column,
    shown,
    text_column,
)


def received_share(letter: Letter, lookup: Any) -> tuple[int, int]:
    """How many of the addressed offices have the letter, and how many there are."""
    offices = addressed_offices(letter, lookup.records("offices"))
    received = {
        one.office_id
        for one in lookup.having("deliveries", "letter_id", letter.id)
        if one.received_on is not None
    }
    return sum(office.id in received for office in offices), len(offices)


def _received(letter: Letter, lookup: Any) -> str:
    have, every = received_share(letter, lookup)
    return _("{have} dari {every}").format(have=number(have), every=number(every))


def _book(letter: Letter, lookup: Any) -> str:
    return str(lookup.book_name(letter.book))


LETTER = (
    text_column("number", N_("Nomor"), ems=12),
    text_column("subject", N_("Tentang"), ems=30),
    day_column("dated_on", N_("Tanggal"), ems=9),
    named_column("kind", N_("Jenis"), LETTER_KIND_NAMES, ems=10, shown=False),
    named_column("status", N_("Status"), LETTER_STATUS_NAMES, ems=9),
    Column(
        name="received",
        label=N_("Diterima"),
        text=_received,
        sort_key=lambda letter, lookup: received_share(letter, lookup)[0],
        value=lambda letter, lookup: received_share(letter, lookup)[0],
        ems=9,
    ),
    Column(
        name="book",
        label=N_("Buku"),
        text=lambda letter, lookup: str(letter.book),
        ems=7,
        shown=False,
    ),
    reference_column("signatory_id", N_("Penanda tangan"), "signatories", ems=18, shown=False),
    text_column("note", N_("Catatan"), ems=20, shown=False),
)

DELIVERY = (
    reference_column("letter_id", N_("Surat"), "letters", ems=16),
    reference_column("office_id", N_("OPD"), "offices", ems=18),
    day_column("sent_on", N_("Dikirim")),
    named_column("channel", N_("Melalui"), CHANNEL_NAMES, ems=12),
    day_column("received_on", N_("Diterima")),
    text_column("received_by", N_("Penerima"), ems=16),
)


def _state(row: FollowUp) -> str:
    if row.delivery is not None and row.delivery.acted is not Acted.NOTHING:
        return _(ACTED_NAMES[row.delivery.acted])
    if row.delivery is not None and row.delivery.reply_on is not None:
        return _("Dijawab")
    if row.is_received:
        return _("Diterima")
    if row.is_sent:
        return _("Terkirim")
    printed = row.delivery is not None and row.delivery.printed_on is not None
    return _("Dicetak") if printed else _("Belum dikirim")


def _progress(row: FollowUp) -> tuple[bool, ...]:
    one = row.delivery
    steps = (
        (one.acted_on, one.reply_on, one.received_on, one.sent_on, one.printed_on) if one else ()
    )
    return tuple(step is not None for step in steps) or (False,) * 5


def _of_delivery(field: str) -> Any:
    return lambda row, lookup: shown(getattr(row.delivery, field)) if row.delivery else ""


def _day(field: str, label: str, **more: Any) -> Column:
    """A day of the delivery, sorted by time."""
    return Column(
        name=field,
        label=label,
        text=_of_delivery(field),
        sort_key=lambda row, lookup: getattr(row.delivery, field) if row.delivery else None,
        **({"ems": 9} | more),
    )


FOLLOW_UP = (
    Column(name="office", label=N_("OPD"), text=lambda row, lookup: row.office.short_name, ems=16),
    Column(
        name="state",
        label=N_("Keadaan"),
        text=lambda row, lookup: _state(row),
        sort_key=lambda row, lookup: _progress(row),
        ems=11,
    ),
    _day("printed_on", N_("Dicetak"), shown=False),
    _day("sent_on", N_("Dikirim")),
    Column(
        name="channel",
        label=N_("Melalui"),
        text=lambda row, lookup: _(CHANNEL_NAMES[row.delivery.channel]) if row.delivery else "",
        ems=12,
        shown=False,
    ),
    Column(name="sent_by", label=N_("Pengirim"), text=_of_delivery("sent_by"), ems=12, shown=False),
    _day("received_on", N_("Diterima")),
    Column(name="received_by", label=N_("Penerima"), text=_of_delivery("received_by"), ems=14),
    _day("reply_due_on", N_("Batas jawaban")),
    _day("reply_on", N_("Dijawab")),
    _day("acted_on", N_("Ditindaklanjuti"), shown=False),
    Column(
        name="scan",
        label=N_("Tanda terima"),
        text=lambda row, lookup: (
            lookup.title("scans", row.delivery.receipt_scan_id) if row.delivery else ""
        ),
        ems=12,
        shown=False,
    ),
)
