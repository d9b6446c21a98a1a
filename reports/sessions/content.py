"""What an attendance sheet is printed from, and what comes back."""

from dataclasses import dataclass
from datetime import date, time

from census_desk.letters.profile import LayoutProfile
from census_desk.people import Letterhead, Sex, Signatory
from census_desk.sessions.sheet import SheetPage


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceRow:
    """One invited person; position and unit stand under or instead of the NIP.

    `key` says at reading back who it is; rows of one `group` stand together on pages of their own.
    """

    employee_id: str = ""
    key: str = ""
    name: str
    nip: str = ""
    position: str = ""
    unit: str = ""
    sex: Sex = Sex.UNKNOWN
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceContent:
    """A finished list; `code` is the sheet's eight signs, `chair` None leaves a line to fill in.

    `walk_ins` empty rows stand at the end of each group (of the list, when it has no groups);
    `nameless` groups have a page of empty rows each.
    """

    profile: LayoutProfile
    letterhead: Letterhead
    emblem: str = ""
    code: str
    title: str
    held_on: date
    starts_at: time
    ends_at: time | None = None
    venue: str
    place: str
    zone: str = "WIB"
    rows: tuple[AttendanceRow, ...] = ()
    nameless: tuple[str, ...] = ()
    walk_ins: int = 0
    show_nip: bool = False
    chair: Signatory | None = None
    paper: str = "F4"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSheet:
    """The PDF and where each row lies in it."""

    pdf: bytes
    pages: tuple[SheetPage, ...]
