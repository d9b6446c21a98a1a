"""The records that coverage and the list of what is due look at."""

from dataclasses import dataclass

from census_desk.desk import Desk
from census_desk.letters.delivery import Delivery
from census_desk.letters.incoming import Disposition, IncomingLetter
from census_desk.letters.kept import Scan
from census_desk.letters.letter import Letter
from census_desk.people import Office
from census_desk.programme import Phase
from census_desk.progress import Recap
from census_desk.sessions.attendance import Attendance
from census_desk.sessions.session import Session
from census_desk.visits.follow_up import FollowUp
from census_desk.visits.help_request import HelpRequest
from census_desk.visits.obstacle import Obstacle
from census_desk.visits.reasons import Reason
from census_desk.visits.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """The records, as the register holds them."""

    offices: tuple[Office, ...] = ()
    letters: tuple[Letter, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    sessions: tuple[Session, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    visits: tuple[Visit, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    reasons: tuple[Reason, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    help_requests: tuple[HelpRequest, ...] = ()
    desks: tuple[Desk, ...] = ()
    recaps: tuple[Recap, ...] = ()
    incoming_letters: tuple[IncomingLetter, ...] = ()
    dispositions: tuple[Disposition, ...] = ()
    scans: tuple[Scan, ...] = ()
    phases: tuple[Phase, ...] = ()
