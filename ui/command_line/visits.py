"""Commands on visits: proposed, planned, reported, followed up; requests for help answered."""

import sys
from argparse import Namespace
from collections.abc import Iterable
from datetime import time
from typing import Any, cast

from census_desk import editing
from census_desk.errors import CensusDeskError
from census_desk.indonesian import read_number, read_time, short_date
from census_desk.people import Office, PostKind
from census_desk.register import Register
from census_desk.visits import scheduling
from census_desk.visits.follow_up import FollowUp
from census_desk.visits.help_request import HelpRequest
from census_desk.visits.obstacle import Obstacle, open_count
from census_desk.visits.outcome import Found, Outcome, open_at, report_visit
from census_desk.visits.reasons import Reason, reason_name, reasons_of
from census_desk.visits.reporting import (
    Plan,
    answer_request,
    close_obstacles,
    finish_follow_up,
    plan_visit,
    proposal_for,
    proposals_now,
    reopen,
)
from census_desk.visits.visit import READINESS_NAMES, Readiness, Visit
from census_desk.words import _
from ui.command_line.failures import DONE
from ui.command_line.finding import (
    NothingFound,
    SeveralFound,
    best_matches,
    find_record,
)
from ui.command_line.letters import day_typed, today
from ui.command_line.opening import reading, writing
from ui.command_line.output import as_json, clean, table


def list_proposals(args: Namespace) -> int:
    """`visit proposals`: which offices should be visited, and why."""
    with reading(args) as register:
        found = proposals_now(register, today(register))
        if args.json:
            print(
                as_json(
                    [
                        {
                            "office_id": one.id,
                            "office": one.office.short_name,
                            "people_count": one.people_count,
                            "causes": list(one.causes),
                        }
                        for one in found
                    ]
                )
            )
            return DONE
        rows = [[one.office.short_name, str(one.people_count), one.why] for one in found]
        print("\n".join(table([_("OPD"), _("Orang"), _("Alasan")], rows, [False, True, False])))
    return DONE


def plan_proposed(args: Namespace) -> int:
    """`visit plan`: make the visit that is proposed for an office."""
    with writing(args) as register:
        office = cast(Office, find_record(register, "offices", args.office))
        on = today(register)
        signer = max(
            (one for one in register.signatories.all() if one.post_kind is PostKind.BPS_HEAD),
            key=lambda one: (one.from_on, one.id),
            default=None,
        )
        plan = Plan(
            held_on=day_typed(register, args.on),
            starts_at=_clock(args.start),
            ends_at=_clock(args.until),
            officers=tuple(args.officer),
            purpose=args.purpose,
            signatory_id=signer.id if signer else "",
        )
        proposal = proposal_for(register, office.id, on)
        visit = plan_visit(register, proposal, plan, on=on, visit_id=register.ids())
        told = _("Direncanakan: {purpose} ({day}) [{id}]")
        print(told.format(purpose=clean(visit.purpose), day=short_date(visit.held_on), id=visit.id))
        _tell_clashes(register, visit)
    return DONE


def add(register: Register, record: Any) -> Visit:
    """Save a new visit and tell what stands in its way; the rules' forbidden is refused."""
    saved = scheduling.add(register, cast(Visit, record), on=today(register))
    return _tell_clashes(register, saved)


def change(register: Register, record: Any, rev: int) -> Visit:
    """Save an edited visit and tell what stands in its way."""
    on, visit = today(register), cast(Visit, record)
    return _tell_clashes(register, scheduling.change(register, visit, on=on, expected_rev=rev))


def _tell_clashes(register: Register, visit: Visit) -> Visit:
    for sentence in scheduling.told(register, visit, today(register)):
        print(clean(sentence), file=sys.stderr)
    return visit


def report(args: Namespace) -> int:
    """`visit report`: what a visit brought, in one step."""
    with writing(args) as register:
        visit = cast(Visit, find_record(register, "visits", args.visit))
        reasons = reasons_of(register.reasons.all())
        here = open_at(register, visit)
        outcome = Outcome(
            attendee_count=_count(args.attended),
            helped_count=_count(args.helped),
            nik_ready=_readiness(args.nik),
            kk_ready=_readiness(args.kk),
            device_ready=_readiness(args.device),
            network_ready=_readiness(args.network),
            findings=args.findings,
            received_by=args.received_by,
            received_by_post=args.received_by_post,
            closed=tuple(_closing(one, here, reasons) for one in args.close),
            found=tuple(_found(one, reasons) for one in args.found),
        )
        held = report_visit(register, visit.id, outcome, on=today(register), new_id=register.ids)
        left = sum(open_count(one) for one in open_at(register, held))
        told = _("Dilaporkan: {helped} dari {all} selesai dibantu; masih terkendala {left} orang.")
        print(told.format(helped=held.helped_count, all=held.attendee_count, left=left))
    return DONE


