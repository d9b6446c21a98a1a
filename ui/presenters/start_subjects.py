"""What a letter from a template is about: its session, visit, the letter it cites or answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from census_desk.indonesian import short_date
from census_desk.letters.letter import IN_FORCE
from census_desk.letters.starting import Starting
from census_desk.letters.templates import asks_for
from census_desk.sessions.session import Session
from census_desk.words import N_, _
from ui.columns.sessions import audience
from ui.presenters.letters import Start
from ui.workplace import Workplace

TITLES = {
    "session_id": N_("Surat ini tentang sesi"),
    "visit_id": N_("Surat ini tentang pendampingan"),
    "refers_to_id": N_("Surat ini merujuk surat"),
    "incoming_id": N_("Surat ini menjawab"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One record a letter can be about; the last of a list leaves it open."""

    words: str
    detail: str
    about: Starting


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked before a letter begins."""

    title: str
    subjects: tuple[Subject, ...]


def question_of(workplace: Workplace, start: Start) -> Question | None:
    """What a template asks first; None when it asks nothing, or nothing is there to choose."""
    asked = asks_for(start.template) if start.template else ()
    field = next((name for name in asked if name in TITLES), "")
    found = _FOUND[field](workplace) if field else []
    if not found:
        return None
    later = Subject(words=_("(pilih nanti)"), detail=_("Bidangnya dicetak “…”."), about=Starting())
    return Question(title=_(TITLES[field]), subjects=(*found, later))


def _sessions(workplace: Workplace) -> list[Subject]:
    return [
        Subject(
            words=_session_words(workplace, one),
            detail=f"{one.title}. {one.venue}",
            about=Starting(session_id=one.id),
        )
        for one in _nearest(workplace, workplace.register.sessions.all(), "held_on")
    ]


def _session_words(workplace: Workplace, session: Session) -> str:
    """Whom it is for stands before the title: titles begin alike and are cut at the end."""
    parts = (short_date(session.held_on), audience(session, workplace.lookup), session.title)
    return " · ".join(part for part in parts if part)


def _visits(workplace: Workplace) -> list[Subject]:
    title = workplace.lookup.title
    return [
        Subject(
            words=f"{short_date(one.held_on)} · {title('offices', one.office_id)}",
            detail=one.purpose,
            about=Starting(visit_id=one.id),
        )
        for one in _nearest(workplace, workplace.register.visits.all(), "held_on")
    ]


def _letters(workplace: Workplace) -> list[Subject]:
    issued = [one for one in workplace.register.letters.all() if one.status in IN_FORCE]
    return [
        Subject(
            words=f"{one.number} · {short_date(one.dated_on)}",
            detail=one.subject,
            about=Starting(refers_to_id=one.id),
        )
        for one in _nearest(workplace, issued, "dated_on")
    ]


def _incoming(workplace: Workplace) -> list[Subject]:
    return [
        Subject(
            words=f"{one.sender} · {one.number or short_date(one.dated_on)}",
            detail=one.subject,
            about=Starting(incoming_id=one.id),
        )
        for one in _nearest(workplace, workplace.register.incoming_letters.all(), "received_on")
    ]


def _nearest(workplace: Workplace, records: Sequence[Any], day: str) -> list[Any]:
    """Those nearest to the working day first: what is coming before what is over."""
    on = workplace.working_day()

    def place(one: Any) -> tuple[int, bool, str]:
        held: date = getattr(one, day)
        return abs((held - on).days), held < on, one.id

    return sorted(records, key=place)


_FOUND: Mapping[str, Callable[[Workplace], list[Subject]]] = {
    "session_id": _sessions,
    "visit_id": _visits,
    "refers_to_id": _letters,
    "incoming_id": _incoming,
}
