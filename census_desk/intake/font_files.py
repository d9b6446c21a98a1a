"""Font files as offices have them: TrueType only, allowed to be embedded, with every needed sign.

Sizes are checked before anything is read that could take long: a font is a program's input like
any other. What the printing of papers itself makes of the file is asked through `signs`.
"""

import hashlib
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from census_desk.errors import CensusDeskError
from census_desk.intake.table import UnreadableFile, bytes_of
from census_desk.letters.office_font import MOST_FONT_BYTES
from census_desk.words import _

Signs = Callable[[bytes], frozenset[str]]
"""The signs papers can print with that file; CensusDeskError when they cannot use it at all."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
NEEDED = LETTERS + "0123456789 .,;:!?()[]/%&+=@#*_-–—'\"‘’“”…"
TABLES = ("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post")
TRUETYPE = (b"\x00\x01\x00\x00", b"true")
MOST_TABLES = 64
MOST_MAPPED = 200_000  # signs a font may map: more than any font has, few enough to read
MOST_TOLD = 12
WINDOWS, MACINTOSH = (3, 1, 0x409), (1, 0, 0)
FAMILY, STYLE = 1, 2
# OS/2 fsType: what the maker of the font allows.
KIND_OF_USE, RESTRICTED, NO_SUBSET, BITMAP_ONLY = 0x000F, 0x0002, 0x0100, 0x0200


class UnusableFont(CensusDeskError):
    """A file that cannot serve as font; the sentence says why and what would."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            _("Huruf {name} tidak dapat dipakai: {reason}").format(name=name[:80], reason=reason)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFont:
    """A font file found fit: its own name, family and style as the font says, bytes and digest."""

    name: str
    family: str
    style: str
    data: bytes
    sha256: str

    @property
    def face(self) -> str:
        """What the font calls itself: "Bookman Old Style Bold"."""
        return f"{self.family} {self.style}".strip()


def read_font(path: Path, signs: Signs) -> ReadFont:
    """The font in a file; UnusableFont says in one sentence why it is refused."""
    try:
        data = bytes_of(path, MOST_FONT_BYTES)
    except UnreadableFile as error:
        raise UnusableFont(path.name, error.reason) from error
    return font_of(data, path.name, signs)


def font_of(data: bytes, name: str, signs: Signs) -> ReadFont:
    """The font of these bytes; UnusableFont."""
    if len(data) > MOST_FONT_BYTES:
        raise UnusableFont(name, _("berkas lebih dari 3 MB."))
    try:
        tables = _tables(data, name)
        _refuse_forbidden(data[tables["OS/2"]], name)
        _refuse_endless(data[tables["cmap"]], name)
        names = _names(data[tables["name"]])
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise _broken(name) from error
    _refuse_lacking(data, name, signs)
    return ReadFont(
        name=name[:200],
        family=names.get(FAMILY, "")[:100] or Path(name).stem[:100],
        style=names.get(STYLE, "")[:60],
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
    )


def _tables(data: bytes, name: str) -> dict[str, slice]:
    """Where each table lies."""
    _refuse_other_kinds(data[:4], name)
    (count,) = struct.unpack(">H", data[4:6])
    if count > MOST_TABLES:
        raise _broken(name)
    found: dict[str, slice] = {}
    for place in range(count):
        tag, _sum, start, length = struct.unpack(">4sLLL", data[12 + 16 * place : 28 + 16 * place])
        if start + length > len(data):
            raise _broken(name)
        found[tag.decode("latin-1")] = slice(start, start + length)
    if "glyf" not in found:
        raise UnusableFont(name, _("tidak berisi bentuk huruf TrueType; pilih berkas .ttf biasa."))
    if lacking := [tag for tag in TABLES if tag not in found]:
        raise UnusableFont(name, _("bagian “{part}” tidak ada.").format(part=lacking[0]))
    return found


