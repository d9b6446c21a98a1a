"""A month of sessions: where every day and every session lies, and which day is chosen."""

from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from census_desk.calendar import Holiday
from census_desk.indonesian import clock
from census_desk.sessions.session import Session, SessionStatus

DAYS = 7
SATURDAY = 5
TEAM = "tim "  # the state of a line that is coloured by team: "tim 0" is the first


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryBox:
    """One line inside a day: a session, or the name of a day off (`session_id` "")."""

    session_id: str
    text: str
    state: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBox:
    """One day of the grid; `more` counts the sessions for which there was no room."""

    on: date
    x: float
    y: float
    width: float
    height: float
    is_in_month: bool
    is_day_off: bool
    entries: tuple[EntryBox, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Sizes of the grid in pixels, measured from the font: one line, the white around it."""

    line: float = 18
    gap: float = 3
    day_line: float = 22


def status_of(session: Session) -> str:
    """What a line is coloured by where nothing else is asked: how far the session has come."""
    return session.status.value


def starting_time(session: Session) -> str:
    """What stands before a line: `08.30`."""
    return clock(session.starts_at)


def month_days(month: date) -> list[date]:
    """The days of the weeks (Monday first) that hold this month, four to six weeks."""
    first = month.replace(day=1)
    start = first - timedelta(days=first.weekday())
    last = first.replace(day=monthrange(first.year, first.month)[1])
    weeks = ((last - start).days // DAYS) + 1
    return [start + timedelta(days=step) for step in range(weeks * DAYS)]


def month_boxes(
    month: date,
    sessions: Iterable[Session],
    holidays: Iterable[Holiday],
    width: float,
    height: float,
    *,
    label: Callable[[Session], str] = lambda session: session.title,
    state: Callable[[Session], str] = status_of,
    when: Callable[[Session], str] = starting_time,
    measures: Measures | None = None,
) -> tuple[DayBox, ...]:
    """Every day of the month's weeks with its place in a grid of `width` x `height` pixels.

    A day shows its day off first, then its sessions by time; what does not fit is counted.
    """
    measures = measures or Measures()
    days = month_days(month)
    column, row = width / DAYS, height / (len(days) // DAYS)
    by_day = sessions_by_day(sessions)
    off = {one.on: one for one in sorted(holidays, key=lambda one: not one.is_joint_leave)}
    boxes = []
    for place, day in enumerate(days):
        box = DayBox(
            on=day,
            x=place % DAYS * column,
            y=place // DAYS * row,
            width=column,
            height=row,
            is_in_month=(day.year, day.month) == (month.year, month.month),
            is_day_off=day in off or day.weekday() == DAYS - 1,
        )
        texts = _texts(off.get(day), by_day.get(day, ()), label, state, when)
        boxes.append(_filled(box, texts, measures))
    return tuple(boxes)


def _texts(
    holiday: Holiday | None,
    sessions: Sequence[Session],
    label: Callable[[Session], str],
    state: Callable[[Session], str],
    when: Callable[[Session], str],
) -> list[tuple[str, str, str]]:
    named = [("", holiday.name, "libur")] if holiday else []
    return named + [(one.id, f"{when(one)} {label(one)}", state(one)) for one in sessions]


def _filled(box: DayBox, texts: list[tuple[str, str, str]], measures: Measures) -> DayBox:
    step = measures.line + measures.gap
    room = max(0, int((box.height - measures.day_line - measures.gap) // step))
    shown = texts[:room]
    entries = tuple(
        EntryBox(
            session_id=session_id,
            text=text,
            state=state,
            x=box.x + measures.gap,
            y=box.y + measures.day_line + place * step,
            width=box.width - 2 * measures.gap,
            height=measures.line,
        )
        for place, (session_id, text, state) in enumerate(shown)
    )
    return replace(box, entries=entries, more=len(texts) - len(shown))


def sessions_by_day(sessions: Iterable[Session]) -> Mapping[date, tuple[Session, ...]]:
    """The sessions of each day by starting time; cancelled ones last."""
    days: dict[date, list[Session]] = {}
    for session in sessions:
        days.setdefault(session.held_on, []).append(session)
    return {
        day: tuple(
            sorted(found, key=lambda s: (s.status is SessionStatus.CANCELLED, s.starts_at, s.title))
        )
        for day, found in days.items()
    }


def month_later(day: date, months: int) -> date:
    """The same day so many months later (earlier when negative); the 31st becomes the last day."""
    place = day.year * 12 + day.month - 1 + months
    year, month = divmod(place, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def day_at(boxes: Iterable[DayBox], x: float, y: float) -> DayBox | None:
    """The day under a point of the grid."""
    inside = (
        box for box in boxes if box.x <= x < box.x + box.width and box.y <= y < box.y + box.height
    )
    return next(inside, None)


def entry_at(boxes: Iterable[DayBox], x: float, y: float) -> EntryBox | None:
    """The session line under a point of the grid."""
    box = day_at(boxes, x, y)
    lines = box.entries if box else ()
    return next((e for e in lines if e.session_id and e.y <= y < e.y + e.height), None)
