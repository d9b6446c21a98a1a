"""The small forms of the schedule: move, give a reason, clone, repeat, change many."""

from census_desk.sessions.series import (
    ON_HOLIDAY_NAMES,
    PATTERN_NAMES,
    OnHoliday,
    Pattern,
)
from census_desk.words import N_
from ui.forms import Field

MOVE = (
    Field(name="to_on", label=N_("Tanggal baru"), kind="date"),
    Field(name="starts_at", label=N_("Mulai"), kind="time"),
    Field(name="ends_at", label=N_("Berakhir"), kind="time", optional=True),
    Field(
        name="venue_id",
        label=N_("Tempat dari daftar"),
        kind="choice",
        collection="venues",
        optional=True,
    ),
    Field(
        name="reason",
        label=N_("Alasan pindah"),
        kind="note",
        rows=2,
        hint=N_("Wajib bila undangan sudah keluar; tercatat di riwayat pindah."),
        optional=True,
    ),
)

REASON = (Field(name="reason", label=N_("Alasan"), kind="note", rows=2, optional=True),)

SERIES = (
    Field(
        name="pattern",
        label=N_("Pola"),
        kind="choice",
        enum=Pattern,
        names=PATTERN_NAMES,
        default=Pattern.WEEKLY.value,
    ),
    Field(
        name="weekdays",
        label=N_("Hari"),
        kind="choices",
        collection="weekdays",
        optional=True,
    ),
    Field(
        name="place",
        label=N_("Hari ke berapa dalam bulan"),
        kind="choice",
        collection="places_in_month",
        default="1",
        optional=True,
    ),
    Field(
        name="every",
        label=N_("Tiap berapa"),
        kind="number",
        default="1",
        hint=N_("Pekan atau bulan; 2 berarti berselang satu."),
        optional=True,
    ),
    Field(name="times", label=N_("Berapa kali"), kind="count", optional=True),
    Field(name="until", label=N_("Sampai"), kind="date", optional=True),
    Field(
        name="on_holiday",
        label=N_("Bila hari libur"),
        kind="choice",
        enum=OnHoliday,
        names=ON_HOLIDAY_NAMES,
        default=OnHoliday.SKIP.value,
    ),
)

MANY = (
    Field(name="starts_at", label=N_("Mulai"), kind="time", optional=True),
    Field(name="ends_at", label=N_("Berakhir"), kind="time", optional=True),
    Field(
        name="days_later",
        label=N_("Geser sekian hari"),
        kind="days",
        hint=N_("7 berarti sepekan kemudian, -1 sehari lebih awal."),
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
        name="add_facilitators",
        label=N_("Tambah fasilitator"),
        kind="choices",
        collection="facilitators",
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
        optional=True,
    ),
    Field(
        name="status",
        label=N_("Status"),
        kind="choice",
        collection="session_statuses",
        optional=True,
    ),
    Field(name="status_note", label=N_("Alasan (bila ditunda atau batal)"), optional=True),
    Field(name="reason", label=N_("Alasan pindah"), kind="note", rows=2, optional=True),
)
