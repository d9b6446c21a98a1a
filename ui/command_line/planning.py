"""The command `plan`: a calendar for a request in a JSON file, without register and display."""

import json
import sys
import time
from argparse import ArgumentTypeError, Namespace
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from census_desk.errors import CensusDeskError
from census_desk.words import _, counted
from ui.command_line.failures import DONE

if TYPE_CHECKING:
    from census_desk.sessions.planner.request import PlanRequest

MOST_SECONDS = 3600
MOST_TRIES = 10**9
USUAL_SECONDS = 10.0
PROVING_SECONDS = 60.0  # at most; a kabupaten of 175 to 343 sessions took 1 to 7 s


def plan(args: Namespace) -> int:
    """`plan`: the best calendar found, or with --check what a plan breaks, as JSON."""
    from census_desk.sessions.planner.reading import read_request

    request = read_request(args.request)
    if args.check is not None:
        return _check(args, request)
    if args.prove:
        from census_desk.sessions.planner.proving import require_solver

        require_solver()  # before a long search, not after it
    from census_desk.sessions.planner.fixes import with_fixes
    from census_desk.sessions.planner.making import Limits, make_plan
    from census_desk.sessions.planner.plan_file import plan_as_json

    seconds = USUAL_SECONDS if args.seconds is None and args.tries is None else args.seconds
    limits = Limits(seconds=seconds, tries=args.tries)
    made = make_plan(request, limits, args.seed, clock=time.monotonic)
    if args.prove:
        from census_desk.sessions.planner.proving import proven

        made = proven(request, made, PROVING_SECONDS, clock=time.monotonic)
    if made.shortage is not None:
        made = replace(made, shortage=with_fixes(request, made.shortage, made.sessions))
        for cause in made.shortage.causes:
            print(cause.sentence, file=sys.stderr)
    _write(plan_as_json(request, made))
    return DONE


def _check(args: Namespace, request: "PlanRequest") -> int:
    """What the independent checker finds in somebody's plan; refused when that is anything."""
    from census_desk.sessions.planner.checker import violations
    from census_desk.sessions.planner.judged_cost import parts, unreached
    from census_desk.sessions.planner.plan_file import read_sessions, violation_as_json

    sessions = read_sessions(args.check)
    broken = violations(request, sessions)
    cost = None if broken else parts(request, sessions)
    _write(
        {
            "ok": not broken,
            "violations": [violation_as_json(one) for one in broken],
            "unreached": unreached(request, sessions),
            "parts": cost and asdict(cost),
            "total": cost and cost.total,
        }
    )
    if broken:
        told = counted(
            "Rencana {file} melanggar {count} aturan; yang pertama: {sentence}",
            "Rencana {file} melanggar {count} aturan; yang pertama: {sentence}",
            len(broken),
        )
        raise CensusDeskError(
            told.format(file=args.check.name, count=len(broken), sentence=broken[0].sentence)
        )
    return DONE


def seconds_named(text: str) -> float:
    """The seconds of --seconds, 0 to an hour; a comma or a point."""
    try:
        seconds = float(text.replace(",", "."))
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= MOST_SECONDS:
        raise ArgumentTypeError(_("tulis detik, 0 sampai 3600"))
    return seconds


def count_named(text: str) -> int:
    """The number of --tries or --seed."""
    if not text.isdecimal() or int(text) > MOST_TRIES:
        raise ArgumentTypeError(_("tulis bilangan bulat, 0 sampai 1000000000"))
    return int(text)


def _write(value: object) -> None:
    """One JSON text in ASCII, which no console can spoil."""
    print(json.dumps(value, ensure_ascii=True, indent=1))
