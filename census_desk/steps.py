"""The four steps of coverage, and how each is judged: from the records of an office to one mark."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from census_desk.desk import Desk
from census_desk.indonesian import decimal, number
from census_desk.letters.delivery import Delivery
from census_desk.letters.incoming import Disposition, IncomingLetter
from census_desk.letters.kept import Scan
from census_desk.letters.letter import IN_FORCE, Letter, LetterKind
from census_desk.people import Employee, Office
from census_desk.progress import Recap, latest_recaps
from census_desk.sessions.attendance import REACHED, Attendance
from census_desk.sessions.session import NOT_TAKING_PLACE, Session, SessionKind, SessionStatus
from census_desk.visits.follow_up import FollowUp
from census_desk.visits.help_request import HelpRequest
from census_desk.visits.obstacle import Obstacle, open_count
from census_desk.visits.reasons import Reason, curable_keys, reasons_of
from census_desk.visits.visit import Visit, VisitStatus
from census_desk.words import N_, _

Row = TypeVar("Row")
# A meeting of the heads prepares the campaign; it does not reach an office's people.
BRIEFINGS = (SessionKind.OFFICE, SessionKind.DISTRICT, SessionKind.TOGETHER)
DAYS_TO_RECEIVE = 3
ISSUED = IN_FORCE


class Step(StrEnum):
    """The four things the campaign wants to have done with every office, in their order."""

    LETTER = "edaran diterima"
    SESSION = "sosialisasi"
    VISIT = "pendampingan"
    DONE = "ASN selesai"


class State(StrEnum):
    """How one step stands at one office; the order of NEED tells what presses most."""

    DONE = "selesai"
    PARTLY = "sebagian"
    UNDER_WAY = "berjalan"
    LATE = "lewat waktu"
    MISSING = "belum"
    NOT_NEEDED = "tidak perlu"


STEP_NAMES = {
    Step.LETTER: N_("Edaran diterima"),
    Step.SESSION: N_("Sosialisasi"),
    Step.VISIT: N_("Pendampingan"),
    Step.DONE: N_("ASN selesai"),
}
STATE_NAMES = {
    State.DONE: N_("Selesai"),
    State.PARTLY: N_("Sebagian"),
    State.UNDER_WAY: N_("Berjalan"),
    State.LATE: N_("Lewat waktu"),
    State.MISSING: N_("Belum"),
    State.NOT_NEEDED: N_("Tidak perlu"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One cell: its state, what to say, and the record behind it ("" where there is none yet).

    `detail` is finished words; `collection` names where a person goes on from here.
    """

    state: State
    detail: str
    collection: str
    record_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """The records coverage looks at, as the register holds them."""

    offices: tuple[Office, ...] = ()
    employees: tuple[Employee, ...] = ()
    letters: tuple[Letter, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    sessions: tuple[Session, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    visits: tuple[Visit, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    reasons: tuple[Reason, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    help_requests: tuple[HelpRequest, ...] = ()
    desks: tuple[Desk, ...] = ()
    recaps: tuple[Recap, ...] = ()
    incoming_letters: tuple[IncomingLetter, ...] = ()
    dispositions: tuple[Disposition, ...] = ()
    scans: tuple[Scan, ...] = ()


def marks_of_steps(
    campaign: Campaign, offices: Iterable[Office], on: date
) -> dict[str, dict[Step, Mark]]:
    """Office id to its four marks as of that day."""
    letters = [one for one in campaign.letters if _is_issued(one, on) and is_circular(one)]
    deliveries = _grouped((each.office_id, each) for each in campaign.deliveries)
    visits = _grouped((each.office_id, each) for each in campaign.visits)
    obstacles = _grouped((each.office_id, each) for each in campaign.obstacles)
    recaps = latest_recaps(campaign.recaps, on)
    reached = people_reached(campaign, on)
    curable = curable_keys(reasons_of(campaign.reasons))
    return {
        office.id: {
            Step.LETTER: letter_mark(office, letters, deliveries[office.id], on),
            Step.SESSION: session_mark(office, campaign.sessions, reached[office.id], on),
            Step.VISIT: visit_mark(visits[office.id], obstacles[office.id], curable, on),
            Step.DONE: done_mark(office, recaps.get(office.id)),
        }
        for office in offices
    }


def letter_mark(
    office: Office, letters: Iterable[Letter], deliveries: Iterable[Delivery], on: date
) -> Mark:
    """How many of the letters issued to the office by that day it has received."""
    mine = {one.id: one for one in letters if not one.office_ids or office.id in one.office_ids}
    rows = {row.letter_id: row for row in deliveries if row.letter_id in mine}
    received = [row for row in rows.values() if row.received_on and row.received_on <= on]
    sent = [row for row in rows.values() if row.sent_on and row.sent_on <= on]
    if not mine:
        return Mark(state=State.MISSING, detail=_("belum ada surat"), collection="letters")
    if len(received) == len(mine):
        last = max(row.received_on for row in received if row.received_on)
        return _letter(State.DONE, _("diterima {day}").format(day=_day(last)), received[-1])
    open_id = next(one for one in mine if one not in {row.letter_id for row in received})
    if received:
        detail = _("{count} dari {all} diterima").format(count=len(received), all=len(mine))
        return Mark(state=State.PARTLY, detail=detail, collection="letters", record_id=open_id)
    if sent:
        first = min(row.sent_on for row in sent if row.sent_on)
        state = State.LATE if (on - first).days > DAYS_TO_RECEIVE else State.UNDER_WAY
        detail = _("terkirim {day}").format(day=_day(first))
        return _letter(state, detail, sent[0])
    return Mark(
        state=State.MISSING, detail=_("belum dikirim"), collection="letters", record_id=open_id
    )


def session_mark(
    office: Office, sessions: Iterable[Session], reached: frozenset[str], on: date
) -> Mark:
    """Whether a briefing of the office's people was held; one or five count the same."""
    mine = sorted(
        (one for one in sessions if concerns(one, office) and one.kind in BRIEFINGS),
        key=lambda one: (one.held_on, one.starts_at),
    )
    mine = [one for one in mine if one.status not in NOT_TAKING_PLACE]
    held = [one for one in mine if one.status is SessionStatus.HELD and one.held_on <= on]
    coming = [one for one in mine if one.held_on >= on and one not in held]
    if held:
        detail = _held_words(held[-1], len(reached))
        return _at(State.DONE, detail, "sessions", held[-1].id)
    if coming:
        detail = _("rencana {day}").format(day=_day(coming[0].held_on))
        return _at(State.UNDER_WAY, detail, "sessions", coming[0].id)
    if mine:
        detail = _("belum dicatat {day}").format(day=_day(mine[-1].held_on))
        return _at(State.LATE, detail, "sessions", mine[-1].id)
    if reached:
        detail = _("{count} ikut sesi lain").format(count=number(len(reached)))
        return _at(State.PARTLY, detail, "sessions", "")
    return _at(State.MISSING, _("belum ada jadwal"), "sessions", "")


def concerns(session: Session, office: Office) -> bool:
    """Whether the session is for this office: named itself, or by its kecamatan or kelurahan."""
    if office.id in session.office_ids:
        return True
    areas = (*session.district_codes, *session.village_codes)
    return bool(office.area_code) and any(
        office.area_code == area or office.area_code.startswith(f"{area}.") for area in areas
    )


def people_reached(campaign: Campaign, on: date) -> defaultdict[str, frozenset[str]]:
    """Office id to the people who came to any briefing by that day, each counted once.

    An employee counts by record, a walk-in by name: two sessions, or two spellings in capitals and
    not, are one person. A walk-in without an office belongs to none.
    """
    held = {
        one.id
        for one in campaign.sessions
        if one.status is SessionStatus.HELD and one.held_on <= on and one.kind in BRIEFINGS
    }
    office_of = {employee.id: employee.office_id for employee in campaign.employees}
    people: defaultdict[str, set[str]] = defaultdict(set)
    for row in campaign.attendances:
        if row.session_id in held and row.state in REACHED:
            people[office_of.get(row.employee_id, row.office_id)].add(_person(row))
    return defaultdict(frozenset, {office: frozenset(names) for office, names in people.items()})


def visit_mark(
    visits: Iterable[Visit], obstacles: Iterable[Obstacle], curable: frozenset[str], on: date
) -> Mark:
    """Whether the people a visit can help have been helped; without obstacles none is needed.

    `curable` are the keys of the reasons a visit can cure.
    """
    waiting = sum(open_count(one, on) for one in obstacles if one.reason in curable)
    mine = sorted(visits, key=lambda visit: visit.held_on)
    mine = [one for one in mine if one.status is not VisitStatus.CANCELLED]
    held = [one for one in mine if one.status is VisitStatus.HELD and one.held_on <= on]
    coming = [one for one in mine if one.held_on >= on and one not in held]
    late = [one for one in mine if one.held_on < on and one.status is VisitStatus.PLANNED]
    if coming:
        detail = _("rencana {day}").format(day=_day(coming[0].held_on))
        return _at(State.UNDER_WAY, detail, "visits", coming[0].id)
    if late:
        detail = _("belum dicatat {day}").format(day=_day(late[-1].held_on))
        return _at(State.LATE, detail, "visits", late[-1].id)
    people = _("{count} terkendala").format(count=number(waiting))
    if held and waiting:
        return _at(State.PARTLY, people, "visits", held[-1].id)
    if held:
        detail = _("dibantu {day}").format(day=_day(held[-1].held_on))
        return _at(State.DONE, detail, "visits", held[-1].id)
    if waiting:
        return _at(State.MISSING, people, "visits", "")
    return _at(State.NOT_NEEDED, _("tanpa kendala"), "visits", "")


def done_mark(office: Office, recap: Recap | None) -> Mark:
    """How many ASN of the office have finished, by its newest recap."""
    if not office.asn_count:
        return _at(State.NOT_NEEDED, _("tanpa ASN"), "recaps", recap.id if recap else "")
    if recap is None:
        return _at(State.MISSING, _("tanpa rekap"), "recaps", "")
    done = min(recap.done_count, office.asn_count)
    detail = _("{done} dari {all} · {share} %").format(
        done=number(done),
        all=number(office.asn_count),
        share=decimal(share_shown(done, office.asn_count)),
    )
    if done >= office.asn_count:
        return _at(State.DONE, detail, "recaps", recap.id)
    return _at(State.PARTLY if done else State.MISSING, detail, "recaps", recap.id)


def share_shown(done: int, all_of: int) -> float:
    """Per cent with one decimal, cut off and not rounded: 99,96 is not yet 100."""
    return int(done * 1000 / all_of) / 10 if all_of else 0.0


def _held_words(session: Session, reached: int) -> str:
    count = reached or session.attended_count
    day = _day(session.held_on)
    if not count:
        return _("diadakan {day}").format(day=day)
    return _("{day} · {count} orang").format(day=day, count=number(count))


def is_circular(letter: Letter) -> bool:
    """Whether the first step counts it: an invitation to one session is not the circular."""
    return letter.kind is LetterKind.CIRCULAR


def _is_issued(letter: Letter, on: date) -> bool:
    return letter.status in ISSUED and letter.dated_on <= on


def _person(row: Attendance) -> str:
    return row.employee_id or " ".join(row.name.casefold().split())


def _day(day: date) -> str:
    return f"{day:%d/%m}"


def _at(state: State, detail: str, collection: str, record_id: str) -> Mark:
    return Mark(state=state, detail=detail, collection=collection, record_id=record_id)


def _letter(state: State, detail: str, row: Delivery) -> Mark:
    return _at(state, detail, "letters", row.letter_id)


def _grouped(pairs: Iterable[tuple[str, Row]]) -> defaultdict[str, list[Row]]:
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for key, row in pairs:
        groups[key].append(row)
    return groups
