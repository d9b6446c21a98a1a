"""The lines of "Semua tentang OPD ini": when, what, how it stands, and the record behind."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from census_desk.coverage.letter_marks import DAYS_TO_RECEIVE
from census_desk.indonesian import decimal, number, short_date
from census_desk.office_story import LetterStory, OfficeStory, SessionStory
from census_desk.register import mask
from census_desk.sessions.session import SESSION_STATUS_NAMES, SessionStatus
from census_desk.visits.obstacle import open_count
from census_desk.visits.visit import VISIT_STATUS_NAMES, VisitStatus
from census_desk.words import _
from ui.presenters.history import STEP
from ui.wording import spoken_moment

if TYPE_CHECKING:
    from ui.lookup import Lookup

SUCCESS, WARNING, DANGER, INFO, QUIET = "success", "warning", "danger", "info", "quiet"
SESSION_TONES = {
    SessionStatus.HELD: SUCCESS,
    SessionStatus.POSTPONED: WARNING,
    SessionStatus.CANCELLED: QUIET,
}
VISIT_TONES = {VisitStatus.HELD: SUCCESS, VisitStatus.CANCELLED: QUIET}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: `when` as shown, what it is, `state` in words and its tone, the record behind."""

    when: str
    what: str
    state: str
    tone: str = QUIET
    collection: str
    record_id: str
    on: date | None = None


def letter_lines(story: OfficeStory) -> list[Line]:
    """The letters that went to the office."""
    return [_letter(one, story.on) for one in story.letters]


def session_lines(story: OfficeStory) -> list[Line]:
    """The sessions for it, with how many of its people came."""
    return [_session(one, story.on) for one in story.sessions]


def visit_lines(story: OfficeStory) -> list[Line]:
    """The visits, and what was agreed on them."""
    lines = []
    for one in story.visits:
        visit = one.visit
        state = _(VISIT_STATUS_NAMES[visit.status])
        if visit.status is VisitStatus.HELD:
            state = _("{status} · dibantu {helped} orang").format(
                status=state, helped=number(visit.helped_count)
            )
        late = visit.status is VisitStatus.PLANNED and visit.held_on < story.on
        tone = DANGER if late else VISIT_TONES.get(visit.status, INFO)
        what = _("Kunjungan: {purpose}").format(purpose=visit.purpose)
        lines.append(_line(visit.held_on, what, state, tone, "visits", visit.id))
        for agreed in one.follow_ups:
            done = agreed.done_on is not None
            due = agreed.due_on
            state = _("selesai") if done else _("belum selesai")
            if due and not done:
                state = _("tenggat {day}").format(day=short_date(due))
            tone = SUCCESS if done else DANGER if due and due < story.on else WARNING
            what = _("Tindak lanjut: {what}").format(what=agreed.what)
            lines.append(_line(due or visit.held_on, what, state, tone, "follow_ups", agreed.id))
    return lines


def help_lines(story: OfficeStory, lookup: "Lookup") -> list[Line]:
    """What hinders its people, and what they asked for."""
    lines = []
    for one in story.obstacles:
        left = open_count(one, story.on)
        state = _("masih {left} dari {all} orang").format(
            left=number(left), all=number(one.people_count)
        )
        what = _("Kendala: {reason}").format(reason=lookup.reason_name(one.reason))
        told = state if left else _("tuntas, {all} orang").format(all=number(one.people_count))
        tone = WARNING if left else SUCCESS
        lines.append(_line(one.noted_on, what, told, tone, "obstacles", one.id))
    for request in story.requests:
        answered = request.answered_on is not None and request.answered_on <= story.on
        state = _("dijawab") if answered else _("belum dijawab")
        what = _("Permintaan: {what}").format(what=request.what)
        tone = SUCCESS if answered else WARNING
        lines.append(_line(request.asked_on, what, state, tone, "help_requests", request.id))
    return lines


def recap_lines(story: OfficeStory) -> list[Line]:
    """What the office reported, the newest first."""
    lines = []
    for one in story.recaps:
        whole = story.office.asn_count or one.asn_count
        done = min(one.done_count, whole) if whole else one.done_count
        share = _("{share} %").format(share=decimal(int(done * 1000 / whole) / 10)) if whole else ""
        what = _("{done} dari {all} ASN selesai").format(done=number(done), all=number(whole))
        tone = SUCCESS if whole and done >= whole else INFO
        lines.append(_line(one.counted_on, what, share, tone, "recaps", one.id))
    return lines


def people_lines(story: OfficeStory) -> list[Line]:
    """Who signs for it now, then who leads in it."""
    signing = [
        Line(
            when="",
            what=f"{one.status} {one.post}".strip() + f": {one.name}",
            state=_("penanda tangan sejak {day}").format(day=short_date(one.from_on)),
            collection="signatories",
            record_id=one.id,
        )
        for one in story.signatories
    ]
    leading = [
        Line(
            when="",
            what=f"{one.position}: {one.name}",
            state="",
            collection="employees",
            record_id=one.id,
        )
        for one in story.leaders
    ]
    return [*signing, *leading]


def step_lines(story: OfficeStory) -> list[Line]:
    """The newest changes of the office's records."""
    return [
        Line(
            when=spoken_moment(one.at),
            what=mask(one.what),
            state=one.actor,
            collection="steps",
            record_id=f"{STEP}{one.rev}",
        )
        for one in story.steps
    ]


def _letter(one: LetterStory, on: date) -> Line:
    letter, sent = one.letter, one.delivery
    what = f"{letter.number} · {letter.subject}" if letter.number else letter.subject
    state, tone = _("belum dikirim"), WARNING
    if sent is not None and sent.sent_on and sent.sent_on <= on:
        late = (on - sent.sent_on).days > DAYS_TO_RECEIVE
        state = _("terkirim {day}, belum diterima").format(day=short_date(sent.sent_on))
        tone = DANGER if late else INFO
        if sent.received_on and sent.received_on <= on:
            state = _("diterima {day}").format(day=short_date(sent.received_on))
            tone = SUCCESS
        if sent.received_by and tone is SUCCESS:
            state = _("{told} oleh {name}").format(told=state, name=sent.received_by)
    return _line(letter.dated_on, what, state, tone, "letters", letter.id)


def _session(one: SessionStory, on: date) -> Line:
    session = one.session
    state = _(SESSION_STATUS_NAMES[session.status])
    tone = SESSION_TONES.get(session.status, INFO)
    if session.status is SessionStatus.HELD:
        if one.came is None:
            state, tone = _("{status} · kehadiran belum dicatat").format(status=state), WARNING
        elif one.invited and one.share is not None:
            state = _("{came} dari {invited} hadir · {share} %").format(
                came=number(one.came), invited=number(one.invited), share=decimal(one.share)
            )
        else:
            state = _("{came} orang hadir").format(came=number(one.came))
    elif session.held_on < on and session.status in (SessionStatus.PLANNED, SessionStatus.INVITED):
        state, tone = _("{status} · belum dicatat").format(status=state), DANGER
    return _line(session.held_on, session.title, state, tone, "sessions", session.id)


def _line(on: date, what: str, state: str, tone: str, collection: str, record_id: str) -> Line:
    return Line(
        when=short_date(on),
        what=what,
        state=state,
        tone=tone,
        collection=collection,
        record_id=record_id,
        on=on,
    )
