"""The table of the field staff."""

from census_desk.staff.roster import STAFF_ROLE_NAMES
from census_desk.words import N_
from ui.tables import (
    Column,
    day_column,
    named_column,
    reference_column,
    text_column,
)

OFFICER = (
    text_column("name", N_("Nama"), ems=22),
    named_column("role", N_("Tugas"), STAFF_ROLE_NAMES, ems=20),
    Column(
        name="district_code",
        label=N_("Kecamatan"),
        text=lambda officer, lookup: lookup.area(officer.district_code),
        ems=14,
    ),
    Column(
        name="village_codes",
        label=N_("Desa/kelurahan"),
        text=lambda officer, lookup: lookup.areas(officer.village_codes),
        ems=22,
    ),
    reference_column("team_leader_id", N_("Koordinator tim"), "officers", ems=18, shown=False),
    text_column("officer_number", N_("Nomor petugas"), ems=12, shown=False),
    text_column("phone", N_("Telepon"), ems=14, shown=False),
    day_column("from_on", N_("Sejak"), shown=False),
    day_column("to_on", N_("Sampai"), shown=False),
)
