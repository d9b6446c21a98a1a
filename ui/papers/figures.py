"""Figures over many sessions, by session, office, kecamatan or month; PDF and xlsx."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from census_desk.editing import the_desk
from census_desk.indonesian import MONTHS, long_date, short_date
from census_desk.letters.own_fonts import printed_profile
from census_desk.places import district
from census_desk.sessions.figures import (
    SessionFigures,
    Total,
    by_district,
    by_month,
    held_between,
    office_reach,
    session_figures,
    total,
)
from census_desk.sessions.roll import noted_by_session, people_of
from census_desk.words import N_, _
from ui.papers.facts import FactMissing, Job, emblem_of
from ui.papers.files import Paper, safe_name

if TYPE_CHECKING:
    from census_desk.register import Register
    from reports.sessions.tables import ReportContent

Cell = str | int | float | None


class FiguresBy(StrEnum):
    """What the figures are told by."""

    SESSION = "sesi"
    OFFICE = "OPD"
    DISTRICT = "kecamatan"
    MONTH = "bulan"


FIGURES_BY_NAMES = {
    FiguresBy.SESSION: N_("Per sesi"),
    FiguresBy.OFFICE: N_("Per OPD"),
    FiguresBy.DISTRICT: N_("Per kecamatan"),
    FiguresBy.MONTH: N_("Per bulan"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresTable:
    """A table of figures: headings with their share of the width, rows, and what to know of them.

    A float is per cent, None is not known.
    """

    title: str
    period: str
    headings: tuple[tuple[str, float], ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


SESSION_HEADINGS = (
    ("No.", 0.07), ("Tanggal", 0.145), ("Acara", 0.265), ("Diundang", 0.13), ("Hadir", 0.085),
    ("L", 0.06), ("P", 0.06), ("Wakil", 0.085), ("Tanpa ket. (%)", 0.1),
)  # fmt: skip
OFFICE_HEADINGS = (
    ("No.", 0.07), ("Perangkat daerah", 0.36), ("ASN", 0.1), ("Sesi", 0.08), ("Terjangkau", 0.155),
    ("Persen", 0.105), ("L", 0.065), ("P", 0.065),
)  # fmt: skip
TOTAL_HEADINGS = (
    ("No.", 0.07), ("{title}", 0.27), ("Sesi", 0.08), ("Diundang", 0.13), ("Hadir", 0.09),
    ("Persen", 0.11), ("L", 0.065), ("P", 0.065), ("Tanpa ket. (%)", 0.12),
)  # fmt: skip
ONCE = "Yang hadir pada beberapa sesi dihitung satu kali."
BY_COUNT = "Sesi yang hanya diketahui jumlah hadirnya dihitung dengan jumlah terbesarnya."
NOT_COUNTED = "{count} sesi belum dicatat kehadirannya dan tidak ikut dijumlahkan."


def figures_table(
    register: "Register", by: FiguresBy, first: date | None = None, last: date | None = None
) -> FiguresTable:
    """The figures of the sessions of a period, told by session, office, kecamatan or month."""
    makers: dict[FiguresBy, Callable[[Register, Sequence[SessionFigures], str], FiguresTable]] = {
        FiguresBy.SESSION: _per_session,
        FiguresBy.OFFICE: _per_office,
        FiguresBy.DISTRICT: _per_district,
        FiguresBy.MONTH: _per_month,
    }
    sessions = held_between(register.sessions.all(), first, last)
    employees = {one.id: one for one in register.employees.all()}
    noted = noted_by_session(register)
    figures = [
        session_figures(one, people_of(register, one, noted[one.id]), employees) for one in sessions
    ]
    return makers[by](register, figures, _period(first, last))


def figures_job(register: "Register", table: FiguresTable) -> Job:
    """The table as a paper."""
    content = _content(register, table)

    def job() -> Paper:
        from reports.sessions.tables import attendance_report

        return Paper(name=safe_name(table.title, table.period), pdf=attendance_report(content))

    return job


def figures_workbook(table: FiguresTable) -> bytes:
    """The table as xlsx: numbers stay numbers."""
    from reports.workbook import workbook

    headings = [heading for heading, _share in table.headings]
    return workbook(table.title, headings, [list(row) for row in table.rows])


def _content(register: "Register", table: FiguresTable) -> "ReportContent":
    from reports.sessions.tables import ReportContent, Section
    from reports.tables import Column

    desk = the_desk(register)
    heads = register.letterheads.all()
    used = [one.letterhead_id for one in register.sessions.all() if one.letterhead_id]
    kop = next((one for one in heads if used and one.id == used[-1]), heads[0] if heads else None)
    if kop is None:
        raise FactMissing(_("Kop"), _("Pengaturan"))
    on = max((one.held_on for one in register.sessions.all()), default=date.today())
    columns = tuple(
        Column(title=heading, share=share, align=_align(heading, place))
        for place, (heading, share) in enumerate(table.headings)
    )
    return ReportContent(
        profile=printed_profile(register, "", on),
        letterhead=kop,
        emblem=emblem_of(register, kop),
        title=(table.title, f"{desk.regency_name}, {table.period}"),
        sections=(Section(columns=columns, rows=table.rows, empty="Tidak ada sesi."),),
        notes=table.notes,
    )


def _align(heading: str, place: int) -> "str":
    return "center" if place == 0 else "left" if heading in TEXTS else "right"


TEXTS = ("Tanggal", "Acara", "Perangkat daerah", "Kecamatan", "Bulan")


def _period(first: date | None, last: date | None) -> str:
    if first and last:
        return f"{long_date(first)} s.d. {long_date(last)}"
    if first:
        return f"sejak {long_date(first)}"
    return f"sampai {long_date(last)}" if last else "seluruh sesi"


def _per_session(
    register: "Register", figures: Sequence[SessionFigures], period: str
) -> FiguresTable:
    rows: list[tuple[Cell, ...]] = [
        (
            f"{number}.",
            short_date(one.session.held_on),
            one.session.title,
            one.invited,
            one.came or None,
            one.men or None,
            one.women or None,
            one.represented or None,
            one.no_show_rate,
        )
        for number, one in enumerate(figures, 1)
    ]
    every = total("", figures)
    if rows:
        rows.append(
            ("", "", "Jumlah (yang sudah dicatat)", every.invited, every.came, every.men,
             every.women, sum(one.represented for one in figures), every.no_show_rate)
        )  # fmt: skip
    return FiguresTable(
        title="Rekap Kehadiran per Sesi",
        period=period,
        headings=SESSION_HEADINGS,
        rows=tuple(rows),
        notes=_uncounted(every),
    )


def _per_office(
    register: "Register", figures: Sequence[SessionFigures], period: str
) -> FiguresTable:
    reach = office_reach(
        register.offices.all(),
        register.employees.all(),
        [one.session for one in figures],
        register.attendances.all(),
    )
    rows = tuple(
        (
            f"{number}.",
            one.office.name,
            one.office.asn_count,
            one.sessions,
            one.reached,
            one.share,
            one.men or None,
            one.women or None,
        )
        for number, one in enumerate(reach, 1)
    )
    return FiguresTable(
        title="ASN yang Terjangkau per Perangkat Daerah",
        period=period,
        headings=OFFICE_HEADINGS,
        rows=rows,
        notes=(ONCE, BY_COUNT),
    )


def _per_district(
    register: "Register", figures: Sequence[SessionFigures], period: str
) -> FiguresTable:
    areas = {one.id: one.area_code for one in register.offices.all()}
    totals = [
        total(f"Kecamatan {district(code).name}", mine)
        for code, mine in by_district(figures, areas)
    ]
    return _totals("Rekap Kehadiran per Kecamatan", "Kecamatan", period, totals)


def _per_month(
    register: "Register", figures: Sequence[SessionFigures], period: str
) -> FiguresTable:
    totals = [
        total(f"{MONTHS[month.month - 1]} {month.year}", mine) for month, mine in by_month(figures)
    ]
    return _totals("Rekap Kehadiran per Bulan", "Bulan", period, totals)


def _totals(title: str, called: str, period: str, totals: Sequence[Total]) -> FiguresTable:
    headings = tuple(
        (heading.replace("{title}", called), share) for heading, share in TOTAL_HEADINGS
    )
    rows = tuple(
        (
            f"{number}.",
            one.title,
            one.sessions,
            one.invited,
            one.came,
            one.share,
            one.men or None,
            one.women or None,
            one.no_show_rate,
        )
        for number, one in enumerate(totals, 1)
    )
    notes = _uncounted(*totals)
    return FiguresTable(title=title, period=period, headings=headings, rows=rows, notes=notes)


def _uncounted(*totals: Total) -> tuple[str, ...]:
    count = sum(one.unnoted for one in totals)
    return (NOT_COUNTED.format(count=count),) if count else ()
