"""Commands on plans: made, listed, shown with load and reasons, their changes, and as a request."""

import json
import time
from argparse import ArgumentTypeError, Namespace
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from census_desk.errors import CensusDeskError
from census_desk.indonesian import number, short_date
from census_desk.register import Register
from census_desk.sessions.planner.replanning import STRENGTH_NAMES, Strength
from census_desk.sessions.planning.asking import planning_again, request_of
from census_desk.sessions.planning.groups import groups_to_reach
from census_desk.sessions.planning.keeping import keep_version
from census_desk.sessions.planning.proposing import proposal
from census_desk.sessions.planning.version import PlanVersion
from census_desk.sessions.planning.versions import draft_in_front, standing_lines, versions
from census_desk.words import _
from ui.command_line.failures import DONE
from ui.command_line.letters import today
from ui.command_line.opening import reading, writing
from ui.command_line.output import as_json, clean, table
from ui.command_line.planner_groups import NoPlan, keys_named
from ui.command_line.planner_shown import place_of, plain_change, plain_version, tell_plan
from ui.command_line.planning import USUAL_SECONDS
from ui.command_line.records import write_whole

if TYPE_CHECKING:
    from census_desk.sessions.planner.request import PlanRequest

STRENGTHS = {"terkena": Strength.HIT, "biasa": Strength.USUAL, "bebas": Strength.FREE}


def make_version(args: Namespace) -> int:
    """`planner make`: a plan from the register, kept as the draft in front."""
    from census_desk.sessions.planner.fixes import with_fixes
    from census_desk.sessions.planner.making import Limits, make_plan

    with writing(args) as register:
        on = today(register)
        keys = keys_named(groups_to_reach(register, on), args.only)
        again = bool(args.strength) or draft_in_front(register) is not None
        strength = args.strength or (Strength.USUAL if again else Strength.FREE)
        request = (
            planning_again(register, on, strength, keys)
            if args.strength
            else request_of(register, on, keys)
        )
        seconds = USUAL_SECONDS if args.seconds is None and args.tries is None else args.seconds
        limits = Limits(seconds=seconds, tries=args.tries)
        plan = make_plan(request, limits, args.seed, clock=time.monotonic)
        if plan.shortage is not None:
            plan = replace(plan, shortage=with_fixes(request, plan.shortage, plan.sessions))
        version = keep_version(
            register,
            request,
            plan,
            reason=args.reason or _("disusun lewat baris perintah"),
            strength=strength,
            only=keys,
            on=on,
            new_id=register.ids(),
        )
        tell_plan(register, version, on, args.json)
    return DONE


def list_versions(args: Namespace) -> int:
    """`planner versions`: every kept plan, the newest first."""
    with reading(args) as register:
        kept, on = versions(register), today(register)
        if args.json:
            print(as_json([plain_version(register, one) for one in kept]))
            return DONE
        rows = [
            [
                str(one.number),
                short_date(one.made_on),
                _("tidak dipakai: {reason}").format(reason=one.reason)
                if one.is_declined
                else one.reason,
                _(STRENGTH_NAMES[Strength(one.strength)]),
                number(len(one.lines)),
                number(len(standing_lines(register, one, on))),
                number(sum(each.sessions for each in one.missing)),
            ]
            for one in kept
        ]
        headings = [
            *(_("Nomor"), _("Dibuat"), _("Alasan"), _("Kelonggaran")),
            *(_("Sesi"), _("Sudah jadi sesi"), _("Tanpa jadwal")),
        ]
        print("\n".join(table(headings, rows)) if rows else _("Belum ada rencana kalender."))
    return DONE


def show_version(args: Namespace) -> int:
    """`planner show`: lines, load of the teams, who has no place, why, the ways out; or a PDF."""
    with reading(args) as register:
        version, on = the_version(register, args.number), today(register)
        if args.output is None:
            tell_plan(register, version, on, args.json)
            return DONE
        from ui.command_line.paper_files import put, refuse_other_ending
        from ui.papers.plan import plan_job

        refuse_other_ending(args.output, [".pdf"])
        put(plan_job(register, version, on, date.today())(), args.output, force=args.force)
    return DONE


def list_changes(args: Namespace) -> int:
    """`planner changes`: what accepting would do, old to new, with the letters left behind."""
    with reading(args) as register:
        on = today(register)
        told = proposal(register, the_version(register, args.number), on)
        if args.json:
            print(as_json([plain_change(one) for one in told.lines]))
            return DONE
        rows = [
            [
                str(one.index + 1),
                one.name,
                place_of(one, before=True),
                place_of(one, before=False),
                " ".join(one.sentences),
            ]
            for one in told.lines
        ]
        headings = [_("Baris"), _("Kelompok"), _("Lama"), _("Baru"), _("Bentrok")]
        print("\n".join(table(headings, rows)) if rows else _("Tidak ada yang berubah."))
        for stale in told.letters:
            words = _("Surat {number} perlu diterbitkan ulang atau diralat: {what}")
            print(words.format(number=clean(stale.letter.number), what=clean(stale.sentence)))
    return DONE


def export_request(args: Namespace) -> int:
    """`planner export`: the request as JSON, for `plan` or another judge."""
    from census_desk.sessions.planner.request_file import request_as_json

    if args.output is not None and args.output.exists() and not args.force:
        told = _("{path} sudah ada; --force menimpanya.")
        raise CensusDeskError(told.format(path=args.output))
    with reading(args) as register:
        on = today(register)
        keys = keys_named(groups_to_reach(register, on), args.only)
        request: PlanRequest = request_of(register, on, keys)
    text = json.dumps(request_as_json(request), ensure_ascii=True, indent=1)
    if args.output is None:
        print(text)
        return DONE
    write_whole(args.output, (text + "\n").encode())
    print(args.output)
    return DONE


def the_version(register: Register, typed: int | None) -> PlanVersion:
    """The plan with that number, else the newest; NoPlan when there is none at all."""
    kept = versions(register)
    if not kept:
        raise NoPlan
    found = next((one for one in kept if typed in (None, one.number)), None)
    if found is None:
        told = _("Rencana {number} tidak ada; yang ada nomor {first} sampai {last}.")
        first, last = kept[-1].number, kept[0].number
        raise CensusDeskError(told.format(number=typed, first=first, last=last))
    return found


def strength_named(text: str) -> Strength:
    """The strength of --strength, in Indonesian or as the plan keeps it."""
    word = text.strip().casefold()
    if word in STRENGTHS:
        return STRENGTHS[word]
    if word in {one.value for one in Strength}:
        return Strength(word)
    raise ArgumentTypeError(_("tulis terkena, biasa, atau bebas"))
