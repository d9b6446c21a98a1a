"""Number patterns as templates: from parts to the printed number, and back from a typed one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from census_desk.errors import CensusDeskError
from census_desk.indonesian import roman
from census_desk.words import N_, _


class InsertForm(StrEnum):
    """How an inserted number (nomor sisipan) is written after its neighbour's."""

    DOT = ".a"
    PLAIN = "a"
    SLASH = "/A"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberParts:
    """What a pattern may ask for beside the sequence and the date; codes as the office writes them.

    `secrecy` is the kode sifat (B, T, R, SR), `kind` the kode jenis of a BPS paper (BA, ST),
    `work_unit` the kode satker, `archive` the kode arsip of BPS.
    """

    classification: str = ""
    unit: str = ""
    secrecy: str = ""
    kind: str = ""
    work_unit: str = ""
    archive: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a typed number says by its book's pattern; `year` is None when it names none."""

    sequence: int
    suffix: str
    classification: str
    year: int | None


INSERT_FORM_NAMES = {
    InsertForm.DOT: N_("12.a"),
    InsertForm.PLAIN: N_("12a"),
    InsertForm.SLASH: N_("12/A"),
}
# Pattern field -> (name on the screen, part of NumberParts or "" for what the desk computes).
FIELDS: Mapping[str, tuple[str, str]] = {
    "klasifikasi": (N_("kode klasifikasi"), "classification"),
    "urut": (N_("nomor urut"), ""),
    "unit": (N_("kode unit"), "unit"),
    "bulan_romawi": (N_("bulan (angka Romawi)"), ""),
    "bulan": (N_("bulan (angka)"), ""),
    "tahun": (N_("tahun"), ""),
    "sifat": (N_("kode sifat"), "secrecy"),
    "jenis": (N_("kode jenis"), "kind"),
    "satker": (N_("kode satker"), "work_unit"),
    "kode_arsip": (N_("kode arsip"), "archive"),
}
_TOKEN = re.compile(r"\{([a-z_]+)(?::([1-9]))?\}")
_PART = re.compile(r"[\w .\-]{1,40}")
_READERS: Mapping[str, str] = {
    "klasifikasi": r"[\w.]+",
    "urut": r"\d{1,9}",
    "bulan_romawi": r"[IVX]+",
    "bulan": r"\d{1,2}",
    "tahun": r"\d{4}",
}
# A slash before the letter counts only in a book that writes 12/A: elsewhere 470/12/OR is a unit.
_SUFFIX = r"(?:\.?(?P<sisipan>[A-Za-z]{1,2}))?"
_SLASHED_SUFFIX = r"(?:[./]?(?P<sisipan>[A-Za-z]{1,2}))?"


class MissingParts(CensusDeskError):
    """The book's pattern asks for parts this letter does not have, or has them misspelt."""

    def __init__(self, pattern: str, names: list[str]) -> None:
        self.names = names
        super().__init__(
            _(
                "Nomor berpola {pattern} memerlukan {names}; isi lebih dulu "
                "(huruf, angka, titik, spasi atau tanda hubung)."
            ).format(pattern=pattern, names=", ".join(names))
        )


def pattern_problem(pattern: str) -> str:
    """The sentence for a pattern no number can be made by, "" for one that works."""
    rest = _TOKEN.sub("", pattern)
    if "{" in rest or "}" in rest:
        return _("Kurung kurawal dalam pola belum lengkap; contoh: {urut} atau {urut:3}.")
    unknown = [name for name in fields_of(pattern) if name not in FIELDS]
    if unknown:
        return _("Pola memuat {unknown} yang tidak dikenal; yang ada: {known}.").format(
            unknown=_braced(unknown), known=_braced(FIELDS)
        )
    if fields_of(pattern).count("urut") != 1:
        return _("Pola harus memuat {urut} tepat satu kali.")
    if any(width and name != "urut" for name, width in _TOKEN.findall(pattern)):
        return _("Banyak angka (misalnya :3) hanya berlaku untuk {urut}.")
    if re.search(r"\d\{urut", pattern) or re.search(r"\{urut(?::\d)?\}\d", pattern):
        return _("Angka tidak boleh menempel pada {urut}, nanti terbaca sebagai nomor lain.")
    return ""


