"""What the calendar says: titles, facts, days off, and what a carried session would meet."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from census_desk.calendar import Holiday
from census_desk.indonesian import number
from census_desk.sessions.schedule import week_of
from census_desk.sessions.session import Session
from census_desk.words import _, counted
from ui.columns.sessions import audience
from ui.presenters.month import month_days, sessions_by_day
from ui.wording import spoken_date, spoken_day
from ui.workplace import Workplace


def session_label(workplace: Workplace, session: Session) -> str:
    """A session in one line of the calendar: whom it is for, else its title."""
    return audience(session, workplace.lookup) or session.title


def month_facts(sessions: Sequence[Session], day: date) -> str:
    """`30 sesi`: those of the day's month, for the line beside its name."""
    count = sum((one.held_on.year, one.held_on.month) == (day.year, day.month) for one in sessions)
    return counted("{count} sesi", "{count} sesi", count).format(count=number(count))


def week_facts(sessions: Sequence[Session], day: date) -> str:
    """The same for the week of a day."""
    days = set(week_of(day))
    count = sum(one.held_on in days for one in sessions)
    return counted("{count} sesi", "{count} sesi", count).format(count=number(count))


def week_title(day: date) -> str:
    """`17 Februari 2020 – 23 Februari 2020`, in the language of the screens."""
    first, last = week_of(day)[0], week_of(day)[-1]
    return f"{spoken_date(first)} – {spoken_date(last)}"


def days_off(workplace: Workplace, day: date) -> list[Holiday]:
    """The days off of the weeks that show this day's month, as the office knows them."""
    days = month_days(day)
    return workplace.schedule.ground.calendar.days_off(days[0], days[-1])


def days_off_on(workplace: Workplace, day: date) -> str:
    """The name of the day off that a day is, "" for an ordinary day."""
    off = workplace.schedule.ground.calendar.day_off(day)
    return off.name if off else ""


def sessions_on(sessions: Sequence[Session], day: date) -> tuple[Session, ...]:
    """The sessions of a day by time."""
    return sessions_by_day(sessions).get(day, ())


def carried_words(workplace: Workplace, session_id: str, day: date) -> tuple[str, bool]:
    """What a session would meet on a day it is carried to, and whether anything is in its way."""
    session = workplace.register.sessions.find(session_id)
    if session is None:
        return "", False
    clashes = workplace.schedule.clashes(replace(session, held_on=day))
    where = _("Ke {day}").format(day=spoken_day(day))
    if not clashes:
        return _("{where} · tidak ada bentrok · Enter menaruh, Esc batal").format(
            where=where
        ), False
    more = _(" · {count} lagi").format(count=len(clashes) - 1) if len(clashes) > 1 else ""
    return f"{where} · {clashes[0].sentence}{more}", True
