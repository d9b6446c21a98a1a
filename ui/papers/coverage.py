"""The coverage board on paper and as a workbook, for the rows a person asks for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from census_desk.coverage.counting import as_of, index_of
from census_desk.coverage.explaining_people import differences
from census_desk.coverage.filters import (
    FILTER_NAMES,
    Facts,
    Filter,
    RowChoice,
    facts_of,
    listed,
)
from census_desk.coverage.rows import (
    BoardTotals,
    CoverageRow,
    RowKind,
    board_totals,
    head_counts,
)
from census_desk.coverage.steps import STATE_NAMES, STEP_NAMES, State, Step, share_shown
from census_desk.editing import the_desk
from census_desk.indonesian import decimal, long_date, number
from ui.papers.facts import Job
from ui.papers.files import Paper, safe_name

if TYPE_CHECKING:
    from census_desk.register import Register
    from reports.coverage.board import BoardSheet
    from reports.workbook import Table, Value

AREAS = (RowKind.DISTRICT, RowKind.VILLAGE)
MOST_CHECKS = 6
OFFICES_TITLE, AREAS_TITLE = "OPD", "Kecamatan & desa"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardAsked:
    """Which board is wanted: as of which day, which rows in which order, on which paper."""

    on: date
    wanted: Filter = Filter.ALL
    choice: RowChoice = RowChoice.ALL
    needy_first: bool = False
    paper: str = "A3"


def coverage_job(register: "Register", asked: BoardAsked, printed_on: date) -> Job:
    """The board as PDF for the wall (A3) or a desk (A4)."""
    told = _told(register, asked)
    desk = the_desk(register)
    printed = f"Dicetak {long_date(printed_on)} oleh {desk.office_name} dengan Census Desk."

    def job() -> Paper:
        from reports.coverage.board import BoardContent, coverage_board

        content = BoardContent(
            programme=told.programme,
            regency=told.regency,
            on=asked.on,
            shown=told.shown,
            printed=printed,
            sheets=tuple(_sheets(told, asked.choice)),
            paper=asked.paper,
        )
        return Paper(name=_name(asked, ".pdf"), pdf=coverage_board(content))

    return job


def coverage_workbook_job(register: "Register", asked: BoardAsked) -> Job:
    """The same rows as a workbook: OPD, kecamatan with villages, and the counts."""
    told = _told(register, asked)

    def job() -> Paper:
        from reports.workbook import tables_workbook

        return Paper(name=_name(asked, ".xlsx"), pdf=tables_workbook(told.title, _tables(told)))

    return job


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What board and workbook say alike."""

    title: str
    programme: str
    regency: str
    shown: str
    on: date
    facts: Facts
    checks: tuple[str, ...]
    offices: tuple[CoverageRow, ...]
    areas: tuple[CoverageRow, ...]


def _told(register: "Register", asked: BoardAsked) -> _Told:
    every = as_of(register, asked.on)
    facts = facts_of(register, asked.on)
    rows = listed(every, asked.wanted, facts, choice=asked.choice, needy_first=asked.needy_first)
    names = {row.key: row.short_name for row in every if row.kind is RowKind.DISTRICT}
    programmes = register.programmes.all()
    shown = f"Yang ditampilkan: {FILTER_NAMES[asked.wanted].lower()}"
    if asked.needy_first:
        shown += ", yang paling perlu dahulu"
    if facts.deadline is not None:
        shown += f" · tenggat {long_date(facts.deadline)}"
    return _Told(
        title=f"Papan Cakupan per tanggal {long_date(asked.on)}",
        programme=programmes[0].name if programmes else "",
        regency=the_desk(register).regency_name,
        shown=shown,
        on=asked.on,
        facts=facts,
        checks=_checks(register, asked),
        offices=tuple(row for row in rows if row.kind is RowKind.OFFICE),
        areas=tuple(_placed([row for row in rows if row.kind in AREAS], names)),
    )


def _checks(register: "Register", asked: BoardAsked) -> tuple[str, ...]:
    """Offices whose numbers do not agree, told where all offices are; a few in full."""
    if asked.wanted is not Filter.ALL:
        return ()
    found = differences(register, index_of(register, asked.on))
    more = (f"Dan {number(len(found) - MOST_CHECKS)} lagi.",) if len(found) > MOST_CHECKS else ()
    return (*found[:MOST_CHECKS], *more)


def _placed(rows: Iterable[CoverageRow], names: dict[str, str]) -> Iterable[CoverageRow]:
    """Villages that do not stand under their kecamatan say which one it is."""
    above = ""
    for row in rows:
        if row.kind is RowKind.DISTRICT:
            above = row.key
        if row.kind is RowKind.VILLAGE and row.parent != above:
            yield replace(row, name=f"{row.name}, {names.get(row.parent, '')}", parent="")
        else:
            yield row


