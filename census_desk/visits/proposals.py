"""Which offices should be visited, and why in words: obstacles, lagging recaps, requests."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from census_desk.coverage.session_marks import concerns
from census_desk.desk import Desk
from census_desk.indonesian import decimal, number, short_date
from census_desk.people import Office, OfficeKind
from census_desk.progress import Recap, latest_recaps
from census_desk.sessions.session import NOT_TAKING_PLACE, Session, SessionStatus
from census_desk.visits.help_request import REQUEST_WAY_NAMES, HelpRequest, is_waiting
from census_desk.visits.obstacle import Obstacle, open_count
from census_desk.visits.reasons import Reason, curable_keys, reason_name, reasons_of
from census_desk.visits.visit import Visit, VisitStatus
from census_desk.words import _

WORDS_SHOWN = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalRules:
    """When a visit is proposed.

    `people`: so many people with curable obstacles. `points`: its share of ASN who finished lies
    so many per cent points below the mean of the offices that reported. `still_days`: the count
    has not grown for so many days. `rest_days`: not again so soon after a visit was held.
    """

    people: int = 5
    points: int = 20
    still_days: int = 7
    rest_days: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """The records a proposal looks at, as the register holds them."""

    offices: tuple[Office, ...]
    visits: tuple[Visit, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    reasons: tuple[Reason, ...] = ()
    recaps: tuple[Recap, ...] = ()
    sessions: tuple[Session, ...] = ()
    requests: tuple[HelpRequest, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One office to visit: why in words, how many people, and what the visit would deal with."""

    office: Office
    causes: tuple[str, ...]
    people_count: int
    obstacle_ids: tuple[str, ...] = ()
    request_ids: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The office's id: an office is proposed once."""
        return self.office.id

    @property
    def why(self) -> str:
        """All causes in one line."""
        return "; ".join(self.causes)


def rules_of(desks: Iterable[Desk]) -> ProposalRules:
    """The thresholds of the desk; the usual ones before it is set up."""
    for desk in desks:
        return ProposalRules(
            people=desk.proposal_people,
            points=desk.proposal_points,
            still_days=desk.proposal_still_days,
            rest_days=desk.proposal_rest_days,
        )
    return ProposalRules()


def proposals(needs: Needs, rules: ProposalRules, on: date) -> tuple[Proposal, ...]:
    """The offices to visit as known on that day, most people first.

    An office with a planned visit, or one held less than `rest_days` ago, is not proposed again;
    one with a session still to come is not called lagging; BPS itself is never proposed.
    """
    reasons = reasons_of(needs.reasons)
    offices = [one for one in needs.offices if one.kind is not OfficeKind.VERTICAL]
    latest = latest_recaps(needs.recaps, on)
    average = _average(offices, latest)
    found = [
        proposal
        for office in offices
        if not _is_looked_after(office, needs.visits, rules, on)
        and (proposal := _proposed(office, needs, reasons, rules, latest, average, on))
    ]
    return tuple(sorted(found, key=lambda one: (-one.people_count, one.office.rank, one.id)))


def _proposed(
    office: Office,
    needs: Needs,
    reasons: tuple[Reason, ...],
    rules: ProposalRules,
    latest: dict[str, Recap],
    average: float | None,
    on: date,
) -> Proposal | None:
    curable = curable_keys(reasons)
    hindered = [
        one
        for one in needs.obstacles
        if one.office_id == office.id and one.reason in curable and open_count(one, on)
    ]
    people = sum(open_count(one, on) for one in hindered)
    asked = [one for one in needs.requests if one.office_id == office.id and is_waiting(one, on)]
    causes = [
        *([_piled_up(hindered, reasons, people, on)] if people >= rules.people else []),
        *(
            _lagging(office, needs.recaps, latest.get(office.id), average, rules)
            if not _has_session_ahead(office, needs.sessions, on)
            else ()
        ),
        *(_asked(one) for one in asked),
    ]
    if not causes:
        return None
    return Proposal(
        office=office,
        causes=tuple(causes),
        people_count=people,
        obstacle_ids=tuple(one.id for one in hindered),
        request_ids=tuple(one.id for one in asked),
    )


def _is_looked_after(
    office: Office, visits: Iterable[Visit], rules: ProposalRules, on: date
) -> bool:
    since = on - timedelta(days=rules.rest_days)
    mine = [one for one in visits if one.office_id == office.id]
    return any(
        one.status is VisitStatus.PLANNED
        or (one.status is VisitStatus.HELD and since < one.held_on <= on)
        for one in mine
    )


def _piled_up(
    hindered: Iterable[Obstacle], reasons: tuple[Reason, ...], people: int, on: date
) -> str:
    counts: dict[str, int] = {}
    for one in hindered:
        counts[one.reason] = counts.get(one.reason, 0) + open_count(one, on)
    ordered = sorted(counts.items(), key=lambda item: -item[1])
    parts = ", ".join(f"{reason_name(reasons, key)} {number(count)}" for key, count in ordered)
    return _("{people} orang terkendala yang dapat dibantu: {parts}").format(
        people=number(people), parts=parts
    )


def _has_session_ahead(office: Office, sessions: Iterable[Session], on: date) -> bool:
    return any(
        one.held_on >= on
        and one.status not in (*NOT_TAKING_PLACE, SessionStatus.HELD)
        and concerns(one, office)
        for one in sessions
    )


def _average(offices: Iterable[Office], latest: dict[str, Recap]) -> float | None:
    """The mean share of ASN who finished, 0 to 100; a small office counts like a large one."""
    shares = [
        100 * min(latest[one.id].done_count, one.asn_count) / one.asn_count
        for one in offices
        if one.id in latest and one.asn_count
    ]
    return sum(shares) / len(shares) if shares else None


def _lagging(
    office: Office,
    recaps: Iterable[Recap],
    newest: Recap | None,
    average: float | None,
    rules: ProposalRules,
) -> Iterator[str]:
    if newest is None or not office.asn_count or newest.done_count >= office.asn_count:
        return
    share = 100 * newest.done_count / office.asn_count
    if average is not None and average - share >= rules.points:
        yield _("baru {share} % ASN selesai, rata-rata OPD yang melapor {average} %").format(
            share=decimal(share), average=decimal(average)
        )
    since = _same_since(office, recaps, newest)
    if (newest.counted_on - since).days >= rules.still_days:
        yield _("tidak bertambah sejak rekap {day} ({done} dari {all} ASN)").format(
            day=short_date(since), done=number(newest.done_count), all=number(office.asn_count)
        )


def _same_since(office: Office, recaps: Iterable[Recap], newest: Recap) -> date:
    """The day of the first of the recaps up to the newest that all count no fewer people."""
    since = newest.counted_on
    mine = [one for one in recaps if one.office_id == office.id]
    for recap in sorted(mine, key=lambda one: (one.counted_on, one.id), reverse=True):
        if recap.counted_on > newest.counted_on:
            continue
        if recap.done_count < newest.done_count:
            break
        since = recap.counted_on
    return since


def _asked(request: HelpRequest) -> str:
    return _("minta bantuan {day} ({way}): {what}").format(
        day=short_date(request.asked_on),
        way=_(REQUEST_WAY_NAMES[request.way]).lower(),
        what=" ".join(request.what.split())[:WORDS_SHOWN],
    )
