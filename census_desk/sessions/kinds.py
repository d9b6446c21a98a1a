"""The collections of sessions: what is held, where, by whom, by which plan, and who came."""

from census_desk.calendar import DayChange
from census_desk.indonesian import clock, short_date
from census_desk.kind import Kind
from census_desk.sessions.attendance import Attendance
from census_desk.sessions.facilitator import Facilitator
from census_desk.sessions.planning.own_group import PlanningGroup
from census_desk.sessions.planning.rules import PlanningRules
from census_desk.sessions.planning.team import PlanningTeam
from census_desk.sessions.planning.version import PlanVersion
from census_desk.sessions.rules import ScheduleRules
from census_desk.sessions.session import Session
from census_desk.sessions.session_file import SessionFile
from census_desk.sessions.sheet import Sheet
from census_desk.sessions.sheet_return import SheetReturn
from census_desk.sessions.venue import Venue
from census_desk.words import N_

SESSION_KINDS = (
    Kind(
        name="sessions",
        record=Session,
        singular=N_("sesi"),
        title=lambda r: f"{r.title} ({short_date(r.held_on)})",
        references={
            "office_ids": "offices",
            "chair_id": "signatories",
            "letterhead_id": "letterheads",
            "venue_id": "venues",
            "facilitator_ids": "facilitators",
        },
    ),
    Kind(
        name="venues",
        record=Venue,
        singular=N_("tempat"),
        title=lambda r: r.name,
        references={"office_id": "offices"},
    ),
    Kind(
        name="facilitators",
        record=Facilitator,
        singular=N_("fasilitator"),
        title=lambda r: r.name,
        references={"officer_id": "officers"},
    ),
    Kind(
        name="day_changes",
        record=DayChange,
        singular=N_("perubahan hari"),
        title=lambda r: f"{r.name} ({short_date(r.on)})",
    ),
    Kind(
        name="schedule_rules",
        record=ScheduleRules,
        singular=N_("aturan jadwal"),
        title=lambda r: f"{clock(r.opens_at)}–{clock(r.closes_at)}",
    ),
    Kind(
        name="planning_rules",
        record=PlanningRules,
        singular=N_("aturan rencana"),
        title=lambda r: f"{clock(r.morning_from)}–{clock(r.afternoon_until)}",
    ),
    Kind(
        name="planning_teams",
        record=PlanningTeam,
        singular=N_("tim sosialisasi"),
        title=lambda r: r.name,
        references={"facilitator_ids": "facilitators"},
    ),
    Kind(
        name="planning_groups",
        record=PlanningGroup,
        singular=N_("kelompok sasaran"),
        title=lambda r: r.key,
        references={"venue_id": "venues"},
    ),
    Kind(
        name="plan_versions",
        record=PlanVersion,
        singular=N_("rencana kalender"),
        title=lambda r: f"{r.number}: {r.reason}",
    ),
    Kind(
        name="attendances",
        record=Attendance,
        singular=N_("kehadiran"),
        title=lambda r: r.name,
        references={
            "session_id": "sessions",
            "employee_id": "employees",
            "office_id": "offices",
        },
    ),
    Kind(
        name="sheets",
        record=Sheet,
        singular=N_("lembar daftar hadir"),
        title=lambda r: r.code,
        references={"session_id": "sessions"},
    ),
    Kind(
        name="sheet_returns",
        record=SheetReturn,
        singular=N_("lembar kembali"),
        title=lambda r: short_date(r.entered_at.date()),
        references={"sheet_id": "sheets", "session_id": "sessions"},
    ),
    Kind(
        name="session_files",
        record=SessionFile,
        singular=N_("berkas sesi"),
        title=lambda r: short_date(r.closed_on),
        references={"session_id": "sessions"},
    ),
)
