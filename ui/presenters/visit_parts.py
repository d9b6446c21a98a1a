"""What belongs to visits: follow-ups of one, obstacles of all offices, requests for help."""

from collections.abc import Mapping, Sequence
from typing import Any

from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.indonesian import number, short_date
from census_desk.visits.follow_up import agreed_on, is_open
from census_desk.visits.help_request import HelpRequest, is_waiting
from census_desk.visits.obstacle import Obstacle, open_count
from census_desk.visits.reporting import answer_request, finish_follow_up, note_obstacle
from census_desk.words import N_, _
from ui.columns import COLUMNS
from ui.fields import FIELDS
from ui.fields.visits import FOLLOW_UP, HELP_REQUEST
from ui.forms import parse
from ui.presenters.parts import PartsPresenter
from ui.presenters.records import RecordsSpec
from ui.presenters.visits import obstacle_facts
from ui.workplace import OK, Workplace

ANSWER_FIELDS = tuple(
    each for each in HELP_REQUEST if each.name in ("visit_id", "session_id", "answer")
)


def _day(workplace: Workplace) -> str:
    return short_date(workplace.working_day())


def follow_up_spec(visit_id: str) -> RecordsSpec:
    """What was agreed on one visit."""

    def of_visit(workplace: Workplace) -> Sequence[Any]:
        return agreed_on(workplace.register.follow_ups.all(), visit_id)

    return RecordsSpec(
        collection="follow_ups",
        title=N_("Tindak lanjut"),
        columns=COLUMNS["follow_ups"],
        fields=tuple(each for each in FOLLOW_UP if each.name != "visit_id"),
        empty_text=N_("Belum ada tindak lanjut yang disepakati pada kunjungan ini."),
        empty_action=N_("Tindak lanjut baru"),
        new_text=N_("Tindak lanjut baru"),
        order="due_on",
        fixed=lambda workplace: {"visit_id": visit_id},
        records=of_visit,
    )


def follow_up_facts(workplace: Workplace, visit_id: str) -> str:
    """`2 belum selesai dari 3`."""
    mine = agreed_on(workplace.register.follow_ups.all(), visit_id)
    waiting = sum(is_open(one, workplace.working_day()) for one in mine)
    return _("{waiting} belum selesai dari {count}").format(
        waiting=number(waiting), count=number(len(mine))
    )


class FollowUpsPresenter(PartsPresenter):
    """Follow-ups of one visit; done ones are noted on the working day."""

    def __init__(self, workplace: Workplace, visit_id: str) -> None:
        super().__init__(workplace, follow_up_spec(visit_id))

    def finish(self, ids: Sequence[str]) -> None:
        """The chosen ones are done."""
        register, on = self._workplace.register, self._workplace.working_day()
        try:
            with register.change(_("Menyelesaikan {count} tindak lanjut").format(count=len(ids))):
                for one in ids:
                    finish_follow_up(register, one, on=on)
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return
        self._workplace.say(_("Tindak lanjut selesai."), OK)


def _note(workplace: Workplace, obstacle: Obstacle) -> Obstacle:
    return note_obstacle(workplace.register, obstacle)


OBSTACLES = RecordsSpec(
    collection="obstacles",
    title=N_("Kendala"),
    columns=COLUMNS["obstacles"],
    fields=FIELDS["obstacles"],
    empty_text=N_("Belum ada kendala. Catat berapa orang OPD terkendala, dan mengapa."),
    empty_action=N_("Kendala baru"),
    new_text=N_("Kendala baru"),
    order="-noted_on",
    key="obstacles.all",
    defaults=lambda workplace: {"noted_on": _day(workplace)},
    add=_note,
    state_of=lambda one: "" if open_count(one) else "success",
)

REQUESTS = RecordsSpec(
    collection="help_requests",
    title=N_("Permintaan bantuan"),
    columns=COLUMNS["help_requests"],
    fields=FIELDS["help_requests"],
    empty_text=N_("Belum ada permintaan. Catat siapa meminta bantuan, kapan, dan melalui apa."),
    empty_action=N_("Permintaan baru"),
    new_text=N_("Permintaan baru"),
    order="-asked_on",
    defaults=lambda workplace: {"asked_on": _day(workplace)},
    state_of=lambda one: "success" if one.answered_on else "warning",
)


def obstacles_line(workplace: Workplace) -> str:
    """The grey line above all obstacles."""
    return obstacle_facts(workplace, workplace.register.obstacles.all())


def requests_line(workplace: Workplace) -> str:
    """How many requests, and how many of them wait."""
    requests = workplace.register.help_requests.all()
    waiting = sum(is_waiting(one, workplace.working_day()) for one in requests)
    return _("{count} permintaan · {waiting} belum dijawab").format(
        count=number(len(requests)), waiting=number(waiting)
    )


def answer(workplace: Workplace, request: HelpRequest, texts: Mapping[str, str]) -> dict[str, str]:
    """Answer a request by what was chosen or written; the problems by field."""
    values, problems = parse(ANSWER_FIELDS, texts)
    if problems:
        return problems
    try:
        answer_request(workplace.register, request.id, on=workplace.working_day(), **values)
    except InvalidRecord as refused:
        return refused.problems
    except CensusDeskError as refused:
        return {"": refused.sentence}
    workplace.say(_("Permintaan dijawab."), OK)
    return {}
