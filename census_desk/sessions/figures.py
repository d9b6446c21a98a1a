"""Who was reached, counted: a session, an office over all its sessions, a kecamatan, a period."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from census_desk.people import Employee, Office, Sex
from census_desk.sessions.attendance import REACHED, Attendance, AttendanceState, person_key
from census_desk.sessions.invited import sex_of
from census_desk.sessions.recording import (
    Expected,
    invited_to_come,
    who_came,
)
from census_desk.sessions.session import NOT_TAKING_PLACE, Session


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFigures:
    """One session in numbers; `absent` are those who stayed away without a reason, by name.

    Where nobody listed is noted, `invited` and `came` are at least the counts typed.
    """

    session: Session
    invited: int
    came: int
    represented: int
    excused: int
    absent_count: int
    unrecorded: int
    walk_ins: int
    men: int
    women: int
    people: tuple[Expected, ...] = ()

    @property
    def is_noted(self) -> bool:
        """Whether anybody is noted by name; without that only typed counts are known."""
        return any(one.state is not None for one in self.people)

    @property
    def absent(self) -> tuple[Expected, ...]:
        """Those who stayed away without a reason."""
        return self._in(AttendanceState.ABSENT)

    @property
    def no_show_rate(self) -> float | None:
        """Per cent of the invited noted so far who stayed away; None when nobody is noted."""
        noted = sum(one.is_listed and one.state is not None for one in self.people)
        return 100 * len([one for one in self.absent if one.is_listed]) / noted if noted else None

    def _in(self, *states: AttendanceState) -> tuple[Expected, ...]:
        return tuple(one for one in self.people if one.state in states)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeReach:
    """An office over all sessions: people by name, each once; `unnamed` came by count only."""

    office: Office
    sessions: int
    named: int
    unnamed: int
    men: int = 0
    women: int = 0

    @property
    def reached(self) -> int:
        """People counted once: the larger of those known by name and one session's count."""
        return max(self.named, self.unnamed)

    @property
    def share(self) -> float | None:
        """Per cent of the office's ASN; None when it has none."""
        count = self.office.asn_count
        return min(100.0, 100 * self.reached / count) if count else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """Sessions of a kecamatan or a period summed up; `unnoted` are those nobody counted yet."""

    title: str
    sessions: int
    invited: int
    came: int
    men: int
    women: int
    absent_count: int
    noted: int
    unnoted: int

    @property
    def share(self) -> float | None:
        """Per cent of the invited who came, over the sessions counted; walk-ins make no more."""
        return min(100.0, 100 * self.came / self.invited) if self.invited else None

    @property
    def no_show_rate(self) -> float | None:
        """Per cent of the people noted by name who stayed away without a reason."""
        return 100 * self.absent_count / self.noted if self.noted else None


def session_figures(
    session: Session, people: Sequence[Expected], employees: Mapping[str, Employee]
) -> SessionFigures:
    """The numbers of one session; `employees` by id tell the sex of walk-ins."""
    listed = [one for one in people if one.is_listed]
    came = [one for one in people if one.state in REACHED]
    noted = any(one.state is not None for one in people)
    states = [one.state for one in people]
    sexes = [_sex(one, employees) for one in came]
    excused = (AttendanceState.EXCUSED, AttendanceState.SICK, AttendanceState.OTHER_DUTY)
    return SessionFigures(
        session=session,
        invited=invited_to_come(session, people),
        came=who_came(session, people),
        represented=states.count(AttendanceState.REPRESENTED),
        excused=sum(state in excused for state in states),
        absent_count=states.count(AttendanceState.ABSENT),
        unrecorded=sum(one.state is None for one in listed) if noted else 0,
        walk_ins=sum(not one.is_listed for one in came),
        men=sexes.count(Sex.MALE),
        women=sexes.count(Sex.FEMALE),
        people=tuple(people),
    )


def held_between(
    sessions: Iterable[Session], first: date | None, last: date | None
) -> list[Session]:
    """Sessions of the period that take place, by day."""
    mine = [
        one
        for one in sessions
        if one.status not in NOT_TAKING_PLACE
        and (first is None or one.held_on >= first)
        and (last is None or one.held_on <= last)
    ]
    return sorted(mine, key=lambda one: (one.held_on, one.starts_at, one.id))


