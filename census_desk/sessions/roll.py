"""A session's people as the register knows them now: who is invited, who was noted."""

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


def people_of(register: Register, session: Session) -> list[Expected]:
    """Everybody of a session: the invited in order, then whoever else was noted."""
    return expected_people(session, invited_to(register, session), noted_at(register, session.id))
