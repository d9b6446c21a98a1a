"""Who came: the people a session expects, their states, and how they are noted."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from census_desk.people import Employee
from census_desk.register import Register
from census_desk.sessions.attendance import REACHED, Attendance, AttendanceState
from census_desk.sessions.session import Session
from census_desk.words import _, counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One person of a session's list; `attendance` None means not recorded, never absent."""

    id: str
    name: str
    office_id: str
    employee_id: str = ""
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
    session: Session, employees: Iterable[Employee], attendances: Iterable[Attendance]
) -> list[Expected]:
    """The ASN of the session's offices by name, then whoever else was noted (walk-ins)."""
    mine = [one for one in attendances if one.session_id == session.id]
    by_employee = {one.employee_id: one for one in mine if one.employee_id}
    offices = set(session.office_ids)
    listed = [
        Expected(
            id=one.id,
            name=one.name,
            office_id=one.office_id,
            employee_id=one.id,
            attendance=by_employee.pop(one.id, None),
        )
        for one in sorted(employees, key=lambda one: (one.office_id, one.name))
        if one.office_id in offices or one.id in by_employee
    ]
    walk_ins = [one for one in mine if not one.employee_id or one.employee_id in by_employee]
    return listed + [
        Expected(id=one.id, name=one.name, office_id=one.office_id, attendance=one)
        for one in sorted(walk_ins, key=lambda one: one.name)
    ]


def turnout(people: Sequence[Expected]) -> Turnout:
    """The counts of one session's list."""
    states = Counter(one.state for one in people if one.state is not None)
    return Turnout(
        expected=len(people),
        recorded=sum(states.values()),
        reached=sum(states[state] for state in REACHED),
        by_state=dict(states),
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
    with register.change(_step(register, session_id, len(people))):
        for one in people:
            if one.attendance is None:
                register.attendances.add(
                    Attendance(
                        id=new_id(),
                        session_id=session_id,
                        employee_id=one.employee_id,
                        office_id=one.office_id,
                        name=one.name,
                        state=state,
                    )
                )
            elif one.state is not state:
                register.attendances.replace(replace(one.attendance, state=state))


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
    with register.change(_step(register, session_id, len(noted))):
        for attendance in noted:
            register.attendances.remove(attendance.id)
    return len(noted)


def _step(register: Register, session_id: str, many: int) -> str:
    people = counted("{count} orang", "{count} orang", many).format(count=many)
    return _("Mencatat kehadiran: {session} ({people})").format(
        session=register.sessions.get(session_id).title[:60], people=people
    )
