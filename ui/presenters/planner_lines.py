"""What is done with one line of the plan: why this date, lock, put elsewhere, forbid."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from census_desk.indonesian import short_date
from census_desk.sessions.planner.checker import SLOT_NAMES
from census_desk.sessions.planner.other_dates import OtherDate, other_dates, why_this_date
from census_desk.sessions.planning.drafting import forbid, lock, put, unlock
from census_desk.words import _
from ui.fields.planner import FORBID, PUT
from ui.forms import parse
from ui.presenters.planner import PlanInFront
from ui.presenters.planner_teams import kept
from ui.presenters.planner_why import Why, other_rows
from ui.presenters.stale import tell_stale
from ui.presenters.steps import undo
from ui.wording import spoken_day
from ui.workplace import OK, WARNING, Workplace

Problems = Mapping[str, str]


class PlanLines:
    """`moved(line_id)` follows a line that was put elsewhere: ids change when a plan does."""

    def __init__(
        self, workplace: Workplace, front: PlanInFront, moved: Callable[[str], object]
    ) -> None:
        self._workplace, self._front, self._moved = workplace, front, moved
        self._others: tuple[OtherDate, ...] = ()

    # words

    def place_words(self, line_id: str) -> str:
        """`DKK · Selasa, 25 Februari 2020 pagi · Tim A`."""
        row = self._front.row(line_id)
        if row is None:
            return ""
        when = f"{spoken_day(row.line.on)} {_(SLOT_NAMES[row.line.slot])}"
        return " · ".join((row.name, when, row.team.name))

    def why(self, line_id: str, then: Callable[[Why], object]) -> None:
        """Work the other dates out on a thread, then hand them over."""
        row, judged = self._front.row(line_id), self._front.judged()
        one = replace(row.line.as_planned(), locked=False) if row else None
        if judged is None or one is None or one not in judged.sessions:
            told = _("Tanggal ini tidak sesuai aturan lagi; rencanakan ulang, atau pindahkan.")
            then(Why(sentence=told, rows=(), facts=""))
            return
        request, sessions = judged.request, judged.sessions

        def done(others: tuple[OtherDate, ...]) -> None:
            self._others = others
            facts = _("{count} tanggal")
            then(
                Why(
                    sentence=why_this_date(request, others),
                    rows=other_rows(request, others, self._front.names()),
                    facts=facts.format(count=len(others)),
                )
            )

        self._workplace.background.run(lambda: other_dates(request, sessions, one), done)

    # deeds

    def lock(self, line_id: str) -> None:
        """Keep the line where it is whatever is planned, or let it go, from its letters too."""
        row, version = self._front.row(line_id), self._front.version
        if row is None or version is None:
            return
        do = unlock if row.is_kept else lock
        if problems := kept(lambda: do(self._workplace.register, version.id, row.number)):
            self._workplace.say(" ".join(problems.values()), "error")
            return
        words = _("{place} dilepas.") if row.is_kept else _("{place} dikunci.")
        self._say(words.format(place=self.place_words(line_id)))

    def forbid_by(self, line_id: str, texts: Mapping[str, str]) -> Problems:
        """Never plan the line's group on its day, or on one half of it."""
        row = self._front.row(line_id)
        values, problems = parse(FORBID, texts)
        if problems or row is None:
            return problems
        group, day, slot = row.line.group, row.line.on, values["slot"] or ""
        place = self.place_words(line_id)
        problems |= kept(lambda: forbid(self._workplace.register, group, day, slot))
        if not problems:
            told = _("{place} dilarang. Perbaiki yang terkena mencari gantinya.")
            self._say(told.format(place=place), WARNING)
        return problems

    def needs_reason(self, line_id: str) -> bool:
        """Whether a move must say why: people have been invited."""
        row = self._front.row(line_id)
        return row is not None and row.is_told

    def put_texts(self, line_id: str, day: date | None = None) -> dict[str, str]:
        """What the dialog of a move shows first."""
        row = self._front.row(line_id)
        if row is None:
            return {}
        return _texts(day or row.line.on, row.line.slot, row.line.team_id)

    def other_texts(self, line_id: str, other_id: str) -> dict[str, str]:
        """The same for one of the other dates."""
        other = self._others[int(other_id)]
        return _texts(other.on, other.slot, other.team)

    def put_on(self, line_id: str, day: date) -> bool:
        """Put a line on another day, half-day and team as they are; told when it cannot be."""
        return self._put_or_tell(line_id, self.put_texts(line_id, day))

    def put_at(self, line_id: str, other_id: str) -> bool:
        """Put a line on one of the other dates; one that gives way must be moved first."""
        other = self._others[int(other_id)]
        if other.moved is not None:
            name = self._front.names().get(other.moved[0].unit, other.moved[0].unit)
            told = _("Tempat itu dipakai {unit}; pindahkan {unit} dulu ke {day}.")
            day = spoken_day(other.moved[1].on)
            self._workplace.say(told.format(unit=name, day=day), WARNING)
            return False
        return self._put_or_tell(line_id, self.other_texts(line_id, other_id))

    def put_by(self, line_id: str, texts: Mapping[str, str]) -> Problems:
        """Put a line where the dialog says; problems by field, {} when done."""
        values, problems = parse(PUT, texts)
        row, version = self._front.row(line_id), self._front.version
        if problems or row is None or version is None:
            return problems
        desk = self._workplace
        problems |= kept(
            lambda: put(
                desk.register,
                version.id,
                row.number,
                to_on=values["on"],
                slot=values["slot"],
                team_id=values["team_id"],
                reason=values["reason"],
                on=desk.working_day(),
            )
        )
        if not problems:
            self._front.look_again()
            self._say(_("Dipindahkan: {place}.").format(place=self.place_words(line_id)))
            if row.is_made:
                tell_stale(desk, desk.register.sessions.find(row.line.session_id))
            self._moved(line_id)
        return _placed(problems)

    # inside

    def _put_or_tell(self, line_id: str, texts: Mapping[str, str]) -> bool:
        problems = self.put_by(line_id, texts)
        if problems:
            self._workplace.say(" ".join(problems.values()), "error")
        return not problems

    def _say(self, words: str, kind: str = OK) -> None:
        self._workplace.say(words, kind, (_("Urungkan"), lambda: undo(self._workplace)))


def _texts(day: date, slot: str, team_id: str) -> dict[str, str]:
    return {"on": short_date(day), "slot": slot, "team_id": team_id, "reason": ""}


def _placed(problems: Problems) -> dict[str, str]:
    """Problems of fields the dialog does not have stand at its foot."""
    names = {field.name for field in PUT}
    placed: dict[str, str] = {}
    for name, sentence in problems.items():
        at = name if name in names else "on" if name == "held_on" else ""
        placed[at] = f"{placed[at]} {sentence}" if at in placed else sentence
    return placed
