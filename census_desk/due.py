"""What is due on a working day: the short list a clerk starts the morning with."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from census_desk.coverage.campaign import Campaign
from census_desk.coverage.letter_marks import DAYS_TO_RECEIVE, ISSUED
from census_desk.coverage.offices import OfficeCoverage
from census_desk.coverage.steps import State, Step
from census_desk.due_item import WHEN_NAMES as WHEN_NAMES
from census_desk.due_item import DueItem as DueItem
from census_desk.due_item import When as When
from census_desk.due_item import names_shown
from census_desk.indonesian import clock
from census_desk.letters.letter import UNISSUED, Letter
from census_desk.letters.waiting import correspondence_due
from census_desk.people import Office
from census_desk.programme import Phase, PhaseKind, phase_in_force
from census_desk.progress import latest_recaps
from census_desk.sessions.session import NOT_TAKING_PLACE, Session, SessionStatus
from census_desk.visits.waiting import nearness, visits_waiting
from census_desk.words import _

RECAP_AGE = timedelta(days=7)


def due(
    campaign: Campaign, rows: Iterable[OfficeCoverage], phases: Iterable[Phase], on: date
) -> tuple[DueItem, ...]:
    """All that waits on that day, the overdue first; `rows` is the coverage of the same day."""
    rows = tuple(rows)
    offices = {office.id: office for office in campaign.offices}
    items = [
        *letters_not_received(campaign, offices, on),
        *sessions_due(campaign.sessions, on),
        *visits_waiting(campaign, offices, on),
        *offices_without_session(rows, phases, on),
        *recaps_due(campaign, rows, on),
        *letters_in_draft(campaign.letters, on),
        *correspondence_due(campaign, offices, on),
    ]
    order = {when: place for place, when in enumerate(When)}
    return tuple(sorted(items, key=lambda item: (order[item.when], item.on or on)))


def letters_not_received(
    campaign: Campaign, offices: dict[str, Office], on: date
) -> Iterator[DueItem]:
    """Letters sent more than three days ago that some offices have not confirmed; one item each."""
    for letter in campaign.letters:
        if letter.status not in ISSUED:
            continue
        late = [
            row
            for row in campaign.deliveries
            if row.letter_id == letter.id
            and row.sent_on
            and row.sent_on + timedelta(days=DAYS_TO_RECEIVE) < on
            and not (row.received_on and row.received_on <= on)
        ]
        if late:
            ids = tuple(row.office_id for row in late)
            yield DueItem(
                when=When.OVERDUE,
                title=_("Surat {number} belum diterima {count} OPD").format(
                    number=letter.number or letter.subject, count=len(late)
                ),
                detail=names_shown(ids, offices),
                on=min(row.sent_on for row in late if row.sent_on),
                collection="letters",
                record_id=letter.id,
                office_ids=ids,
                step=Step.LETTER,
            )


def sessions_due(sessions: Iterable[Session], on: date) -> Iterator[DueItem]:
    """Sessions today, later this week, and over but without a result."""
    for session in sessions:
        if session.status in (*NOT_TAKING_PLACE, SessionStatus.HELD):
            continue
        when = nearness(session.held_on, on)
        if when is None:
            continue
        title = "{title}" if when is not When.OVERDUE else _("Catat hasil: {title}")
        yield DueItem(
            when=when,
            title=title.format(title=session.title),
            detail=f"{_day(session.held_on)} {clock(session.starts_at)} · {session.venue}",
            on=session.held_on,
            collection="sessions",
            record_id=session.id,
        )


def offices_without_session(
    rows: Iterable[OfficeCoverage], phases: Iterable[Phase], on: date
) -> Iterator[DueItem]:
    """Offices whose briefing is neither held nor planned before the online phase ends."""
    online = phase_in_force(phases, PhaseKind.ONLINE, on)
    if online is None or on > online.ends_on:
        return
    open_rows = [one for one in rows if one.row.marks[Step.SCHEDULED].state is not State.DONE]
    late = tuple(one.id for one in open_rows)
    if late:
        yield DueItem(
            when=When.SOON,
            title=_("{count} OPD belum punya jadwal sosialisasi").format(count=len(late)),
            detail=_("sensus daring selesai {day}, {days} hari lagi").format(
                day=_day(online.ends_on), days=(online.ends_on - on).days
            ),
            on=online.ends_on,
            collection="offices",
            record_id=late[0],
            office_ids=late,
            step=Step.SESSION,
        )


def recaps_due(campaign: Campaign, rows: Iterable[OfficeCoverage], on: date) -> Iterator[DueItem]:
    """Offices that never handed in a recap, and those whose newest one is older than a week."""
    latest = latest_recaps(campaign.recaps, on)
    open_rows = [row for row in rows if row.asn_count and row.remaining]
    offices = {row.office.id: row.office for row in open_rows}
    never = tuple(one for one in offices if one not in latest)
    old = tuple(one for one in offices if one in latest and latest[one].counted_on + RECAP_AGE < on)
    if never:
        title = _("{count} OPD belum pernah menyerahkan rekap").format(count=len(never))
        yield _recap_item(When.WEEK, title, never, offices)
    if old:
        title = _("Rekap {count} OPD lebih dari 7 hari").format(count=len(old))
        yield _recap_item(When.OVERDUE, title, old, offices)


def letters_in_draft(letters: Iterable[Letter], on: date) -> Iterator[DueItem]:
    """Letters still without a number on or after their date, or waiting for it."""
    for letter in letters:
        if letter.status in UNISSUED:
            yield DueItem(
                when=When.OVERDUE if letter.dated_on < on else When.WEEK,
                title=_("Surat masih draf: {subject}").format(subject=letter.subject),
                detail=_("tanggal surat {day}").format(day=_day(letter.dated_on)),
                on=letter.dated_on,
                collection="letters",
                record_id=letter.id,
            )


def week_of(on: date) -> tuple[date, date]:
    """Monday and Sunday of the week that day is in."""
    monday = on - timedelta(days=on.weekday())
    return monday, monday + timedelta(days=6)


def sessions_in_week(sessions: Iterable[Session], on: date) -> list[Session]:
    """Sessions that take or took place in the week of that day, postponed ones left out."""
    first, last = week_of(on)
    return [
        session
        for session in sessions
        if first <= session.held_on <= last and session.status not in NOT_TAKING_PLACE
    ]


def _recap_item(
    when: When, title: str, ids: tuple[str, ...], offices: dict[str, Office]
) -> DueItem:
    return DueItem(
        when=when,
        title=title,
        detail=names_shown(ids, offices),
        on=None,
        collection="recaps",
        record_id=ids[0],
        office_ids=ids,
        step=Step.DONE,
    )


def _day(day: date) -> str:
    return f"{day:%d/%m}"
