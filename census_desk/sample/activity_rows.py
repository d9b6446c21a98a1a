"""What happened in the sample campaign, as records: sessions, visits, recaps and who did them."""

from datetime import date, time

from census_desk.places import villages
from census_desk.progress import Recap
from census_desk.sample.rows import IdOf, Row, clock_time, day, several
from census_desk.sessions.attendance import Attendance, AttendanceState
from census_desk.sessions.session import (
    Invitees,
    Material,
    Move,
    Session,
    SessionKind,
    SessionStatus,
)
from census_desk.staff.roster import FieldOfficer, StaffRole
from census_desk.visits.follow_up import FollowUp
from census_desk.visits.help_request import HelpRequest, RequestWay
from census_desk.visits.obstacle import Obstacle
from census_desk.visits.visit import Readiness, Visit, VisitStatus

READY = "✓ "


def session(row: Row, record_id: str, id_of: IdOf) -> Session:
    """A session as it stood at last; a kecamatan's session is for all its villages."""
    districts = several(row["district_codes"])
    held_on, starts_at = date.fromisoformat(row["held_on"]), time.fromisoformat(row["starts_at"])
    return Session(
        id=record_id,
        kind=SessionKind(row["kind"]),
        title=row["title"],
        held_on=held_on,
        starts_at=starts_at,
        ends_at=clock_time(row["ends_at"]),
        staff_from=clock_time(row["staff_from"]),
        venue=row["venue"],
        venue_id=id_of("venues", row["venue_key"]),
        office_ids=tuple(id_of("offices", code) for code in several(row["office_codes"])),
        district_codes=districts,
        village_codes=tuple(village.code for code in districts for village in villages(code)),
        groups=several(row["groups"]),
        facilitator_ids=tuple(
            id_of("facilitators", key) for key in several(row["facilitator_keys"])
        ),
        materials=tuple(_material(text) for text in several(row["materials"])),
        moves=_moves(row, held_on, starts_at),
        invitees=Invitees(row["invitees"]),
        invited_count=int(row["invited_count"]),
        attended_count=int(row["attended_count"]) if row["attended_count"] else None,
        chair_id=id_of("signatories", row["chair"]),
        letterhead_id=id_of("letterheads", row["letterhead"]),
        status=SessionStatus(row["status"]),
        status_note=row["status_note"],
        note=row["note"],
    )


def _material(text: str) -> Material:
    return Material(name=text.removeprefix(READY), is_ready=text.startswith(READY))


def _moves(row: Row, held_on: date, starts_at: time) -> tuple[Move, ...]:
    """The one move of a session, when it has one: from which day and hours, and why."""
    if not row["moved_from"]:
        return ()
    from_on, from_starts, from_ends = row["moved_from"].split()
    return (
        Move(
            moved_on=date.fromisoformat(row["moved_on"]),
            reason=row["move_reason"],
            from_on=date.fromisoformat(from_on),
            from_starts_at=time.fromisoformat(from_starts),
            from_ends_at=time.fromisoformat(from_ends),
            from_venue=row["venue"],
            to_on=held_on,
            to_starts_at=starts_at,
            to_ends_at=clock_time(row["ends_at"]),
            to_venue=row["venue"],
        ),
    )


def attendance(row: Row, record_id: str, id_of: IdOf) -> Attendance:
    """One person at a session."""
    return Attendance(
        id=record_id,
        session_id=id_of("sessions", row["session"]),
        employee_id=id_of("employees", row["name"]),
        office_id=id_of("offices", row["office_code"]),
        name=row["name"],
        state=AttendanceState(row["state"]),
        represented_by=row["represented_by"],
        note=row["note"],
    )


def visit(row: Row, record_id: str, id_of: IdOf) -> Visit:
    """A visit as it stood at last."""
    return Visit(
        id=record_id,
        office_id=id_of("offices", row["office_code"]),
        held_on=date.fromisoformat(row["held_on"]),
        starts_at=clock_time(row["starts_at"]),
        ends_at=clock_time(row["ends_at"]),
        venue=row["venue"],
        officers=several(row["officers"]),
        purpose=row["purpose"],
        status=VisitStatus(row["status"]),
        attendee_count=int(row["attendee_count"]),
        helped_count=int(row["helped_count"]),
        findings=row["findings"],
        nik_ready=Readiness(row["nik_ready"]),
        kk_ready=Readiness(row["kk_ready"]),
        device_ready=Readiness(row["device_ready"]),
        network_ready=Readiness(row["network_ready"]),
        received_by=row["received_by"],
        received_by_post=row["received_by_post"],
        signatory_id=id_of("signatories", row["signatory"]),
        status_note=row["status_note"],
    )


def obstacle(row: Row, record_id: str, id_of: IdOf) -> Obstacle:
    """What hindered some people, still open."""
    return Obstacle(
        id=record_id,
        office_id=id_of("offices", row["office_code"]),
        reason=row["reason"],
        people_count=int(row["people_count"]),
        noted_on=date.fromisoformat(row["noted_on"]),
        reported_by=row["reported_by"],
        visit_id=id_of("visits", row["visit"]),
        note=row["note"],
    )


def follow_up(row: Row, record_id: str, id_of: IdOf) -> FollowUp:
    """What was agreed on a visit, not done yet."""
    return FollowUp(
        id=record_id,
        visit_id=id_of("visits", row["visit"]),
        what=row["what"],
        who=row["who"],
        due_on=day(row["due_on"]),
    )


def help_request(row: Row, record_id: str, id_of: IdOf) -> HelpRequest:
    """What an office asked for, not answered yet."""
    return HelpRequest(
        id=record_id,
        office_id=id_of("offices", row["office_code"]),
        asked_on=date.fromisoformat(row["asked_on"]),
        asked_by=row["asked_by"],
        way=RequestWay(row["way"]),
        what=row["what"],
    )


def recap(row: Row, record_id: str, id_of: IdOf) -> Recap:
    """What an office reported on a day."""
    return Recap(
        id=record_id,
        office_id=id_of("offices", row["office_code"]),
        counted_on=date.fromisoformat(row["counted_on"]),
        done_count=int(row["done_count"]),
        asn_count=int(row["asn_count"]),
        reported_by=row["reported_by"],
        note=row["note"],
    )


def field_officer(row: Row, record_id: str, id_of: IdOf) -> FieldOfficer:
    """One invented person of the field staff or of BPS."""
    return FieldOfficer(
        id=record_id,
        name=row["name"],
        role=StaffRole(row["role"]),
        officer_number=row["officer_number"],
        district_code=row["district_code"],
        village_codes=several(row["village_codes"]),
        team_leader_id=id_of("officers", row["team_leader"]),
        from_on=day(row["from_on"]),
        to_on=day(row["to_on"]),
        note=row["note"],
    )
