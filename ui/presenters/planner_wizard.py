"""The wizard before a plan, without a window: what each step shows, keeps and says in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from census_desk.errors import InvalidRecord
from census_desk.sessions.planner.making import Limits
from census_desk.sessions.planning.rules import PlanningRules
from census_desk.sessions.planning.settings import planning_rules_of, set_rules
from census_desk.words import N_, _
from ui.columns import COLUMNS
from ui.fields import planner as asked
from ui.forms import Field, parse, texts_of
from ui.presenters.planner_groups import CRAMPED, GROUPS, GroupRow, GroupsPresenter
from ui.presenters.planner_teams import TeamsPresenter, kept
from ui.presenters.planner_words import (
    balance_words,
    place_facts,
    summary_words,
    time_words,
)
from ui.tables import Column
from ui.workplace import Workplace

TIME, WHO, TEAMS, PLACES, BALANCE, SEARCH = "time", "who", "teams", "places", "balance", "search"
DRAFT = "planner.draft."
SECONDS_KEY, TRIES_KEY = "planner.seconds", "planner.tries"
USUAL_SECONDS, MOST_SECONDS, MOST_TRIES = 10, 3600, 5_000_000
Problems = Mapping[str, str]
RULE_NAMES = frozenset(field.name for field in fields(PlanningRules))


@dataclass(frozen=True, slots=True, kw_only=True)
class WizardStep:
    """One step: its name on the button, and what it is about in a sentence."""

    name: str
    title: str
    lead: str


STEPS = (
    WizardStep(
        name=TIME,
        title=N_("Waktu"),
        lead=N_("Kapan sosialisasi boleh diadakan. Hari libur sudah diperhitungkan."),
    ),
    WizardStep(
        name=WHO,
        title=N_("Siapa"),
        lead=N_("Siapa yang masih harus dijangkau. Enter mengubah satu kelompok, Del melewatinya."),
    ),
    WizardStep(
        name=TEAMS,
        title=N_("Tim"),
        lead=N_("Siapa yang berangkat. Cuti fasilitator ikut dihitung; tanpa nama pun boleh."),
    ),
    WizardStep(
        name=PLACES,
        title=N_("Tempat"),
        lead=N_("Kelompok yang tempatnya belum terdaftar, atau lebih kecil daripada pesertanya."),
    ),
    WizardStep(
        name=BALANCE,
        title=N_("Imbangan"),
        lead=N_("Mana yang lebih berharga: waktu orang menunggu atau perjalanan tim."),
    ),
    WizardStep(
        name=SEARCH,
        title=N_("Cari"),
        lead=N_("Sebelum mencari, periksa ringkasannya."),
    ),
)


class WizardPresenter:
    """Rules, teams and groups as the office decides them; a form is saved when one leaves it."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self.groups = GroupsPresenter(workplace)
        self.teams = TeamsPresenter(workplace)

    @property
    def rules(self) -> PlanningRules:
        """The planning rules in force."""
        return planning_rules_of(self._workplace.register)

    # forms

    @staticmethod
    def fields(step: str) -> tuple[Field, ...]:
        """The fields of a step that is a form."""
        return asked.TIME if step == TIME else asked.BALANCE

    def texts(self, step: str) -> dict[str, str]:
        """What the form of a step shows first: what was typed and not saved, else what is kept."""
        draft = self._workplace.preferences.get(DRAFT + step)
        return self.saved_texts(self.fields(step)) | (draft if isinstance(draft, dict) else {})

    def keep_draft(self, step: str, texts: Mapping[str, str]) -> None:
        """Keep what is typed, when it says anything new."""
        is_new = dict(texts) != self.saved_texts(self.fields(step))
        self._workplace.preferences.set(DRAFT + step, dict(texts) if is_new else None)

    def words(self, step: str, texts: Mapping[str, str]) -> Sequence[str]:
        """What stands in the form means, in sentences."""
        values, problems = parse(self.fields(step), texts)
        if problems:
            return list(problems.values())
        try:
            rules = replace(self.rules, **_of_rules(values))
        except InvalidRecord as refused:
            return list(refused.problems.values())
        say = time_words if step == TIME else balance_words
        return say(self._workplace, rules)

    def save(self, step: str, texts: Mapping[str, str]) -> Problems:
        """Keep the form of a step; problems by field, {} when done."""
        problems = self.save_rules(self.fields(step), texts)
        if not problems:
            self._workplace.preferences.set(DRAFT + step, None)
        return problems

    def saved_texts(self, shown: Sequence[Field]) -> dict[str, str]:
        """The texts of these fields as they are kept."""
        limits = {"seconds": str(self._kept(SECONDS_KEY) or USUAL_SECONDS)}
        limits["tries"] = str(self._kept(TRIES_KEY) or "")
        of_rules = [field for field in shown if field.name in RULE_NAMES]
        texts = texts_of(of_rules, self.rules)
        return texts | {one.name: limits[one.name] for one in shown if one.name in limits}

    def save_rules(self, shown: Sequence[Field], texts: Mapping[str, str]) -> Problems:
        """Keep these fields of the rules, and how long to search; {} when done."""
        values, problems = parse(shown, texts)
        problems |= self._limit_problems(values)
        if problems:
            return problems
        changed = _of_rules(values)
        if any(getattr(self.rules, name) != value for name, value in changed.items()):
            problems = dict(
                kept(lambda: set_rules(self._workplace.register, replace(self.rules, **changed)))
            )
        if not problems and "seconds" in values:
            self._workplace.preferences.set(SECONDS_KEY, values["seconds"])
            self._workplace.preferences.set(TRIES_KEY, values["tries"])
        return problems

    @property
    def limits(self) -> Limits:
        """When the search stops: after so many tries where that is asked for, else by time."""
        tries = self._kept(TRIES_KEY)
        if tries:
            return Limits(tries=tries)
        return Limits(seconds=float(self._kept(SECONDS_KEY) or USUAL_SECONDS))

    # tables

    @staticmethod
    def columns(step: str) -> tuple[Column, ...]:
        """The columns of a step that is a table."""
        return {WHO: GROUPS, PLACES: CRAMPED, TEAMS: COLUMNS["planning_teams"]}[step]

    def rows(self, step: str) -> Sequence[Any]:
        """The records of a step that is a table."""
        if step == TEAMS:
            return self.teams.rows()
        return self.groups.rows() if step == WHO else self.groups.cramped()

    def facts(self, step: str) -> str:
        """What the head of a table says."""
        if step == TEAMS:
            return self.teams.facts()
        if step == WHO:
            return self.groups.facts()
        return place_facts(self.groups.groups(), self.rules)

    def row_words(self, step: str, row_id: str) -> str:
        """A row in full, for what its cells cut short."""
        group = self.groups.group(row_id) if step != TEAMS and row_id else None
        if group is None:
            return ""
        return f"{group.name} · {group.venue} · {GroupRow(group).words}"

    def lacking(self, step: str) -> str:
        """Why one cannot go on from a table, "" for nothing."""
        if step in (TEAMS, SEARCH) and not self.teams.rows():
            return _("Belum ada tim: bentuk paling sedikit satu tim dulu.")
        return ""

    def summary(self) -> Sequence[str]:
        """What will be searched for, in sentences."""
        return summary_words(self._workplace, self.groups.groups(), self.groups.only, self.limits)

    # inside

    def _kept(self, key: str) -> int:
        value = self._workplace.preferences.get(key)
        return value if isinstance(value, int) and value > 0 else 0

    @staticmethod
    def _limit_problems(values: Mapping[str, Any]) -> dict[str, str]:
        problems = {}
        if "seconds" in values and not 1 <= (values["seconds"] or 0) <= MOST_SECONDS:
            problems["seconds"] = _("Lama mencari antara 1 dan {most} detik.").format(
                most=MOST_SECONDS
            )
        if values.get("tries") is not None and not 1 <= values["tries"] <= MOST_TRIES:
            problems["tries"] = _(
                "Percobaan antara 1 dan 5.000.000; kosongkan untuk memakai detik."
            )
        return problems


def _of_rules(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name in RULE_NAMES}
