"""The form of the field staff."""

from census_desk.staff.roster import STAFF_ROLE_NAMES, StaffRole
from census_desk.words import N_
from ui.forms import Field

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
