"""What correspondence waits for: replies, signed pages, answers, dispositions."""

from collections.abc import Iterator
from datetime import date, timedelta

from census_desk.coverage.campaign import Campaign
from census_desk.coverage.steps import Step
from census_desk.due_item import DueItem, When, names_shown
from census_desk.indonesian import short_date
from census_desk.letters.following import Lack, behind, letters_without_scan
from census_desk.letters.letter import IN_FORCE
from census_desk.people import Office
from census_desk.words import _

DAYS_TO_ANSWER = 7
NO_SCAN = "tanpa pindaian"  # an item about several letters: those without a signed page
SOON = timedelta(days=2)


def correspondence_due(
    campaign: Campaign, offices: dict[str, Office], on: date
) -> Iterator[DueItem]:
    """All that letters and incoming letters wait for on that day."""
    yield from replies_overdue(campaign, offices, on)
    yield from pages_missing(campaign, on)
    yield from dispositions_open(campaign, on)
    yield from answers_due(campaign, on)


def replies_overdue(campaign: Campaign, offices: dict[str, Office], on: date) -> Iterator[DueItem]:
    """Letters whose replies are late; one item each with all the offices behind."""
    for letter in campaign.letters:
        if letter.status not in IN_FORCE:
            continue
        rows = [
            row
            for row in behind(letter, campaign.offices, campaign.deliveries, on)
            if row.lack is Lack.REPLY
        ]
        if rows:
            ids = tuple(row.office.id for row in rows)
            yield DueItem(
                when=When.OVERDUE,
                title=_("{count} OPD belum menjawab surat {number}").format(
                    count=len(ids), number=letter.number or letter.subject
                ),
                detail=names_shown(ids, offices),
                on=min(row.due_on for row in rows),
                collection="letters",
                record_id=letter.id,
                office_ids=ids,
                step=Step.LETTER,
            )


def pages_missing(campaign: Campaign, on: date) -> Iterator[DueItem]:
    """Letters in force without a scan of the signed page, as one item.

    Nothing is said in an office that keeps no scans at all.
    """
    if not campaign.scans:
        return
    late = letters_without_scan(campaign.letters, campaign.scans, on)
    if late:
        yield DueItem(
            when=When.SOON,
            title=_("{count} surat belum ada pindaian bertanda tangan").format(count=len(late)),
            detail=", ".join(one.number or one.subject for one in late[:3]),
            on=late[0].dated_on,
            collection="letters",
            record_id=late[0].id if len(late) == 1 else NO_SCAN,
        )


def dispositions_open(campaign: Campaign, on: date) -> Iterator[DueItem]:
    """Dispositions whose day has come or is near, and that are not done by then."""
    letters = {one.id: one for one in campaign.incoming_letters}
    for one in campaign.dispositions:
        is_done = one.done_on is not None and one.done_on <= on
        if is_done or one.on > on or one.due_on is None or one.due_on > on + SOON:
            continue
        letter = letters.get(one.incoming_id)
        yield DueItem(
            when=_nearness(one.due_on, on),
            title=_("Disposisi kepada {posts}").format(posts=", ".join(one.to_posts)),
            detail=letter.subject if letter else "",
            on=one.due_on,
            collection="incoming_letters",
            record_id=one.incoming_id,
        )


def answers_due(campaign: Campaign, on: date) -> Iterator[DueItem]:
    """Incoming letters whose answer is due and not issued by that day."""
    answered = {
        one.incoming_id
        for one in campaign.letters
        if one.incoming_id and one.status in IN_FORCE and one.dated_on <= on
    }
    for letter in campaign.incoming_letters:
        due_on = letter.reply_due_on
        if due_on is None or letter.id in answered or letter.received_on > on:
            continue
        if due_on <= on + timedelta(days=DAYS_TO_ANSWER):
            yield DueItem(
                when=_nearness(due_on, on),
                title=_("Jawab surat masuk dari {sender}").format(sender=letter.sender),
                detail=_("agenda {number}, diterima {day}").format(
                    number=letter.agenda_number or "–", day=short_date(letter.received_on)
                ),
                on=due_on,
                collection="incoming_letters",
                record_id=letter.id,
            )


def _nearness(day: date, on: date) -> When:
    if day < on:
        return When.OVERDUE
    return When.TODAY if day == on else When.SOON
