"""Why this date? The dates a session could have instead, each with what it would cost more."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import inf

from census_desk.indonesian import number
from census_desk.sessions.planner.board import Board
from census_desk.sessions.planner.checker import SLOT_NAMES
from census_desk.sessions.planner.grid import NOWHERE, Grid, grid_of
from census_desk.sessions.planner.request import SLOTS, PlannedSession, PlanRequest
from census_desk.spoken import spoken_day
from census_desk.words import _, counted

WHATEVER = 1e15  # any price, but not that of a road that is too long


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherDate:
    """Another date for a session: its price over the plan as it is, in person-days of waiting.

    `moved` is the session that must give way, before and after; None where the place is empty.
    """

    on: date
    slot: str
    team: str
    price: float
    moved: tuple[PlannedSession, PlannedSession] | None = None


def other_dates(
    request: PlanRequest, sessions: Sequence[PlannedSession], one: PlannedSession
) -> tuple[OtherDate, ...]:
    """The cheapest place of every other date, the cheapest date first.

    Looked at are empty places, exchanges with one session, and places whose session finds an
    empty one; longer chains are left to planning again with this date forbidden.
    """
    rules = replace(request, previous=(), locked=_without(request.locked, one))
    grid = grid_of(rules)
    board = _laid(grid, sessions)
    item = board.at[_cells(grid)[one.on, one.slot, one.team]]
    found: dict[date, OtherDate] = {}
    for cell in grid.cells:
        other = _priced(board, item, cell)
        if other is not None and other.on != one.on:
            known = found.get(other.on)
            if known is None or other.price < known.price:
                found[other.on] = other
    return tuple(sorted(found.values(), key=lambda other: (other.price, other.on)))


def why_this_date(request: PlanRequest, others: Sequence[OtherDate]) -> str:
    """The answer in a sentence: the next best date and its price in words."""
    if not others:
        return _("Tidak ada tanggal lain yang mungkin untuk sesi ini.")
    best = others[0]
    names = {unit.code: unit.name for unit in request.units}
    teams = {team.code: team.called for team in request.teams}
    place = _("{day}, {slot}, {team}").format(
        day=spoken_day(best.on), slot=_(SLOT_NAMES[best.slot]), team=teams[best.team]
    )
    if best.price <= -1:
        told = _("Tanggal yang lebih baik: {place}; menghemat setara {price}.").format(
            place=place, price=price_in_words(request, -best.price)
        )
    elif best.price < 1:
        told = _("Tanggal lain yang sama baiknya: {place}.").format(place=place)
    else:
        told = _("Tanggal terbaik berikutnya: {place}; harganya setara {price}.").format(
            place=place, price=price_in_words(request, best.price)
        )
    if best.moved is not None:
        old, new = best.moved
        told += " " + _("{unit} pindah dari {before} ke {after}.").format(
            unit=names[old.unit], before=spoken_day(old.on), after=spoken_day(new.on)
        )
    return told


def price_in_words(request: PlanRequest, price: float) -> str:
    """A price as people waiting one day more, and as driving."""
    weights, told = request.weights, []
    if weights.wait:
        people = max(1, round(price / weights.wait))
        waiting = counted(
            "{count} orang menunggu sehari lagi", "{count} orang menunggu sehari lagi", people
        )
        told.append(waiting.format(count=number(people)))
    if weights.travel:
        minutes = max(1, round(price / weights.travel))
        driving = counted("{count} menit perjalanan", "{count} menit perjalanan", minutes)
        told.append(driving.format(count=number(minutes)))
    return _(" atau ").join(told)


def _priced(board: Board, item: int, cell: int) -> OtherDate | None:
    """The session in that cell, whoever is there gone elsewhere; the board is left as it was."""
    grid, own, before = board.grid, board.place[item], board.cost
    other = board.at[cell]
    if other in (NOWHERE, item) or other >= grid.movable:
        if other != NOWHERE or not board.relocate(item, cell, WHATEVER):
            return None
        price = board.cost - before
        board.relocate(item, own, WHATEVER)
        return _other(grid, item, cell, price)
    to, price = _given_way(board, item, cell, other)
    if to == NOWHERE:
        return None
    unit = grid.items[other]
    moved = (grid.session_at(unit, cell), grid.session_at(unit, to))
    return replace(_other(grid, item, cell, price), moved=moved)


def _given_way(board: Board, item: int, cell: int, other: int) -> tuple[int, float]:
    """Where the session in the cell goes at least cost, and that cost; NOWHERE when it cannot."""
    grid, own, before = board.grid, board.place[item], board.cost
    unit, its = grid.items[item], grid.items[other]
    best, price = NOWHERE, inf
    board.take(other)
    board.take(item)
    if unit != its and board.fits(unit, cell):
        board.put(item, cell)
        for to in grid.cells:
            if board.at[to] == NOWHERE and board.fits(its, to):
                more = board.cost + board.insertion(its, to) - grid.lost[its] - before
                if more < price:
                    best, price = to, more
        board.take(item)
    board.put(item, own)
    board.put(other, cell)
    return best, price


def _other(grid: Grid, item: int, cell: int, price: float) -> OtherDate:
    place = grid.session_at(grid.items[item], cell)
    return OtherDate(on=place.on, slot=place.slot, team=place.team, price=price)


def _laid(grid: Grid, sessions: Sequence[PlannedSession]) -> Board:
    """A board with these sessions in their places."""
    board, cells = Board(grid), _cells(grid)
    numbers = {unit.code: number for number, unit in enumerate(grid.request.units)}
    for one in sessions:
        cell = cells[one.on, one.slot, one.team]
        if board.at[cell] == NOWHERE:
            items = grid.items_of[numbers[one.unit]]
            board.put(next(item for item in items if board.place[item] == NOWHERE), cell)
    return board


def _cells(grid: Grid) -> dict[tuple[date, str, str], int]:
    request = grid.request
    return {
        (
            request.days[grid.row_day[cell >> 1]].on,
            SLOTS[cell % 2],
            request.teams[grid.row_team[cell >> 1]].code,
        ): cell
        for cell in grid.cells
    }


def _without(locked: Sequence[PlannedSession], one: PlannedSession) -> tuple[PlannedSession, ...]:
    """The locks but that of the session asked about: the question is what if."""
    place = (one.on, one.slot, one.team)
    return tuple(each for each in locked if (each.on, each.slot, each.team) != place)
