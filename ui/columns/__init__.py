"""The table of each kind of record: which columns, in which order, which hidden at first."""

from collections.abc import Mapping

from ui.columns.letters import DELIVERY, LETTER
from ui.columns.mail import BOOK, CLASSIFICATION, DISPOSITION, INCOMING, NUMBER
from ui.columns.offices import EMPLOYEE, OFFICE, RECAP
from ui.columns.plans import PLAN_VERSION, PLANNING_GROUP, PLANNING_TEAM
from ui.columns.sessions import ATTENDANCE, SESSION, SHEET
from ui.columns.settings import (
    DENOMINATOR,
    DESK,
    LETTERHEAD,
    PHASE,
    PROFILE,
    PROGRAMME,
    SIGNATORY,
    STAFFING_PLAN,
    TARGET,
    TEMPLATE,
)
from ui.columns.staff import OFFICER
from ui.columns.venues import DAY_CHANGE, FACILITATOR, VENUE
from ui.columns.visits import FOLLOW_UP, HELP_REQUEST, OBSTACLE, REASON, VISIT
from ui.tables import Column

COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "desks": DESK,
    "programmes": PROGRAMME,
    "phases": PHASE,
    "targets": TARGET,
    "denominators": DENOMINATOR,
    "staffing_plans": STAFFING_PLAN,
    "offices": OFFICE,
    "employees": EMPLOYEE,
    "signatories": SIGNATORY,
    "letterheads": LETTERHEAD,
    "letters": LETTER,
    "deliveries": DELIVERY,
    "incoming_letters": INCOMING,
    "dispositions": DISPOSITION,
    "books": BOOK,
    "templates": TEMPLATE,
    "profiles": PROFILE,
    "numbers": NUMBER,
    "classifications": CLASSIFICATION,
    "sessions": SESSION,
    "venues": VENUE,
    "facilitators": FACILITATOR,
    "day_changes": DAY_CHANGE,
    "planning_teams": PLANNING_TEAM,
    "planning_groups": PLANNING_GROUP,
    "plan_versions": PLAN_VERSION,
    "attendances": ATTENDANCE,
    "sheets": SHEET,
    "visits": VISIT,
    "obstacles": OBSTACLE,
    "reasons": REASON,
    "follow_ups": FOLLOW_UP,
    "help_requests": HELP_REQUEST,
    "recaps": RECAP,
    "officers": OFFICER,
}
