"""Who came: the people a session expects, their states, and how they are noted."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time

from census_desk.people import Sex
from census_desk.register import Register
from census_desk.sessions.attendance import (
    REACHED,
    Attendance,
    AttendanceState,
    person_key,
)
from census_desk.sessions.invited import Invited
from census_desk.sessions.session import Invitees, Session
from census_desk.words import _, counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One person of a session's list; `attendance` None means not recorded, never absent.

    `key` is what the list and its printed sheets know the person by; `is_listed` is False for a
    walk-in, and for somebody noted who is no longer on the list.
    """

    id: str
    name: str
    office_id: str
    employee_id: str = ""
    position: str = ""
    unit: str = ""
    nip: str = ""
    sex: Sex = Sex.UNKNOWN
    key: str = ""
    is_listed: bool = True
    attendance: Attendance | None = None

    @property
    def state(self) -> AttendanceState | None:
        """What was noted for this person."""
        return self.attendance.state if self.attendance else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turnout:
    """How many came; `reached` counts those present or represented, walk-ins included."""

    expected: int
    recorded: int
    reached: int
    by_state: Mapping[AttendanceState, int]


def expected_people(
    session: Session, invited: Iterable[Invited], attendances: Iterable[Attendance]
) -> list[Expected]:
    """The invited in the order of the list, then whoever else was noted, by name."""
    mine = [one for one in attendances if one.session_id == session.id]
    noted = {person_key(one): one for one in mine if person_key(one)}
    listed = []
    for one in invited:
        attendance = noted.pop(one.key, None)
        listed.append(_listed(one, attendance))
    others = [one for one in mine if not person_key(one) or person_key(one) in noted]
    return listed + [
        Expected(
            id=one.id,
            name=one.name,
            office_id=one.office_id,
            employee_id=one.employee_id,
            key=person_key(one),
            is_listed=False,
            attendance=one,
        )
        for one in sorted(others, key=lambda one: one.name)
    ]


def _listed(one: Invited, attendance: Attendance | None) -> Expected:
    return Expected(
        id=one.key,
        name=one.called,
        office_id=one.office_id,
        employee_id=one.employee_id,
        position=one.position,
        unit=one.unit,
        nip=one.nip,
        sex=one.sex,
        key=one.key,
        attendance=attendance,
    )


def turnout(people: Sequence[Expected]) -> Turnout:
    """The counts of one session's list."""
    states = Counter(one.state for one in people if one.state is not None)
    return Turnout(
        expected=len(people),
        recorded=sum(states.values()),
        reached=sum(states[state] for state in REACHED),
        by_state=dict(states),
    )


def invited_to_come(session: Session, people: Sequence[Expected]) -> int:
    """How many are invited: those listed; where only a count is known, the count stands.

    A guest or a name on an empty row takes nothing away from the count.
    """
    listed = [one for one in people if one.is_listed]
    by_name = session.invitees is Invitees.EMPLOYEES
    if by_name and any(one.state is not None for one in listed):
        return len(listed)
    return max(len(listed), session.invited_count)


def who_came(session: Session, people: Sequence[Expected]) -> int:
    """How many came: those noted; a larger count typed stands while nobody listed is noted."""
    reached = turnout(people).reached
    by_name = session.invitees is Invitees.EMPLOYEES
    if by_name and any(one.is_listed and one.state is not None for one in people):
        return reached
    return max(reached, session.attended_count or 0)


def attendance_of(
    one: Expected,
    session_id: str,
    state: AttendanceState,
    *,
    new_id: Callable[[], str],
    represented_by: str = "",
    arrived_at: time | None = None,
    sheet_code: str = "",
) -> Attendance:
    """This person's state as a record: the one that was noted, changed, or a new one."""
    if one.attendance is not None:
        return replace(
            one.attendance,
            state=state,
            represented_by=represented_by,
            arrived_at=arrived_at or one.attendance.arrived_at,
            sheet_code=sheet_code or one.attendance.sheet_code,
        )
    return Attendance(
        id=new_id(),
        session_id=session_id,
        employee_id=one.employee_id,
        office_id=one.office_id,
        name=one.name,
        state=state,
        represented_by=represented_by,
        listed_as="" if one.employee_id else one.key,
        arrived_at=arrived_at,
        sheet_code=sheet_code,
    )


def record_state(
    register: Register,
    session_id: str,
    people: Sequence[Expected],
    state: AttendanceState,
    *,
    new_id: Callable[[], str],
) -> None:
    """Note one state for these people as one step."""
    with register.change(step_name(register, session_id, len(people))):
        for one in people:
            if one.state is not state:
                keep(register, one, attendance_of(one, session_id, state, new_id=new_id))


def keep(register: Register, one: Expected, attendance: Attendance) -> None:
    """Save what is noted for this person, new or over what was."""
    if one.attendance is None:
        register.attendances.add(attendance)
    else:
        register.attendances.replace(attendance)


def add_walk_in(
    register: Register,
    session_id: str,
    name: str,
    *,
    office_id: str = "",
    new_id: Callable[[], str],
) -> Attendance:
    """Note somebody who came without being on the list; raises InvalidRecord without a name."""
    walk_in = Attendance(id=new_id(), session_id=session_id, office_id=office_id, name=name.strip())
    with register.change(_("Mencatat hadir: {name}").format(name=walk_in.name)):
        register.attendances.add(walk_in)
    return walk_in


def clear_states(register: Register, session_id: str, people: Sequence[Expected]) -> int:
    """Take back what was noted; how many had a note."""
    noted = [one.attendance for one in people if one.attendance is not None]
    with register.change(step_name(register, session_id, len(noted))):
        for attendance in noted:
            register.attendances.remove(attendance.id)
    return len(noted)


def step_name(register: Register, session_id: str, many: int) -> str:
    """What the history calls noting so many people of a session."""
    people = counted("{count} orang", "{count} orang", many).format(count=many)
    return _("Mencatat kehadiran: {session} ({people})").format(
        session=register.sessions.get(session_id).title[:60], people=people
    )
