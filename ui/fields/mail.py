"""The forms of incoming letters and of what is asked of whom."""

from census_desk.letters.letter import NATURE_NAMES, Nature
from census_desk.words import N_
from ui.forms import Field

INCOMING = (
    Field(name="sender", label=N_("Pengirim"), group=N_("Surat yang diterima")),
    Field(name="received_on", label=N_("Diterima pada"), kind="date"),
    Field(name="number", label=N_("Nomor surat"), optional=True),
    Field(name="dated_on", label=N_("Tanggal surat"), kind="date"),
    Field(name="subject", label=N_("Hal"), kind="note", rows=2),
    Field(name="summary", label=N_("Isi ringkas"), kind="note", rows=3, optional=True),
    Field(
        name="nature",
        label=N_("Sifat"),
        kind="choice",
        enum=Nature,
        names=NATURE_NAMES,
        default=Nature.ORDINARY.value,
    ),
    Field(
        name="classification",
        label=N_("Klasifikasi"),
        kind="code",
        collection="codes",
        optional=True,
    ),
    Field(name="reply_due_on", label=N_("Dijawab paling lambat"), kind="date", optional=True),
    Field(
        name="agenda_number",
        label=N_("Nomor agenda"),
        hint=N_("Kosongkan: diambil dari buku surat masuk saat disimpan."),
        optional=True,
    ),
    Field(name="note", label=N_("Catatan"), kind="note", rows=2, optional=True),
)

DISPOSITION = (
    Field(name="from_post", label=N_("Dari"), hint=N_("Jabatan yang memberi disposisi.")),
    Field(
        name="to_posts",
        label=N_("Diteruskan kepada"),
        kind="lines",
        rows=3,
        hint=N_("Satu baris satu jabatan."),
    ),
    Field(
        name="instructions",
        label=N_("Dengan hormat harap"),
        kind="choices",
        collection="instructions",
        optional=True,
    ),
    Field(name="note", label=N_("Catatan"), kind="note", rows=2, optional=True),
    Field(name="on", label=N_("Tanggal"), kind="date"),
    Field(name="due_on", label=N_("Selesai paling lambat"), kind="date", optional=True),
    Field(name="done_on", label=N_("Selesai pada"), kind="date", optional=True),
)
