"""What the planner has waiting: sessions that are hit, and a plan nobody accepted yet."""

from collections.abc import Iterator
from datetime import date

from census_desk.due_item import DueItem, When
from census_desk.indonesian import number, short_date
from census_desk.register import Register
from census_desk.spoken import spoken_date
from census_desk.words import _, counted

PLAN = "plan:"
"""What opens the plan instead of one session."""
SOON_DAYS = 7


def planning_due(register: Register, on: date) -> tuple[DueItem, ...]:
    """The lines of the planner for the list of what is due on a working day."""
    return (*_hit(register, on), *_draft(register, on))


def _hit(register: Register, on: date) -> Iterator[DueItem]:
    if not any(one.plan_key and one.held_on > on for one in register.sessions.all()):
        return
    from census_desk.sessions.planning.hits import hits  # the planner: only where one has planned

    found = hits(register, on)
    if not found:
        return
    first = found[0]
    title = counted(
        "{count} sesi rencana tidak dapat tetap seperti jadwalnya",
        "{count} sesi rencana tidak dapat tetap seperti jadwalnya",
        len(found),
    )
    yield DueItem(
        when=When.TODAY if (first.session.held_on - on).days <= SOON_DAYS else When.WEEK,
        title=title.format(count=number(len(found))),
        detail=f"{first.group.short_name} ({short_date(first.session.held_on)}): {first.sentence}",
        on=first.session.held_on,
        collection="sessions",
        record_id=PLAN,
        office_ids=tuple(dict.fromkeys(each for one in found for each in one.group.office_ids)),
    )


def _draft(register: Register, on: date) -> Iterator[DueItem]:
    if not register.plan_versions.count():
        return
    from census_desk.sessions.planning.versions import draft_in_front, waiting_lines

    version = draft_in_front(register)
    lines = [one for one in waiting_lines(register) if one.on > on]
    if version is None or not lines:
        return
    title = _("Rencana kalender {number} belum diterima: {count} sesi")
    first = min(one.on for one in lines)
    yield DueItem(
        when=When.WEEK,
        title=title.format(number=version.number, count=number(len(lines))),
        detail=_("{reason}; sesi pertama {day}").format(
            reason=version.reason, day=spoken_date(first)
        ),
        on=first,
        collection="sessions",
        record_id=PLAN,
    )
