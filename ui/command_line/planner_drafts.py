"""Commands on plans: made, listed, shown with load and reasons, their changes, and as a request."""

import json
import sys
import time
from argparse import ArgumentTypeError, Namespace
from dataclasses import asdict, replace
from datetime import date
from typing import TYPE_CHECKING

from census_desk.errors import CensusDeskError
from census_desk.indonesian import decimal, number, short_date
from census_desk.register import Register
from census_desk.sessions.planner.replanning import STRENGTH_NAMES, Strength
from census_desk.sessions.planning.asking import planning_again, request_of
from census_desk.sessions.planning.group import Group
from census_desk.sessions.planning.groups import groups_to_reach
from census_desk.sessions.planning.keeping import keep_version
from census_desk.sessions.planning.load import TeamLoad, load
from census_desk.sessions.planning.proposing import ProposedLine, proposal
from census_desk.sessions.planning.version import PlanLine, PlanVersion
from census_desk.sessions.planning.versions import draft_in_front, is_made, versions
from census_desk.sessions.planning.window import HALF_NAMES
from census_desk.words import _
from ui.command_line.failures import DONE
from ui.command_line.letters import today
from ui.command_line.opening import reading, writing
from ui.command_line.output import as_json, clean, table
from ui.command_line.planner_groups import NoPlan, keys_named
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
            on=on,
            new_id=register.ids(),
        )
        _tell(register, version, on, args.json)
    return DONE


def list_versions(args: Namespace) -> int:
    """`planner versions`: every kept plan, the newest first."""
    with reading(args) as register:
        kept = versions(register)
        if args.json:
            print(as_json([_plain_version(register, one) for one in kept]))
            return DONE
        rows = [
            [
                str(one.number),
                short_date(one.made_on),
                one.reason,
                _(STRENGTH_NAMES[Strength(one.strength)]),
                number(len(one.lines)),
                number(sum(is_made(register, line) for line in one.lines)),
                number(sum(each.sessions for each in one.missing)),
            ]
            for one in kept
        ]
        headings = [
            *(_("Nomor"), _("Dibuat"), _("Alasan"), _("Kelonggaran")),
            *(_("Sesi"), _("Diterima"), _("Tanpa tempat")),
        ]
        print("\n".join(table(headings, rows)) if rows else _("Belum ada rencana kalender."))
    return DONE


def show_version(args: Namespace) -> int:
    """`planner show`: lines, load of the teams, who has no place and why, and the ways out."""
    with reading(args) as register:
        _tell(register, the_version(register, args.number), today(register), args.json)
    return DONE


