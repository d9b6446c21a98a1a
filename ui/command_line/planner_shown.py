"""A plan as text and as JSON: its lines, the load of the teams, who has no place, what changes."""

import sys
from dataclasses import asdict
from datetime import date

from census_desk.indonesian import decimal, number, short_date
from census_desk.register import Register
from census_desk.sessions.planning.fix_effects import fix_effects
from census_desk.sessions.planning.group import Group
from census_desk.sessions.planning.groups import groups_to_reach
from census_desk.sessions.planning.load import TeamLoad, load
from census_desk.sessions.planning.proposing import ProposedLine
from census_desk.sessions.planning.version import PlanLine, PlanVersion
from census_desk.sessions.planning.versions import is_made, standing_lines
from census_desk.sessions.planning.window import HALF_NAMES
from census_desk.words import _
from ui.command_line.output import as_json, clean, table


def tell_plan(register: Register, version: PlanVersion, on: date, as_data: bool) -> None:
    """Write a plan out; who has no place, why and the ways out go to standard error."""
    loads = load(register, version, on)
    if as_data:
        print(as_json(plain_version(register, version) | {"load": [asdict(one) for one in loads]}))
        return
    groups = {one.key: one for one in groups_to_reach(register, on)}
    teams = {one.id: one.name for one in register.planning_teams.all()}
    there = standing_lines(register, version, on)
    rows = [
        _line_row(place, one, groups, teams, _state(register, one, place - 1 in there))
        for place, one in _numbered(version)
    ]
    headings = [
        *(_("Baris"), _("Tanggal"), _("Waktu"), _("Kelompok")),
        *(_("Orang"), _("Tim"), _("Keadaan")),
    ]
    print(_title(version))
    print("\n".join(table(headings, rows)))
    print()
    print("\n".join(_load_table(loads)))
    _tell_missing(register, version, groups, on)


def _title(version: PlanVersion) -> str:
    told = _("Rencana {number} ({day}, {reason}): {count} sesi.")
    if version.is_declined:
        told += " " + _("Tidak dipakai.")
    return told.format(
        number=version.number,
        day=short_date(version.made_on),
        reason=clean(version.reason),
        count=number(len(version.lines)),
    )


def _numbered(version: PlanVersion) -> list[tuple[int, PlanLine]]:
    return list(enumerate(version.lines, 1))


def _state(register: Register, line: PlanLine, is_there: bool) -> str:
    """Whether a line is a session already, exactly so, or will move one, or was moved since."""
    state = _("rencana")
    if is_there:
        state = _("sudah jadi sesi")
    elif is_made(register, line):
        state = _("dipindah kemudian") if line.is_accepted else _("akan pindah")
    return _("{state}, dikunci").format(state=state) if line.is_locked else state


def _line_row(
    place: int, line: PlanLine, groups: dict[str, Group], teams: dict[str, str], state: str
) -> list[str]:
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


def _tell_missing(
    register: Register, version: PlanVersion, groups: dict[str, Group], on: date
) -> None:
    """Who found no place, why, and the ways out by number, on standard error."""
    for one in version.missing:
        name = groups[one.group].short_name if one.group in groups else one.group
        words = _("Tanpa jadwal: {group}, {count} sesi")
        print(words.format(group=clean(name), count=one.sessions), file=sys.stderr)
    for reason in version.reasons:
        print(clean(reason.sentence), file=sys.stderr)
    for place, fix in enumerate(version.fixes, 1):
        words = _("Jalan keluar {place} (harga {price}): {sentence}")
        sentence = f"{fix.sentence} {fix_effects(register, fix, on)}".rstrip()
        told = words.format(place=place, price=fix.price, sentence=clean(sentence))
        print(told, file=sys.stderr)


def plain_version(register: Register, version: PlanVersion) -> dict[str, object]:
    """A plan for other programs; lines by their number."""
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


def plain_change(one: ProposedLine) -> dict[str, object]:
    """One change for other programs."""
    before = one.change.before
    return {
        "line": one.index + 1,
        "group": one.line.group,
        "title": one.session.title,
        "before": before and {"date": before.on.isoformat(), "slot": before.slot},
        "after": {"date": one.line.on.isoformat(), "slot": one.line.slot},
        "is_forbidden": one.is_forbidden,
        "clashes": list(one.sentences),
        "letters": [stale.letter.number for stale in one.letters],
    }


def place_of(one: ProposedLine, *, before: bool) -> str:
    """Where a line's session stands, or stood before; a new one stood nowhere."""
    planned = one.change.before if before else one.change.after
    if planned is None:
        return _("baru") if before else ""
    return f"{short_date(planned.on)} {_(HALF_NAMES[planned.slot])}"
