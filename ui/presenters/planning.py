"""What a person does with the schedule: save, move, set aside, change many.

Each `…_by(texts)` answers the problems by field ("" for one that belongs to none); {} is done.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.indonesian import clock, short_date
from census_desk.sessions import scheduling
from census_desk.sessions.bulk import Wanted, change_many
from census_desk.sessions.rules import Severity
from census_desk.sessions.scheduling import ANNOUNCED
from census_desk.sessions.session import Session, SessionStatus
from census_desk.words import _
from ui.fields.planning import MANY, MOVE, REASON
from ui.forms import parse
from ui.presenters.stale import tell_stale
from ui.presenters.steps import undo
from ui.wording import spoken_day
from ui.workplace import OK, WARNING, Workplace

Problems = Mapping[str, str]
Saved = Callable[[str], object]


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


class Planning:
    """Moves, cancels and postpones sessions; `saved(id)` follows what came of it."""

    def __init__(self, workplace: Workplace, saved: Saved = lambda session_id: None) -> None:
        self._workplace = workplace
        self._saved = saved

    def session(self, session_id: str) -> Session | None:
        """The session, None when it is gone."""
        return self._workplace.register.sessions.find(session_id) if session_id else None

    def needs_reason(self, session: Session) -> bool:
        """Whether a move must say why: its invitations went out."""
        return session.status in ANNOUNCED

    def move_texts(self, session: Session, to_on: date | None = None) -> dict[str, str]:
        """What the dialog of a move shows first."""
        return {
            "to_on": short_date(to_on or session.held_on),
            "starts_at": clock(session.starts_at),
            "ends_at": clock(session.ends_at) if session.ends_at else "",
            "venue_id": session.venue_id,
            "reason": "",
        }

    def drop(self, session_id: str, to_on: date) -> bool | None:
        """Put a session on another day; None when a reason must be asked first."""
        session = self.session(session_id)
        if session is None or session.held_on == to_on:
            return False
        if self.needs_reason(session):
            return None
        problems = self._done(
            lambda: scheduling.move(
                self._workplace.register,
                session_id,
                to_on=to_on,
                on=self._workplace.working_day(),
                schedule=self._workplace.schedule,
            ),
            self._moved_words,
        )
        if problems:
            self._workplace.say(" ".join(problems.values()), "error")
        return not problems

    def move_by(self, session: Session, texts: Mapping[str, str]) -> Problems:
        """Move as the dialog says; an end left as it was follows a new start."""
        values, problems = parse(MOVE, texts)
        if problems:
            return problems
        end = values["ends_at"]
        kept_end = end == session.ends_at and values["starts_at"] != session.starts_at
        return _beside(
            MOVE,
            self._done(
                lambda: scheduling.move(
                    self._workplace.register,
                    session.id,
                    to_on=values["to_on"],
                    starts_at=values["starts_at"],
                    ends_at=None if kept_end else end,
                    venue_id=values["venue_id"] or None,
                    reason=values["reason"],
                    on=self._workplace.working_day(),
                    schedule=self._workplace.schedule,
                ),
                self._moved_words,
            ),
        )

    def set_aside_by(
        self, session: Session, status: SessionStatus, texts: Mapping[str, str]
    ) -> Problems:
        """Cancel or postpone with the reason of the dialog."""
        values, _none = parse(REASON, texts)
        do = scheduling.cancel if status is SessionStatus.CANCELLED else scheduling.postpone
        words = (
            _("Sesi dibatalkan; alasannya tercatat.")
            if status is SessionStatus.CANCELLED
            else _("Sesi ditunda; Pindahkan… memberinya tanggal baru.")
        )
        return _beside(
            REASON,
            self._done(
                lambda: do(self._workplace.register, session.id, reason=values["reason"]),
                lambda after: words,
            ),
        )

    def many_by(self, ids: Sequence[str], texts: Mapping[str, str]) -> Problems:
        """The same change for all of these; what is left empty stays as it is in each."""
        values, problems = parse(MANY, texts)
        if problems:
            return problems
        given = {name for name, text in texts.items() if text.strip()}
        fields = {
            name: values[name]
            for name in ("starts_at", "ends_at", "venue_id", "letterhead_id", "chair_id")
            if name in given
        }
        if "status" in given:
            fields |= {
                "status": SessionStatus(values["status"]),
                "status_note": values["status_note"],
            }
        if "venue_id" in fields:
            fields["venue"] = ""
        wanted = Wanted(
            fields=fields,
            add_facilitators=values["add_facilitators"],
            days_later=values["days_later"] or 0,
            reason=values["reason"],
        )
        if not given:
            return {"": _("Isi yang akan diubah; yang kosong tetap seperti semula.")}
        return _beside(
            MANY,
            self._done(
                lambda: change_many(
                    self._workplace.register,
                    ids,
                    wanted,
                    on=self._workplace.working_day(),
                    schedule=self._workplace.schedule,
                ),
                lambda count: _("{count} sesi diubah.").format(count=count),
            ),
        )

    def _moved_words(self, after: Session) -> str:
        told = _("Dipindahkan ke {day} pukul {time}.").format(
            day=spoken_day(after.held_on), time=clock(after.starts_at)
        )
        note = scheduling.past_note(after, self._workplace.working_day())
        return f"{told} {note}".rstrip()

    def _done(self, do: Callable[[], object], words: Callable[..., str]) -> Problems:
        try:
            answer = do()
        except InvalidRecord as refused:
            return refused.problems
        except CensusDeskError as refused:
            return {"": refused.sentence}
        told = words(answer)
        kind = OK
        if isinstance(answer, Session):
            told, kind = self._with_warning(answer, told)
            self._saved(answer.id)
        self._workplace.say(told, kind, (_("Urungkan"), lambda: undo(self._workplace)))
        tell_stale(self._workplace, answer, told)
        return {}

    def _with_warning(self, session: Session, told: str) -> tuple[str, str]:
        """What was done, and the first thing that stands in its way all the same."""
        clashes = self._workplace.schedule.clashes(session)
        hard = [one for one in clashes if one.severity is not Severity.NOTE]
        return (f"{told} {hard[0].sentence}", WARNING) if hard else (told, OK)


def _beside(fields: Sequence[object], problems: Problems) -> Problems:
    """Problems of fields the dialog does not have stand at its foot."""
    names = {getattr(field, "name", "") for field in fields} | {""}
    names_of = {"held_on": "to_on", "venue": "venue_id"}
    placed: dict[str, str] = {}
    for name, sentence in problems.items():
        at = name if name in names else names_of.get(name, "")
        at = at if at in names else ""
        placed[at] = f"{placed[at]} {sentence}" if at in placed else sentence
    return placed