def office_reach(
    offices: Iterable[Office],
    employees: Iterable[Employee],
    sessions: Sequence[Session],
    attendances: Iterable[Attendance],
) -> list[OfficeReach]:
    """Each office in its order: how many of its ASN came to any of these sessions, each once.

    Sessions for one office alone whose people are not known by name count with the largest of
    their typed counts: who came twice cannot be told apart.
    """
    wanted = {one.id for one in sessions}
    staff = {one.id: one for one in employees}
    came: dict[str, set[str]] = {}
    named_sessions: set[str] = set()
    for row in attendances:
        if row.session_id not in wanted or row.state not in REACHED:
            continue
        if person_key(row):
            named_sessions.add(row.session_id)
        person = staff.get(row.employee_id)
        office_id = person.office_id if person else row.office_id
        if person or row.office_id:
            who = row.employee_id or " ".join(row.name.casefold().split())
            came.setdefault(office_id, set()).add(who)
    return [
        _reach(office, sessions, came.get(office.id, set()), named_sessions, staff)
        for office in sorted(offices, key=lambda one: (one.rank, one.code))
    ]


def _reach(
    office: Office,
    sessions: Sequence[Session],
    came: set[str],
    named_sessions: set[str],
    staff: Mapping[str, Employee],
) -> OfficeReach:
    mine = [one for one in sessions if office.id in one.office_ids]
    counted = [
        one.attended_count or 0
        for one in mine
        if one.office_ids == (office.id,) and one.id not in named_sessions
    ]
    sexes = [sex_of(staff[who].nip, staff[who].sex) for who in came if who in staff]
    return OfficeReach(
        office=office,
        sessions=len(mine),
        named=len(came),
        unnamed=max(counted, default=0),
        men=sexes.count(Sex.MALE),
        women=sexes.count(Sex.FEMALE),
    )


def total(title: str, figures: Iterable[SessionFigures]) -> Total:
    """Sessions summed up; those nobody counted yet are told apart and add nothing."""
    every = list(figures)
    counted = [one for one in every if _is_counted(one)]
    noted = [person for one in counted for person in one.people if person.is_listed]
    return Total(
        title=title,
        sessions=len(every),
        invited=sum(one.invited for one in counted),
        came=sum(one.came for one in counted),
        men=sum(one.men for one in counted),
        women=sum(one.women for one in counted),
        absent_count=sum(one.state is AttendanceState.ABSENT for one in noted),
        noted=sum(one.state is not None for one in noted),
        unnoted=len(every) - len(counted),
    )


def by_month(figures: Iterable[SessionFigures]) -> list[tuple[date, list[SessionFigures]]]:
    """The sessions by the first day of their month, in order."""
    months: dict[date, list[SessionFigures]] = {}
    for one in figures:
        months.setdefault(one.session.held_on.replace(day=1), []).append(one)
    return sorted(months.items())


def by_district(
    figures: Iterable[SessionFigures], office_area: Mapping[str, str]
) -> list[tuple[str, list[SessionFigures]]]:
    """The sessions by kecamatan: those held for one, and those of its camat's office.

    `office_area` maps an office to its area code ("" for offices of the whole kabupaten). A
    session for several kecamatan stands under each.
    """
    districts: dict[str, list[SessionFigures]] = {}
    for one in figures:
        codes = set(one.session.district_codes)
        if len(one.session.office_ids) == 1:
            codes.add(office_area.get(one.session.office_ids[0], ""))
        for code in sorted(codes - {""}):
            districts.setdefault(code[:8], []).append(one)
    return sorted(districts.items())


def _is_counted(one: SessionFigures) -> bool:
    return one.came > 0 or any(person.state is not None for person in one.people)


def _sex(one: Expected, employees: Mapping[str, Employee]) -> Sex:
    employee = employees.get(one.employee_id)
    return one.sex or (sex_of(employee.nip, employee.sex) if employee else Sex.UNKNOWN)
