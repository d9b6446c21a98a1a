"""Usulan pendampingan: which offices should be visited and why, and the visit made of one."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from census_desk.calendar import next_working_day
from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.indonesian import number, short_date
from census_desk.people import PostKind
from census_desk.visits.proposals import Proposal
from census_desk.visits.reporting import Plan, plan_visit, proposals_now, purpose_of
from census_desk.visits.visit import Visit
from census_desk.words import N_, _
from ui.columns.visits import PROPOSAL
from ui.fields.visits import OFFICERS, SIGNATORY
from ui.forms import Field, parse
from ui.presenters.last_time import signer_of_last
from ui.presenters.visits import tell_clashes
from ui.tables import TableModel
from ui.workplace import OK, Workplace

PLAN_FIELDS = (
    Field(name="held_on", label=N_("Tanggal"), kind="date"),
    Field(name="starts_at", label=N_("Mulai"), kind="time", optional=True),
    Field(name="ends_at", label=N_("Berakhir"), kind="time", optional=True),
    OFFICERS,
    Field(name="purpose", label=N_("Maksud kunjungan"), kind="note", rows=2, optional=True),
    SIGNATORY,
)


class ProposalsView(Protocol):
    """What the presenter asks of the page."""

    def paint_table(self) -> None:
        """The proposals changed."""


class ProposalsPresenter:
    """The list for the working day; one step makes the visit."""

    def __init__(self, workplace: Workplace, view: ProposalsView) -> None:
        self.workplace = workplace
        self._view = view
        self.model = TableModel(PROPOSAL, workplace.lookup)
        self._found: dict[str, Proposal] = {}

    def refresh(self) -> None:
        """Look anew which offices should be visited."""
        found = proposals_now(self.workplace.register, self.workplace.working_day())
        self._found = {one.id: one for one in found}
        self.model.set_records(found)
        self._view.paint_table()

    @property
    def chosen(self) -> Proposal | None:
        """The one proposal chosen."""
        ids = self.model.selected
        return self._found.get(ids[0]) if len(ids) == 1 else None

    @property
    def facts(self) -> str:
        """How many offices, how many people."""
        people = sum(one.people_count for one in self._found.values())
        return _("{count} OPD diusulkan · {people} orang dapat dibantu").format(
            count=number(len(self._found)), people=number(people)
        )

    @property
    def why(self) -> Sequence[str]:
        """The causes of the chosen proposal, one a line."""
        return self.chosen.causes if self.chosen else ()

    def plan_texts(self, proposal: Proposal) -> Mapping[str, str]:
        """What the dialog shows first: the next working day, and who signed the last report."""
        signer = signer_of_last(self.workplace, "visits", "signatory_id", PostKind.BPS_HEAD)
        return {
            "held_on": short_date(self.first_day()),
            "purpose": purpose_of(proposal),
            "signatory_id": signer.id if signer else "",
        }

    def first_day(self) -> date:
        """The next working day."""
        return next_working_day(self.workplace.working_day())

    def plan(self, proposal: Proposal, texts: Mapping[str, str]) -> tuple[str, Mapping[str, str]]:
        """Make the visit; its id, or "" and the problems by field."""
        values, problems = parse(PLAN_FIELDS, texts)
        if problems:
            return "", problems
        if not values["officers"]:
            return "", {"officers": _("Petugas pendamping belum diisi.")}
        try:
            visit = plan_visit(
                self.workplace.register,
                proposal,
                Plan(**values),
                on=self.workplace.working_day(),
                visit_id=self.workplace.new_id(),
            )
        except InvalidRecord as refused:
            return "", refused.problems
        except CensusDeskError as refused:
            return "", {"": refused.sentence}
        self._tell(visit, proposal)
        return visit.id, {}

    def _tell(self, visit: Visit, proposal: Proposal) -> None:
        told = _("Pendampingan {office} direncanakan {day}.").format(
            office=proposal.office.short_name, day=short_date(visit.held_on)
        )
        self.workplace.say(told, OK)
        tell_clashes(self.workplace, visit)
