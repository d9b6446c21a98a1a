"""The form of each kind of record: which fields, in which order, under which heading."""

from collections.abc import Mapping

from census_desk.letters.delivery import CHANNEL_NAMES, Channel
from census_desk.letters.letter import (
    LETTER_BOOK_NAMES,
    LETTER_STATUS_NAMES,
    LetterBook,
    LetterStatus,
)
from census_desk.people import (
    LETTERHEAD_KIND_NAMES,
    OFFICE_KIND_NAMES,
    POST_KIND_NAMES,
    POST_STATUS_NAMES,
    SEX_NAMES,
    LetterheadKind,
    OfficeKind,
    PostKind,
    PostStatus,
    Sex,
)
from census_desk.programme import PHASE_NAMES, UNIT_NAMES, CountedUnit, PhaseKind
from census_desk.sessions.attendance import ATTENDANCE_STATE_NAMES, AttendanceState
from census_desk.sessions.session import (
    SESSION_KIND_NAMES,
    SESSION_STATUS_NAMES,
    SessionKind,
    SessionStatus,
)
from census_desk.staff.roster import STAFF_ROLE_NAMES, StaffRole
from census_desk.visits import (
    OBSTACLE_REASON_NAMES,
    VISIT_STATUS_NAMES,
    ObstacleReason,
    VisitStatus,
)
from census_desk.words import N_
from ui.forms import Field

