"""Commands on sessions: plan, change, move, cancel, postpone, clone, repeat, and what clashes."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any, cast

from census_desk.errors import CensusDeskError
from census_desk.indonesian import clock, read_time, short_date
from census_desk.register import Register
from census_desk.sessions import scheduling
from census_desk.sessions.bulk import Wanted, change_many
from census_desk.sessions.clashes import Clash
from census_desk.sessions.diary import Booking
from census_desk.sessions.making_series import Proposed, make_series, proposed
from census_desk.sessions.rules import CLASH_NAMES, SEVERITY_NAMES
from census_desk.sessions.schedule import Schedule
from census_desk.sessions.series import dates_of, in_words
from census_desk.sessions.series_words import read_rule
from census_desk.sessions.session import Session
from census_desk.words import _
from ui.command_line import typed
from ui.command_line.failures import DONE
from ui.command_line.finding import find_record
from ui.command_line.letters import day_typed, today
from ui.command_line.opening import reading, writing
from ui.command_line.output import as_json, clean, table


def plan_session(args: Namespace) -> int:
    """`session add`: a new session; what clashes is told, what the rules forbid is refused."""
    with writing(args) as register:
        pairs = [*args.values, *typed.file_pairs(args.file)]
        record = typed.new_record(register, "sessions", pairs, register.ids())
        saved = add(register, record)
        print(_("Ditambahkan: {title} [{id}]").format(title=_name(saved), id=saved.id))
    return DONE


def add(register: Register, record: Any) -> Session:
    """Plan a session and tell what stands in its way on standard error."""
    on = today(register)
    saved = scheduling.plan(register, cast(Session, record), on=on)
    _tell(Schedule(register, on).clashes(saved))
    _warn(scheduling.crowd_note(register, saved))
    return saved


def change(register: Register, record: Any, rev: int) -> Session:
    """Save an edited session and tell what stands in its way."""
    on = today(register)
    saved = scheduling.change(register, cast(Session, record), on=on, expected_rev=rev)
    _tell(Schedule(register, on).clashes(saved))
    _warn(scheduling.crowd_note(register, saved))
    return saved


def change_sessions(args: Namespace) -> int:
    """`session edit`: the same change for one or several sessions, as one step."""
    with writing(args) as register:
        ids = [the_session(register, one).id for one in args.sessions]
        pairs = [*args.values, *typed.file_pairs(args.file)]
        people = [find_record(register, "facilitators", one).id for one in args.add_facilitator]
        wanted = Wanted(
            fields=typed.typed_values(register, "sessions", pairs),
            add_facilitators=people,
            days_later=args.days_later,
            reason=args.reason,
        )
        count = change_many(register, ids, wanted, on=today(register))
        if "attended_count" in wanted.fields:
            for one in ids:
                _warn(scheduling.crowd_note(register, register.sessions.get(one)))
        print(_("{count} sesi diubah.").format(count=count))
    return DONE


def move_session(args: Namespace) -> int:
    """`session move`: to another day, time or venue; the move keeps its reason."""
    with writing(args) as register:
        session, on = the_session(register, args.session), today(register)
        venue = find_record(register, "venues", args.venue).id if args.venue else None
        after = scheduling.move(
            register,
            session.id,
            to_on=day_typed(register, args.to) if args.to else session.held_on,
            starts_at=_time(args.at),
            ends_at=_time(args.until),
            venue_id=venue,
            reason=args.reason,
            on=on,
        )
        _tell(Schedule(register, on).clashes(after))
        _warn(scheduling.past_note(after, on))
        told = _("Dipindahkan: {title} ke {day} {time}, {venue}")
        print(
            told.format(
                title=clean(after.title),
                day=short_date(after.held_on),
                time=clock(after.starts_at),
                venue=clean(after.venue),
            )
        )
    return DONE


def cancel_session(args: Namespace) -> int:
    """`session cancel`: it will not take place; the reason stays."""
    with writing(args) as register:
        after = scheduling.cancel(
            register, the_session(register, args.session).id, reason=args.reason
        )
        print(_("Dibatalkan: {number}").format(number=_name(after)))
    return DONE


def postpone_session(args: Namespace) -> int:
    """`session postpone`: put off without a new day yet."""
    with writing(args) as register:
        after = scheduling.postpone(
            register, the_session(register, args.session).id, reason=args.reason
        )
        print(_("Ditunda: {title}").format(title=_name(after)))
    return DONE


def clone_session(args: Namespace) -> int:
    """`session clone`: a new session like another one."""
    with writing(args) as register:
        first, on = the_session(register, args.session), today(register)
        day = day_typed(register, args.date)
        made = scheduling.clone(register, first.id, to_on=day, new_id=register.ids(), on=on)
        _tell(Schedule(register, on).clashes(made))
        print(_("Ditambahkan: {title} [{id}]").format(title=_name(made), id=made.id))
    return DONE


def repeat_session(args: Namespace) -> int:
    """`session series`: many sessions by a rule in words; `--preview` only shows the dates."""
    with (reading if args.preview else writing)(args) as register:
        first, on = the_session(register, args.session), today(register)
        rule = read_rule(" ".join(args.rule), first.held_on)
        schedule = Schedule(register, on)
        days = dates_of(rule, schedule.ground.calendar)
        offered = proposed(first, days, schedule, register.ids)
        if args.skip_taken:
            offered = [one for one in offered if not one.is_forbidden]
        print(in_words(rule))
        print("\n".join(_dates(offered)))
        if not args.preview:
            count = make_series(register, first, offered)
            print(_("{count} sesi dibuat dalam satu langkah.").format(count=count))
    return DONE


def list_clashes(args: Namespace) -> int:
    """`session clashes`: of one session, or of all from the working day on."""
    with reading(args) as register:
        on = today(register)
        schedule = Schedule(register, on)
        found = _of_one(register, schedule, args.session) if args.session else []
        if not args.session:
            found = list(schedule.every_clash(day_typed(register, args.since)))
        if args.json:
            print(as_json([_plain(booking, one) for booking, each in found for one in each]))
            return DONE
        rows = [
            [
                short_date(booking.on),
                booking.title,
                _(SEVERITY_NAMES[one.severity]),
                _(CLASH_NAMES[one.kind]),
                one.sentence,
            ]
            for booking, each in found
            for one in each
        ]
        headings = [_("Tanggal"), _("Acara"), _("Tingkat"), _("Jenis"), _("Keterangan")]
        print("\n".join(table(headings, rows)) if rows else _("Tidak ada yang bentrok."))
    return DONE


def the_session(register: Register, text: str) -> Session:
    """The session a person means, by id or the beginning of its title."""
    return cast(Session, find_record(register, "sessions", text))


# inside


def _of_one(
    register: Register, schedule: Schedule, text: str
) -> list[tuple[Booking, tuple[Clash, ...]]]:
    session = the_session(register, text)
    booking = schedule.booking(session)
    return [] if booking is None else [(booking, schedule.clashes(session))]


def _tell(clashes: Iterable[Clash]) -> None:
    for one in clashes:
        print(f"{_(SEVERITY_NAMES[one.severity])}: {clean(one.sentence)}", file=sys.stderr)


def _warn(note: str) -> None:
    if note:
        print(f"{_('Peringatan')}: {clean(note)}", file=sys.stderr)


def _dates(offered: Sequence[Proposed]) -> list[str]:
    rows = [
        [
            short_date(one.session.held_on),
            clock(one.session.starts_at),
            " ".join(clash.sentence for clash in one.clashes),
        ]
        for one in offered
    ]
    return table([_("Tanggal"), _("Mulai"), _("Bentrok")], rows)


def _plain(booking: Booking, clash: Clash) -> dict[str, object]:
    return {
        "collection": booking.collection,
        "id": booking.id,
        "date": booking.on.isoformat(),
        "title": booking.title,
        "kind": clash.kind.value,
        "severity": clash.severity.value,
        "sentence": clash.sentence,
        "other": clash.other.id if clash.other else "",
    }


def _time(text: str) -> time | None:
    if not text:
        return None
    try:
        return read_time(text)
    except ValueError as error:
        raise CensusDeskError(_("Waktu belum benar; tulis seperti 09.00.")) from error


def _name(session: Session) -> str:
    return f"{clean(session.title)} ({short_date(session.held_on)})"


def day_or_none(register: Register, text: str) -> date | None:
    """The day typed, None for nothing."""
    return day_typed(register, text) if text else None
