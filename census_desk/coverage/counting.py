"""The plain count: every row from the records of its office or area, as of a day."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from census_desk.coverage.help_marks import done_mark, done_of, visit_mark
from census_desk.coverage.index import WATCHED, Index, ancestors
from census_desk.coverage.letter_marks import Asked, asked_to, invited_mark, letter_mark, way_of
from census_desk.coverage.rows import CoverageRow, RowKind, row_key
from census_desk.coverage.session_marks import (
    Reach,
    counted_only,
    people_of,
    scheduled_mark,
    session_mark,
)
from census_desk.coverage.steps import Mark, Step
from census_desk.letters.letter import Letter
from census_desk.people import Office
from census_desk.sessions.session import Session

if TYPE_CHECKING:
    from census_desk.register import Register

ALL_KINDS = frozenset(RowKind)


def full_count(
    register: "Register", on: date, kinds: Collection[RowKind] = ALL_KINDS
) -> tuple[CoverageRow, ...]:
    """Every row as of that day: offices by rank, then each kecamatan and its villages."""
    return tuple(count_rows(index_of(register, on), kinds))


def as_of(register: "Register", day: date) -> tuple[CoverageRow, ...]:
    """The board "per tanggal": what was known by the end of that day, by the dates in records.

    Moves of sessions decided later are undone. Records that carry no date (the number of ASN of an
    office, a session called off or entered later) stand as they are now.
    """
    return full_count(register, day)


def index_of(register: "Register", on: date) -> Index:
    """The register's records as of that day, each found by what it counts for."""
    records = {name: register.collection(name).all() for name in WATCHED}
    return Index(records, register.employees.find, on)


def count_rows(index: Index, kinds: Collection[RowKind] = ALL_KINDS) -> Iterator[CoverageRow]:
    """The rows of these kinds from the records, in their order."""
    if RowKind.OFFICE in kinds:
        yield from (office_row(index, office) for office in index.offices())
    if RowKind.DISTRICT in kinds or RowKind.VILLAGE in kinds:
        from census_desk.coverage.area_rows import AreaRows

        yield from (row for row in AreaRows(index).rows() if row.kind in kinds)


def office_row(index: Index, office: Office) -> CoverageRow:
    """One office's row."""
    sessions = sessions_of_office(index, office)
    reach = reach_of(index, office, sessions)
    done = done_of(office.asn_count, index.recap_of(office.id))
    return CoverageRow(
        key=row_key(RowKind.OFFICE, office.id),
        kind=RowKind.OFFICE,
        name=office.name,
        short_name=office.short_name,
        office_id=office.id,
        area_code=office.area_code,
        marks={
            Step.LETTER: office_letter_mark(index, office),
            Step.INVITED: invited_mark(asked_office(index, office, sessions), index.on),
            Step.SCHEDULED: scheduled_mark(sessions, index.deadline, index.on),
            Step.SESSION: session_mark(
                sessions, reach, other_sessions(index, office, sessions), index.on
            ),
            Step.VISIT: office_visit_mark(index, office),
            Step.DONE: finished_mark(index, [office]),
        },
        asn_count=office.asn_count,
        done_count=done,
        people_reached=reach.reached,
        people_count=office.asn_count,
    )


def with_letter(index: Index, row: CoverageRow) -> CoverageRow:
    """The row with its first cell counted again, the others as they stand."""
    office: Office | None = index.groups["offices"].get(row.office_id)
    if office is None:
        return row
    return replace(row, marks={**row.marks, Step.LETTER: office_letter_mark(index, office)})


def sessions_of_office(index: Index, office: Office) -> list[Session]:
    """The briefings that name the office, or the area it stands in."""
    return index.sessions_for(office.id, *ancestors(office.area_code))


def reach_of(index: Index, office: Office, sessions: Sequence[Session]) -> Reach:
    """How many ASN of an office all its held briefings reached, each person once.

    A session for this office alone whose people are not known by name adds its count; of one for
    several targets nobody can tell whose people came.
    """
    return Reach(
        whole=office.asn_count,
        named=len(people_of(index.attended(office.id))),
        counted=sum(
            counted_only(one, index.noted_at(one.id))
            for one in sessions
            if is_for_it_alone(one, office) and index.is_held(one)
        ),
    )


def is_for_it_alone(session: Session, office: Office) -> bool:
    """Whether everybody counted at the session is of this office."""
    return (
        session.office_ids == (office.id,)
        and not session.district_codes
        and not session.village_codes
        and not session.groups
    )


def other_sessions(index: Index, office: Office, sessions: Sequence[Session]) -> list[str]:
    """Held briefings of others where people of the office came in, the newest first."""
    own = {one.id for one in sessions}
    ids = {row.session_id for row in index.attended(office.id)} - own
    found = [one for each in ids if (one := index.session(each))]
    return [one.id for one in sorted(found, key=lambda one: (one.held_on, one.id), reverse=True)]


def office_letter_mark(index: Index, office: Office) -> Mark:
    """The circulars at one office."""
    return letter_mark(office.id, index.circulars(), index.deliveries_to(office.id), index.on)


def office_visit_mark(index: Index, office: Office) -> Mark:
    """The help one office needs and got."""
    visits, obstacles = index.visits_to(office.id), index.obstacles_at(office.id)
    return visit_mark(visits, obstacles, index.curable, index.on)


def finished_mark(index: Index, offices: Sequence[Office]) -> Mark:
    """The ASN of these offices who have finished."""
    pairs = [(one, index.recap_of(one.id)) for one in offices]
    done = sum(done_of(office.asn_count, recap) for office, recap in pairs)
    recaps = [recap for _office, recap in pairs if recap]
    return done_mark(done, sum(one.asn_count for one in offices), recaps)


def asked_office(index: Index, office: Office, sessions: Sequence[Session]) -> list[Asked]:
    """Whether the office was asked to each of its sessions, by letters that name it or nobody."""
    rows = index.deliveries_to(office.id)

    def letters(session: Session) -> list[Letter]:
        every = index.letters_for(session.id)
        return [one for one in every if not one.office_ids or office.id in one.office_ids]

    return [
        asked_to(one, letters(one), lambda letter: way_of(letter, rows, index.on), index.on)
        for one in sessions
    ]
