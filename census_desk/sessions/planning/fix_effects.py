"""What carrying a way out does to the register, in sentences: days, deadlines, halls by name."""

from collections.abc import Iterator
from datetime import date

from census_desk.indonesian import number, short_date
from census_desk.register import Register
from census_desk.sessions.planner.calendar_room import DAY, DEADLINE
from census_desk.sessions.planner.room_making import HALL
from census_desk.sessions.planning.fixing import can_apply, larger_halls, later_deadlines
from census_desk.sessions.planning.groups import groups_to_reach
from census_desk.sessions.planning.version import PlanFix, PlanFixPart
from census_desk.sessions.planning.window import longer_window, online_end, window_of
from census_desk.spoken import spoken_range
from census_desk.words import _

NAMED = 3


def fix_effects(register: Register, fix: PlanFix, on: date) -> str:
    """What carrying the fix out would change, in sentences; "" where its own sentence says it
    all, or where people must arrange it.

    A plan longer than the online phase says so, and so does a group that goes to another hall.
    """
    if not can_apply(fix):
        return ""
    telling = ((_TELLING.get(part.kind, _nothing), part) for part in fix.parts)
    return " ".join(told for tell, part in telling for told in tell(register, part, on))


# inside


def _nothing(_register: Register, _part: PlanFixPart, _on: date) -> Iterator[str]:
    yield from ()


def _days(register: Register, part: PlanFixPart, on: date) -> Iterator[str]:
    window, longer = window_of(register, on), longer_window(register, part.count, on)
    yield _("Masa rencana menjadi {span}.").format(span=spoken_range(*longer))
    end = online_end(register, on)
    if end and longer[1] > max(end, window[1]):
        told = _("Itu sesudah tahap sensus daring berakhir ({end}): sesinya terlambat.")
        yield told.format(end=short_date(end))


def _deadlines(register: Register, part: PlanFixPart, on: date) -> Iterator[str]:
    names = {one.key: one.short_name for one in groups_to_reach(register, on)}
    told = [
        _("{group} sampai {day}").format(
            group=names.get(own.key, own.key), day=short_date(own.not_after or on)
        )
        for own in later_deadlines(register, part, on)
    ]
    yield from _listed(_("Batas akhir: {list}."), told)


def _halls(register: Register, part: PlanFixPart, on: date) -> Iterator[str]:
    names = {one.key: one.short_name for one in groups_to_reach(register, on)}
    told = [
        _("{group} ke {venue} ({seats} orang)").format(
            group=names.get(key, key), venue=hall.name, seats=number(hall.capacity or 0)
        )
        for key, hall in larger_halls(register, part, on).items()
    ]
    yield from _listed(_("Pindah tempat: {list}."), told)


def _listed(words: str, told: list[str]) -> Iterator[str]:
    if not told:
        return
    more = len(told) - NAMED
    text = ", ".join(told[:NAMED])
    if more > 0:
        text = _("{lines}; dan {more} lagi").format(lines=text, more=more)
    yield words.format(list=text)


_TELLING = {DAY: _days, DEADLINE: _deadlines, HALL: _halls}
