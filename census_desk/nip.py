"""NIP and NI PPPK: eighteen digits, checked and printed in groups (Perka BKN 22/2007)."""

import re
from datetime import date

from census_desk.words import _

PPPK_MONTH = "21"
YOUNGEST_AGE_AT_APPOINTMENT = 17


def nip_problem(nip: str) -> str:
    """The sentence for a NIP that cannot be right, "" for one that can."""
    if not re.fullmatch(r"[0-9]{18}", nip):
        return _("NIP terdiri dari 18 angka; yang tertulis {length} karakter.").format(
            length=len(nip)
        )
    try:
        born = date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
    except ValueError:
        return _("Delapan angka pertama NIP bukan tanggal lahir yang ada.")
    year, month = int(nip[8:12]), nip[12:14]
    if month != PPPK_MONTH and not 1 <= int(month) <= 12:
        return _("Angka ke-13 dan ke-14 NIP bukan bulan pengangkatan (01–12, atau 21 untuk PPPK).")
    if year - born.year < YOUNGEST_AGE_AT_APPOINTMENT:
        return _("Tahun pengangkatan dalam NIP terlalu dekat dengan tahun lahir.")
    if nip[14] not in "12" and month != PPPK_MONTH:
        return _("Angka ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan).")
    return ""


def is_pppk(nip: str) -> bool:
    """Whether the number is an NI PPPK (21 in the place of the month)."""
    return len(nip) == 18 and nip[12:14] == PPPK_MONTH


def sex_digit(nip: str) -> str:
    """The digit of a NIP that tells the sex, "" where it does not (NI PPPK, no whole NIP)."""
    return nip[14] if len(nip) == 18 and not is_pppk(nip) else ""


def grouped(nip: str) -> str:
    """`198609262015051001` as `19860926 201505 1 001`."""
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}" if len(nip) == 18 else nip


def digits(text: str) -> str:
    """What was typed, without the blanks, dots and hyphens people put between groups."""
    return re.sub(r"[ .\-]", "", text.strip())
