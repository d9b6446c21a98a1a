"""A session's people as the register knows them now: who is invited, who was noted."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from census_desk.places import district, villages
from census_desk.register import Register
from census_desk.sessions.attendance import Attendance
from census_desk.sessions.invited import Invited, invited_people
from census_desk.sessions.recording import Expected, expected_people
from census_desk.sessions.session import Session


def invited_to(register: Register, session: Session) -> list[Invited]:
    """The rows of the session's list, in the order it prints."""
    return invited_people(
        session,
        offices=register.offices.all(),
        employees=register.employees.all(),
        signatories=register.signatories.all(),
        district=district,
        villages=villages,
    )


def noted_at(register: Register, session_id: str) -> list[Attendance]:
    """What was noted of the people of one session."""
    return [one for one in register.attendances.all() if one.session_id == session_id]


def people_of(
    register: Register, session: Session, noted: Sequence[Attendance] | None = None
) -> list[Expected]:
    """Everybody of a session: the invited in order, then whoever else was noted.

    `noted` spares looking through all attendances again where many sessions are asked for.
    """
    mine = noted_at(register, session.id) if noted is None else noted
    return expected_people(session, invited_to(register, session), mine)


def noted_by_session(register: Register) -> Mapping[str, list[Attendance]]:
    """What was noted, session by session; an empty list where nothing was."""
    noted: defaultdict[str, list[Attendance]] = defaultdict(list)
    for one in register.attendances.all():
        noted[one.session_id].append(one)
    return noted
