"""A week of sessions: seven days side by side, each session from its start to its end."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from census_desk.calendar import Holiday
from census_desk.sessions.diary import minutes
from census_desk.sessions.schedule import week_of
from census_desk.sessions.session import Session
from ui.presenters.month import DAYS, sessions_by_day

HOUR = 60
FIRST_HOUR, LAST_HOUR = 7, 16  # the hours shown when nothing lies outside them


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekEntry:
    """One session of the week and its place in pixels."""

    session: Session
    text: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekDay:
    """One column: its day, the day off it is ("" for none), its sessions."""

    on: date
    x: float
    width: float
    day_off: str
    is_day_off: bool
    entries: tuple[WeekEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The columns, and the lines of the full hours: (hour, y)."""

    days: tuple[WeekDay, ...]
    hours: tuple[tuple[int, float], ...]


def week_boxes(
    day: date,
    sessions: Iterable[Session],
    holidays: Iterable[Holiday],
    width: float,
    height: float,
    *,
    label: Callable[[Session], str] = lambda session: session.title,
    usual_minutes: int = 120,
) -> Week:
    """The week of a day in `width` x `height` pixels; sessions at one time stand side by side."""
    days = week_of(day)
    by_day = sessions_by_day(sessions)
    shown = [one for on in days for one in by_day.get(on, ())]
    first, last = _hours(shown, usual_minutes)
    scale = height / ((last - first) * HOUR)
    off = {one.on: one for one in holidays}
    column = width / DAYS

    def place(session: Session, x: float, wide: float) -> WeekEntry:
        start, end = _span(session, usual_minutes)
        return WeekEntry(
            session=session,
            text=label(session),
            x=x,
            y=(start - first * HOUR) * scale,
            width=wide,
            height=(end - start) * scale,
        )

    columns = []
    for index, on in enumerate(days):
        x = index * column
        entries = [
            place(session, x + lane * (column / lanes), column / lanes)
            for session, lane, lanes in _lanes(by_day.get(on, ()), usual_minutes)
        ]
        columns.append(
            WeekDay(
                on=on,
                x=x,
                width=column,
                day_off=off[on].name if on in off else "",
                is_day_off=on in off or on.weekday() == DAYS - 1,
                entries=tuple(entries),
            )
        )
    lines = tuple((hour, (hour - first) * HOUR * scale) for hour in range(first, last + 1))
    return Week(days=tuple(columns), hours=lines)


def _span(session: Session, usual_minutes: int) -> tuple[int, int]:
    start = minutes(session.starts_at)
    end = minutes(session.ends_at) if session.ends_at else start + usual_minutes
    return start, max(end, start + 15)


def _hours(sessions: Sequence[Session], usual_minutes: int) -> tuple[int, int]:
    spans = [_span(one, usual_minutes) for one in sessions]
    first = min([FIRST_HOUR, *(start // HOUR for start, _end in spans)])
    last = max([LAST_HOUR, *(-(-end // HOUR) for _start, end in spans)])
    return first, min(last, 24)


def _lanes(sessions: Sequence[Session], usual_minutes: int) -> list[tuple[Session, int, int]]:
    """Each session with its lane and how many lanes its cluster of overlapping ones needs."""
    ordered = sorted(sessions, key=lambda one: _span(one, usual_minutes))
    placed: list[tuple[Session, int, int]] = []
    cluster: list[tuple[Session, int]] = []
    ends: list[int] = []
    for session in ordered:
        start, end = _span(session, usual_minutes)
        if ends and start >= max(ends):
            placed += [(one, lane, len(ends)) for one, lane in cluster]
            cluster, ends = [], []
        free = next((lane for lane, until in enumerate(ends) if until <= start), len(ends))
        if free == len(ends):
            ends.append(end)
        else:
            ends[free] = end
        cluster.append((session, free))
    return placed + [(one, lane, len(ends)) for one, lane in cluster]
