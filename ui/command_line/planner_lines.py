"""Commands on the lines of a plan: accepted, declined, locked, put elsewhere, forbidden, mended."""

from argparse import ArgumentTypeError, Namespace

from census_desk.errors import CensusDeskError
from census_desk.indonesian import short_date
from census_desk.sessions.planner.other_dates import other_dates, price_in_words, why_this_date
from census_desk.sessions.planner.request import AFTERNOON, MORNING
from census_desk.sessions.planning import drafting
from census_desk.sessions.planning.accepting import accept, decline
from census_desk.sessions.planning.fix_effects import fix_effects
from census_desk.sessions.planning.fixing import apply_fix
from census_desk.sessions.planning.hits import hits
from census_desk.sessions.planning.judging import judging
from census_desk.sessions.planning.window import HALF_NAMES
from census_desk.words import _
from ui.command_line.failures import DONE
from ui.command_line.finding import find_record
from ui.command_line.letters import day_typed, today
from ui.command_line.opening import reading, writing
from ui.command_line.output import as_json, clean, table
from ui.command_line.planner_drafts import the_version
from ui.command_line.planner_groups import the_group

HALVES = {"pagi": MORNING, "siang": AFTERNOON, "am": MORNING, "pm": AFTERNOON, "": ""}
MOST_LINES = 5000


def accept_version(args: Namespace) -> int:
    """`planner accept`: all lines of a plan or some become sessions, as one step."""
    with writing(args) as register:
        version = the_version(register, args.number)
        done = accept(
            register,
            version.id,
            None if args.all else args.lines,
            on=today(register),
            new_id=register.ids,
            skip_forbidden=args.skip_forbidden,
        )
        told = _("{new} sesi baru, {moved} dipindahkan.")
        print(told.format(new=len(done.made), moved=len(done.moved)))
        for one in done.refused:
            sentence = " ".join(one.sentences)
            words = _("Tidak diterima: baris {line}, {group}: {why}")
            print(words.format(line=one.index + 1, group=clean(one.name), why=clean(sentence)))
        for line in done.outdated:
            words = _("Tidak diterima: {day}, sudah lewat atau tidak perlu lagi.")
            print(words.format(day=short_date(line.on)))
        for stale in done.letters:
            words = _("Surat {number} perlu diterbitkan ulang atau diralat: {what}")
            print(words.format(number=clean(stale.letter.number), what=clean(stale.sentence)))
    return DONE


def decline_version(args: Namespace) -> int:
    """`planner decline`: the plan is kept, but no longer waits for acceptance."""
    with writing(args) as register:
        version = decline(register, the_version(register, args.number).id)
        print(_("Rencana {number} tidak dipakai.").format(number=version.number))
    return DONE


def lock_line(args: Namespace) -> int:
    """`planner lock`: the line keeps its place in every plan to come."""
    with writing(args) as register:
        drafting.lock(register, the_version(register, args.number).id, args.line - 1)
        print(_("Baris {line} dikunci.").format(line=args.line))
    return DONE


def unlock_line(args: Namespace) -> int:
    """`planner unlock`: the line may move again."""
    with writing(args) as register:
        drafting.unlock(register, the_version(register, args.number).id, args.line - 1)
        print(_("Kunci baris {line} dilepas.").format(line=args.line))
    return DONE


def put_line(args: Namespace) -> int:
    """`planner put`: a line on another day, half-day or team, when the rules allow it."""
    with writing(args) as register:
        version = the_version(register, args.number)
        line = drafting.line_at(version, args.line - 1)
        team = find_record(register, "planning_teams", args.team).id if args.team else ""
        drafting.put(
            register,
            version.id,
            args.line - 1,
            to_on=day_typed(register, args.to) if args.to else line.on,
            slot=args.half or line.slot,
            team_id=team,
            reason=args.reason,
            on=today(register),
        )
        print(_("Baris {line} dipindahkan.").format(line=args.line))
    return DONE


def forbid_day(args: Namespace) -> int:
    """`planner forbid`: never plan a group on that day, or on one half of it."""
    with writing(args) as register:
        group, day = the_group(register, args.group), day_typed(register, args.date)
        drafting.forbid(register, group.key, day, args.half)
        told = _("{day} {half} dilarang bagi {group}.")
        print(_said(told, args.half, day=short_date(day), group=clean(group.short_name)))
    return DONE


