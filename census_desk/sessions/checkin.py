"""The desk at the door writes: who came at what time, a guest, and taking the last one back."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import time

from census_desk.indonesian import clock
from census_desk.register import Register
from census_desk.sessions.attendance import Attendance, AttendanceState
from census_desk.sessions.recording import Expected, attendance_of, keep
from census_desk.words import _


def check_in(
    register: Register,
    session_id: str,
    person: Expected,
    at: time,
    *,
    new_id: Callable[[], str] | None = None,
) -> Expected:
    """Note that this person came at that time; answers the person as noted."""
    ids = new_id or register.ids
    noted = attendance_of(person, session_id, AttendanceState.PRESENT, new_id=ids, arrived_at=at)
    noted = replace(noted, arrived_at=at)
    with register.change(_("Hadir pukul {time}: {name}").format(time=clock(at), name=person.name)):
        keep(register, person, noted)
    return replace(person, attendance=noted)


def check_in_guest(
    register: Register,
    session_id: str,
    name: str,
    at: time,
    *,
    employee_id: str = "",
    office_id: str = "",
    new_id: Callable[[], str] | None = None,
) -> Expected:
    """Note somebody who came without being on the list; InvalidRecord without a name."""
    guest = Attendance(
        id=(new_id or register.ids)(),
        session_id=session_id,
        employee_id=employee_id,
        office_id=office_id,
        name=" ".join(name.split()),
        arrived_at=at,
    )
    with register.change(_("Hadir pukul {time}: {name}").format(time=clock(at), name=guest.name)):
        register.attendances.add(guest)
    return Expected(
        id=guest.id,
        name=guest.name,
        office_id=office_id,
        employee_id=employee_id,
        key=employee_id,
        is_listed=False,
        attendance=guest,
    )


def take_back(register: Register, before: Expected, now: Expected) -> Expected:
    """Undo one person's coming: what was noted before stands again (nothing, for most)."""
    with register.change(_("Batal hadir: {name}").format(name=now.name)):
        if now.attendance is not None and register.attendances.find(now.attendance.id):
            if before.attendance is None:
                register.attendances.remove(now.attendance.id)
            else:
                register.attendances.replace(before.attendance)
    return before


def arrivals(people: Iterable[Expected]) -> list[Expected]:
    """Those noted at the door, the last one first."""
    came = [
        (one.attendance.arrived_at, one.attendance.id, one)
        for one in people
        if one.attendance and one.attendance.arrived_at
    ]
    came.sort(key=lambda row: row[:2], reverse=True)
    return [one for _at, _id, one in came]