def fields_of(pattern: str) -> tuple[str, ...]:
    """The field names of a pattern in their order."""
    return tuple(name for name, _width in _TOKEN.findall(pattern))


def missing_parts(pattern: str, parts: NumberParts) -> list[str]:
    """The parts a pattern needs that are empty or hold signs no number has, by screen name."""
    return [
        _(name)
        for field in dict.fromkeys(fields_of(pattern))
        if (name := FIELDS[field][0])
        and (part := FIELDS[field][1])
        and not _PART.fullmatch(getattr(parts, part))
    ]


def text_of(
    pattern: str,
    *,
    sequence: int,
    suffix: str = "",
    on: date,
    parts: NumberParts,
    digits: int = 1,
    insert_form: InsertForm = InsertForm.DOT,
) -> str:
    """The number as it is printed; MissingParts when the pattern asks for what is not there.

    `digits` pads {urut} with leading zeros; {urut:3} overrules it. A longer sequence is never
    cut: after 999 comes 1000 (domain/letters.md 4).
    """
    if missing := missing_parts(pattern, parts):
        raise MissingParts(pattern, missing)

    def value(token: re.Match[str]) -> str:
        width = int(token[2] or digits)
        if token[1] == "urut":
            return f"{sequence:0{width}}{written_suffix(suffix, insert_form)}"
        return _value(token[1], on, parts)

    return _TOKEN.sub(value, pattern)


def written_suffix(suffix: str, form: InsertForm) -> str:
    """`a` as `.a`, `a` or `/A`; "" for a number that was not inserted."""
    if not suffix:
        return ""
    return {
        InsertForm.DOT: f".{suffix}",
        InsertForm.PLAIN: suffix,
        InsertForm.SLASH: f"/{suffix.upper()}",
    }[form]


def reading_of(text: str, pattern: str, insert_form: InsertForm = InsertForm.DOT) -> Reading | None:
    """What a typed number says by that pattern, blanks and case aside; None when it does not fit.

    Nothing is guessed: 12/045/2025 is sequence 12 or 45 by the pattern alone.
    """
    found = re.fullmatch(_expression(pattern, insert_form), _tight(text), re.IGNORECASE)
    if not found:
        return None
    named = found.groupdict()
    return Reading(
        sequence=int(named["urut"]),
        suffix=(named["sisipan"] or "").lower(),
        classification=named.get("klasifikasi") or "",
        year=int(named["tahun"]) if named.get("tahun") else None,
    )


def _value(field: str, on: date, parts: NumberParts) -> str:
    if field == "bulan_romawi":
        return roman(on.month)
    if field == "bulan":
        return f"{on.month:02}"
    if field == "tahun":
        return str(on.year)
    return str(getattr(parts, FIELDS[field][1]))


def _expression(pattern: str, insert_form: InsertForm) -> str:
    suffix = _SLASHED_SUFFIX if insert_form is InsertForm.SLASH else _SUFFIX
    return "".join(_expressions(_tight(pattern), suffix))


def _expressions(pattern: str, suffix: str) -> Iterator[str]:
    place, seen = 0, set()
    for token in _TOKEN.finditer(pattern):
        yield re.escape(pattern[place : token.start()])
        name, reader = token[1], _READERS.get(token[1], r"[\w .\-]+")
        yield f"(?P={name})" if name in seen else f"(?P<{name}>{reader})"
        yield suffix if name == "urut" else ""
        seen.add(name)
        place = token.end()
    yield re.escape(pattern[place:])


def _tight(text: str) -> str:
    """Without the blanks people type around slashes and hyphens, and one blank for many."""
    return re.sub(r"\s*([/\-])\s*", r"\1", " ".join(text.split()))


def _braced(names: list[str] | Mapping[str, object]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)
