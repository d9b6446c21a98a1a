"""Dates, times, numbers and words as Indonesian paper writes them, whatever the screen says."""

import re
from datetime import date, time

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
UNITS = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (100, "ratus"))
ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def long_date(day: date) -> str:
    """`13 Februari 2020`: no comma, no leading zero."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def full_date(day: date) -> str:
    """`Kamis, 13 Februari 2020`: the weekday is computed, never typed."""
    return f"{WEEKDAYS[day.weekday()]}, {long_date(day)}"


def short_date(day: date) -> str:
    """`13/02/2020`, for tables."""
    return f"{day:%d/%m/%Y}"


def date_range(first: date, last: date) -> str:
    """`15 Februari s.d. 31 Maret 2020`, `1–31 Juli 2020`, or one day."""
    if first == last:
        return long_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{long_date(last)}"
    start = long_date(first)
    if first.year == last.year:
        start = start.removesuffix(f" {first.year}")
    return f"{start} s.d. {long_date(last)}"


def clock(moment: time) -> str:
    """`09.00`: a point, never a colon."""
    return f"{moment:%H.%M}"


def time_range(first: time, last: time | None, zone: str = "WIB") -> str:
    """`pukul 09.00 WIB s.d. selesai` or `pukul 09.00–11.30 WIB`."""
    if last is None:
        return f"pukul {clock(first)} {zone} s.d. selesai".replace("  ", " ")
    return f"pukul {clock(first)}–{clock(last)} {zone}".rstrip()


def number(value: int) -> str:
    """`857.415`: thousands by a point."""
    return f"{value:,}".replace(",", ".")


def decimal(value: float, digits: int = 1) -> str:
    """`37,4`: a decimal comma; a whole value has no decimals."""
    text = f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))
    return text.rstrip("0").rstrip(",") if digits else text


def words(value: int) -> str:
    """Terbilang: `857.415` as `delapan ratus lima puluh tujuh ribu empat ratus lima belas`."""
    if value < 0:
        return f"minus {words(-value)}"
    if value < 12:
        return UNITS[value]
    if value < 20:
        return f"{UNITS[value - 10]} belas"
    if value < 100:
        tens, rest = divmod(value, 10)
        return _joined(f"{UNITS[tens]} puluh", rest)
    size, name = next(scale for scale in SCALES if value >= scale[0])
    many, rest = divmod(value, size)
    head = f"se{name}" if many == 1 and size <= 1000 else f"{words(many)} {name}"
    return _joined(head, rest)


def _joined(head: str, rest: int) -> str:
    return f"{head} {words(rest)}" if rest else head


def roman(value: int) -> str:
    """Roman numerals for months and attachments: 2 is `II`."""
    text = ""
    for size, sign in ROMAN:
        many, value = divmod(value, size)
        text += sign * many
    return text


def date_in_words(day: date) -> str:
    """For a berita acara: `Kamis tanggal tiga belas bulan Februari tahun dua ribu dua puluh`."""
    return (
        f"{WEEKDAYS[day.weekday()]} tanggal {words(day.day)} "
        f"bulan {MONTHS[day.month - 1]} tahun {words(day.year)}"
    )


ABBREVIATED = frozenset(
    ("ASN", "BPBD", "BPS", "BUMD", "DPRD", "KPU", "PNS", "PPPK", "RSUD", "RT", "RW", "UPT", "UPTD")
)
SMALL = frozenset(
    ("ATAS", "BAGI", "DALAM", "DAN", "DARI", "DENGAN", "DI", "KE", "OLEH", "PADA", "UNTUK", "YANG")
)


def as_in_text(post: str) -> str:
    """`KEPALA BPS KABUPATEN PATI` as `Kepala BPS Kabupaten Pati`; mixed case stays."""
    if not post.isupper():
        return post
    return " ".join(_in_text(word) for word in post.split())


def _in_text(word: str) -> str:
    bare = word.strip(",.;()")
    if bare in ABBREVIATED or re.fullmatch(r"[IVX]+", bare):
        return word
    return word.lower() if bare in SMALL else word.capitalize()


MONTH_BY_NAME = {name.casefold(): place for place, name in enumerate(MONTHS, 1)}
MONTH_BY_NAME |= {name[:3].casefold(): place for place, name in enumerate(MONTHS, 1)}
MONTH_BY_NAME |= {"pebruari": 2, "peb": 2, "agt": 8, "ags": 8, "nopember": 11, "nop": 11}


def read_date(text: str) -> date:
    """A day typed as 12/5/2027, 12-05-2027, 12.5.2027, 12 Mei 2027 or 2027-05-12.

    Day before month always; raises ValueError for anything else, never guesses.
    """
    cleaned = re.sub(r"^[^\W\d]+,\s*", "", text.strip())
    if iso := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", cleaned):
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    if digits := re.fullmatch(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", cleaned):
        return date(int(digits[3]), int(digits[2]), int(digits[1]))
    if named := re.fullmatch(r"(\d{1,2})\s+([^\W\d]+)\.?\s+(\d{4})", cleaned):
        return date(int(named[3]), MONTH_BY_NAME.get(named[2].casefold(), 0), int(named[1]))
    raise ValueError(text)


def read_time(text: str) -> time:
    """A time typed as 9, 09.00, 9:30 or `pukul 09.00 WIB`; raises ValueError otherwise."""
    cleaned = re.sub(r"(?i)\b(pukul|jam|wib|wita|wit)\b", "", text).strip()
    if match := re.fullmatch(r"(\d{1,2})(?:[.:](\d{2}))?", cleaned):
        return time(int(match[1]), int(match[2] or 0))
    raise ValueError(text)


def read_number(text: str) -> int:
    """A whole number typed as 7140, 7.140 or 7 140; raises ValueError otherwise."""
    cleaned = text.strip()
    if re.fullmatch(r"\d{1,3}(?:[. ]\d{3})+|\d+", cleaned):
        return int(re.sub(r"[. ]", "", cleaned))
    raise ValueError(text)


def read_decimal(text: str) -> float:
    """A number typed as 27, 27,5 or 27.5; raises ValueError otherwise."""
    cleaned = text.strip().rstrip("%").strip()
    if re.fullmatch(r"\d+(?:[.,]\d+)?", cleaned):
        return float(cleaned.replace(",", "."))
    raise ValueError(text)
