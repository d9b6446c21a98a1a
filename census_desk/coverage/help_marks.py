"""Pendampingan and ASN selesai: whether people were helped, and how many have finished."""

from collections.abc import Iterable, Sequence
from datetime import date

from census_desk.coverage.steps import Mark, State, count_words, mark, short_day
from census_desk.indonesian import number
from census_desk.progress import Recap
from census_desk.visits.obstacle import Obstacle, open_count
from census_desk.visits.visit import Visit, VisitStatus
from census_desk.words import _


def visit_mark(
    visits: Iterable[Visit], obstacles: Iterable[Obstacle], curable: frozenset[str], on: date
) -> Mark:
    """Whether the people a visit can help have been helped; without obstacles none is needed.

    `curable` are the keys of the reasons a visit can cure.
    """
    waiting = sum(open_count(one, on) for one in obstacles if one.reason in curable)
    mine = sorted(visits, key=lambda visit: (visit.held_on, visit.id))
    mine = [one for one in mine if one.status is not VisitStatus.CANCELLED]
    held = [one for one in mine if one.status is VisitStatus.HELD and one.held_on <= on]
    coming = [one for one in mine if one.held_on >= on and one not in held]
    late = [one for one in mine if one.held_on < on and one.status is VisitStatus.PLANNED]
    ids = [one.id for one in reversed(mine)]
    if coming:
        detail = _("rencana {day}").format(day=short_day(coming[0].held_on))
        return mark(State.UNDER_WAY, detail, "visits", coming[0].id, *ids)
    if late:
        detail = _("belum dicatat {day}").format(day=short_day(late[-1].held_on))
        return mark(State.LATE, detail, "visits", late[-1].id, *ids)
    people = _("{count} terkendala").format(count=number(waiting))
    if held and waiting:
        return mark(State.PARTLY, people, "visits", held[-1].id, *ids)
    if held:
        detail = _("dibantu {day}").format(day=short_day(held[-1].held_on))
        return mark(State.DONE, detail, "visits", held[-1].id, *ids)
    if waiting:
        return mark(State.MISSING, people, "visits")
    return mark(State.NOT_NEEDED, _("tanpa kendala"), "visits")


def done_mark(done: int, asn_count: int, recaps: Sequence[Recap]) -> Mark:
    """How many ASN have finished; `recaps` are the newest ones that count, one for each office."""
    newest = sorted(recaps, key=lambda one: (one.counted_on, one.id), reverse=True)
    ids = [one.id for one in newest]
    if not asn_count:
        return mark(State.NOT_NEEDED, _("tanpa ASN"), "recaps", *ids)
    if not recaps:
        return mark(State.MISSING, _("tanpa rekap"), "recaps")
    told = count_words(done, asn_count)
    if done >= asn_count:
        return mark(State.DONE, told, "recaps", *ids)
    return mark(State.PARTLY if done else State.MISSING, told, "recaps", *ids)


def done_of(asn_count: int, recap: Recap | None) -> int:
    """How many of an office's ASN have finished.

    The office's own number of ASN is the denominator of the whole desk; a recap that counts more
    people than that (guests, transfers) must not push the share over one.
    """
    return min(recap.done_count, asn_count) if recap else 0