def allow_day(args: Namespace) -> int:
    """`planner allow`: take a forbidden day back."""
    with writing(args) as register:
        group, day = the_group(register, args.group), day_typed(register, args.date)
        drafting.allow(register, group.key, day, args.half)
        told = _("{day} {half} boleh lagi bagi {group}.")
        print(_said(told, args.half, day=short_date(day), group=clean(group.short_name)))
    return DONE


def explain_line(args: Namespace) -> int:
    """`planner why`: why this date; the other dates of a line with what each would cost."""
    with reading(args) as register:
        version, on = the_version(register, args.number), today(register)
        line = drafting.line_at(version, args.line - 1)
        judged = judging(register, version, on)
        one = next((each for each in judged.sessions if _is_line(each, line.as_planned())), None)
        if one is None:
            raise CensusDeskError(
                _("Baris {line} sudah lewat atau tidak dapat tetap pada jadwalnya.").format(
                    line=args.line
                )
            )
        others = other_dates(judged.request, judged.sessions, one)
        print(why_this_date(judged.request, others))
        teams = {team.id: team.name for team in register.planning_teams.all()}
        rows = [
            [
                short_date(each.on),
                _(HALF_NAMES[each.slot]),
                teams.get(each.team, each.team),
                price_in_words(judged.request, each.price) if each.price >= 1 else "",
            ]
            for each in others
        ]
        print("\n".join(table([_("Tanggal"), _("Waktu"), _("Tim"), _("Harga")], rows)))
    return DONE


def list_hits(args: Namespace) -> int:
    """`planner hits`: sessions of accepted plans that cannot stay, and why."""
    with reading(args) as register:
        found = hits(register, today(register))
        if args.json:
            print(
                as_json(
                    [
                        {
                            "session": one.session.id,
                            "group": one.group.key,
                            "date": one.session.held_on.isoformat(),
                            "slot": one.planned.slot,
                            "is_told": one.is_told,
                            "sentence": one.sentence,
                        }
                        for one in found
                    ]
                )
            )
            return DONE
        rows = [
            [short_date(one.session.held_on), one.group.short_name, one.sentence] for one in found
        ]
        headings = [_("Tanggal"), _("Kelompok"), _("Sebab")]
        print("\n".join(table(headings, rows)) if rows else _("Semua sesi rencana dapat tetap."))
    return DONE


def carry_out_fix(args: Namespace) -> int:
    """`planner fix`: a way out of the plan, where it is a change of the desk's own records."""
    with writing(args) as register:
        version = the_version(register, args.number)
        if not 1 <= args.fix <= len(version.fixes):
            told = _("Rencana {number} punya {count} jalan keluar; nomor {fix} tidak ada.")
            raise CensusDeskError(
                told.format(number=version.number, count=len(version.fixes), fix=args.fix)
            )
        fix = version.fixes[args.fix - 1]
        effects = fix_effects(register, fix, today(register))
        apply_fix(register, fix, today(register))
        print(_("Diterapkan: {what}").format(what=clean(f"{fix.sentence} {effects}".rstrip())))
    return DONE


def half_named(text: str) -> str:
    """The half-day of --half."""
    word = text.strip().casefold()
    if word not in HALVES:
        raise ArgumentTypeError(_("tulis pagi atau siang"))
    return HALVES[word]


def lines_named(text: str) -> tuple[int, ...]:
    """`1-5,8` as places in a plan, from 0."""
    found: list[int] = []
    for part in text.replace(";", ",").split(","):
        first, _dash, last = part.strip().partition("-")
        if not first.isdecimal() or (last and not last.isdecimal()):
            raise ArgumentTypeError(_("tulis nomor baris seperti 1-5,8"))
        until = int(last or first)
        if not 1 <= int(first) <= until <= MOST_LINES:
            raise ArgumentTypeError(_("tulis nomor baris seperti 1-5,8"))
        found += range(int(first) - 1, until)
    return tuple(dict.fromkeys(found))


# inside


def _said(words: str, slot: str, **facts: str) -> str:
    half = _(HALF_NAMES[slot]) if slot else ""
    return " ".join(words.format(half=half, **facts).split())


def _is_line(one: object, line: object) -> bool:
    names = ("unit", "on", "slot", "team")
    return all(getattr(one, name) == getattr(line, name) for name in names)
