"""Visits: the form, and the obstacles of the office beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from census_desk import editing
from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.indonesian import number, short_date
from census_desk.people import PostKind
from census_desk.visits.obstacle import NOT_CURABLE, Obstacle, ObstacleReason
from census_desk.words import N_, _
from ui.columns import COLUMNS
from ui.fields import FIELDS
from ui.forms import parse
from ui.presenters.last_time import signer_of_last
from ui.presenters.records import RecordsSpec
from ui.workplace import OK, Workplace


def visit_texts(workplace: Workplace) -> Mapping[str, str]:
    """The first texts of a new visit: on the working day, signed as the last one was."""
    signer = signer_of_last(workplace, "visits", "signatory_id", PostKind.BPS_HEAD)
    return {
        "held_on": short_date(workplace.working_day()),
        "signatory_id": signer.id if signer else "",
    }


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
)

OBSTACLE_FIELDS = tuple(
    field for field in FIELDS["obstacles"] if field.name in ("reason", "people_count", "note")
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
        ordered = sorted(found, key=lambda one: (one.closed_on is not None, one.noted_on, one.id))
        self._view.show_obstacles(ordered, obstacle_facts(ordered) if self._office_id else "")

    def add(self, texts: Mapping[str, str]) -> bool:
        """Note a new obstacle of the office on the working day; False when it was refused."""
        values, problems = parse(OBSTACLE_FIELDS, texts)
        if not problems:
            try:
                editing.add(self._workplace.register, self._made(values))
            except InvalidRecord as refused:
                problems = refused.problems
            except CensusDeskError as refused:
                self._workplace.refused(refused)
                return False
        self._view.show_problems(problems)
        if not problems:
            self._workplace.say(_("Kendala dicatat."), OK)
        return not problems

    def settle(self, ids: Sequence[str]) -> None:
        """The chosen obstacles are over, by this visit."""
        register = self._workplace.register
        open_ones = [one for one in map(register.obstacles.get, ids) if one.closed_on is None]
        if not open_ones:
            self._workplace.say(_("Pilih dulu kendala yang belum tuntas."), "info")
            return
        what = _("Menuntaskan {count} kendala").format(count=number(len(open_ones)))
        try:
            with register.change(what):
                for one in open_ones:
                    register.obstacles.replace(self._settled(one))
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return
        self._workplace.say(_("{count} kendala tuntas.").format(count=len(open_ones)), OK)

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
            reason=ObstacleReason(str(values["reason"])),
            people_count=int(str(values["people_count"])),
            note=str(values["note"]),
        )

    def _settled(self, obstacle: Obstacle) -> Obstacle:
        day = max(self._workplace.working_day(), obstacle.noted_on)
        return replace(obstacle, closed_on=day, visit_id=obstacle.visit_id or self._visit_id)


def obstacle_facts(obstacles: Sequence[Obstacle]) -> str:
    """`12 orang terkendala · 3 menunggu wawancara`: open ones only."""
    still_open = [one for one in obstacles if one.closed_on is None]
    waiting = sum(one.people_count for one in still_open if one.reason in NOT_CURABLE)
    people = sum(one.people_count for one in still_open)
    if not people:
        return _("Tidak ada kendala yang terbuka")
    return _("{people} orang terkendala · {waiting} menunggu tahap wawancara").format(
        people=number(people), waiting=number(waiting)
    )
