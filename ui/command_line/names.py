"""The words a person may type for a collection or a field."""

from argparse import ArgumentTypeError
from collections.abc import Mapping

from census_desk.catalogue import COLLECTIONS
from census_desk.errors import CensusDeskError
from census_desk.register.errors import sentence_case
from census_desk.words import _
from ui.fields import FIELDS
from ui.forms import Field

# Beside the English names of the catalogue; what offices call these things.
COLLECTION_WORDS: Mapping[str, str] = {
    "meja": "desks",
    "kantor": "desks",
    "program": "programmes",
    "tahap": "phases",
    "target": "targets",
    "jumlah-dasar": "denominators",
    "rencana-petugas": "staffing_plans",
    "gambar": "pictures",
    "lambang": "pictures",
    "huruf": "fonts",
    "berkas-huruf": "font_files",
    "opd": "offices",
    "perangkat-daerah": "offices",
    "asn": "employees",
    "pegawai": "employees",
    "penanda-tangan": "signatories",
    "penandatangan": "signatories",
    "kop": "letterheads",
    "surat": "letters",
    "edaran": "letters",
    "pengiriman": "deliveries",
    "templat": "templates",
    "tata-letak": "profiles",
    "surat-masuk": "incoming_letters",
    "disposisi": "dispositions",
    "buku": "books",
    "nomor": "numbers",
    "klasifikasi": "classifications",
    "pindaian": "scans",
    "naskah-terbit": "issued_papers",
    "sesi": "sessions",
    "sosialisasi": "sessions",
    "tempat": "venues",
    "fasilitator": "facilitators",
    "hari": "day_changes",
    "aturan-jadwal": "schedule_rules",
    "aturan-rencana": "planning_rules",
    "tim": "planning_teams",
    "tim-sosialisasi": "planning_teams",
    "kelompok": "planning_groups",
    "kelompok-sasaran": "planning_groups",
    "rencana": "plan_versions",
    "kehadiran": "attendances",
    "lembar": "sheets",
    "daftar-hadir": "sheets",
    "kunjungan": "visits",
    "pendampingan": "visits",
    "kendala": "obstacles",
    "alasan": "reasons",
    "alasan-kendala": "reasons",
    "tindak-lanjut": "follow_ups",
    "permintaan": "help_requests",
    "permintaan-bantuan": "help_requests",
    "rekap": "recaps",
    "petugas": "officers",
}


class UnknownField(CensusDeskError):
    """A field name that the collection does not have."""

    def __init__(self, typed: str, known: list[str]) -> None:
        super().__init__(
            _("Isian “{typed}” tidak dikenal; yang ada: {known}.").format(
                typed=typed, known=", ".join(known)
            )
        )


def collection_named(typed: str) -> str:
    """The collection's name for an English or Indonesian word; ArgumentTypeError if none."""
    word = typed.strip().casefold().replace("_", "-").replace(" ", "-")
    by_word = {name.replace("_", "-"): name for name in COLLECTIONS}
    by_word.update(COLLECTION_WORDS)
    if word not in by_word:
        raise ArgumentTypeError(
            _("koleksi “{typed}” tidak dikenal; yang ada: {known}").format(
                typed=typed, known=", ".join(sorted(COLLECTION_WORDS))
            )
        )
    return by_word[word]


def form_of(collection: str) -> tuple[Field, ...]:
    """The fields a person may fill in; CensusDeskError for what only the desk itself writes."""
    if collection not in FIELDS:
        raise CensusDeskError(
            _("{kind} tidak diisi lewat perintah ini.").format(
                kind=sentence_case(_(COLLECTIONS[collection].singular))
            )
        )
    return FIELDS[collection]


def field_named(fields: tuple[Field, ...], typed: str) -> Field:
    """The field by its name or its label; UnknownField if none."""
    word = typed.strip().casefold()
    for field in fields:
        if word in (field.name.casefold(), _(field.label).casefold()):
            return field
    raise UnknownField(typed, [field.name for field in fields])
