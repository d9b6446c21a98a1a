"""The tables of offices, their ASN and their recaps."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from census_desk.indonesian import decimal, number
from census_desk.nip import grouped
from census_desk.people import OFFICE_KIND_NAMES, Office
from census_desk.progress import Recap, latest_recaps
from census_desk.words import N_, _
from ui.tables import (
    Column,
    day_column,
    named_column,
    number_column,
    reference_column,
    text_column,
)


def latest_recap(recaps: Iterable[Recap], office_id: str, on: date) -> Recap | None:
    """The newest recap of one office counted on or before that day."""
    return latest_recaps(recaps, on).get(office_id)


def share_of(recap: Recap | None, office: Office) -> float | None:
    """Per cent of the office's ASN that have finished; None when nothing can be said."""
    whole = (recap.asn_count or office.asn_count) if recap else 0
    return 100 * recap.done_count / whole if recap and whole else None


def share_text(share: float | None) -> str:
    """`37,4 %`, or nothing."""
    return "" if share is None else _("{share} %").format(share=decimal(share))


def _latest(office: Office, lookup: Any) -> Recap | None:
    recaps = lookup.having("recaps", "office_id", office.id)
    return latest_recap(recaps, office.id, lookup.working_day())


def _share(office: Office, lookup: Any) -> float | None:
    return share_of(_latest(office, lookup), office)


def _done(office: Office, lookup: Any) -> int | None:
    recap = _latest(office, lookup)
    return recap.done_count if recap else None


OFFICE = (
    text_column("short_name", N_("OPD"), ems=14),
    text_column("name", N_("Nama"), ems=22),
    number_column("asn_count", N_("ASN"), ems=7),
    Column(
        name="done",
        label=N_("Selesai"),
        text=lambda office, lookup: "" if (d := _done(office, lookup)) is None else number(d),
        sort_key=_done,
        value=_done,
        align="e",
        ems=8,
    ),
    Column(
        name="share",
        label=N_("Bagian"),
        text=lambda office, lookup: share_text(_share(office, lookup)),
        sort_key=_share,
        value=_share,
        align="e",
        ems=8,
    ),
    text_column("asn_note", N_("Keterangan jumlah"), ems=16, shown=False),
    named_column("kind", N_("Jenis"), OFFICE_KIND_NAMES, ems=12, shown=False),
    text_column("head_title", N_("Sebutan kepala"), ems=16, shown=False),
    text_column("phone", N_("Telepon"), ems=14, shown=False),
    text_column("email", N_("Surel"), ems=18, shown=False),
    text_column("code", N_("Kode"), ems=10, shown=False),
)

EMPLOYEE = (
    text_column("name", N_("Nama"), ems=24),
    Column(
        name="nip", label=N_("NIP"), text=lambda employee, lookup: grouped(employee.nip), ems=21
    ),
    text_column("position", N_("Jabatan"), ems=20),
    text_column("unit", N_("Unit"), ems=16, shown=False),
    text_column("grade", N_("Gol."), ems=5),
    Column(
        name="ready",
        label=N_("NIK/KK siap"),
        text=lambda employee, lookup: _ready(employee),
        ems=11,
    ),
    reference_column("office_id", N_("OPD"), "offices", ems=14, shown=False),
)


def _ready(employee: Any) -> str:
    states = (employee.nik_ready, employee.kk_ready)
    if all(states):
        return _("Sudah")
    return _("Sebagian") if any(states) else _("Belum")


RECAP = (
    day_column("counted_on", N_("Per tanggal")),
    number_column("done_count", N_("Selesai")),
    number_column("asn_count", N_("ASN")),
    text_column("reported_by", N_("Pelapor"), ems=16),
    reference_column("office_id", N_("OPD"), "offices", ems=14, shown=False),
)
