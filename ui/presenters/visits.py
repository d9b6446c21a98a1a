"""Visits: the form, and the obstacles of the office beside it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from census_desk import editing
from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.indonesian import number, short_date
from census_desk.people import PostKind
from census_desk.visits import scheduling
from census_desk.visits.obstacle import Obstacle, open_count
from census_desk.visits.reasons import curable_keys, reasons_of
from census_desk.visits.reporting import close_obstacles, note_obstacle, reopen
from census_desk.visits.visit import Visit
from census_desk.words import N_, _
from ui.columns import COLUMNS
from ui.fields import FIELDS
from ui.forms import parse
from ui.presenters.last_time import signer_of_last
from ui.presenters.records import RecordsSpec
from ui.workplace import OK, WARNING, Workplace


def visit_texts(workplace: Workplace) -> Mapping[str, str]:
    """The first texts of a new visit: on the working day, signed as the last one was."""
    signer = signer_of_last(workplace, "visits", "signatory_id", PostKind.BPS_HEAD)
    return {
        "held_on": short_date(workplace.working_day()),
        "signatory_id": signer.id if signer else "",
    }


def _add(workplace: Workplace, visit: Visit) -> Visit:
    saved = scheduling.add(workplace.register, visit, on=workplace.working_day())
    tell_clashes(workplace, saved)
    return saved


def _change(workplace: Workplace, visit: Visit, rev: int | None) -> Visit:
    on = workplace.working_day()
    saved = scheduling.change(workplace.register, visit, on=on, expected_rev=rev)
    tell_clashes(workplace, saved)
    return saved


def tell_clashes(workplace: Workplace, visit: Visit) -> None:
    """Say what stands in the way of a saved visit without being forbidden."""
    told = scheduling.told(workplace.register, visit, workplace.working_day())
    if told:
        workplace.say(" ".join(told), WARNING)


SPEC = RecordsSpec(
    collection="visits",
    title=N_("Pendampingan"),
    columns=COLUMNS["visits"],
    fields=FIELDS["visits"],
    empty_text=N_("Belum ada kunjungan. Catat pendampingan pertama ke sebuah OPD."),
    empty_action=N_("Kunjungan baru"),
    new_text=N_("Kunjungan baru"),
    order="-held_on",
    defaults=visit_texts,
    add=_add,
    change=_change,
)

OBSTACLE_FIELDS = tuple(
    field
    for field in FIELDS["obstacles"]
    if field.name in ("reason", "people_count", "employee_id", "reported_by", "note")
)


class ObstaclesView(Protocol):
    """What the presenter asks of the panel."""

    def show_obstacles(self, obstacles: Sequence[Obstacle], facts: str) -> None:
        """The obstacles of one office, open ones first."""

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Sentences under the fields of a new obstacle."""


class ObstaclesPresenter:
    """What hinders one office, and what is done about it."""

    def __init__(self, workplace: Workplace, view: ObstaclesView) -> None:
        self._workplace = workplace
        self._view = view
        self._office_id = ""
        self._visit_id = ""

    @property
    def office_id(self) -> str:
        """The office whose obstacles are shown, "" for none."""
        return self._office_id

    def show(self, office_id: str, visit_id: str = "") -> None:
        """Show an office's obstacles; new and settled ones are put to that visit."""
        self._office_id, self._visit_id = office_id, visit_id
        self.refresh()

    def refresh(self) -> None:
        """Show what the register says now."""
        lookup = self._workplace.lookup
        found = lookup.having("obstacles", "office_id", self._office_id) if self._office_id else []
        ordered = sorted(found, key=lambda one: (not open_count(one), one.noted_on, one.id))
        facts = obstacle_facts(self._workplace, ordered) if self._office_id else ""
        self._view.show_obstacles(ordered, facts)

    def add(self, texts: Mapping[str, str]) -> bool:
        """Note a new obstacle of the office on the working day; False when it was refused."""
        values, problems = parse(OBSTACLE_FIELDS, texts)
        if not problems:
            try:
                note_obstacle(self._workplace.register, self._made(values))
            except InvalidRecord as refused:
                problems = refused.problems
            except CensusDeskError as refused:
                self._workplace.refused(refused)
                return False
        self._view.show_problems(problems)
        if not problems:
            self._workplace.say(_("Kendala dicatat."), OK)
        return not problems

    def may_settle(self, ids: Sequence[str]) -> list[Obstacle]:
        """The chosen obstacles that still hinder somebody; says so when there is none."""
        chosen = [self._workplace.register.obstacles.get(one) for one in ids]
        open_ones = [one for one in chosen if open_count(one)]
        if not open_ones:
            self._workplace.say(_("Pilih dulu kendala yang belum tuntas."), "info")
        return open_ones

    def settle(self, counts: Mapping[str, int | None]) -> Mapping[str, str]:
        """So many people of each obstacle were helped by this visit (None: all); the problems."""
        on = self._day_of_closing(counts)
        try:
            people = close_obstacles(
                self._workplace.register, counts.items(), on=on, visit_id=self._visit_id
            )
        except InvalidRecord as refused:
            return refused.problems
        except CensusDeskError as refused:
            return {"": refused.sentence}
        self._workplace.say(_("Kendala {count} orang tuntas.").format(count=number(people)), OK)
        return {}

    def _day_of_closing(self, obstacle_ids: Iterable[str]) -> date:
        """The day of the visit where it is over, else the working day; never before the notes."""
        register, day = self._workplace.register, self._workplace.working_day()
        visit = register.visits.find(self._visit_id) if self._visit_id else None
        if visit is None or visit.held_on > day:
            return day
        noted = [register.obstacles.get(one).noted_on for one in obstacle_ids]
        return max([visit.held_on, *noted])

    def reopen(self, ids: Sequence[str]) -> None:
        """Take back the last closing of the chosen obstacles."""
        try:
            with self._workplace.register.change(_("Membuka lagi kendala")):
                for one in ids:
                    reopen(self._workplace.register, one)
        except CensusDeskError as refused:
            self._workplace.refused(refused)

    def remove(self, ids: Sequence[str]) -> None:
        """Delete the chosen obstacles; one undo brings them back."""
        register = self._workplace.register
        if not ids:
            return
        try:
            with register.change(_("Menghapus {count} kendala").format(count=number(len(ids)))):
                for one in ids:
                    editing.delete(register, "obstacles", one)
        except CensusDeskError as refused:
            self._workplace.refused(refused)

    def _made(self, values: Mapping[str, object]) -> Obstacle:
        return Obstacle(
            id=self._workplace.new_id(),
            office_id=self._office_id,
            visit_id=self._visit_id,
            noted_on=self._workplace.working_day(),
            reason=str(values["reason"]),
            people_count=int(str(values["people_count"])),
            employee_id=str(values["employee_id"]),
            reported_by=str(values["reported_by"]),
            note=str(values["note"]),
        )


def obstacle_facts(workplace: Workplace, obstacles: Sequence[Obstacle]) -> str:
    """`12 orang terkendala · 3 menunggu wawancara`: open ones only."""
    curable = curable_keys(reasons_of(workplace.register.reasons.all()))
    people = sum(map(open_count, obstacles))
    waiting = sum(open_count(one) for one in obstacles if one.reason not in curable)
    if not people:
        return _("Tidak ada kendala yang terbuka")
    return _("{people} orang terkendala · {waiting} menunggu tahap wawancara").format(
        people=number(people), waiting=number(waiting)
    )
