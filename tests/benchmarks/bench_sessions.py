"""The schedule: a month of sixty sessions drawn, a moved session held against 2,000 others.

CPU time, median of 20. The month is drawn with no text shortened before; the clash check includes
taking over what the register says now.
"""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta
from datetime import time as clock_time
from itertools import count

from census_desk.calendar import working_days
from census_desk.people import Office
from census_desk.programme import Phase
from census_desk.register import Register
from census_desk.sessions.facilitator import Facilitator, Leave
from census_desk.sessions.schedule import Schedule
from census_desk.sessions.session import Session
from census_desk.sessions.venue import Venue
from census_desk.travel import Position
from tests.benchmarks.reporting import Report, median_of

ROUNDS = 20
MONTH_SESSIONS, OTHERS = 60, 2_000
FIRST = date(2020, 2, 17)
STARTS = (clock_time(8), clock_time(10), clock_time(13))


def run(report: Report) -> None:
    """The two figures of issue 4 section 1."""
    _clashes(report)
    _month(report)


def _clashes(report: Report) -> None:
    with Register.in_memory(actor="bench") as register:
        sessions = fill(register, OTHERS + 1)
        schedule = Schedule(register, FIRST)
        moved = sessions[OTHERS // 2]
        days = count(1)

        def check() -> None:
            day = FIRST + timedelta(days=next(days) % 28)
            schedule.refresh(FIRST)
            schedule.clashes(replace(moved, held_on=day))

        check()
        spent = median_of(ROUNDS, check, time.process_time) * 1000
    report("clashes of a moved session against 2,000 others", spent, 5.0, unit="ms")


def _month(report: Report) -> None:
    import ttkbootstrap as ttk

    from ui import theme
    from ui.presenters.month import month_days
    from ui.widgets.month import MonthView
    from ui.widgets.painted_month import MonthContent

    theme.register()
    root = ttk.App(title="bench", theme=theme.LIGHT, size=(1366, 768))
    theme.dress(root)
    with Register.in_memory(actor="bench") as register:
        february = [day for day in month_days(date(2020, 2, 1)) if day.month == 2]
        sessions = [
            replace(one, held_on=february[place % len(february)])
            for place, one in enumerate(fill(register, MONTH_SESSIONS))
        ]
    view = MonthView(root, chosen=lambda day, session: None, opened=lambda day, session: None)
    view.pack(fill="both", expand=True)
    content = MonthContent(
        sessions=sessions,
        holidays=(),
        working_day=date(2020, 2, 21),
        label=lambda session: session.title,
    )
    view.show(content, date(2020, 2, 20))
    root.update()

    def draw() -> None:
        view._short.clear()
        view._paint()
        root.update()

    draw()
    spent = median_of(ROUNDS, draw, time.process_time) * 1000
    report("month of 60 sessions drawn", spent, 25.0, unit="ms")
    root.destroy()


def fill(register: Register, size: int) -> list[Session]:
    """So many sessions over 90 working days, in forty halls, led by twelve people, for 43 offices.

    They are written as they are: a bench of clashes needs some.
    """
    ids = register.ids
    with register.change("bench"):
        offices = [
            register.offices.add(
                Office(id=ids(), code=f"O{n}", name=f"Dinas {n}", short_name=f"Dinas {n}")
            )
            for n in range(43)
        ]
        halls = [
            register.venues.add(
                Venue(
                    id=ids(),
                    name=f"Aula {n}",
                    capacity=100,
                    position=Position(lat=-6.8 + n / 400, lon=110.8 + n / 300),
                )
            )
            for n in range(40)
        ]
        leave = (Leave(first=FIRST, last=FIRST + timedelta(days=2)),)
        people = [
            register.facilitators.add(Facilitator(id=ids(), name=f"Fasilitator {n}", leave=leave))
            for n in range(12)
        ]
        register.phases.add(
            Phase(
                id=ids(),
                starts_on=FIRST,
                ends_on=FIRST + timedelta(days=60),
                known_from=FIRST,
                source="bench",
            )
        )
        days = list(working_days(FIRST, FIRST + timedelta(days=130)))[:90]
        return [
            register.sessions.add(
                Session(
                    id=ids(),
                    title=f"Sosialisasi Sensus Penduduk Daring bagi ASN Dinas {n % 43}",
                    held_on=days[n % len(days)],
                    starts_at=STARTS[n % 3],
                    ends_at=clock_time(STARTS[n % 3].hour + 2),
                    venue=halls[n % 40].name,
                    venue_id=halls[n % 40].id,
                    office_ids=(offices[n % 43].id, offices[(n * 7) % 43].id),
                    facilitator_ids=(people[n % 12].id, people[(n * 5) % 12].id),
                    invited_count=80 + n % 60,
                )
            )
            for n in range(size)
        ]
