"""Which rows a record is counted in: what must be counted again when it changes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from census_desk.coverage.index import AT, Index
from census_desk.coverage.letter_marks import is_circular
from census_desk.letters.delivery import Delivery
from census_desk.letters.letter import Letter
from census_desk.people import Office
from census_desk.sessions.attendance import Attendance
from census_desk.sessions.session import Session


@dataclass(slots=True)
class Touched:
    """The offices by id and the areas by code whose rows must be counted again, or all of them.

    An area stands for its own row, those of the villages in it and that of its kecamatan. A
    circular to everybody asks for the first cell of every row only: `letters`.
    """

    offices: set[str] = field(default_factory=set)
    areas: set[str] = field(default_factory=set)
    letters: bool = False
    everything: bool = False


def touch(touched: Touched, index: Index, name: str, record: Any) -> None:
    """Add the rows a record of a watched collection is counted in, as the index stands."""
    _TOUCH[name](touched, index, record)


def _offices(touched: Touched, index: Index, ids: Iterable[str]) -> None:
    for office_id in ids:
        touched.offices.add(office_id)
        office: Office | None = index.groups["offices"].get(office_id)
        if office is not None and office.area_code:
            touched.areas.add(office.area_code)


def _office(touched: Touched, index: Index, office: Office) -> None:
    touched.offices.add(office.id)
    if office.area_code:
        touched.areas.add(office.area_code)


def _letter(touched: Touched, index: Index, letter: Letter) -> None:
    if is_circular(letter):
        touched.letters |= not letter.office_ids
        _offices(touched, index, letter.office_ids)
    _session_of(touched, index, letter.session_id)


def _delivery(touched: Touched, index: Index, row: Delivery) -> None:
    _offices(touched, index, [row.office_id])
    letter: Letter | None = index.groups["letters"].get(row.letter_id)
    if letter is not None:
        _session_of(touched, index, letter.session_id)


def _session(touched: Touched, index: Index, session: Session) -> None:
    _offices(touched, index, session.office_ids)
    for area in (*session.district_codes, *session.village_codes):
        touched.areas.add(area)
        touched.offices |= {one.id for one in index.groups["offices"].of(area)}
    guests = index.groups["attendances"].of(AT + session.id)
    _offices(touched, index, {index.home_of(row) for row in guests})


def _session_of(touched: Touched, index: Index, session_id: str) -> None:
    session = index.session(session_id) if session_id else None
    if session is not None:
        _session(touched, index, session)


def _attendance(touched: Touched, index: Index, row: Attendance) -> None:
    # Whether anybody listed is noted decides if the session's count typed stands.
    _offices(touched, index, [index.home_of(row)])
    session = index.session(row.session_id)
    if session is not None:
        _offices(touched, index, session.office_ids)


def _of_office(touched: Touched, index: Index, record: Any) -> None:
    _offices(touched, index, [record.office_id])


def _of_all(touched: Touched, index: Index, record: Any) -> None:
    """Settled once for all rows: the index compares what these records say together."""


_TOUCH: dict[str, Callable[[Touched, Index, Any], None]] = {
    **dict.fromkeys(("desks", "programmes", "phases", "reasons", "planning_rules"), _of_all),
    "offices": _office,
    "letters": _letter,
    "deliveries": _delivery,
    "sessions": _session,
    "attendances": _attendance,
    **dict.fromkeys(("visits", "obstacles", "recaps"), _of_office),
}
