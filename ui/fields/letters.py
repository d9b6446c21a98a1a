"""The forms of letters and of what became of them at each office."""

from census_desk.letters.delivery import CHANNEL_NAMES, Channel
from census_desk.letters.letter import (
    LETTER_BOOK_NAMES,
    LETTER_STATUS_NAMES,
    LetterBook,
    LetterStatus,
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
    Field(
        name="recipients_at", label=N_("Di"), hint=N_("Kota tempat alamat tujuan."), optional=True
    ),
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

DELIVERY = (
    Field(name="letter_id", label=N_("Surat"), kind="choice", collection="letters"),
    Field(name="office_id", label=N_("OPD"), kind="choice", collection="offices"),
    Field(name="sent_on", label=N_("Dikirim pada"), kind="date", optional=True),
    Field(name="channel", label=N_("Melalui"), kind="choice", enum=Channel, names=CHANNEL_NAMES),
    Field(name="received_on", label=N_("Diterima pada"), kind="date", optional=True),
    Field(name="received_by", label=N_("Diterima oleh"), optional=True),
    Field(name="note", label=N_("Catatan"), kind="note", rows=2, optional=True),
)
