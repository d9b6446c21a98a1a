"""The same change for several sessions at once: one step, or none of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from census_desk.errors import InvalidRecord
from census_desk.indonesian import short_date
from census_desk.register import Register
from census_desk.sessions.schedule import Schedule
from census_desk.sessions.scheduling import ANNOUNCED, OVER, NotMovable, change
from census_desk.sessions.session import Session, is_moved, moved
from census_desk.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What becomes of each session: these fields, more facilitators, so many days later."""

    fields: Mapping[str, object]
    add_facilitators: Sequence[str] = ()
    days_later: int = 0
    reason: str = ""


def change_many(
    register: Register,
    session_ids: Iterable[str],
    wanted: Wanted,
    *,
    on: date,
    schedule: Schedule | None = None,
) -> int:
    """Change several sessions as one step; how many.

    Raises what `change` raises and what a move raises; the sentence names the session.
    """
    ids = _in_order(register, session_ids, wanted.days_later)
    schedule = schedule or Schedule(register, on)
    with register.change(_("Mengubah {count} sesi sekaligus").format(count=len(ids))):
        for session_id in ids:
            session = register.sessions.get(session_id)
            try:
                change(register, _changed(session, wanted, on), on=on, schedule=schedule)
            except InvalidRecord as refused:
                raise InvalidRecord(_naming(session, refused)) from refused
            schedule.refresh(on)
    return len(ids)


def _in_order(register: Register, session_ids: Iterable[str], days_later: int) -> list[str]:
    """Those that move later begin with the last, so that none meets one that still waits."""
    days = {one: register.sessions.get(one).held_on for one in session_ids}
    return sorted(days, key=days.__getitem__, reverse=days_later > 0)


def _changed(session: Session, wanted: Wanted, on: date) -> Session:
    people = dict.fromkeys((*session.facilitator_ids, *wanted.add_facilitators))
    new = {"facilitator_ids": tuple(people), **wanted.fields}
    after: Session = replace(session, **new)  # type: ignore[arg-type]
    after = replace(after, held_on=after.held_on + timedelta(days=wanted.days_later))
    if not is_moved(session, after):
        return after
    if session.status in OVER:
        raise InvalidRecord({"held_on": NotMovable(session).sentence})
    if session.status in ANNOUNCED and not wanted.reason.strip():
        raise InvalidRecord({"reason": _("Tulis alasan pindah: undangannya sudah keluar.")})
    move = moved(session, after, reason=wanted.reason, on=on)
    return replace(after, moves=(*session.moves, move))


def _naming(session: Session, refused: InvalidRecord) -> dict[str, str]:
    name = f"{session.title[:60]} ({short_date(session.held_on)})"
    return {field: f"{name}: {text}" for field, text in refused.problems.items()}
