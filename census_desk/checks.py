"""What several records check alike; each answers the sentence to show beside the field."""

import re
from collections.abc import Mapping
from datetime import date, time

from census_desk.errors import InvalidRecord
from census_desk.words import _

FIELD_LIMIT = 500
BODY_LIMIT = 20_000
# NIK and KK numbers have sixteen digits; people write them with blanks, dots or hyphens.
POPULATION_NUMBER = re.compile(r"(?<!\d)(?:\d[ .\-]?){15}\d(?![ .\-]?\d)")
# Longer than a telephone number: a NIK with a slip of the hand, a KK number, a NIP.
LONG_DIGITS = re.compile(r"\d{14}")


def refuse(problems: Mapping[str, str]) -> None:
    """Raise `InvalidRecord` when there is any problem."""
    if problems:
        raise InvalidRecord(problems)


def require(problems: dict[str, str], field: str, value: str, name: str) -> None:
    """A text that must not be blank."""
    if not value.strip():
        problems.setdefault(field, _("{name} belum diisi.").format(name=name))


def limit(
    problems: dict[str, str], field: str, value: str, name: str, most: int = FIELD_LIMIT
) -> None:
    """A text that is short enough to print and holds no population number."""
    if len(value) > most:
        problems.setdefault(
            field,
            _("{name} paling panjang {most} huruf; sekarang {length}.").format(
                name=name, most=most, length=len(value)
            ),
        )
    elif POPULATION_NUMBER.search(value):
        problems.setdefault(
            field,
            _(
                "{name} memuat deretan 16 angka seperti NIK atau nomor KK; "
                "nomor itu tidak boleh disimpan, cukup tulis “sudah siap”."
            ).format(name=name),
        )


def no_long_digits(problems: dict[str, str], field: str, value: str, name: str) -> None:
    """A note from the spot: not even a mistyped NIK or KK number, nor a NIP, belongs in it."""
    if LONG_DIGITS.search(value):
        problems.setdefault(
            field,
            _(
                "{name} memuat deretan angka panjang seperti NIK, nomor KK, atau NIP; "
                "hapus angkanya, cukup tulis “sudah siap”."
            ).format(name=name),
        )


def count(problems: dict[str, str], field: str, value: int | None, name: str) -> None:
    """A count that is not negative."""
    if value is not None and value < 0:
        problems.setdefault(field, _("{name} tidak boleh kurang dari 0.").format(name=name))


def order_of_days(
    problems: dict[str, str], field: str, first: date | None, last: date | None
) -> None:
    """A last day that is not before the first."""
    if first is not None and last is not None and last < first:
        problems.setdefault(field, _("Tanggal akhir mendahului tanggal mulai."))


def order_of_times(
    problems: dict[str, str], field: str, first: time | None, last: time | None
) -> None:
    """An end that is after the start."""
    if first is not None and last is not None and last <= first:
        problems.setdefault(field, _("Waktu selesai harus sesudah waktu mulai."))