def close(args: Namespace) -> int:
    """`visit close`: some or all people of an obstacle are helped."""
    with writing(args) as register:
        obstacle = _obstacle(register, args.obstacle)
        count = _count(args.count) if args.count else None
        visit_id = find_record(register, "visits", args.visit).id if args.visit else ""
        day = day_typed(register, args.on)
        people = close_obstacles(register, [(obstacle.id, count)], on=day, visit_id=visit_id)
        left = open_count(register.obstacles.get(obstacle.id))
        print(_("Tuntas {people} orang; masih {left} orang.").format(people=people, left=left))
    return DONE


def open_again(args: Namespace) -> int:
    """`visit reopen`: take back the last closing of an obstacle."""
    with writing(args) as register:
        obstacle = reopen(register, _obstacle(register, args.obstacle).id)
        print(_("Terbuka lagi: {count} orang.").format(count=open_count(obstacle)))
    return DONE


def agree(args: Namespace) -> int:
    """`visit follow-up`: what was agreed on a visit, by whom, until when."""
    with writing(args) as register:
        visit = find_record(register, "visits", args.visit)
        agreed = FollowUp(
            id=register.ids(),
            visit_id=visit.id,
            what=args.what,
            who=args.who,
            due_on=day_typed(register, args.due),
        )
        editing.add(register, agreed)
        print(_("Tindak lanjut dicatat [{id}]").format(id=agreed.id))
    return DONE


def finish(args: Namespace) -> int:
    """`visit done`: a follow-up is done."""
    with writing(args) as register:
        found = find_record(register, "follow_ups", args.follow_up)
        day = day_typed(register, args.on)
        one = finish_follow_up(register, found.id, on=day, note=args.note)
        print(_("Tindak lanjut selesai: {what}").format(what=clean(one.what)))
    return DONE


def answer(args: Namespace) -> int:
    """`visit answer`: a request for help is answered by a visit, a session, or words."""
    with writing(args) as register:
        request = cast(HelpRequest, find_record(register, "help_requests", args.request))

        def found(collection: str, typed: str) -> str:
            return find_record(register, collection, typed).id if typed else ""

        answer_request(
            register,
            request.id,
            on=day_typed(register, args.on),
            visit_id=found("visits", args.visit),
            session_id=found("sessions", args.session),
            answer=args.words,
        )
        print(_("Permintaan dijawab: {what}").format(what=clean(request.what)))
    return DONE


def _obstacle(register: Register, typed: str) -> Obstacle:
    """By id, or `OPD: alasan` where the office has one open obstacle of that reason."""
    office_name, colon, reason = typed.partition(":")
    if not colon:
        return cast(Obstacle, find_record(register, "obstacles", typed))
    office = find_record(register, "offices", office_name)
    here = [one for one in register.obstacles.all() if one.office_id == office.id]
    return _of_reason(reason, filter(open_count, here), reasons_of(register.reasons.all()))


def _of_reason(typed: str, here: Iterable[Obstacle], reasons: tuple[Reason, ...]) -> Obstacle:
    candidates = [(one, (one.id, one.reason, reason_name(reasons, one.reason))) for one in here]
    found = best_matches(typed, candidates)
    if len(found) > 1:
        shown = [f"{one.reason}, {open_count(one)} [{one.id}]" for one in found]
        raise SeveralFound(_("Jenis kendala"), typed, shown)
    if not found:
        raise NothingFound(_("Jenis kendala"), typed)
    return found[0]


def _closing(
    typed: str, here: list[Obstacle], reasons: tuple[Reason, ...]
) -> tuple[str, int | None]:
    name, equals, count = typed.rpartition("=")
    obstacle = _of_reason(name if equals else typed, here, reasons)
    return obstacle.id, _count(count) if equals else None


def _found(typed: str, reasons: tuple[Reason, ...]) -> Found:
    name, equals, count = typed.rpartition("=")
    found = best_matches(name, [(one, (one.key, one.name)) for one in reasons])
    if not equals or len(found) != 1:
        known = ", ".join(one.key for one in reasons)
        told = _("Kendala baru ditulis ALASAN=JUMLAH; alasannya salah satu dari {known}.")
        raise CensusDeskError(told.format(known=known))
    return Found(reason=found[0].key, people_count=_count(count))


def _count(typed: str) -> int:
    try:
        return read_number(typed)
    except ValueError:
        told = _("“{typed}” bukan bilangan bulat; tulis angka saja, misalnya 1.250.")
        raise CensusDeskError(told.format(typed=clean(typed)[:40])) from None


def _clock(typed: str) -> time | None:
    if not typed:
        return None
    try:
        return read_time(typed)
    except ValueError:
        told = _("“{typed}” bukan waktu; tulis seperti 09.00.")
        raise CensusDeskError(told.format(typed=clean(typed)[:40])) from None


def _readiness(typed: str) -> Readiness:
    if not typed:
        return Readiness.UNKNOWN
    candidates = [(one, (one.value, _(READINESS_NAMES[one]))) for one in Readiness]
    found = best_matches(typed, candidates)
    if len(found) != 1:
        raise CensusDeskError(_("Kesiapan ditulis ya, tidak, atau belum diperiksa."))
    return found[0]
