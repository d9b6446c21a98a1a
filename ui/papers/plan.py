"""A plan of the calendar on paper: load of the teams, their days, who has no place, what moves."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from census_desk.editing import the_desk
from census_desk.indonesian import decimal, full_date, long_date, number, time_range
from census_desk.sessions.planning.groups import groups_to_reach
from census_desk.sessions.planning.load import TeamLoad, load
from census_desk.sessions.planning.proposing import Proposal, ProposedLine, proposal
from census_desk.sessions.planning.rules import hours_of
from census_desk.sessions.planning.settings import planning_rules_of
from census_desk.sessions.planning.version import PlanLine, PlanVersion
from census_desk.sessions.planning.versions import is_made
from census_desk.zones import zone_of
from ui.papers.facts import Job
from ui.papers.files import Paper, safe_name

if TYPE_CHECKING:
    from census_desk.register import Register
    from census_desk.sessions.planning.group import Group
    from reports.sessions.tables import Cell, Section

Columns = tuple[tuple[str, float, str], ...]
Row = tuple["Cell", ...]
LOAD: Columns = (
    ("Tim", 0.28, "left"), ("Sesi", 0.09, "right"), ("Orang", 0.11, "right"),
    ("Hari", 0.09, "right"), ("Setengah hari", 0.17, "right"), ("km", 0.1, "right"),
    ("Menit di jalan", 0.16, "right"),
)  # fmt: skip
DAYS: Columns = (
    ("No.", 0.05, "center"), ("Hari, tanggal", 0.2, "left"), ("Waktu", 0.155, "left"),
    ("Kelompok", 0.215, "left"), ("Tempat", 0.305, "left"), ("Orang", 0.075, "right"),
)  # fmt: skip
MISSING: Columns = (("Kelompok", 0.8, "left"), ("Sesi", 0.2, "right"))
CHANGES: Columns = (
    ("Kelompok", 0.24, "left"), ("Semula", 0.19, "left"), ("Menjadi", 0.19, "left"),
    ("Surat yang diterbitkan ulang", 0.18, "left"), ("Yang menghalangi", 0.2, "left"),
)  # fmt: skip
NONE = "–"


def plan_job(register: "Register", version: PlanVersion, on: date, printed_on: date) -> Job:
    """Gather a kept plan as it stands on a working day; the job prints it on A4."""
    told = proposal(register, version, on)
    sections = tuple(_sections(register, version, told, on))
    desk = the_desk(register)
    name = f"Rencana Sosialisasi {version.number}"
    about = f"{desk.regency_name}, disusun {long_date(version.made_on)} ({version.reason}). "
    about += f"{number(len(version.lines))} sesi: {number(told.new_count)} baru, "
    about += f"{number(told.moved_count)} pindah."
    foot = f"{name} · dicetak {long_date(printed_on)} oleh {desk.office_name}"

    def job() -> Paper:
        from reports.table_pages import TablePages, table_pages

        pages = TablePages(name=name, told=about, foot=foot, title=name, sections=sections)
        return Paper(name=safe_name(name, f"{version.made_on:%Y-%m-%d}"), pdf=table_pages(pages))

    return job


def _sections(
    register: "Register", version: PlanVersion, told: Proposal, on: date
) -> Iterable["Section"]:
    groups = {one.key: one for one in groups_to_reach(register, on)}
    loads = load(register, version, on)
    yield _section("Beban tim", LOAD, map(_load_row, loads), "Belum ada tim.")
    for team in loads:
        lines = [one for one in version.lines if one.team_id == team.team_id]
        rows = list(_day_rows(register, lines, groups))
        yield _section(f"{team.name}: {_load_words(team)}", DAYS, rows, "Tidak ada sesi.")
    if version.missing:
        missing = [(_called(one.group, groups), one.sessions) for one in version.missing]
        yield _section("Belum mendapat jadwal", MISSING, missing, "")
        reasons = [(one.sentence, one.need - one.offered) for one in version.reasons]
        if reasons:
            columns: Columns = (("Sebabnya", 0.8, "left"), ("Kurang", 0.2, "right"))
            yield _section("Mengapa", columns, reasons, "")
    changed = [one for one in told.lines if one.before or one.sentences]
    nothing = "Tidak ada sesi yang pindah; yang baru ada dalam daftar tiap tim."
    yield _section("Yang pindah atau terhalang", CHANGES, map(_change_row, changed), nothing)


def _section(heading: str, columns: Columns, rows: Iterable[Row], empty: str) -> "Section":
    from reports.sessions.tables import Section
    from reports.tables import Column

    made = tuple(Column(title=one, share=share, align=align) for one, share, align in columns)  # type: ignore[arg-type]
    return Section(heading=heading, columns=made, rows=tuple(rows), empty=empty)


def _load_row(one: TeamLoad) -> Row:
    halves = f"{one.halves} dari {one.halves_there}"
    return (
        one.name, one.sessions, one.people, one.days, halves, decimal(one.km, 0), one.minutes
    )  # fmt: skip


def _load_words(one: TeamLoad) -> str:
    return (
        f"{number(one.sessions)} sesi, {number(one.people)} orang, "
        f"{decimal(one.km, 0)} km dalam {number(one.days)} hari"
    )


def _day_rows(
    register: "Register", lines: Sequence[PlanLine], groups: dict[str, "Group"]
) -> Iterable[Row]:
    """Day by day: the session as it stands where it is made, else as the plan has it."""
    rules = planning_rules_of(register)
    zone = zone_of(the_desk(register).regency_code)
    ordered = sorted(lines, key=lambda one: (one.on, one.slot, one.group))
    for place, line in enumerate(ordered, 1):
        group = groups.get(line.group)
        when = time_range(*hours_of(rules, line.slot), zone).removeprefix("pukul ")
        told = _called(line.group, groups)
        if line.is_locked:
            told += " (dikunci)"
        if is_made(register, line):
            told += " (sudah menjadi sesi)" if line.is_accepted else " (akan pindah)"
        where = group.venue if group else NONE
        yield f"{place}.", full_date(line.on), when, told, where or NONE, line.people


def _change_row(one: ProposedLine) -> Row:
    letters = ", ".join(dict.fromkeys(stale.letter.number for stale in one.letters))
    before = one.before
    return (
        one.name,
        f"{full_date(before.held_on)} pukul {before.starts_at:%H.%M}" if before else "baru",
        f"{full_date(one.session.held_on)} pukul {one.session.starts_at:%H.%M}",
        letters or NONE,
        " ".join(one.sentences) or NONE,
    )


def _called(key: str, groups: dict[str, "Group"]) -> str:
    return groups[key].short_name if key in groups else key
