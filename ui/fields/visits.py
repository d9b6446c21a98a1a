"""The forms of visits, of what hinders an office, of what was agreed, and of requests for help."""

from census_desk.visits.help_request import REQUEST_WAY_NAMES, RequestWay
from census_desk.visits.reasons import MISMATCH
from census_desk.visits.visit import (
    CHECKLIST,
    READINESS_NAMES,
    VISIT_STATUS_NAMES,
    Readiness,
    VisitStatus,
)
from census_desk.words import N_
from ui.forms import Field

READINESS = tuple(
    Field(
        name=name,
        label=label,
        kind="choice",
        enum=Readiness,
        names=READINESS_NAMES,
        default=Readiness.UNKNOWN.value,
        group=N_("Kesiapan di tempat") if place == 0 else "",
    )
    for place, (name, label) in enumerate(CHECKLIST.items())
)
ATTENDEES = Field(
    name="attendee_count",
    label=N_("Jumlah peserta"),
    kind="number",
    group=N_("Hasil"),
    optional=True,
)
HELPED = Field(name="helped_count", label=N_("Selesai dibantu"), kind="number", optional=True)
FINDINGS = Field(name="findings", label=N_("Hasil dan kendala"), kind="note", rows=5, optional=True)
RECEIVED_BY = Field(
    name="received_by",
    label=N_("Wakil OPD"),
    hint=N_("Nama yang menandatangani berita acara."),
    group=N_("Berita acara"),
    optional=True,
)
RECEIVED_BY_POST = Field(name="received_by_post", label=N_("Jabatan wakil OPD"), optional=True)
OFFICERS = Field(
    name="officers",
    label=N_("Petugas pendamping"),
    kind="lines",
    rows=3,
    hint=N_("Satu baris satu nama."),
    optional=True,
)
SIGNATORY = Field(
    name="signatory_id",
    label=N_("Penanda tangan laporan"),
    kind="choice",
    collection="signatories",
    optional=True,
)

VISIT = (
    Field(
        name="office_id",
        label=N_("OPD"),
        kind="choice",
        collection="offices",
        group=N_("Rencana kunjungan"),
    ),
    Field(name="purpose", label=N_("Maksud kunjungan"), kind="note", rows=2),
    Field(name="held_on", label=N_("Tanggal"), kind="date"),
    Field(name="starts_at", label=N_("Mulai"), kind="time", optional=True),
    Field(name="ends_at", label=N_("Berakhir"), kind="time", optional=True),
    Field(name="venue", label=N_("Tempat"), optional=True),
    OFFICERS,
    Field(
        name="status",
        label=N_("Status"),
        kind="choice",
        enum=VisitStatus,
        names=VISIT_STATUS_NAMES,
        default="direncanakan",
    ),
    Field(name="status_note", label=N_("Alasan (bila batal)"), optional=True),
    ATTENDEES,
    HELPED,
    FINDINGS,
    *READINESS,
    RECEIVED_BY,
    RECEIVED_BY_POST,
    SIGNATORY,
    Field(name="number", label=N_("Nomor berita acara"), optional=True),
)

OBSTACLE = (
    Field(name="office_id", label=N_("OPD"), kind="choice", collection="offices"),
    Field(
        name="reason",
        label=N_("Jenis kendala"),
        kind="choice",
        collection="reason_keys",
        default=MISMATCH,
    ),
    Field(name="people_count", label=N_("Jumlah orang"), kind="number"),
    Field(
        name="employee_id",
        label=N_("ASN"),
        kind="choice",
        collection="employees",
        hint=N_("Hanya bila kendala satu orang dicatat dengan namanya."),
        optional=True,
    ),
    Field(name="noted_on", label=N_("Dicatat pada"), kind="date"),
    Field(name="reported_by", label=N_("Pelapor"), optional=True),
    Field(
        name="visit_id",
        label=N_("Kunjungan terkait"),
        kind="choice",
        collection="visits",
        optional=True,
    ),
    Field(name="note", label=N_("Catatan"), kind="note", rows=2, optional=True),
)

FOLLOW_UP = (
    Field(name="visit_id", label=N_("Kunjungan terkait"), kind="choice", collection="visits"),
    Field(name="what", label=N_("Tindak lanjut"), kind="note", rows=3),
    Field(name="who", label=N_("Pelaksana")),
    Field(name="due_on", label=N_("Tenggat"), kind="date"),
    Field(name="done_on", label=N_("Selesai pada"), kind="date", optional=True),
    Field(name="done_note", label=N_("Hasilnya"), kind="note", rows=2, optional=True),
)

HELP_REQUEST = (
    Field(
        name="office_id",
        label=N_("OPD"),
        kind="choice",
        collection="offices",
        group=N_("Permintaan"),
    ),
    Field(name="asked_on", label=N_("Diminta pada"), kind="date"),
    Field(name="asked_by", label=N_("Diminta oleh")),
    Field(
        name="way",
        label=N_("Melalui"),
        kind="choice",
        enum=RequestWay,
        names=REQUEST_WAY_NAMES,
        default=RequestWay.PHONE.value,
    ),
    Field(name="what", label=N_("Yang diminta"), kind="note", rows=3),
    Field(
        name="incoming_id",
        label=N_("Surat masuk terkait"),
        kind="choice",
        collection="incoming_letters",
        optional=True,
    ),
    Field(
        name="answered_on",
        label=N_("Dijawab pada"),
        kind="date",
        group=N_("Jawaban"),
        optional=True,
    ),
    Field(
        name="visit_id",
        label=N_("Kunjungan terkait"),
        kind="choice",
        collection="visits",
        optional=True,
    ),
    Field(name="session_id", label=N_("Sesi"), kind="choice", collection="sessions", optional=True),
    Field(name="answer", label=N_("Jawaban tertulis"), kind="note", rows=3, optional=True),
)

REASON = (
    Field(
        name="key",
        label=N_("Kunci"),
        hint=N_("Singkat dan tetap; yang tampil di layar dan kertas adalah namanya."),
    ),
    Field(name="name", label=N_("Nama kendala")),
    Field(
        name="is_curable",
        label=N_("Dapat diatasi dengan pendampingan"),
        kind="switch",
        default="ya",
        optional=True,
    ),
    Field(name="advice", label=N_("Saran bagi petugas"), kind="note", rows=3, optional=True),
)