def _sheets(told: _Told, choice: RowChoice) -> Iterable["BoardSheet"]:
    from reports.coverage.board import BoardSheet

    if choice in (RowChoice.ALL, RowChoice.OFFICES):
        count = f"{number(len(told.offices))} perangkat daerah"
        yield BoardSheet(
            title="Perangkat Daerah",
            column="Perangkat daerah",
            rows=told.offices,
            counts=((count, head_counts(told.offices)),),
            closing=(*_office_sums(board_totals(told.offices)), *told.checks),
        )
    if choice is not RowChoice.OFFICES:
        yield BoardSheet(
            title="Kecamatan dan Desa",
            column="Kecamatan, desa/kelurahan",
            rows=told.areas,
            counts=tuple(
                (f"{number(len(rows))} {called}", head_counts(rows))
                for called, rows in _by_kind(told.areas)
            ),
            closing=_area_sums(board_totals(told.areas)),
        )


def _by_kind(rows: Sequence[CoverageRow]) -> list[tuple[str, list[CoverageRow]]]:
    kinds = (("kecamatan", RowKind.DISTRICT), ("desa dan kelurahan", RowKind.VILLAGE))
    found = [(called, [row for row in rows if row.kind is kind]) for called, kind in kinds]
    return [(called, those) for called, those in found if those]


def _office_sums(sums: BoardTotals) -> tuple[str, ...]:
    if not sums.offices:
        return ()
    return (
        f"{number(sums.offices)} perangkat daerah dengan {number(sums.asn_count)} ASN: "
        f"{_part(sums.people_reached, sums.people_count)} terjangkau sosialisasi, "
        f"{_part(sums.done_count, sums.asn_count)} selesai mengisi.",
    )


def _area_sums(sums: BoardTotals) -> tuple[str, ...]:
    if not sums.village_count:
        return ()
    part = _part(sums.villages_reached, sums.village_count)
    return (f"Desa dan kelurahan dalam daftar ini yang terjangkau: {part}.",)


def _part(count: int, whole: int) -> str:
    share = decimal(share_shown(count, whole))
    return f"{number(count)} dari {number(whole)} ({share}\u00a0%)"


def _tables(told: _Told) -> list["Table"]:
    from reports.workbook import A3, Heading, Table

    steps = [f"{STEP_NAMES[step]}{more}" for step in Step for more in ("", ": keterangan")]
    head = f"{told.title}, {told.regency}. {told.shown}"
    counted = [Heading(title=one) for one in ("ASN", "ASN selesai (jumlah)", "Terjangkau", "Dari")]
    tables = [
        Table(
            title=OFFICES_TITLE,
            columns=["No.", "Perangkat daerah", "Nama singkat", *steps, *counted],
            rows=[_cells(row, place) for place, row in enumerate(told.offices, 1)],
            frozen=2,
            head=head,
            paper=A3,
        ),
        Table(
            title=AREAS_TITLE,
            columns=["Kode wilayah", "Nama", "Jenis", *steps, *counted],
            rows=[_cells(row, 0) for row in told.areas],
            frozen=2,
            head=head,
            paper=A3,
        ),
        Table(
            title="Ringkasan",
            columns=["Kelompok", "Langkah", *(STATE_NAMES[state] for state in State), "Jumlah"],
            rows=list(_summary(told)),
            notes=[
                ["Per tanggal", told.on],
                ["Tenggat", told.facts.deadline],
                ["Program", told.programme],
                ["Kabupaten/kota", told.regency],
                ["Saringan", told.shown],
                *(["Periksa", one.removeprefix("Periksa ")] for one in told.checks),
            ],
            head=head,
        ),
    ]
    has_rows = bool(told.offices or told.areas)  # of two lists one may not have been asked for
    return [one for one in tables if one.rows or not has_rows]


def _cells(row: CoverageRow, place: int) -> list["Value"]:
    kind = "Kecamatan" if row.kind is RowKind.DISTRICT else "Desa/kelurahan"
    first: list[Value] = (
        [place, row.name, row.short_name] if place else [row.area_code, row.name, kind]
    )
    marks: list[Value] = [
        text
        for step in Step
        for text in (STATE_NAMES[row.marks[step].state], row.marks[step].detail)
    ]
    return [
        *first, *marks, row.asn_count, row.done_count, row.people_reached, row.people_count
    ]  # fmt: skip


def _summary(told: _Told) -> Iterable[list["Value"]]:
    for called, rows in [("perangkat daerah", told.offices), *_by_kind(told.areas)]:
        counts = head_counts(rows)
        for step in Step:
            each = [counts[step][state] for state in State]
            yield [called.capitalize(), STEP_NAMES[step], *each, sum(each)]


def _name(asked: BoardAsked, suffix: str) -> str:
    size = asked.paper if suffix == ".pdf" else ""
    return safe_name("Papan Cakupan", f"{asked.on:%Y-%m-%d}", size, suffix=suffix)
