"""The forms of sessions and of who came."""

from census_desk.calendar import DAY_KIND_NAMES, DayKind
from census_desk.sessions.attendance import ATTENDANCE_STATE_NAMES, AttendanceState
from census_desk.sessions.rules import (
    CLASH_NAMES,
    SEVERITY_FIELDS,
    SEVERITY_NAMES,
    USUAL_RULES,
    ClashKind,
    Severity,
)
from census_desk.sessions.session import (
    INVITEES_NAMES,
    SESSION_KIND_NAMES,
    SESSION_STATUS_NAMES,
    Invitees,
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
        label=N_("Berakhir"),
        kind="time",
        hint=N_("Kosong dicetak “s.d. selesai”."),
        optional=True,
    ),
    Field(
        name="staff_from",
        label=N_("ASN mulai"),
        kind="time",
        hint=N_("Kick-off saja: pimpinan lebih dulu, lalu ASN."),
        optional=True,
    ),
    Field(
        name="venue_id",
        label=N_("Tempat dari daftar"),
        kind="choice",
        collection="venues",
        optional=True,
    ),
    Field(
        name="venue",
        label=N_("Tempat sebagaimana dicetak"),
        hint=N_("Kosong: nama tempat dari daftar."),
        optional=True,
    ),
    Field(
        name="status",
        label=N_("Status"),
        kind="choice",
        enum=SessionStatus,
        names=SESSION_STATUS_NAMES,
        default="direncanakan",
    ),
    Field(name="status_note", label=N_("Alasan (bila ditunda atau batal)"), optional=True),
    Field(name="is_locked", label=N_("Tanggal dikunci"), kind="switch", optional=True),
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
    Field(
        name="invitees",
        label=N_("Undangan"),
        kind="choice",
        enum=Invitees,
        names=INVITEES_NAMES,
        default="pegawai",
    ),
    Field(name="invited_count", label=N_("Jumlah undangan"), kind="number", optional=True),
    Field(name="attended_count", label=N_("Jumlah hadir"), kind="count", optional=True),
    Field(
        name="facilitator_ids",
        label=N_("Fasilitator"),
        kind="choices",
        collection="facilitators",
        group=N_("Pelaksana"),
        optional=True,
    ),
    Field(
        name="facilitators",
        label=N_("Narasumber lain"),
        kind="lines",
        rows=2,
        hint=N_("Satu baris satu nama."),
        optional=True,
    ),
    Field(
        name="materials",
        label=N_("Perlengkapan"),
        kind="checks",
        rows=4,
        hint=N_("Satu baris satu barang; ✓ di depannya bila sudah siap."),
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

VENUE = (
    Field(name="name", label=N_("Nama tempat"), group=N_("Tempat")),
    Field(name="address", label=N_("Alamat"), kind="note", rows=2, optional=True),
    Field(
        name="capacity",
        label=N_("Kapasitas"),
        kind="count",
        hint=N_("Kursi; kosong bila belum diketahui."),
        optional=True,
    ),
    Field(
        name="position",
        label=N_("Koordinat"),
        kind="position",
        hint=N_("Lintang, bujur, seperti disalin dari peta: -6.80480, 110.84050"),
        optional=True,
    ),
    Field(
        name="office_id", label=N_("Milik OPD"), kind="choice", collection="offices", optional=True
    ),
    Field(name="contact", label=N_("Narahubung"), optional=True),
    Field(name="note", label=N_("Catatan"), kind="note", rows=2, optional=True),
)

FACILITATOR = (
    Field(name="name", label=N_("Nama"), group=N_("Fasilitator")),
    Field(name="unit", label=N_("Unit kerja"), optional=True),
    Field(name="nip", label=N_("NIP"), kind="nip", optional=True),
    Field(name="rank", label=N_("Pangkat"), optional=True),
    Field(name="grade", label=N_("Golongan"), optional=True),
    Field(name="position", label=N_("Jabatan"), optional=True),
    Field(name="phone", label=N_("Telepon"), optional=True),
    Field(
        name="leave",
        label=N_("Cuti"),
        kind="leaves",
        rows=3,
        hint=N_("Satu baris: 24/02/2020 - 26/02/2020 | cuti tahunan"),
        optional=True,
    ),
    Field(
        name="officer_id",
        label=N_("Petugas yang sama"),
        kind="choice",
        collection="officers",
        optional=True,
    ),
    Field(name="note", label=N_("Catatan"), kind="note", rows=2, optional=True),
)

DAY_CHANGE = (
    Field(name="on", label=N_("Tanggal"), kind="date", group=N_("Perubahan hari")),
    Field(
        name="until",
        label=N_("Sampai"),
        kind="date",
        hint=N_("Kosong: satu hari saja."),
        optional=True,
    ),
    Field(
        name="kind",
        label=N_("Menjadi"),
        kind="choice",
        enum=DayKind,
        names=DAY_KIND_NAMES,
        default="libur",
    ),
    Field(name="name", label=N_("Nama hari")),
    Field(
        name="known_from",
        label=N_("Diketahui sejak"),
        kind="date",
        hint=N_("Sebelum tanggal ini, kalender tetap seperti semula."),
    ),
    Field(name="source", label=N_("Sumber"), kind="note", rows=2, optional=True),
)

SCHEDULE_RULES = (
    Field(
        name="opens_at", label=N_("Jam buka"), kind="time", default="07.30", group=N_("Jam kantor")
    ),
    Field(name="closes_at", label=N_("Jam tutup"), kind="time", default="15.30"),
    Field(name="friday_from", label=N_("Jeda Jumat mulai"), kind="time", default="11.30"),
    Field(name="friday_until", label=N_("Jeda Jumat selesai"), kind="time", default="13.00"),
    Field(
        name="usual_minutes",
        label=N_("Lama acara tanpa jam selesai (menit)"),
        kind="number",
        default="120",
    ),
    Field(name="saturday_works", label=N_("Sabtu hari kerja"), kind="switch", optional=True),
    *(
        Field(
            name=name,
            label=CLASH_NAMES[ClashKind[name.upper()]],
            kind="choice",
            enum=Severity,
            names=SEVERITY_NAMES,
            group=N_("Bila bentrok") if name == SEVERITY_FIELDS[0] else "",
            default=getattr(USUAL_RULES, name).value,
        )
        for name in SEVERITY_FIELDS
    ),
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
