"""To whom a letter goes: "Yth." at the left, or "Kepada / Yth. … / di –" in the right half."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from census_desk.letters.profile import LayoutProfile
from census_desk.words import _
from reports.fonts import family, width
from reports.layout import Page
from reports.text import post_lines

NUMBER = re.compile(r"^\s*(\d{1,2}[.)])\s*(.*)$")
# Such a line goes on with the addressee above it; it is not the next one.
GOES_ON = re.compile(r"^(?:[a-z]|Kabupaten |Kota |Provinsi |Jalan |Jl\.|Jln\.|\()")
BASELINE = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Lines after "Yth." and the place, "" when none is printed."""

    lines: tuple[str, ...]
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A piece of a line; a `common` one is the same in every copy of a letter."""

    x: float
    row: int
    text: str
    common: bool = True


class AddresseeBlock:
    """An addressee set for one layout; `height` in points, drawn at the left edge of the text."""

    def __init__(self, addressee: Addressee, profile: LayoutProfile, page: Page, font: str) -> None:
        self._face = family(font).regular
        self._size, self._leading = profile.body_size_pt, profile.body_leading_pt
        right = profile.addressee_side == "right"
        left = profile.right_block_left_mm * mm - page.left if right else 0.0
        self._words = self._set(addressee, profile, left, page.text_width - left)

    @property
    def height(self) -> float:
        """Height in points."""
        return (self._words[-1].row + 1) * self._leading if self._words else 0.0

    @property
    def common(self) -> tuple[float, tuple[_Word, ...]]:
        """What copies that may share a stored page have in common: height and common words."""
        return round(self.height, 2), tuple(word for word in self._words if word.common)

    def draw_at(
        self, canvas: Canvas, left: float, top: float, *, common: bool = True, own: bool = True
    ) -> None:
        """Draw with the upper edge at `top`, as one text object (copies come by the hundred).

        Only what is `common` to all copies, or only what is this one's `own`, when asked.
        """
        text = canvas.beginText()
        text.setFont(self._face, self._size)
        for word in self._words:
            if not (common if word.common else own):
                continue
            lower = top - (word.row + 1) * self._leading
            text.setTextOrigin(left + word.x, lower + self._size * BASELINE)
            text.textOut(word.text)
        canvas.drawText(text)

    def _set(
        self, addressee: Addressee, profile: LayoutProfile, left: float, wide: float
    ) -> list[_Word]:
        words: list[_Word] = []
        if profile.addressee_opening:
            words.append(_Word(x=left, row=0, text=profile.addressee_opening))
        row = len(words)
        after = _wide(f"{profile.addressee_word} ", self._face, self._size)
        words.append(_Word(x=left, row=row, text=profile.addressee_word))
        for x, entry in self._entries(addressee.lines, wide - after):
            if entry[1]:
                words.append(_Word(x=left + after, row=row, text=entry[1], common=False))
            words.append(_Word(x=left + after + x, row=row, text=entry[0], common=False))
            row += 1
        return words + self._place(addressee.at, profile, left, after, row)

    def _entries(self, lines: Sequence[str], wide: float) -> list[tuple[float, tuple[str, str]]]:
        """Each printed line as (indent, (text, its number or ""))."""
        rows: list[tuple[float, tuple[str, str]]] = []
        entries = numbered([line for line in lines if line.strip()])
        indent = _wide("0. ", self._face, self._size)
        if any(NUMBER.match(line) and len(NUMBER.match(line)[1]) > 2 for line in entries):  # type: ignore[index]
            indent = _wide("00. ", self._face, self._size)
        for line in entries:
            match = NUMBER.match(line)
            text, number = (match[2], match[1]) if match else (line, "")
            inner = indent if match else 0.0
            field = _("Alamat tujuan (Yth.)")
            parts = post_lines(text, self._face, self._size, wide - inner, field)
            for place, part in enumerate(parts):
                rows.append((inner, (part, number if place == 0 else "")))
        return rows

    def _place(
        self, at: str, profile: LayoutProfile, left: float, after: float, row: int
    ) -> list[_Word]:
        if not at.strip():
            return []
        place = at.strip().upper() if profile.addressee_place_capitals else at.strip()
        return [
            _Word(x=left, row=row, text=profile.addressee_place_word),
            _Word(x=left + after, row=row + 1, text=place),
        ]


class AddresseeSlot(Flowable):
    """An addressee among the blocks of a letter, and what stands at its left in the older layout.

    Without its `own` words it is what copies share; each copy's own are drawn over it.
    """

    def __init__(
        self, addressee: AddresseeBlock, *, own: bool, beside: Flowable | None = None
    ) -> None:
        super().__init__()
        self._addressee, self._own, self._beside = addressee, own, beside
        self._tall = addressee.height
        self._beside_tall = 0.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width and height in points."""
        if self._beside is not None:
            self._beside_tall = self._beside.wrap(available_width, available_height)[1]
        self._tall = max(self._addressee.height, self._beside_tall)
        return available_width, self._tall

    def draw(self) -> None:
        """Draw what stands at the left, and the addressee or what copies have of it in common."""
        if self._beside is not None:
            self._beside.drawOn(self.canv, 0, self._tall - self._beside_tall)
        self._addressee.draw_at(self.canv, 0, self._tall, own=self._own)


def numbered(lines: Sequence[str], last: str = "") -> list[str]:
    """Several lines with their numbers, a semicolon between them and `last` behind them.

    A line that goes on with the one above takes no number. Numbers a clerk typed stay as they are.
    (letters.md 2.1: "1. Kepala Perangkat Daerah; 2. Camat")
    """
    starts = [line for line in lines if not GOES_ON.match(line)]
    if len(starts) < 2 or any(NUMBER.match(line) for line in lines):
        return list(lines)
    result: list[str] = []
    number = 0
    for line in lines:
        bare = line.rstrip(";,. ")
        if GOES_ON.match(line):
            result.append(bare)
            continue
        if result:
            result[-1] += ";"
        number += 1
        result.append(f"{number}. {bare}")
    result[-1] += last
    return result


@cache
def _wide(text: str, face: str, size: float) -> float:
    """The width of one of the few words that every addressee has."""
    return width(text, face, size)
