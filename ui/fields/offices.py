"""The forms of offices, their ASN and their recaps."""

from census_desk.people import OFFICE_KIND_NAMES, SEX_NAMES, OfficeKind, Sex
from census_desk.words import N_
from ui.forms import Field

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

RECAP = (
    Field(name="office_id", label=N_("OPD"), kind="choice", collection="offices"),
    Field(name="counted_on", label=N_("Per tanggal"), kind="date"),
    Field(name="done_count", label=N_("ASN selesai"), kind="number"),
    Field(name="asn_count", label=N_("Jumlah ASN"), kind="number", optional=True),
    Field(name="reported_by", label=N_("Pelapor"), optional=True),
    Field(name="note", label=N_("Catatan"), kind="note", rows=2, optional=True),
)
