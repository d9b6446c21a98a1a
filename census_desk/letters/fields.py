"""The closed vocabulary of {fields} a letter's text may quote, and how they are filled.

Nothing is evaluated: a name is looked up in a table, all else stays as it was typed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from census_desk.desk import Desk
from census_desk.indonesian import date_range, decimal, long_date, number
from census_desk.letters.about import ABOUT_FIELD_NAMES, NEEDED, PHASES, About, about_values
from census_desk.people import Office
from census_desk.programme import (
    CountedUnit,
    Denominator,
    Phase,
    Programme,
    StaffingPlan,
    Target,
    denominator_in_force,
    in_force,
    phase_in_force,
    target_count,
    target_in_force,
)
from census_desk.words import N_

FIELD = re.compile(r"\{([A-Za-z_][A-Za-z0-9_.]*)\}")
MISSING = "…"
FIELD_NAMES: Mapping[str, str] = {
    "kabupaten": N_("Nama kabupaten/kota"),
    "provinsi": N_("Nama provinsi"),
    "tempat": N_("Tempat penandatanganan"),
    "nama_sensus": N_("Nama sensus"),
    "tanggal_surat": N_("Tanggal surat"),
    "nomor_surat": N_("Nomor surat"),
    "jumlah_asn": N_("Jumlah ASN semua OPD"),
    "jumlah_opd": N_("Jumlah OPD"),
    "jumlah_penduduk": N_("Jumlah dasar penduduk"),
    "jumlah_keluarga": N_("Jumlah dasar keluarga"),
    "target_persen": N_("Target daring (persen)"),
    "target_jiwa": N_("Target daring (jiwa)"),
    "daring_masa": N_("Masa sensus daring"),
    "daring_mulai": N_("Mulai sensus daring"),
    "daring_selesai": N_("Selesai sensus daring"),
    "wawancara_masa": N_("Masa pendataan lapangan"),
    "wawancara_mulai": N_("Mulai pendataan lapangan"),
    "wawancara_selesai": N_("Selesai pendataan lapangan"),
    "jumlah_petugas": N_("Jumlah petugas pencacah"),
    "jumlah_koordinator": N_("Jumlah koordinator tim"),
    "opd": N_("Nama OPD penerima"),
    "kepala": N_("Jabatan kepala OPD penerima"),
    "jumlah_asn_opd": N_("Jumlah ASN OPD penerima"),
    **ABOUT_FIELD_NAMES,
}
# How a picker divides them; every field stands in one group.
FIELD_GROUPS: Mapping[str, tuple[str, ...]] = {
    N_("Meja kerja"): ("kabupaten", "provinsi", "tempat", "nama_sensus"),
    N_("Surat ini"): ("nomor_surat", "tanggal_surat", "surat.", "tenggat"),
    N_("Penerima"): ("opd", "kepala", "jumlah_asn_opd"),
    N_("Jadwal dan target"): ("daring_", "wawancara_", "semula.", "target_", "jumlah_"),
    N_("Sesi"): ("sesi.",),
    N_("Pendampingan"): ("kunjungan.",),
    N_("Surat yang dirujuk"): ("rujukan", "masuk."),
}
# Characters that mean something to Markdown; a value is never markup.
_MARKS = re.compile(r"([\\*_|#])|^([-+>])|^(\d+)([.)])")
OFFICE_FIELDS = ("opd", "kepala", "jumlah_asn_opd")


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignFacts:
    """What the register knows that a letter may quote."""

    desk: Desk
    programme: Programme | None
    phases: tuple[Phase, ...]
    targets: tuple[Target, ...]
    denominators: tuple[Denominator, ...]
    staffing: tuple[StaffingPlan, ...]
    offices: tuple[Office, ...]


def field_values(
    facts: CampaignFacts,
    *,
    on: date,
    letter_number: str = "",
    office: Office | None = None,
    about: About | None = None,
) -> dict[str, str]:
    """Each field's text as known on that day; a fact the register lacks is left out.

    `about` holds the records the letter names, `office` who receives this copy.
    """
    values = {
        "kabupaten": facts.desk.regency_name,
        "provinsi": facts.desk.province_name,
        "tempat": facts.desk.place,
        "nama_sensus": facts.programme.name if facts.programme else "",
        "tanggal_surat": long_date(on),
        "nomor_surat": letter_number,
        "jumlah_asn": number(sum(one.asn_count for one in facts.offices)),
        "jumlah_opd": number(len(facts.offices)),
        **_dated_values(facts, on),
        **about_values(about or About(), on=on, letter_number=letter_number, phases=facts.phases),
    }
    if office is not None:
        values["opd"] = office.name
        values["kepala"] = addressee(office)
        values["jumlah_asn_opd"] = number(office.asn_count)
    return {name: text for name, text in values.items() if text}


def _dated_values(facts: CampaignFacts, on: date) -> dict[str, str]:
    values: dict[str, str] = {}
    for prefix, kind in PHASES:
        if phase := phase_in_force(facts.phases, kind, on):
            values[f"{prefix}_masa"] = date_range(phase.starts_on, phase.ends_on)
            values[f"{prefix}_mulai"] = long_date(phase.starts_on)
            values[f"{prefix}_selesai"] = long_date(phase.ends_on)
    persons = denominator_in_force(facts.denominators, CountedUnit.PERSONS, on)
    families = denominator_in_force(facts.denominators, CountedUnit.HOUSEHOLDS, on)
    target = target_in_force(facts.targets, CountedUnit.PERSONS, on)
    values["jumlah_penduduk"] = number(persons.total) if persons else ""
    values["jumlah_keluarga"] = number(families.total) if families else ""
    values["target_persen"] = decimal(target.percent, 2) if target else ""
    values["target_jiwa"] = number(target_count(target, persons)) if target and persons else ""
    if plan := in_force(facts.staffing, on):
        values["jumlah_petugas"] = _counted(plan.enumerator_count)
        values["jumlah_koordinator"] = _counted(plan.team_leader_count)
    return values


def _counted(value: int) -> str:
    """The number, "" for none: "0 koordinator tim" is no sentence of a letter."""
    return number(value) if value else ""


def addressee(office: Office) -> str:
    """The head of an office as letters address him: "Kepala Dinas Kesehatan", "Camat Jati".

    The post is addressed, never the person; a head title that already carries the kind of office
    ("Kepala Dinas", "Camat") takes the office's name without that word.
    """
    title, name = office.head_title.strip(), office.name
    if not title:
        return name
    last = title.split()[-1]
    if name.startswith(last + " ") and last != title:
        return f"{title} {name.removeprefix(last + ' ')}"
    for kind in ("Kecamatan ", "Kelurahan ", "Sekretariat ", "Inspektorat "):
        if name.startswith(kind):
            return f"{title} {name.removeprefix(kind)}" if title in ("Camat", "Lurah") else title
    return f"{title} {name}"


def used_fields(text: str) -> list[str]:
    """The field names a text quotes, in order, each once."""
    return list(dict.fromkeys(FIELD.findall(text)))


def unknown_fields(text: str) -> list[str]:
    """Names in braces that are not in the vocabulary."""
    return [name for name in used_fields(text) if name not in FIELD_NAMES]


def group_of(name: str) -> str:
    """The group a picker shows a field in."""
    found = [
        (len(start), title)
        for title, starts in FIELD_GROUPS.items()
        for start in starts
        if name.startswith(start)
    ]
    return max(found)[1]


def needed_by(text: str) -> tuple[str, ...]:
    """The fields of Letter that must name a record before every {field} of the text has a value."""
    first_words = (name.partition(".")[0] for name in used_fields(text))
    return tuple(dict.fromkeys(NEEDED[word] for word in first_words if word in NEEDED))


def as_plain_text(values: Mapping[str, str]) -> dict[str, str]:
    """The values for a Markdown text: what people typed is never markup, nor a line of its own."""
    return {name: _MARKS.sub(_escaped, " ".join(value.split())) for name, value in values.items()}


def filled(text: str, values: Mapping[str, str]) -> tuple[str, list[str]]:
    """The text with its fields replaced, and the known fields that have no value ("…" is printed).

    Unknown names stay as typed, braces and all.
    """
    missing: list[str] = []

    def value_of(match: re.Match[str]) -> str:
        name = match[1]
        if name not in FIELD_NAMES:
            return match[0]
        if name not in values:
            missing.append(name)
        return values.get(name, MISSING)

    return FIELD.sub(value_of, text), list(dict.fromkeys(missing))


def _escaped(match: re.Match[str]) -> str:
    if match[3]:
        return f"{match[3]}\\{match[4]}"
    return f"\\{match[1] or match[2]}"
