"""What stands behind a row of the board: its office, its sessions, and how they are named."""

from collections.abc import Iterable, Sequence

from census_desk.coverage.areas import villages_in
from census_desk.coverage.counting import sessions_of_office
from census_desk.coverage.index import Index, ancestors
from census_desk.coverage.rows import CoverageRow, RowKind
from census_desk.indonesian import clock, number, short_date
from census_desk.people import Office
from census_desk.sessions.session import Session
from census_desk.words import _

SHOWN = 3
"""How many records are named one by one; the rest are counted."""


def sessions_of_row(index: Index, row: CoverageRow) -> list[Session]:
    """The briefings that a row's cells are counted from, in order."""
    office = office_behind(index, row)
    if row.kind is RowKind.OFFICE:
        return sessions_of_office(index, office) if office else []
    own = (office.id,) if office and row.kind is RowKind.DISTRICT else ()
    inside = villages_in(row.area_code) if row.kind is RowKind.DISTRICT else ()
    return index.sessions_for(*own, *ancestors(row.area_code), *(one.code for one in inside))


def offices_of_row(index: Index, row: CoverageRow) -> list[Office]:
    """The offices whose ASN a row sums."""
    if row.kind is RowKind.OFFICE:
        office = office_behind(index, row)
        return [office] if office else []
    return index.offices_in(row.area_code)


def office_behind(index: Index, row: CoverageRow) -> Office | None:
    """The office that stands for a row; None where there is none."""
    office: Office | None = index.groups["offices"].get(row.office_id)
    return office


def without_office(row: CoverageRow) -> str:
    """Why a row has no letter and no visit."""
    return _("{name} bukan OPD dan tidak punya kantor dalam daftar OPD.").format(name=row.name)


def no_session() -> str:
    """That nothing is in the calendar for a row."""
    return _("Belum ada sesi yang menyebutnya.")


def name_of(session: Session) -> str:
    """A session as a sentence calls it: its day and hour."""
    return f"{short_date(session.held_on)} {clock(session.starts_at)}"


def names_of(sessions: Iterable[Session]) -> list[str]:
    """Several sessions, each as a sentence calls it."""
    return [name_of(one) for one in sessions]


def listed_briefly(told: Sequence[str]) -> str:
    """The newest few, and how many more."""
    rest = len(told) - SHOWN
    shown = "; ".join(reversed(told[-SHOWN:])) if rest > 0 else "; ".join(told)
    return (
        _("{shown}; dan {count} lagi").format(shown=shown, count=number(rest))
        if (rest > 0)
        else shown
    )
