"""The forms of number books and classification codes."""

from census_desk.letters.classification import FAMILY_NAMES, Family
from census_desk.letters.ledger.book import (
    BACK_DATING_NAMES,
    BOOK_SCOPE_NAMES,
    BackDating,
    BookScope,
)
from census_desk.words import N_
from ui.forms import Field

BOOK = (
    Field(name="key", label=N_("Kunci buku"), hint=N_("Singkat, misalnya Setda.")),
    Field(name="name", label=N_("Nama buku")),
    Field(
        name="pattern",
        label=N_("Pola nomor"),
        hint=N_("Misalnya {klasifikasi}/{urut}/{tahun}; {urut:3} berarti tiga angka."),
    ),
    Field(
        name="scope",
        label=N_("Urutan"),
        kind="choice",
        enum=BookScope,
        names=BOOK_SCOPE_NAMES,
        default=BookScope.BOOK.value,
    ),
    Field(
        name="restarts_yearly",
        label=N_("Mulai lagi setiap tahun"),
        kind="switch",
        default="ya",
        optional=True,
    ),
    Field(
        name="back_dating",
        label=N_("Tanggal mundur"),
        kind="choice",
        enum=BackDating,
        names=BACK_DATING_NAMES,
        default=BackDating.REFUSE.value,
    ),
    Field(name="first_number", label=N_("Nomor pertama"), kind="number", default="1"),
    Field(
        name="first_year",
        label=N_("Hanya pada tahun"),
        kind="count",
        optional=True,
        hint=N_("Bila buku mulai dipakai di tengah tahun itu."),
    ),
    Field(name="digits", label=N_("Banyak angka"), kind="number", default="1"),
    Field(name="unit", label=N_("Kode unit"), optional=True),
    Field(name="secrecy", label=N_("Kode sifat"), optional=True),
    Field(name="kind", label=N_("Kode jenis"), optional=True),
    Field(name="work_unit", label=N_("Kode satker"), optional=True),
    Field(name="archive", label=N_("Kode arsip"), optional=True),
    Field(name="is_incoming", label=N_("Buku surat masuk"), kind="switch", optional=True),
    Field(name="note", label=N_("Catatan"), kind="note", rows=2, optional=True),
)

CLASSIFICATION = (
    Field(name="code", label=N_("Kode")),
    Field(name="name", label=N_("Uraian"), kind="note", rows=2),
    Field(
        name="family",
        label=N_("Daftar"),
        kind="choice",
        enum=Family,
        names=FAMILY_NAMES,
        default=Family.NUMERIC.value,
    ),
    Field(name="valid_from", label=N_("Berlaku sejak"), kind="date", optional=True),
    Field(name="valid_to", label=N_("Berlaku sampai"), kind="date", optional=True),
    Field(name="source", label=N_("Sumber"), optional=True),
)
