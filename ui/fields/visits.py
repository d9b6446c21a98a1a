"""The forms of visits and of the obstacles behind them."""

from census_desk.visits.obstacle import OBSTACLE_REASON_NAMES, ObstacleReason
from census_desk.visits.visit import VISIT_STATUS_NAMES, VisitStatus
from census_desk.words import N_
from ui.forms import Field

VISIT = (
    Field(
        name="office_id",
        label=N_("OPD"),
        kind="choice",
        collection="offices",
        group=N_("Kunjungan"),
    ),
    Field(name="purpose", label=N_("Maksud kunjungan"), kind="note", rows=2),
    Field(name="held_on", label=N_("Tanggal"), kind="date"),
    Field(name="starts_at", label=N_("Mulai"), kind="time", optional=True),
    Field(name="ends_at", label=N_("Selesai"), kind="time", optional=True),
    Field(name="venue", label=N_("Tempat"), optional=True),
    Field(
        name="officers",
        label=N_("Petugas pendamping"),
        kind="lines",
        rows=3,
        hint=N_("Satu baris satu nama."),
        optional=True,
    ),
    Field(
        name="status",
        label=N_("Status"),
        kind="choice",
        enum=VisitStatus,
        names=VISIT_STATUS_NAMES,
        default="direncanakan",
    ),
    Field(name="status_note", label=N_("Alasan (bila batal)"), optional=True),
    Field(
        name="attendee_count",
        label=N_("Jumlah peserta"),
        kind="number",
        group=N_("Hasil"),
        optional=True,
    ),
    Field(name="helped_count", label=N_("Selesai dibantu"), kind="number", optional=True),
    Field(name="findings", label=N_("Hasil dan kendala"), kind="note", rows=5, optional=True),
    Field(
        name="follow_up",
        label=N_("Tindak lanjut"),
        kind="note",
        rows=3,
        group=N_("Tindak lanjut"),
        optional=True,
    ),
    Field(name="follow_up_on", label=N_("Tenggat tindak lanjut"), kind="date", optional=True),
    Field(name="follow_up_done_on", label=N_("Tuntas pada"), kind="date", optional=True),
    Field(
        name="received_by",
        label=N_("Wakil OPD"),
        hint=N_("Nama yang menandatangani berita acara."),
        group=N_("Berita acara"),
        optional=True,
    ),
    Field(name="received_by_post", label=N_("Jabatan wakil OPD"), optional=True),
    Field(
        name="signatory_id",
        label=N_("Penanda tangan laporan"),
        kind="choice",
        collection="signatories",
        optional=True,
    ),
    Field(name="number", label=N_("Nomor berita acara"), optional=True),
)

OBSTACLE = (
    Field(name="office_id", label=N_("OPD"), kind="choice", collection="offices"),
    Field(
        name="reason",
        label=N_("Kendala"),
        kind="choice",
        enum=ObstacleReason,
        names=OBSTACLE_REASON_NAMES,
    ),
    Field(name="people_count", label=N_("Jumlah orang"), kind="number"),
    Field(name="noted_on", label=N_("Dicatat pada"), kind="date"),
    Field(
        name="visit_id", label=N_("Kunjungan"), kind="choice", collection="visits", optional=True
    ),
    Field(name="closed_on", label=N_("Tuntas pada"), kind="date", optional=True),
    Field(name="note", label=N_("Catatan"), kind="note", rows=2, optional=True),
)
