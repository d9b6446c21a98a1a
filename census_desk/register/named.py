"""The collections by name: the catalogue has them when the desk runs, mypy reads them here."""

from typing import TYPE_CHECKING, Any

from census_desk.register.collection import Collection
from census_desk.register.kinds import Catalogue

if TYPE_CHECKING:
    from census_desk.calendar import DayChange
    from census_desk.desk import Desk
    from census_desk.letters.classification import Classification
    from census_desk.letters.delivery import Delivery
    from census_desk.letters.incoming import Disposition, IncomingLetter
    from census_desk.letters.kept import IssuedPaper, Scan
    from census_desk.letters.ledger.book import Book
    from census_desk.letters.ledger.entry import NumberEntry
    from census_desk.letters.letter import Letter
    from census_desk.letters.office_font import FontFile, OfficeFont
    from census_desk.letters.profile import LayoutProfile
    from census_desk.letters.templates import LetterTemplate
    from census_desk.people import Employee, Letterhead, Office, Picture, Signatory
    from census_desk.programme import Denominator, Phase, Programme, StaffingPlan, Target
    from census_desk.progress import Recap
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
    from census_desk.staff.roster import FieldOfficer
    from census_desk.visits.follow_up import FollowUp
    from census_desk.visits.help_request import HelpRequest
    from census_desk.visits.obstacle import Obstacle
    from census_desk.visits.reasons import Reason
    from census_desk.visits.visit import Visit


class NamedCollections:
    """`letters` for `collection("letters")`, which the heir has, and so on for every name."""

    catalogue: Catalogue

    if TYPE_CHECKING:
        desks: Collection[Desk]
        programmes: Collection[Programme]
        phases: Collection[Phase]
        targets: Collection[Target]
        denominators: Collection[Denominator]
        staffing_plans: Collection[StaffingPlan]
        pictures: Collection[Picture]
        font_files: Collection[FontFile]
        fonts: Collection[OfficeFont]
        offices: Collection[Office]
        employees: Collection[Employee]
        signatories: Collection[Signatory]
        letterheads: Collection[Letterhead]
        letters: Collection[Letter]
        incoming_letters: Collection[IncomingLetter]
        dispositions: Collection[Disposition]
        issued_papers: Collection[IssuedPaper]
        scans: Collection[Scan]
        deliveries: Collection[Delivery]
        books: Collection[Book]
        numbers: Collection[NumberEntry]
        classifications: Collection[Classification]
        profiles: Collection[LayoutProfile]
        templates: Collection[LetterTemplate]
        sessions: Collection[Session]
        venues: Collection[Venue]
        facilitators: Collection[Facilitator]
        day_changes: Collection[DayChange]
        schedule_rules: Collection[ScheduleRules]
        planning_rules: Collection[PlanningRules]
        planning_teams: Collection[PlanningTeam]
        planning_groups: Collection[PlanningGroup]
        plan_versions: Collection[PlanVersion]
        attendances: Collection[Attendance]
        sheets: Collection[Sheet]
        sheet_returns: Collection[SheetReturn]
        session_files: Collection[SessionFile]
        visits: Collection[Visit]
        obstacles: Collection[Obstacle]
        reasons: Collection[Reason]
        follow_ups: Collection[FollowUp]
        help_requests: Collection[HelpRequest]
        recaps: Collection[Recap]
        officers: Collection[FieldOfficer]
    else:  # out of mypy's sight, so that it finds a misspelt name

        def __getattr__(self, name: str) -> Collection[Any]:
            if name.startswith("_") or name not in self.catalogue:
                raise AttributeError(name)
            return self.collection(name)
