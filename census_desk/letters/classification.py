"""Klasifikasi arsip: the codes letters are filed and numbered under, and when each family holds."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from census_desk.checks import limit, order_of_days, refuse, require
from census_desk.indonesian import long_date
from census_desk.register import Register
from census_desk.resource_files import read_rows
from census_desk.words import N_, _

FOLDER = "classifications"


class Family(StrEnum):
    """The two trees of codes: the numeric one of Permendagri 83/2022, and the one before it."""

    NUMERIC = "83/2022"
    OLDER = "lama"


FAMILY_NAMES = {
    Family.NUMERIC: N_("Permendagri 83/2022"),
    Family.OLDER: N_("daftar lama (sebelum Permendagri 83/2022)"),
}
FILES: Mapping[Family, str] = {
    Family.NUMERIC: "permendagri-83-2022.csv",
    Family.OLDER: "pohon-lama.csv",
}
# Enacted on 12, promulgated on 23 September 2022 (domain/letters.md 4).
NUMERIC_FROM = date(2022, 9, 23)
OLDER_TO = date(2022, 9, 22)
# What a letter of the campaign begins with: sensus penduduk; before it kependudukan, the likeliest
# of a tree that has no code for a census (domain/letters.md 2.1 and 4).
CENSUS_CODES: Mapping[Family, str] = {Family.NUMERIC: "500.14.2", Family.OLDER: "470"}
_CODE = re.compile(r"\d{3}(?:\.\d{1,3}){0,5}")
_SHAPES = {Family.NUMERIC: _CODE, Family.OLDER: re.compile(r"\d{3}(?:\.\d{1,3})?")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """One code of a family; its parent follows from the code. No end: it holds until further."""

    id: str
    code: str
    name: str
    family: Family
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""

    def __post_init__(self) -> None:
        refuse(classification_problems(self))


def classification_problems(one: Classification) -> dict[str, str]:
    """Field to sentence for a code that cannot stand in a list."""
    problems: dict[str, str] = {}
    if not _CODE.fullmatch(one.code):
        problems["code"] = _(
            "Kode “{code}” bukan kode klasifikasi: tiga angka, lalu kelompok angka "
            "dipisah titik, misalnya 005 atau 500.14.2."
        ).format(code=one.code[:40])
    require(problems, "name", one.name, _("Uraian"))
    limit(problems, "name", one.name, _("Uraian"), 300)
    limit(problems, "source", one.source, _("Sumber"), 120)
    order_of_days(problems, "valid_to", one.valid_from, one.valid_to)
    return problems


def in_force(one: Classification, on: date) -> bool:
    """Whether letters of that day may bear the code."""
    return (one.valid_from is None or one.valid_from <= on) and (
        one.valid_to is None or on <= one.valid_to
    )


def family_in_force(on: date) -> Family:
    """The family letters of that day are numbered by."""
    return Family.NUMERIC if on >= NUMERIC_FROM else Family.OLDER


def codes_in_force(on: date, codes: Iterable[Classification]) -> list[Classification]:
    """The codes a letter of that day may bear, in the order of their numbers."""
    return sorted((one for one in codes if in_force(one, on)), key=code_key)


def code_key(one: Classification) -> tuple[int, ...]:
    """Order in the tree: 500.14.2 before 500.14.10."""
    return tuple(int(part) for part in one.code.split("."))


def ancestors(code: str, family: Family) -> list[str]:
    """The codes above one, nearest first.

    In the numeric tree a level is a group after a point. In the older tree every digit is a
    level: 471.12 lies under 471.1, 471, 470 and 400.
    """
    found = []
    while "." in code:
        shorter = code.rpartition(".")[0]
        code = code[:-1] if family is Family.OLDER and code[-2] != "." else shorter
        found.append(code)
    if family is Family.OLDER:
        found += [one for one in (f"{code[:2]}0", f"{code[0]}00") if one != code]
    return list(dict.fromkeys(found))


def parent_of(one: Classification, codes: Iterable[Classification]) -> Classification | None:
    """The nearest code above it that the list has; None at the top."""
    known = {other.code: other for other in codes if other.family is one.family}
    above = (known[code] for code in ancestors(one.code, one.family) if code in known)
    return next(above, None)


def search(text: str, codes: Iterable[Classification]) -> list[Classification]:
    """Codes that begin with what was typed, then those whose name holds every word of it."""
    words = text.casefold().split()
    if not words:
        return sorted(codes, key=code_key)
    every = sorted(codes, key=code_key)
    by_code = [one for one in every if one.code.startswith(words[0]) and len(words) == 1]
    by_name = [one for one in every if all(word in one.name.casefold() for word in words)]
    return by_code + [one for one in by_name if one not in by_code]


def family_problem(code: str, on: date, codes: Iterable[Classification]) -> str:
    """The sentence for a code a letter of that day cannot bear, "" for one that it can.

    A code below a listed one passes: no list here is whole (Permendagri 83/2022; before it the
    older tree).
    """
    listed = sorted(codes, key=lambda one: not in_force(one, on))
    holding = [one for one in listed if in_force(one, on)]
    exact = next((one for one in listed if one.code == code), None)
    other = exact or _covering(code, holding) or _covering(code, listed)
    if other and in_force(other, on):
        return ""
    if other is None:
        return _(
            "Kode {code} tidak ada dalam daftar klasifikasi; periksa penulisannya "
            "atau impor daftar lengkap."
        ).format(code=code)
    return _(
        "Kode {code} berasal dari {other}, sedangkan surat bertanggal {day} memakai {family}."
    ).format(
        code=code,
        other=_(FAMILY_NAMES[other.family]),
        day=long_date(on),
        family=_(FAMILY_NAMES[family_in_force(on)]),
    )


def default_classifications(new_id: Callable[[], str]) -> list[Classification]:
    """The codes that ship with the desk, both families."""
    return [
        classification_of(row["code"], row["name"], family, new_id(), source=row["source"])
        for family, file_name in FILES.items()
        for row in read_rows(f"{FOLDER}/{file_name}")
    ]


def classification_of(
    code: str, name: str, family: Family, record_id: str, *, source: str = ""
) -> Classification:
    """A code with the validity of its family."""
    is_new = family is Family.NUMERIC
    return Classification(
        id=record_id,
        code=code,
        name=name,
        family=family,
        valid_from=NUMERIC_FROM if is_new else None,
        valid_to=None if is_new else OLDER_TO,
        source=source,
    )


def add_default_classifications(register: Register, *, new_id: Callable[[], str]) -> int:
    """Save the shipped codes the register does not have; how many were added."""
    with register.change(_("Menyiapkan daftar klasifikasi")):
        known = {(one.family, one.code) for one in register.collection("classifications").all()}
        fresh = [
            one for one in default_classifications(new_id) if (one.family, one.code) not in known
        ]
        return register.collection("classifications").add_many(fresh)


def merged(
    saved: Iterable[Classification], read: Iterable[Classification]
) -> tuple[list[Classification], list[Classification]]:
    """What an imported list adds, and what it changes (under the saved id); the rest is equal."""
    known = {(one.family, one.code): one for one in saved}
    added, changed = [], []
    for one in read:
        old = known.get((one.family, one.code))
        if old is None:
            added.append(one)
        elif replace(one, id=old.id) != old:
            changed.append(replace(one, id=old.id))
    return added, changed


def _covering(code: str, codes: Iterable[Classification]) -> Classification | None:
    """The nearest listed code above it, in the tree of a family the code can belong to."""
    by_code = {(one.family, one.code): one for one in codes}
    for family in Family:
        for candidate in ancestors(code, family) if _SHAPES[family].fullmatch(code) else ():
            if found := by_code.get((family, candidate)):
                return found
    return None
