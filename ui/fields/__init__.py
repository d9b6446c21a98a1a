"""The form of each kind of record: which fields, in which order, under which heading."""

from collections.abc import Mapping

from ui.fields.books import BOOK, CLASSIFICATION
from ui.fields.layouts import PROFILE, TEMPLATE
from ui.fields.letters import DELIVERY, LETTER, LETTER_STATE
from ui.fields.mail import DISPOSITION, INCOMING
from ui.fields.offices import EMPLOYEE, OFFICE, RECAP
from ui.fields.plans import PLANNING_GROUP, PLANNING_RULES, PLANNING_TEAM
from ui.fields.sessions import (
    ATTENDANCE,
    DAY_CHANGE,
    FACILITATOR,
    SCHEDULE_RULES,
    SESSION,
    VENUE,
)
from ui.fields.settings import (
    DENOMINATOR,
    DESK,
    LETTERHEAD,
    PHASE,
    PROGRAMME,
    SIGNATORY,
    STAFFING_PLAN,
    TARGET,
)
from ui.fields.staff import OFFICER
from ui.fields.visits import FOLLOW_UP, HELP_REQUEST, OBSTACLE, REASON, VISIT
from ui.forms import Field

FIELDS: Mapping[str, tuple[Field, ...]] = {
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
    "letters": (*LETTER, *LETTER_STATE),
    "deliveries": DELIVERY,
    "incoming_letters": INCOMING,
    "dispositions": DISPOSITION,
    "templates": TEMPLATE,
    "profiles": PROFILE,
    "books": BOOK,
    "classifications": CLASSIFICATION,
    "sessions": SESSION,
    "venues": VENUE,
    "facilitators": FACILITATOR,
    "day_changes": DAY_CHANGE,
    "schedule_rules": SCHEDULE_RULES,
    "planning_rules": PLANNING_RULES,
    "planning_teams": PLANNING_TEAM,
    "planning_groups": PLANNING_GROUP,
    "attendances": ATTENDANCE,
    "visits": VISIT,
    "obstacles": OBSTACLE,
    "reasons": REASON,
    "follow_ups": FOLLOW_UP,
    "help_requests": HELP_REQUEST,
    "recaps": RECAP,
    "officers": OFFICER,
}
