"""The plan in front on paper."""

from typing import TYPE_CHECKING

from census_desk.sessions.planning.version import PlanVersion
from ui.workplace import Workplace

if TYPE_CHECKING:
    from ui.presenters.printing import Job


def plan_paper(workplace: Workplace, version: PlanVersion) -> "Job":
    """The plan as it stands on the working day, dated today."""
    from ui.papers.plan import plan_job

    return plan_job(workplace.register, version, workplace.working_day(), workplace.today())
