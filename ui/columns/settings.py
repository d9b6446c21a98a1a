"""The tables of the desk's own facts: dated entries, signatories, letterheads."""

from census_desk.indonesian import decimal
from census_desk.letters.letter import LETTER_KIND_NAMES
from census_desk.people import LETTERHEAD_KIND_NAMES, POST_STATUS_NAMES
from census_desk.programme import PHASE_NAMES, UNIT_NAMES
from census_desk.words import N_, _
from ui.tables import (
    Column,
    day_column,
    named_column,
    number_column,
    text_column,
)

DESK = (
    text_column("office_name", N_("Nama kantor"), ems=24),
    text_column("regency_name", N_("Kabupaten/kota"), ems=18),
    day_column("working_date", N_("Tanggal kerja")),
)

PROGRAMME = (
    text_column("name", N_("Nama program"), ems=26),
    text_column("short_name", N_("Nama singkat"), ems=14),
)

PHASE = (
    named_column("kind", N_("Tahap"), PHASE_NAMES, ems=18),
    day_column("starts_on", N_("Mulai")),
    day_column("ends_on", N_("Selesai")),
    day_column("known_from", N_("Berlaku sejak"), ems=12),
    text_column("source", N_("Sumber"), ems=30),
)

TARGET = (
    named_column("unit", N_("Satuan"), UNIT_NAMES, ems=10),
    Column(
        name="percent",
        label=N_("Target (persen)"),
        text=lambda target, lookup: decimal(target.percent, 2),
        sort_key=lambda target, lookup: target.percent,
        value=lambda target, lookup: target.percent,
        align="e",
        ems=12,
    ),
    day_column("known_from", N_("Berlaku sejak"), ems=12),
    text_column("source", N_("Sumber"), ems=30),
)

DENOMINATOR = (
    named_column("unit", N_("Satuan"), UNIT_NAMES, ems=10),
    number_column("total", N_("Jumlah"), ems=10),
    day_column("known_from", N_("Berlaku sejak"), ems=12),
    text_column("source", N_("Sumber"), ems=30),
)

STAFFING_PLAN = (
    number_column("enumerator_count", N_("Pencacah"), ems=10),
    number_column("team_leader_count", N_("Koordinator tim"), ems=14),
    day_column("known_from", N_("Berlaku sejak"), ems=12),
    text_column("source", N_("Sumber"), ems=30),
)

SIGNATORY = (
    text_column("name", N_("Nama"), ems=24),
    text_column("post", N_("Jabatan"), ems=24),
    named_column("status", N_("Status"), POST_STATUS_NAMES, ems=20),
    day_column("from_on", N_("Sejak")),
    day_column("to_on", N_("Sampai")),
)

LETTERHEAD = (
    text_column("name", N_("Nama kop"), ems=22),
    named_column("kind", N_("Jenis kop"), LETTERHEAD_KIND_NAMES, ems=34),
    Column(
        name="office_lines",
        label=N_("Nama kantor"),
        text=lambda letterhead, lookup: " ".join(letterhead.office_lines),
        ems=26,
    ),
)

TEMPLATE = (
    text_column("name", N_("Nama templat"), ems=26),
    named_column("kind", N_("Jenis"), LETTER_KIND_NAMES, ems=14),
    text_column("subject", N_("Tentang"), ems=28),
    text_column("purpose", N_("Kegunaan"), ems=28, shown=False),
)

PROFILE = (
    text_column("name", N_("Nama tata letak"), ems=28),
    text_column("paper_name", N_("Kertas"), ems=8),
    Column(
        name="use",
        label=N_("Dipakai"),
        text=lambda profile, lookup: (
            _("Menurut tanggal") if profile.chosen_by_date else _("Bila dipilih pada surat")
        ),
        ems=20,
    ),
    day_column("valid_from", N_("Berlaku sejak"), ems=12),
    day_column("valid_to", N_("Berlaku sampai"), ems=12),
)
