"""The forms of the planner: its rules, the teams, and what the office says of one group."""

from census_desk.words import N_
from ui.forms import Field

CLOSED = Field(
    name="closed",
    label=N_("Hari ditutup"),
    kind="closed",
    rows=3,
    hint=N_("Satu baris: 24/02/2020 - 26/02/2020 | rapat kerja"),
    optional=True,
)
PLANNING_RULES = (
    Field(
        name="first_on",
        label=N_("Mulai tanggal"),
        kind="date",
        group=N_("Waktu"),
        hint=N_("Kosong: hari kerja pertama sesudah tanggal kerja."),
        optional=True,
    ),
    Field(
        name="last_on",
        label=N_("Sampai tanggal"),
        kind="date",
        hint=N_("Kosong: akhir tahap sensus daring; bila tahapnya belum dicatat, 60 hari."),
        optional=True,
    ),
    Field(name="morning_from", label=N_("Pagi mulai"), kind="time", default="08.30"),
    Field(name="morning_until", label=N_("Pagi selesai"), kind="time", default="10.30"),
    Field(name="afternoon_from", label=N_("Siang mulai"), kind="time", default="13.00"),
    Field(name="afternoon_until", label=N_("Siang selesai"), kind="time", default="15.00"),
    Field(name="friday_afternoons", label=N_("Jumat siang dipakai"), kind="switch", optional=True),
    CLOSED,
    Field(
        name="weekly",
        label=N_("Ditutup setiap pekan"),
        kind="weekly",
        rows=2,
        hint=N_("Satu baris: Senin pagi | apel"),
        optional=True,
    ),
    Field(
        name="reaches_offices",
        label=N_("Jangkau OPD"),
        kind="switch",
        group=N_("Siapa"),
        default="ya",
        optional=True,
    ),
    Field(
        name="reaches_districts",
        label=N_("Jangkau kecamatan"),
        kind="switch",
        default="ya",
        hint=N_("Kantor kecamatan, kepala desa/lurah, petugas registrasi."),
        optional=True,
    ),
    Field(
        name="reaches_villages",
        label=N_("Jangkau desa/kelurahan"),
        kind="switch",
        default="ya",
        hint=N_("Perangkat desa, per kelompok. Tanpa ini sesi kecamatan berlaku bagi desanya."),
        optional=True,
    ),
    Field(name="cluster_size", label=N_("Desa sekali sosialisasi"), kind="number", default="5"),
    Field(name="people_per_village", label=N_("Undangan tiap desa"), kind="number", default="10"),
    Field(
        name="room",
        label=N_("Orang sekali sosialisasi"),
        kind="number",
        group=N_("Tempat"),
        default="40",
        hint=N_("Bagi kelompok yang tempatnya tidak ada dalam daftar."),
    ),
    Field(
        name="home",
        label=N_("Titik berangkat"),
        kind="position",
        hint=N_("Kosong: tempat milik Setda, atau tengah kabupaten."),
        optional=True,
    ),
    Field(
        name="gap_minutes",
        label=N_("Perjalanan terlama antara dua sesi (menit)"),
        kind="number",
        default="60",
    ),
    Field(
        name="notice_days",
        label=N_("Jarak pindah undangan (hari kerja)"),
        kind="number",
        default="3",
        hint=N_("Waktu untuk meralat undangan dan menyampaikannya."),
    ),
    Field(
        name="people_per_hour",
        label=N_("Satu jam perjalanan = sekian orang"),
        hint=N_("Sekian orang yang menunggu sehari lebih lama sebanding satu jam tim di jalan."),
        kind="number",
        group=N_("Imbangan"),
        default="55",
    ),
)

PLANNING_TEAM = (
    Field(name="name", label=N_("Nama tim"), group=N_("Tim")),
    Field(
        name="facilitator_ids",
        label=N_("Fasilitator"),
        kind="choices",
        collection="facilitators",
        optional=True,
    ),
    Field(
        name="extra_count",
        label=N_("Anggota lain (orang)"),
        kind="number",
        hint=N_("Bagi tim yang anggotanya belum dikenal namanya."),
        optional=True,
    ),
    Field(name="min_present", label=N_("Paling sedikit hadir (orang)"), kind="number", default="1"),
    Field(name="note", label=N_("Catatan"), kind="note", rows=2, optional=True),
)

PLANNING_GROUP = (
    Field(
        name="key",
        label=N_("Kelompok sasaran"),
        group=N_("Kelompok sasaran"),
        hint=N_("Kuncinya, seperti office:… atau cluster:33.19.01:2."),
    ),
    Field(name="people", label=N_("Jumlah orang"), kind="count", optional=True),
    Field(name="room", label=N_("Orang sekali sosialisasi"), kind="count", optional=True),
    Field(
        name="venue_id",
        label=N_("Tempat dari daftar"),
        kind="choice",
        collection="venues",
        optional=True,
    ),
    Field(name="sessions", label=N_("Jumlah sesi"), kind="count", optional=True),
    Field(name="max_per_day", label=N_("Sesi paling banyak sehari"), kind="count", optional=True),
    Field(name="not_before", label=N_("Tidak sebelum"), kind="date", optional=True),
    Field(name="not_after", label=N_("Tidak sesudah"), kind="date", optional=True),
    CLOSED,
    Field(
        name="forbidden",
        label=N_("Tanggal dilarang"),
        kind="halves",
        rows=2,
        hint=N_("Satu baris: 24/02/2020 pagi"),
        optional=True,
    ),
    Field(name="is_left_out", label=N_("Tidak direncanakan"), kind="switch", optional=True),
    Field(name="note", label=N_("Catatan"), kind="note", rows=2, optional=True),
)