def list_changes(args: Namespace) -> int:
    """`planner changes`: what accepting would do, old to new, with the letters left behind."""
    with reading(args) as register:
        on = today(register)
        told = proposal(register, the_version(register, args.number), on)
        if args.json:
            print(as_json([_plain_change(one) for one in told.lines]))
            return DONE
        rows = [
            [
                str(one.index + 1),
                one.name,
                _place(one, before=True),
                _place(one, before=False),
                " ".join(clash.sentence for clash in one.clashes),
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
    """The plan with that number, else the newest; NoPlan when there is none."""
    kept = versions(register)
    found = next((one for one in kept if typed in (None, one.number)), None)
    if found is None:
        raise NoPlan
    return found


def strength_named(text: str) -> Strength:
    """The strength of --strength, in Indonesian or as the plan keeps it."""
    word = text.strip().casefold()
    if word in STRENGTHS:
        return STRENGTHS[word]
    if word in {one.value for one in Strength}:
        return Strength(word)
    raise ArgumentTypeError(_("tulis terkena, biasa, atau bebas"))


# inside


def _tell(register: Register, version: PlanVersion, on: date, as_data: bool) -> None:
    loads = load(register, version, on)
    if as_data:
        print(as_json(_plain_version(register, version) | {"load": [asdict(one) for one in loads]}))
        return
    groups = {one.key: one for one in groups_to_reach(register, on)}
    teams = {one.id: one.name for one in register.planning_teams.all()}
    rows = [_line_row(register, place, one, groups, teams) for place, one in _numbered(version)]
    headings = [
        *(_("Baris"), _("Tanggal"), _("Waktu"), _("Kelompok")),
        *(_("Orang"), _("Tim"), _("Keadaan")),
    ]
    print(_title(version))
    print("\n".join(table(headings, rows)))
    print()
    print("\n".join(_load_table(loads)))
    _tell_missing(version, groups)


def _title(version: PlanVersion) -> str:
    told = _("Rencana {number} ({day}, {reason}): {count} sesi.")
    return told.format(
        number=version.number,
        day=short_date(version.made_on),
        reason=clean(version.reason),
        count=number(len(version.lines)),
    )


def _numbered(version: PlanVersion) -> list[tuple[int, PlanLine]]:
    return list(enumerate(version.lines, 1))


def _line_row(
    register: Register,
    place: int,
    line: PlanLine,
    groups: dict[str, Group],
    teams: dict[str, str],
) -> list[str]:
    state = _("diterima") if is_made(register, line) else _("rencana")
    if line.is_locked:
        state = _("{state}, dikunci").format(state=state)
    return [
        str(place),
        short_date(line.on),
        _(HALF_NAMES[line.slot]),
        groups[line.group].short_name if line.group in groups else line.group,
        number(line.people),
        teams.get(line.team_id, "—"),
        state,
    ]


def _load_table(loads: tuple[TeamLoad, ...]) -> list[str]:
    rows = [
        [
            one.name,
            number(one.sessions),
            number(one.people),
            decimal(one.km, 0),
            number(one.minutes),
            _("{used} dari {there}").format(used=one.halves, there=one.halves_there),
        ]
        for one in loads
    ]
    headings = [
        *(_("Tim"), _("Sesi"), _("Orang"), _("km"), _("Menit di jalan")),
        _("Setengah hari terpakai"),
    ]
    return table(headings, rows, [False, True, True, True, True, False])


def _tell_missing(version: PlanVersion, groups: dict[str, Group]) -> None:
    """Who found no place, why, and the ways out by number, on standard error."""
    for one in version.missing:
        name = groups[one.group].short_name if one.group in groups else one.group
        words = _("Tanpa tempat: {group}, {count} sesi")
        print(words.format(group=clean(name), count=one.sessions), file=sys.stderr)
    for reason in version.reasons:
        print(clean(reason.sentence), file=sys.stderr)
    for place, fix in enumerate(version.fixes, 1):
        words = _("Jalan keluar {place} (harga {price}): {sentence}")
        told = words.format(place=place, price=fix.price, sentence=clean(fix.sentence))
        print(told, file=sys.stderr)


def _plain_version(register: Register, version: PlanVersion) -> dict[str, object]:
    return {
        "number": version.number,
        "made_on": version.made_on.isoformat(),
        "reason": version.reason,
        "strength": version.strength,
        "seed": version.seed,
        "tries": version.tries,
        "total": version.total,
        "bound": version.bound,
        "is_declined": version.is_declined,
        "lines": [
            {
                "line": place,
                "group": line.group,
                "date": line.on.isoformat(),
                "slot": line.slot,
                "team": line.team_id,
                "people": line.people,
                "locked": line.is_locked,
                "session": line.session_id if is_made(register, line) else "",
            }
            for place, line in _numbered(version)
        ],
        "missing": {one.group: one.sessions for one in version.missing},
        "reasons": [asdict(one) for one in version.reasons],
        "fixes": [asdict(one) for one in version.fixes],
    }


def _plain_change(one: ProposedLine) -> dict[str, object]:
    before = one.change.before
    return {
        "line": one.index + 1,
        "group": one.line.group,
        "title": one.session.title,
        "before": before and {"date": before.on.isoformat(), "slot": before.slot},
        "after": {"date": one.line.on.isoformat(), "slot": one.line.slot},
        "is_forbidden": one.is_forbidden,
        "clashes": [clash.sentence for clash in one.clashes],
        "letters": [stale.letter.number for stale in one.letters],
    }


def _place(one: ProposedLine, *, before: bool) -> str:
    planned = one.change.before if before else one.change.after
    if planned is None:
        return _("baru") if before else ""
    return f"{short_date(planned.on)} {_(HALF_NAMES[planned.slot])}"
