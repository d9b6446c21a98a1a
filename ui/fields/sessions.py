"""The forms of sessions and of who came."""

from census_desk.sessions.attendance import ATTENDANCE_STATE_NAMES, AttendanceState
from census_desk.sessions.session import (
    SESSION_KIND_NAMES,
    SESSION_STATUS_NAMES,
    SessionKind,
    SessionStatus,
)
from census_desk.words import N_
from ui.forms import Field

SESSION = (
    Field(
        name="kind",
        label=N_("Jenis"),
        kind="choice",
        enum=SessionKind,
        names=SESSION_KIND_NAMES,
        group=N_("Acara"),
        default="sosialisasi OPD",
    ),
    Field(name="title", label=N_("Acara"), kind="note", rows=2),
    Field(name="held_on", label=N_("Tanggal"), kind="date"),
    Field(name="starts_at", label=N_("Mulai"), kind="time", default="09.00"),
    Field(
        name="ends_at",
        label=N_("Selesai"),
        kind="time",
        hint=N_("Kosong dicetak “s.d. selesai”."),
        optional=True,
    ),
    Field(name="venue", label=N_("Tempat")),
    Field(
        name="status",
        label=N_("Status"),
        kind="choice",
        enum=SessionStatus,
        names=SESSION_STATUS_NAMES,
        default="direncanakan",
    ),
    Field(name="status_note", label=N_("Alasan (bila ditunda atau batal)"), optional=True),
    Field(
        name="office_ids",
        label=N_("OPD sasaran"),
        kind="choices",
        collection="offices",
        group=N_("Sasaran"),
        optional=True,
    ),
    Field(
        name="district_codes",
        label=N_("Kecamatan sasaran"),
        kind="areas",
        collection="districts",
        optional=True,
    ),
    Field(
        name="village_codes",
        label=N_("Desa/kelurahan sasaran"),
        kind="areas",
        collection="villages",
        optional=True,
    ),
    Field(name="groups", label=N_("Kelompok lain"), kind="lines", rows=2, optional=True),
    Field(name="invited_count", label=N_("Jumlah undangan"), kind="number", optional=True),
    Field(name="attended_count", label=N_("Jumlah hadir"), kind="count", optional=True),
    Field(
        name="facilitators",
        label=N_("Fasilitator"),
        kind="lines",
        rows=3,
        hint=N_("Satu baris satu nama."),
        group=N_("Pelaksana"),
        optional=True,
    ),
    Field(
        name="letterhead_id",
        label=N_("Kop daftar hadir"),
        kind="choice",
        collection="letterheads",
        optional=True,
    ),
    Field(
        name="chair_id",
        label=N_("Penanggung jawab"),
        kind="choice",
        collection="signatories",
        hint=N_("Menandatangani daftar hadir."),
        optional=True,
    ),
    Field(name="note", label=N_("Catatan"), kind="note", rows=3, optional=True),
)

ATTENDANCE = (
    Field(name="session_id", label=N_("Sesi"), kind="choice", collection="sessions"),
    Field(name="name", label=N_("Nama")),
    Field(
        name="employee_id", label=N_("ASN"), kind="choice", collection="employees", optional=True
    ),
    Field(name="office_id", label=N_("OPD"), kind="choice", collection="offices", optional=True),
    Field(
        name="state",
        label=N_("Kehadiran"),
        kind="choice",
        enum=AttendanceState,
        names=ATTENDANCE_STATE_NAMES,
    ),
    Field(name="represented_by", label=N_("Diwakili oleh"), optional=True),
    Field(name="note", label=N_("Catatan"), kind="note", rows=2, optional=True),
)
