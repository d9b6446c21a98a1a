"""Edaran diterima and Diundang: what became of the circulars and the invitations of a row."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from census_desk.coverage.steps import Mark, State, mark, short_day
from census_desk.letters.delivery import Delivery
from census_desk.letters.letter import IN_FORCE, UNISSUED, Letter, LetterKind, LetterStatus
from census_desk.sessions.session import Session, SessionStatus
from census_desk.words import _

DAYS_TO_RECEIVE = 3
ISSUED = IN_FORCE
ON_THEIR_WAY = (LetterStatus.SENT, LetterStatus.CLOSED)


@dataclass(frozen=True, slots=True)
class Asked:
    """One session and whether the row was asked to it; `day` is when, None where nobody noted."""

    session: Session
    is_invited: bool = False
    is_begun: bool = False
    day: date | None = None
    letter_id: str = ""


def is_circular(letter: Letter) -> bool:
    """Whether the first step counts it: an invitation to one session is not the circular."""
    return letter.kind is LetterKind.CIRCULAR


def is_issued(letter: Letter, on: date) -> bool:
    """Whether the letter was in force by the end of that day."""
    return letter.status in ISSUED and letter.dated_on <= on


def letter_mark(
    office_id: str, circulars: Iterable[Letter], deliveries: Iterable[Delivery], on: date
) -> Mark:
    """How many of the circulars issued to the office by that day it has received."""
    mine = {
        one.id: one
        for one in circulars
        if is_issued(one, on) and (not one.office_ids or office_id in one.office_ids)
    }
    rows = {row.letter_id: row for row in deliveries if row.letter_id in mine}
    received = [row for row in rows.values() if row.received_on and row.received_on <= on]
    sent = [row for row in rows.values() if row.sent_on and row.sent_on <= on]
    behind = [one.id for one in _newest(mine.values())]
    if not mine:
        return mark(State.MISSING, _("belum ada surat"), "letters")
    if len(received) == len(mine):
        last = max(row.received_on for row in received if row.received_on)
        detail = _("diterima {day}").format(day=short_day(last))
        return mark(State.DONE, detail, "letters", received[-1].letter_id, *behind)
    open_id = next(one for one in mine if one not in {row.letter_id for row in received})
    if received:
        detail = _("{count} dari {all} diterima").format(count=len(received), all=len(mine))
        return mark(State.PARTLY, detail, "letters", open_id, *behind)
    if sent:
        first = min(row.sent_on for row in sent if row.sent_on)
        state = State.LATE if (on - first).days > DAYS_TO_RECEIVE else State.UNDER_WAY
        detail = _("terkirim {day}").format(day=short_day(first))
        return mark(state, detail, "letters", sent[0].letter_id, *behind)
    return mark(State.MISSING, _("belum dikirim"), "letters", open_id, *behind)


def invited_mark(asked: Sequence[Asked], on: date) -> Mark:
    """To how many of its sessions, held and coming, the row was invited by that day.

    The next session that comes within the days a letter travels, uninvited, is late.
    """
    if not asked:
        return mark(State.MISSING, _("belum ada jadwal"), "sessions")
    invited = [one for one in asked if one.is_invited]
    letters = [one.letter_id for one in reversed(asked) if one.letter_id]
    if letters:
        collection, ids = "letters", letters
    else:
        collection, ids = "sessions", [one.session.id for one in reversed(asked)]
    if len(invited) == len(asked):
        return mark(State.DONE, _invited_words(invited), collection, *ids)
    if invited:
        told = _("{count} dari {all} sesi").format(count=len(invited), all=len(asked))
        return mark(State.PARTLY, told, collection, *ids)
    if any(one.is_begun for one in asked):
        return mark(State.UNDER_WAY, _("undangan belum dikirim"), collection, *ids)
    coming = [one.session.held_on for one in asked if one.session.held_on >= on]
    late = bool(coming) and (min(coming) - on).days < DAYS_TO_RECEIVE
    return mark(State.LATE if late else State.MISSING, _("belum diundang"), collection, *ids)


def asked_to(
    session: Session,
    letters: Iterable[Letter],
    sent_on: Callable[[Letter], date | None],
    on: date,
) -> Asked:
    """Whether a row was asked to one of its sessions by that day.

    By a letter that is out, by the session's own state, or by the session having been held.
    `sent_on` answers when the row was sent a letter by that day, None where it was not.
    """
    begun = ""
    for letter in _newest(letters):
        if letter.kind is not LetterKind.INVITATION:
            continue
        day = sent_on(letter) if is_issued(letter, on) else None
        if day is not None:
            return Asked(session, True, True, day, letter.id)
        is_drafted = letter.status in UNISSUED and letter.dated_on <= on
        if is_drafted or is_issued(letter, on):
            begun = begun or letter.id
    held = session.status is SessionStatus.HELD and session.held_on <= on
    said = session.status in (SessionStatus.INVITED, SessionStatus.RUNNING)
    return Asked(session, held or said, bool(begun), None, begun)


def way_of(letter: Letter, rows: Iterable[Delivery], on: date) -> date | None:
    """When a letter left by that day: by its deliveries, or without any by its own state."""
    mine = [row for row in rows if row.letter_id == letter.id]
    days = [row.sent_on for row in mine if row.sent_on and row.sent_on <= on]
    if days:
        return min(days)
    return letter.dated_on if not mine and letter.status in ON_THEIR_WAY else None


def _invited_words(invited: Sequence[Asked]) -> str:
    if len(invited) > 1:
        return _("{count} sesi diundang").format(count=len(invited))
    day = invited[0].day
    return _("diundang {day}").format(day=short_day(day)) if day else _("diundang")


def _newest(letters: Iterable[Letter]) -> list[Letter]:
    return sorted(letters, key=lambda one: (one.dated_on, one.id), reverse=True)