LETTER = (
    Field(name="subject", label=N_("Tentang"), kind="note", rows=2, group=N_("Surat")),
    Field(name="dated_on", label=N_("Tanggal surat"), kind="date"),
    Field(name="book", label=N_("Buku"), kind="choice", enum=LetterBook, names=LETTER_BOOK_NAMES),
    Field(
        name="number", label=N_("Nomor"), hint=N_("Diisi saat surat ditandatangani."), optional=True
    ),
    Field(
        name="status",
        label=N_("Status"),
        kind="choice",
        enum=LetterStatus,
        names=LETTER_STATUS_NAMES,
        default="draf",
    ),
    Field(name="status_note", label=N_("Alasan (bila batal)"), optional=True),
    Field(
        name="recipients",
        label=N_("Yth."),
        kind="lines",
        rows=3,
        hint=N_("Satu baris satu tujuan."),
        group=N_("Tujuan"),
    ),
    Field(name="recipients_at", label=N_("Di"), hint=N_("Misalnya: se-Kabupaten …"), optional=True),
    Field(
        name="office_ids",
        label=N_("OPD penerima"),
        kind="choices",
        collection="offices",
        hint=N_("Kosong berarti semua OPD."),
        optional=True,
    ),
    Field(name="copy_to", label=N_("Tembusan"), kind="lines", rows=3, optional=True),
    Field(
        name="letterhead_id",
        label=N_("Kop"),
        kind="choice",
        collection="letterheads",
        group=N_("Kop dan tanda tangan"),
        optional=True,
    ),
    Field(
        name="signatory_id",
        label=N_("Penanda tangan"),
        kind="choice",
        collection="signatories",
        optional=True,
    ),
    Field(
        name="on_behalf_of",
        label=N_("Atas nama"),
        hint=N_("Kosong bila menandatangani untuk jabatannya sendiri."),
        optional=True,
    ),
    Field(name="place", label=N_("Ditetapkan di")),
    Field(
        name="profile",
        label=N_("Tata letak"),
        kind="choice",
        collection="profiles",
        hint=N_("Kosong: menurut tanggal surat."),
        optional=True,
    ),
    Field(name="body", label=N_("Isi"), kind="body", rows=16, group=N_("Isi surat")),
    Field(name="note", label=N_("Catatan"), kind="note", rows=2, optional=True),
)
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
OFFICE = (
    Field(name="name", label=N_("Nama OPD"), kind="note", rows=2, group=N_("OPD")),
    Field(name="short_name", label=N_("Nama singkat")),
    Field(name="code", label=N_("Kode")),
    Field(
        name="kind",
        label=N_("Jenis"),
        kind="choice",
        enum=OfficeKind,
        names=OFFICE_KIND_NAMES,
        default="dinas",
    ),
    Field(name="head_title", label=N_("Sebutan kepala"), optional=True),
    Field(name="asn_count", label=N_("Jumlah ASN"), kind="number"),
    Field(name="asn_note", label=N_("Keterangan jumlah"), optional=True),
    Field(name="area_code", label=N_("Kode wilayah"), optional=True),
    Field(name="rank", label=N_("Urutan"), kind="number", optional=True),
    Field(
        name="address", label=N_("Alamat"), kind="note", rows=2, group=N_("Alamat"), optional=True
    ),
    Field(name="phone", label=N_("Telepon"), optional=True),
    Field(name="email", label=N_("Surel"), optional=True),
)
EMPLOYEE = (
    Field(name="office_id", label=N_("OPD"), kind="choice", collection="offices"),
    Field(name="name", label=N_("Nama"), hint=N_("Dengan gelar, seperti akan dicetak.")),
    Field(name="nip", label=N_("NIP"), kind="nip", optional=True),
    Field(name="position", label=N_("Jabatan"), optional=True),
    Field(name="unit", label=N_("Unit"), optional=True),
    Field(name="rank", label=N_("Pangkat"), optional=True),
    Field(name="grade", label=N_("Golongan"), optional=True),
    Field(
        name="sex",
        label=N_("Jenis kelamin"),
        kind="choice",
        enum=Sex,
        names=SEX_NAMES,
        optional=True,
    ),
    Field(name="nik_ready", label=N_("NIK sudah siap"), kind="switch", optional=True),
    Field(name="kk_ready", label=N_("KK sudah siap"), kind="switch", optional=True),
    Field(name="note", label=N_("Catatan"), kind="note", rows=2, optional=True),
)
SIGNATORY = (
    Field(name="name", label=N_("Nama"), hint=N_("Seperti akan dicetak, dengan gelar.")),
    Field(name="post", label=N_("Jabatan yang ditandatangani")),
    Field(
        name="post_kind",
        label=N_("Jenis jabatan"),
        kind="choice",
        enum=PostKind,
        names=POST_KIND_NAMES,
        default="pejabat lain",
    ),
    Field(
        name="status",
        label=N_("Status"),
        kind="choice",
        enum=PostStatus,
        names=POST_STATUS_NAMES,
        optional=True,
    ),
    Field(
        name="own_post",
        label=N_("Jabatan asal"),
        hint=N_("Dicetak sebagai baris kedua untuk Plt. dan Plh."),
        optional=True,
    ),
    Field(name="nip", label=N_("NIP"), kind="nip", optional=True),
    Field(name="rank", label=N_("Pangkat"), optional=True),
    Field(name="grade", label=N_("Golongan"), optional=True),
    Field(name="office_id", label=N_("OPD"), kind="choice", collection="offices", optional=True),
    Field(name="from_on", label=N_("Menjabat sejak"), kind="date"),
    Field(name="to_on", label=N_("Sampai"), kind="date", optional=True),
)
LETTERHEAD = (
    Field(name="name", label=N_("Nama kop")),
    Field(
        name="kind",
        label=N_("Jenis kop"),
        kind="choice",
        enum=LetterheadKind,
        names=LETTERHEAD_KIND_NAMES,
        default="perangkat daerah",
    ),
    Field(name="government_line", label=N_("Baris instansi induk"), optional=True),
    Field(name="office_lines", label=N_("Baris nama kantor"), kind="lines", rows=3),
    Field(name="address_lines", label=N_("Baris alamat"), kind="lines", rows=3, optional=True),
    Field(
        name="emblem_id",
        label=N_("Lambang"),
        kind="choice",
        collection="pictures",
        hint=N_("Kosong: lambang pengganti yang netral."),
        optional=True,
    ),
)
PHASE = (
    Field(name="kind", label=N_("Tahap"), kind="choice", enum=PhaseKind, names=PHASE_NAMES),
    Field(name="starts_on", label=N_("Mulai"), kind="date"),
    Field(name="ends_on", label=N_("Selesai"), kind="date"),
    Field(name="known_from", label=N_("Berlaku sejak"), kind="date"),
    Field(name="source", label=N_("Sumber")),
)
TARGET = (
    Field(name="unit", label=N_("Satuan"), kind="choice", enum=CountedUnit, names=UNIT_NAMES),
    Field(name="percent", label=N_("Target (persen)"), kind="decimal"),
    Field(name="known_from", label=N_("Berlaku sejak"), kind="date"),
    Field(name="source", label=N_("Sumber")),
)
DENOMINATOR = (
    Field(name="unit", label=N_("Satuan"), kind="choice", enum=CountedUnit, names=UNIT_NAMES),
    Field(name="total", label=N_("Jumlah"), kind="number"),
    Field(name="known_from", label=N_("Berlaku sejak"), kind="date"),
    Field(name="source", label=N_("Sumber")),
)
STAFFING_PLAN = (
    Field(name="enumerator_count", label=N_("Pencacah"), kind="number"),
    Field(name="team_leader_count", label=N_("Koordinator tim"), kind="number", optional=True),
    Field(name="known_from", label=N_("Berlaku sejak"), kind="date"),
    Field(name="source", label=N_("Sumber")),
)
PROGRAMME = (
    Field(name="name", label=N_("Nama program")),
    Field(name="short_name", label=N_("Nama singkat")),
    Field(name="regency_code", label=N_("Kode kabupaten/kota"), optional=True),
)
DESK = (
    Field(name="office_name", label=N_("Nama kantor")),
    Field(name="regency_name", label=N_("Kabupaten/kota")),
    Field(name="province_name", label=N_("Provinsi"), optional=True),
    Field(name="regency_code", label=N_("Kode kabupaten/kota"), optional=True),
    Field(name="place", label=N_("Tempat penandatanganan")),
    Field(
        name="working_date",
        label=N_("Tanggal kerja"),
        kind="date",
        hint=N_("Kosong: mengikuti tanggal hari ini."),
        optional=True,
    ),
)
DELIVERY = (
    Field(name="letter_id", label=N_("Surat"), kind="choice", collection="letters"),
    Field(name="office_id", label=N_("OPD"), kind="choice", collection="offices"),
    Field(name="sent_on", label=N_("Dikirim pada"), kind="date", optional=True),
    Field(name="channel", label=N_("Melalui"), kind="choice", enum=Channel, names=CHANNEL_NAMES),
    Field(name="received_on", label=N_("Diterima pada"), kind="date", optional=True),
    Field(name="received_by", label=N_("Diterima oleh"), optional=True),
    Field(name="note", label=N_("Catatan"), kind="note", rows=2, optional=True),
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
RECAP = (
    Field(name="office_id", label=N_("OPD"), kind="choice", collection="offices"),
    Field(name="counted_on", label=N_("Per tanggal"), kind="date"),
    Field(name="done_count", label=N_("ASN selesai"), kind="number"),
    Field(name="asn_count", label=N_("Jumlah ASN"), kind="number", optional=True),
    Field(name="reported_by", label=N_("Pelapor"), optional=True),
    Field(name="note", label=N_("Catatan"), kind="note", rows=2, optional=True),
)
OFFICER = (
    Field(name="name", label=N_("Nama")),
    Field(
        name="role",
        label=N_("Tugas"),
        kind="choice",
        enum=StaffRole,
        names=STAFF_ROLE_NAMES,
        default="pencacah",
    ),
    Field(
        name="officer_number",
        label=N_("Nomor petugas"),
        hint=N_("Nomor urut sendiri; bukan NIK."),
        optional=True,
    ),
    Field(
        name="district_code",
        label=N_("Kecamatan"),
        kind="choice",
        collection="districts",
        optional=True,
    ),
    Field(
        name="village_codes",
        label=N_("Desa/kelurahan"),
        kind="areas",
        collection="villages",
        optional=True,
    ),
    Field(
        name="team_leader_id",
        label=N_("Koordinator tim"),
        kind="choice",
        collection="officers",
        optional=True,
    ),
    Field(name="phone", label=N_("Telepon"), optional=True),
    Field(name="from_on", label=N_("Bertugas sejak"), kind="date", optional=True),
    Field(name="to_on", label=N_("Sampai"), kind="date", optional=True),
    Field(name="note", label=N_("Catatan"), kind="note", rows=2, optional=True),
)

FIELDS: Mapping[str, tuple[Field, ...]] = {
    "desks": DESK,
    "programmes": PROGRAMME,
    "phases": PHASE,
    "targets": TARGET,
    "denominators": DENOMINATOR,
    "staffing_plans": STAFFING_PLAN,
    "offices": OFFICE,
    "employees": EMPLOYEE,
    "signatories": SIGNATORY,
    "letterheads": LETTERHEAD,
    "letters": LETTER,
    "deliveries": DELIVERY,
    "sessions": SESSION,
    "attendances": ATTENDANCE,
    "visits": VISIT,
    "obstacles": OBSTACLE,
    "recaps": RECAP,
    "officers": OFFICER,
}