def _refuse_other_kinds(mark: bytes, name: str) -> None:
    if mark in TRUETYPE:
        return
    reasons = {
        b"OTTO": _("OpenType berbentuk PostScript (CFF) tidak dapat ditanam; pilih berkas .ttf."),
        b"ttcf": _("berkas kumpulan (.ttc); pilih berkas .ttf satu huruf."),
        b"wOFF": _("huruf untuk web (WOFF); pilih berkas .ttf."),
        b"wOF2": _("huruf untuk web (WOFF); pilih berkas .ttf."),
    }
    raise UnusableFont(name, reasons.get(mark, _("bukan berkas huruf TrueType (.ttf).")))


def _refuse_forbidden(table: bytes, name: str) -> None:
    """The maker's own word on embedding (OS/2 fsType)."""
    (allowed,) = struct.unpack(">H", table[8:10])
    if allowed & KIND_OF_USE == RESTRICTED or allowed & BITMAP_ONLY:
        raise UnusableFont(name, _("pembuatnya tidak mengizinkan huruf ini ditanam dalam berkas."))
    if allowed & NO_SUBSET:
        raise UnusableFont(
            name, _("pembuatnya tidak mengizinkan sebagian hurufnya saja yang ditanam.")
        )


def _refuse_endless(table: bytes, name: str) -> None:
    """A table of signs that maps millions would keep the desk reading for minutes."""
    (count,) = struct.unpack(">H", table[2:4])
    starts = {struct.unpack(">L", table[8 + 8 * n : 12 + 8 * n])[0] for n in range(min(count, 32))}
    if sum(last - first + 1 for start in starts for first, last in _ranges(table[start:])) > (
        MOST_MAPPED
    ):
        raise UnusableFont(name, _("daftar tandanya terlalu besar."))


def _ranges(part: bytes) -> Iterator[tuple[int, int]]:
    """The stretches of signs of one map, of the forms that name stretches."""
    (form,) = struct.unpack(">H", part[:2])
    if form == 4:
        (doubled,) = struct.unpack(">H", part[6:8])
        ends = struct.unpack(f">{doubled // 2}H", part[14 : 14 + doubled // 2 * 2])
        at = 16 + doubled // 2 * 2
        firsts = struct.unpack(f">{doubled // 2}H", part[at : at + doubled // 2 * 2])
        yield from ((a, b) for a, b in zip(firsts, ends, strict=True) if a <= b)
    elif form in (12, 13):
        (count,) = struct.unpack(">L", part[12:16])
        for n in range(min(count, MOST_MAPPED + 1)):
            first, last = struct.unpack(">LL", part[16 + 12 * n : 24 + 12 * n])
            yield first, max(first, last)


def _names(table: bytes) -> dict[int, str]:
    """Family and style in English, Windows names before Macintosh ones."""
    count, texts = struct.unpack(">HH", table[2:6])
    found: dict[tuple[int, bool], str] = {}
    for n in range(count):
        record = struct.unpack(">6H", table[6 + 12 * n : 18 + 12 * n])
        platform, encoding, language, kind, length, at = record
        source = (platform, encoding, language)
        if kind in (FAMILY, STYLE) and source in (WINDOWS, MACINTOSH):
            raw = table[texts + at : texts + at + length]
            text = raw.decode("utf-16-be" if source == WINDOWS else "mac-roman", "replace")
            visible = "".join(sign for sign in text if sign.isprintable())
            found.setdefault((kind, source == WINDOWS), visible.strip())
    return {
        kind: found.get((kind, True)) or found.get((kind, False), "") for kind in (FAMILY, STYLE)
    }


def _refuse_lacking(data: bytes, name: str, signs: Signs) -> None:
    try:
        has = signs(data)
    except CensusDeskError as error:
        raise UnusableFont(name, error.sentence) from error
    lacking = [sign for sign in NEEDED if sign not in has]
    if lacking:
        shown = " ".join(lacking[:MOST_TOLD])
        more = len(lacking) - MOST_TOLD
        told = (
            _("tidak memuat tanda {signs} dan {count} tanda lain.")
            if more > 0
            else _("tidak memuat tanda {signs}.")
        )
        raise UnusableFont(name, told.format(signs=shown, count=more))


def _broken(name: str) -> UnusableFont:
    return UnusableFont(name, _("berkas rusak atau terpotong; salin lagi dari asalnya."))
