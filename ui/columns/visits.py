"""The tables of visits, of what hinders offices, of follow-ups, requests and proposals."""

from census_desk.indonesian import clock, number
from census_desk.visits.help_request import REQUEST_WAY_NAMES, HelpRequest
from census_desk.visits.obstacle import closed_on, open_count
from census_desk.visits.visit import CHECKLIST, READINESS_NAMES, VISIT_STATUS_NAMES
from census_desk.words import N_, _
from ui.tables import (
    Column,
    day_column,
    named_column,
    number_column,
    reference_column,
    shown,
    text_column,
)

VISIT = (
    day_column("held_on", N_("Tanggal"), ems=9),
    reference_column("office_id", N_("OPD"), "offices", ems=14),
    text_column("purpose", N_("Maksud kunjungan"), ems=30),
    named_column("status", N_("Status"), VISIT_STATUS_NAMES, ems=10),
    number_column("attendee_count", N_("Peserta"), shown=False),
    number_column("helped_count", N_("Dibantu")),
    Column(
        name="starts_at",
        label=N_("Waktu"),
        text=lambda visit, lookup: clock(visit.starts_at) if visit.starts_at else "",
        sort_key=lambda visit, lookup: visit.starts_at,
        ems=7,
        shown=False,
    ),
    Column(
        name="officers",
        label=N_("Petugas"),
        text=lambda visit, lookup: ", ".join(visit.officers),
        ems=20,
        shown=False,
    ),
    *(
        named_column(name, label, READINESS_NAMES, ems=12, shown=False)
        for name, label in CHECKLIST.items()
    ),
)

OBSTACLE = (
    reference_column("office_id", N_("OPD"), "offices", ems=14),
    Column(
        name="reason",
        label=N_("Jenis kendala"),
        text=lambda one, lookup: lookup.reason_name(one.reason),
        ems=24,
    ),
    number_column("people_count", N_("Orang"), ems=6),
    Column(
        name="open_count",
        label=N_("Terbuka"),
        text=lambda one, lookup: number(open_count(one)) if open_count(one) else "–",
        sort_key=lambda one, lookup: open_count(one),
        value=lambda one, lookup: open_count(one),
        align="e",
        ems=7,
    ),
    day_column("noted_on", N_("Dicatat")),
    Column(
        name="closed_on",
        label=N_("Tuntas"),
        text=lambda one, lookup: shown(closed_on(one)),
        sort_key=lambda one, lookup: closed_on(one),
        ems=9,
    ),
    reference_column("employee_id", N_("ASN"), "employees", ems=16, shown=False),
    text_column("reported_by", N_("Pelapor"), ems=14, shown=False),
    text_column("note", N_("Catatan"), ems=20, shown=False),
)
OBSTACLE_OF_OFFICE = tuple(one for one in OBSTACLE if one.name != "office_id")

FOLLOW_UP = (
    day_column("due_on", N_("Tenggat"), ems=9),
    text_column("what", N_("Tindak lanjut"), ems=30),
    text_column("who", N_("Pelaksana"), ems=18),
    day_column("done_on", N_("Selesai"), ems=9),
    reference_column("visit_id", N_("Kunjungan terkait"), "visits", ems=24, shown=False),
    text_column("done_note", N_("Hasilnya"), ems=20, shown=False),
)

HELP_REQUEST = (
    day_column("asked_on", N_("Tanggal"), ems=9),
    reference_column("office_id", N_("OPD"), "offices", ems=14),
    text_column("what", N_("Yang diminta"), ems=30),
    named_column("way", N_("Melalui"), REQUEST_WAY_NAMES, ems=10),
    Column(
        name="answer",
        label=N_("Jawaban"),
        text=lambda one, lookup: _answer(one),
        ems=18,
    ),
    text_column("asked_by", N_("Diminta oleh"), ems=14, shown=False),
)

REASON = (
    text_column("name", N_("Nama kendala"), ems=30),
    Column(
        name="is_curable",
        label=N_("Dapat dibantu"),
        text=lambda one, lookup: _("ya") if one.is_curable else _("tidak"),
        ems=10,
    ),
    text_column("advice", N_("Saran bagi petugas"), ems=36),
    text_column("key", N_("Kunci"), ems=20, shown=False),
)

PROPOSAL = (
    Column(
        name="office",
        label=N_("OPD"),
        text=lambda one, lookup: one.office.short_name,
        ems=16,
    ),
    number_column("people_count", N_("Orang"), ems=6),
    text_column("why", N_("Alasan"), ems=50),
)


def _answer(request: HelpRequest) -> str:
    """How a request was answered, in a word with its day."""
    if request.answered_on is None:
        return _("belum dijawab")
    ways = (
        ("visit_id", _("kunjungan")),
        ("session_id", _("sesi")),
        ("answer", _("tertulis")),
    )
    way = next(name for field, name in ways if getattr(request, field))
    return f"{way} {shown(request.answered_on)}"
