"""The printed attendance sheet as an address: its code, and where each row lies on paper.

The contract of the paper loop: a code is random and used for one printing of one session's list;
rows are never renumbered after printing; the geometry of the print is kept with it.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from census_desk.checks import refuse, require
from census_desk.words import _

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LAYOUT_VERSION = 1
CODE_LENGTH = 8
MOST_WALK_INS = 1000  # empty rows of one printing, all units together: about forty pages

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One printed row: boxes are x, y, width, height in mm from the page's top left corner."""

    number: int
    employee_id: str = ""
    name: str = ""
    key: str = ""
    walk_in: int = 0
    name_box: Box
    sign_box: Box
    note_box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPage:
    """One printed page and its rows; `group` is the unit whose list it carries."""

    page: int
    group: str = ""
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One printing of one session's attendance list."""

    id: str
    code: str
    session_id: str
    printed_at: datetime
    printed_by: str
    layout: int = LAYOUT_VERSION
    paper: str
    pages: tuple[SheetPage, ...]
    replaces: str = ""

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "session_id", self.session_id, _("Sesi"))
        if len(self.code) != CODE_LENGTH or set(self.code) - set(ALPHABET):
            problems["code"] = _("Kode lembar harus 8 tanda dari huruf dan angka yang dipakai.")
        refuse(problems)


def new_code(choose: Callable[[str], str] | None = None) -> str:
    """A random sheet code of eight signs; `choose` picks one sign of a text."""
    choose = choose or random.SystemRandom().choice
    return "".join(choose(ALPHABET) for _sign in range(CODE_LENGTH))


def check_letters(text: str) -> str:
    """Two letters that miss few one-letter typing errors: position-weighted sums modulo 30.

    Both weights are units modulo 30 or change with the place, so that a wrong sign or two
    neighbours exchanged alter at least one of the two letters.
    """
    base = len(ALPHABET)
    places = [ALPHABET.index(sign) if sign in ALPHABET else ord(sign) % base for sign in text]
    first = sum(value * UNITS[place % len(UNITS)] for place, value in enumerate(places)) % base
    second = sum(value * (place + 1) for place, value in enumerate(places)) % base
    return ALPHABET[first] + ALPHABET[second]


UNITS = (1, 7, 11, 13, 17, 19, 23, 29)


def page_code(code: str, page: int, pages: int) -> str:
    """The QR text of one page: `DH` + layout + code (8) + page (2) + pages (2) + check (2).

    From 100 pages on, page and pages have three digits each; the length tells which it is.
    """
    digits = max(2, len(str(pages)))
    body = f"DH{LAYOUT_VERSION}{code}{page:0{digits}d}{pages:0{digits}d}"
    return body + check_letters(body)


def spoken_code(code: str, page: int) -> str:
    """The code as printed for people: `7K3Q-X9MP-01` and its check letters."""
    return f"{code[:4]}-{code[4:]}-{page:02d} {check_letters(f'{code}{page:02d}')}"
