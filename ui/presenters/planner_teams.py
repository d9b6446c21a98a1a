"""The teams of the planner: rows of a table, one form each, or several formed at once."""

from collections.abc import Callable, Collection, Mapping, Sequence

from census_desk import editing
from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.indonesian import number
from census_desk.sessions.planning.forming import form_teams
from census_desk.sessions.planning.team import PlanningTeam
from census_desk.words import _
from ui.fields import FIELDS
from ui.fields.planner import FORM_TEAMS
from ui.forms import parse, texts_of
from ui.presenters.steps import undo
from ui.workplace import OK, Workplace

Problems = Mapping[str, str]


class TeamsPresenter:
    """Every change is a step of the register of its own."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def rows(self) -> Sequence[PlanningTeam]:
        """The teams in the order they were made."""
        return self._workplace.register.planning_teams.all()

    def facts(self) -> str:
        """`4 tim · 11 orang`."""
        teams = self.rows()
        return _("{teams} tim · {people} orang").format(
            teams=number(len(teams)), people=number(sum(one.member_count for one in teams))
        )

    def texts(self, team_id: str) -> dict[str, str]:
        """What the form of a team shows first; "" for a new one."""
        team = self._workplace.register.planning_teams.find(team_id) if team_id else None
        if team is None:
            return {field.name: field.default for field in FIELDS["planning_teams"]}
        return texts_of(FIELDS["planning_teams"], team)

    def save(self, team_id: str, texts: Mapping[str, str]) -> Problems:
        """Save a team, "" for a new one; problems by field, {} when done."""
        values, problems = parse(FIELDS["planning_teams"], texts)
        if problems:
            return problems
        desk = self._workplace

        def save() -> None:
            team = PlanningTeam(id=team_id or desk.new_id(), **values)
            (editing.change if team_id else editing.add)(desk.register, team)

        return kept(save)

    @staticmethod
    def form_texts() -> dict[str, str]:
        """What the form for several teams shows first."""
        return {field.name: field.default for field in FORM_TEAMS}

    def form(self, texts: Mapping[str, str]) -> Problems:
        """Form several teams as one step."""
        values, problems = parse(FORM_TEAMS, texts)
        if problems:
            return problems
        desk = self._workplace
        return kept(lambda: form_teams(desk.register, new_id=desk.new_id, **values))

    def delete(self, team_ids: Collection[str]) -> None:
        """Delete teams as one step that can be taken back."""
        desk = self._workplace
        names = ", ".join(one.name for one in self.rows() if one.id in team_ids)

        def delete() -> None:
            with desk.register.change(_("Menghapus tim {names}").format(names=names)):
                for each in team_ids:
                    editing.delete(desk.register, "planning_teams", each)

        problems = kept(delete)
        if problems:
            desk.say(" ".join(problems.values()), "error")
        else:
            told = _("Tim dihapus: {names}.").format(names=names)
            desk.say(told, OK, (_("Urungkan"), lambda: undo(desk)))


def kept(save: Callable[[], object]) -> Problems:
    """Save; the problems by field ("" for one that belongs to none), {} when done."""
    try:
        save()
    except InvalidRecord as refused:
        return refused.problems
    except CensusDeskError as refused:
        return {"": refused.sentence}
    return {}
