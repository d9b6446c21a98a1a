"""The forms of the desk itself: dated entries, signatories, letterheads."""

from census_desk.people import (
    LETTERHEAD_KIND_NAMES,
    POST_KIND_NAMES,
    POST_STATUS_NAMES,
    LetterheadKind,
    PostKind,
    PostStatus,
)
from census_desk.programme import PHASE_NAMES, UNIT_NAMES, CountedUnit, PhaseKind
from census_desk.words import N_
from ui.forms import Field

THRESHOLDS = (
    Field(
        name="proposal_people",
        label=N_("Orang terkendala"),
        kind="number",
        default="5",
        hint=N_("Kunjungan diusulkan mulai dari sekian orang yang dapat dibantu."),
        group=N_("Usulan pendampingan"),
    ),
    Field(
        name="proposal_points",
        label=N_("Selisih dari rata-rata"),
        kind="number",
        default="20",
        hint=N_("Tertinggal sekian poin persen dari rata-rata OPD yang melapor."),
    ),
    Field(
        name="proposal_still_days",
        label=N_("Hari tanpa kemajuan"),
        kind="number",
        default="7",
        hint=N_("Rekapnya tidak bertambah selama sekian hari."),
    ),
    Field(
        name="proposal_rest_days",
        label=N_("Jeda sesudah kunjungan"),
        kind="number",
        default="3",
        hint=N_("Tidak diusulkan lagi sebelum sekian hari."),
    ),
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
    *THRESHOLDS,
)

PROGRAMME = (
    Field(name="name", label=N_("Nama program")),
    Field(name="short_name", label=N_("Nama singkat")),
    Field(name="regency_code", label=N_("Kode kabupaten/kota"), optional=True),
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
    Field(name="is_wish", label=N_("Harapan, belum ditetapkan"), kind="switch", optional=True),
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
