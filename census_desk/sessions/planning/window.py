"""The days a plan may use: working days of the calendar known on the day, less what is closed."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from census_desk.calendar import WorkingCalendar
from census_desk.programme import PhaseKind, phase_in_force
from census_desk.register import Register
from census_desk.sessions.planner.request import AFTERNOON, FRIDAY, SLOTS, PlanDay
from census_desk.sessions.planning.closed import closed_on, weekly_closed_at
from census_desk.sessions.planning.rules import PlanningRules
from census_desk.sessions.planning.settings import planning_rules_of
from census_desk.sessions.schedule import working_calendar
from census_desk.spoken import spoken_date, spoken_day, spoken_range
from census_desk.words import N_, _

USUAL_SPAN = timedelta(days=60)  # where the office has noted no online phase
LONGEST_LOOK = 366  # days in which open days are looked for
HALF_NAMES = {"AM": N_("pagi"), "PM": N_("siang")}


def window_of(register: Register, on: date) -> tuple[date, date]:
    """The first and last day sessions are planned for; the last may lie before the first.

    As the rules say; without their word from the day after the working day, since people must be
    invited, to the end of the online phase in force.
    """
    return window_of_rules(register, planning_rules_of(register), on)


def window_of_rules(register: Register, rules: PlanningRules, on: date) -> tuple[date, date]:
    """The same by rules that need not be saved yet."""
    tomorrow = on + timedelta(days=1)
    first = max(rules.first_on or tomorrow, tomorrow)
    if rules.last_on is not None:
        return first, rules.last_on
    return first, online_end(register, on) or first + USUAL_SPAN


def plan_days(register: Register, on: date) -> tuple[PlanDay, ...]:
    """The days with their open halves, as the calendar was known on the working day."""
    return days_of_rules(register, planning_rules_of(register), on)


def days_of_rules(register: Register, rules: PlanningRules, on: date) -> tuple[PlanDay, ...]:
    """The same by rules that need not be saved yet."""
    first, last = window_of_rules(register, rules, on)
    calendar = working_calendar(register, on)
    found = []
    for day in days_between(first, last):
        slots = tuple(slot for slot in SLOTS if not why_closed(rules, calendar, day, slot))
        if slots:
            found.append(PlanDay(on=day, slots=slots))
    return tuple(found)


def longer_window(register: Register, count: int, on: date) -> tuple[date, date]:
    """The window with so many open days more: those before it first, nearest to it, but none
    before the day after the working day; then those after its last day."""
    first, last = window_of(register, on)
    earlier = list(days_between(on + timedelta(days=1), first - timedelta(days=1)))
    before = _open_days(register, reversed(earlier), on)[:count]
    day_after = last + timedelta(days=1)
    later = days_between(day_after, day_after + timedelta(days=LONGEST_LOOK))
    more = count - len(before)
    after = _open_days(register, later, on)[:more] if more else []
    return min([first, *before]), max([last, *after])


def _open_days(register: Register, days: Iterable[date], on: date) -> list[date]:
    rules, calendar = planning_rules_of(register), working_calendar(register, on)
    return [
        day for day in days if not all(why_closed(rules, calendar, day, slot) for slot in SLOTS)
    ]


def online_end(register: Register, on: date) -> date | None:
    """The last day of the online phase as it was known on a day; None where none is noted."""
    online = phase_in_force(register.phases.all(), PhaseKind.ONLINE, on)
    return online.ends_on if online else None


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from one to another, both included; none when the last comes first."""
    for step in range((last - first).days + 1):
        yield first + timedelta(days=step)


def why_closed(rules: PlanningRules, calendar: WorkingCalendar, day: date, slot: str) -> str:
    """Why nothing is planned on one half of a day, in a sentence; "" when it is open."""
    told = {"day": spoken_day(day), "half": _(HALF_NAMES[slot])}
    if off := calendar.day_off(day):
        return _("{day} adalah {name}.").format(name=off.name, **told)
    if not calendar.is_working_day(day):
        return _("{day} bukan hari kerja.").format(**told)
    if span := closed_on(rules.closed, day):
        reason = span.reason or _("tanpa keterangan")
        return _("{day} ditutup dalam aturan rencana ({reason}).").format(reason=reason, **told)
    if half := weekly_closed_at(rules.weekly, day, slot):
        reason = half.reason or _("tanpa keterangan")
        return _("{day} {half} ditutup setiap pekan ({reason}).").format(reason=reason, **told)
    if day.weekday() == FRIDAY and slot == AFTERNOON and not rules.friday_afternoons:
        return _("{day}: Jumat siang tidak dipakai.").format(**told)
    return ""


def why_outside(window: tuple[date, date], day: date) -> str:
    """Why a day lies outside the plan's window, in a sentence; "" when it lies inside."""
    first, last = window
    if first <= day <= last:
        return ""
    if last < first:
        return _("Masa rencana sudah lewat ({last}).").format(last=spoken_date(last))
    return _("{day} di luar masa rencana {span}.").format(
        day=spoken_day(day), span=spoken_range(first, last)
    )
