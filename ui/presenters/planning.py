"""What a person does with the schedule: save, move, set aside, clone, repeat, change many."""

from census_desk.sessions import scheduling
from census_desk.sessions.session import Session
from ui.workplace import Workplace


def plan_session(workplace: Workplace, session: Session) -> None:
    """Save a new session where the office's rules allow it."""
    scheduling.plan(
        workplace.register, session, on=workplace.working_day(), schedule=workplace.schedule
    )


def change_session(workplace: Workplace, session: Session, rev: int | None) -> None:
    """Save an edited session where the office's rules allow it."""
    scheduling.change(
        workplace.register,
        session,
        on=workplace.working_day(),
        expected_rev=rev,
        schedule=workplace.schedule,
    )
