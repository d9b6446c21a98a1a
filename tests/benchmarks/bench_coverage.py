"""The coverage board of 43 offices, nine kecamatan and 132 villages, after one change.

CPU time of this process, median of 20; the full count of the same rows is the peer of the run. The
register is the sample campaign with 160 more sessions held, six thousand people noted at them.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from datetime import time as clock_time
from functools import partial
from itertools import count, cycle

from census_desk import sample
from census_desk.coverage.board import CoverageBoard
from census_desk.coverage.counting import full_count
from census_desk.coverage.filters import RowChoice
from census_desk.coverage.letter_marks import is_circular
from census_desk.letters.delivery import Delivery
from census_desk.progress import Recap
from census_desk.register import Change, Register
from census_desk.sessions.attendance import Attendance
from census_desk.sessions.session import Move, Session, SessionStatus
from tests.benchmarks.reporting import Report, median_of, seconds_of

ROUNDS = 20
GOAL_MS = 20.0
DRAWN_MS = 150.0
BOARD_WIDE, BOARD_HIGH = 1090, 470  # of the board in a window of 1366 × 768
ON = date(2020, 2, 21)
MORE_SESSIONS, PEOPLE_EACH = 160, 38
ROWS = 43 + 9 + 132


def run(report: Report) -> None:
    """Bringing the board up to date after each kind of change, beside counting it whole."""
    with Register.in_memory(actor="bench") as register:
        sample.build(register)
        fill(register)
        board = CoverageBoard(register, ON)
        assert len(board.rows) == ROWS
        whole = median_of(ROUNDS, lambda: full_count(register, ON), time.process_time)
        for told, change in kinds_of_change(register).items():
            spent = _after(register, board, change) * 1000
            report(f"coverage board after one {told}", spent, GOAL_MS, unit="ms")
            report(f"coverage board after one {told} vs counted whole", spent / whole / 1000, 1.0)
        assert board.rows == full_count(register, ON)
        drawn(report, register)


def drawn(report: Report, register: Register) -> None:
    """The whole board on a canvas, its words measured anew each time; everything is opened.

    First as a window of 1366 × 768 shows it, then on a canvas so high that all rows are drawn.
    """
    import ttkbootstrap as ttk

    from tests.ui.fakes import a_workplace
    from ui import theme
    from ui.presenters.coverage import CoveragePresenter
    from ui.widgets.coverage_board import CoverageBoardView

    theme.register()
    root = ttk.App(title="bench", theme=theme.LIGHT, size=(BOARD_WIDE, BOARD_HIGH))
    theme.dress(root)
    presenter = CoveragePresenter(a_workplace(register))
    presenter.refresh()
    presenter.rows.show(RowChoice.ALL)
    presenter.rows.fold_all(is_open=True)
    assert presenter.rows.count == ROWS
    view = CoverageBoardView(root, presenter.rows, on_open=lambda row, column: None)
    view.place(x=0, y=0, width=BOARD_WIDE, height=BOARD_HIGH)

    def draw() -> None:
        view.fonts_changed()
        view.show(presenter.heads)
        root.update()

    for told, high in (("seen rows", BOARD_HIGH), (f"all {ROWS} rows", ROWS * 40)):
        view.place(height=high)
        root.update()
        spent = median_of(ROUNDS, draw, time.process_time) * 1000
        assert high == BOARD_HIGH or view.rows_seen >= ROWS
        report(f"coverage board drawn, {told}", spent, DRAWN_MS, unit="ms")
    root.destroy()


def _after(register: Register, board: CoverageBoard, change: Callable[[], object]) -> float:
    """Seconds of CPU to bring the board up to date after a commit, saving it not counted."""
    spent = []
    for _round in range(ROUNDS):
        news: list[Change] = []
        stop = register.subscribe(news.append)
        change()
        stop()
        refresh = partial(board.refresh, news[0])
        spent.append(seconds_of(refresh, time.process_time))
        assert news[0].rev == register.rev
    return sorted(spent)[ROUNDS // 2]


def kinds_of_change(register: Register) -> dict[str, Callable[[], object]]:
    """The changes of an ordinary day, each saved as one commit."""
    offices = cycle(register.offices.all())
    planned = [one for one in register.sessions.all() if one.status is SessionStatus.PLANNED]
    sessions = cycle(planned)
    held = cycle([one for one in register.sessions.all() if one.status is SessionStatus.HELD])
    deliveries = cycle(register.deliveries.all())
    numbers = count(1)

    def note() -> None:
        at = next(held)
        mark = Attendance(
            id=register.ids(),
            session_id=at.id,
            office_id=at.office_ids[0] if at.office_ids else "",
            name=f"Tamu {next(numbers)}",
        )
        register.attendances.add(mark)

    def receive() -> None:
        row: Delivery = next(deliveries)
        day = row.sent_on or ON - timedelta(days=next(numbers) % 5)
        got = replace(row, sent_on=day, received_on=day, received_by=f"Sri {next(numbers)}")
        register.deliveries.replace(got)

    def move() -> None:
        session: Session = register.sessions.get(next(sessions).id)
        day = session.held_on + timedelta(days=1)
        moved = Move(
            moved_on=ON,
            from_on=session.held_on,
            from_starts_at=session.starts_at,
            to_on=day,
            to_starts_at=session.starts_at,
        )
        register.sessions.replace(
            replace(session, held_on=day, ends_at=None, moves=(*session.moves, moved))
        )

    def recap() -> None:
        office = next(offices)
        done = min(office.asn_count, next(numbers) % 9)
        register.recaps.add(
            Recap(id=register.ids(), office_id=office.id, counted_on=ON, done_count=done)
        )

    def circulate() -> None:
        circular = next(one for one in register.letters.all() if is_circular(one))
        register.letters.replace(
            replace(circular, office_ids=(), note=f"untuk semua {next(numbers)}")
        )

    return {
        "attendance mark": note,
        "letter received": receive,
        "session moved": move,
        "recap": recap,
        "circular to everybody": circulate,
    }


def fill(register: Register) -> None:
    """As many sessions and people noted as a whole campaign has."""
    offices = register.offices.all()
    with register.change("bench"):
        for number in range(MORE_SESSIONS):
            office = offices[number % len(offices)]
            session = register.sessions.add(
                Session(
                    id=register.ids(),
                    title=f"Sosialisasi {office.short_name} {number}",
                    held_on=ON - timedelta(days=1 + number % 4),
                    starts_at=clock_time(8 + number % 6),
                    venue="Aula",
                    office_ids=(office.id,),
                    status=SessionStatus.HELD,
                )
            )
            register.attendances.add_many(
                Attendance(
                    id=register.ids(),
                    session_id=session.id,
                    office_id=office.id,
                    name=f"Pegawai {number} {place}",
                    listed_as=f"Pegawai {number} {place}",
                )
                for place in range(PEOPLE_EACH)
            )
