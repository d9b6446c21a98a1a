"""Commands on coverage: the board as a list or on paper, and everything about one office."""

import csv
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from census_desk.coverage.counting import count_rows, index_of
from census_desk.coverage.explaining import explained
from census_desk.coverage.explaining_people import differences
from census_desk.coverage.filters import FILTER_NAMES, Filter, RowChoice, facts_of, listed
from census_desk.coverage.rows import ROW_KIND_NAMES, CoverageRow, RowKind, head_counts
from census_desk.coverage.steps import STATE_NAMES, STEP_NAMES, Step
from census_desk.errors import CensusDeskError
from census_desk.indonesian import short_date
from census_desk.words import _
from ui.command_line.failures import DONE
from ui.command_line.finding import find_record
from ui.command_line.letters import day_typed
from ui.command_line.opening import reading
from ui.command_line.output import as_json, clean, table

if TYPE_CHECKING:
    from census_desk.register import Register
    from reports.office_page import OfficeContent

Why = Callable[[CoverageRow, Step], str]
PDF, XLSX = ".pdf", ".xlsx"
USUAL_PAPER = "A3"
FORMULA = ("=", "+", "-", "@")


def show_coverage(args: Namespace) -> int:
    """`coverage`: the rows asked for on the terminal, as JSON, as CSV, as PDF or as xlsx."""
    if args.paper and (args.output is None or args.output.suffix.casefold() == XLSX):
        raise CensusDeskError(_("--paper hanya untuk PDF: sebutkan juga -o papan.pdf."))
    with reading(args) as register:
        on = day_typed(register, args.on)
        if args.output is not None:
            _write(register, args, on)
            return DONE
        facts, index = facts_of(register, on), index_of(register, on)
        rows = listed(
            count_rows(index),
            Filter(args.filter),
            facts,
            choice=RowChoice(args.rows),
            needy_first=args.sort == "need",
        )
        checks = differences(register, index)
    why = partial(explained, index) if args.explain else None
    if args.json:
        whole = _plain(rows, on, facts.deadline, args.filter, why)
        print(as_json(whole | {"checks": checks}))
    elif args.csv:
        _print_csv(rows)
    elif why is not None:
        _print_explained(rows, why)
    else:
        _print_table(rows, on, args.filter)
        print("\n".join(clean(one) for one in checks), end="\n" if checks else "")
    return DONE


def show_office(args: Namespace) -> int:
    """`office`: everything about one office, on the terminal or as a paper."""
    from ui.papers.office_page import office_content, office_page_job

    with reading(args) as register:
        office = find_record(register, "offices", args.office)
        on = day_typed(register, args.on)
        if args.output is not None:
            from ui.command_line.paper_files import put, refuse_other_ending

            refuse_other_ending(args.output, [PDF])
            put(office_page_job(register, office.id, on, date.today())(), args.output,
                force=args.force)  # fmt: skip
            return DONE
        content = office_content(register, office.id, on, date.today())
    print(as_json(_plain_office(content)) if args.json else "\n".join(_told_office(content)))
    return DONE


def _write(register: "Register", args: Namespace, on: date) -> None:
    from ui.command_line.paper_files import put, refuse_other_ending
    from ui.papers.coverage import BoardAsked, coverage_job, coverage_workbook_job

    refuse_other_ending(args.output, [PDF, XLSX])
    asked = BoardAsked(
        on=on,
        wanted=Filter(args.filter),
        choice=RowChoice(args.rows),
        needy_first=args.sort == "need",
        paper=args.paper or USUAL_PAPER,
    )
    is_table = args.output.suffix.casefold() == XLSX
    job = (
        coverage_workbook_job(register, asked)
        if is_table
        else coverage_job(register, asked, date.today())
    )
    put(job(), args.output, force=args.force)


def _print_table(rows: Sequence[CoverageRow], on: date, wanted: str) -> None:
    headings = [_("Siapa"), *(_(STEP_NAMES[step]) for step in Step)]
    many = Counter(row.short_name for row in rows)
    cells = [
        [
            _called(row, is_alone=many[row.short_name] == 1),
            *(_(STATE_NAMES[row.marks[step].state]) for step in Step),
        ]
        for row in rows
    ]
    print("\n".join(table(headings, cells)))
    told = _("{count} baris per tanggal {day}; saringan: {filter}.")
    print(told.format(count=len(rows), day=short_date(on), filter=_(FILTER_NAMES[Filter(wanted)])))


def _called(row: CoverageRow, *, is_alone: bool) -> str:
    """The name; an office that is called as its area is says that it is the office."""
    if is_alone or row.kind is not RowKind.OFFICE:
        return row.short_name
    return f"{row.short_name} ({_(ROW_KIND_NAMES[row.kind])})"


def _print_explained(rows: Sequence[CoverageRow], why: Why) -> None:
    for row in rows:
        print(clean(row.name))
        for step, one in row.marks.items():
            told = f"{_(STEP_NAMES[step])}: {one.detail} ({_(STATE_NAMES[one.state])})"
            print(f"  {clean(told)}")
            print(f"    {clean(why(row, step))}")


def _print_csv(rows: Sequence[CoverageRow]) -> None:
    """Semicolons, as Indonesian Excel splits; a text never begins as a formula does."""
    writer = csv.writer(sys.stdout, delimiter=";", lineterminator="\n")
    steps = [text for step in Step for text in (STEP_NAMES[step], f"{STEP_NAMES[step]}: ket.")]
    writer.writerow(["Kunci", "Jenis", "Nama", *steps, "ASN", "Selesai", "Terjangkau", "Dari"])
    for row in rows:
        marks = [row.marks[step] for step in Step]
        words = [text for one in marks for text in (STATE_NAMES[one.state], one.detail)]
        texts = [row.key, ROW_KIND_NAMES[row.kind], row.name, *words]
        numbers = [row.asn_count, row.done_count, row.people_reached, row.people_count]
        writer.writerow([*(_as_text(clean(text)) for text in texts), *numbers])


def _as_text(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text


def _plain(
    rows: Sequence[CoverageRow],
    on: date,
    deadline: date | None,
    wanted: str,
    why: Why | None = None,
) -> dict[str, object]:
    counts = head_counts(rows)
    return {
        "on": on.isoformat(),
        "deadline": deadline and deadline.isoformat(),
        "filter": wanted,
        "counts": {
            step.name.lower(): {state.name.lower(): count for state, count in counts[step].items()}
            for step in Step
        },
        "rows": [_plain_row(row, why) for row in rows],
    }


def _plain_row(row: CoverageRow, why: Why | None) -> dict[str, object]:
    return {
        "key": row.key,
        "kind": row.kind.value,
        "name": row.name,
        "short_name": row.short_name,
        "parent": row.parent,
        "office_id": row.office_id,
        "area_code": row.area_code,
        "asn_count": row.asn_count,
        "done_count": row.done_count,
        "people_reached": row.people_reached,
        "people_count": row.people_count,
        "marks": {
            step.name.lower(): {
                "state": one.state.name.lower(),
                "detail": one.detail,
                "collection": one.collection,
                "record_ids": list(one.record_ids),
                **({"explained": why(row, step)} if why else {}),
            }
            for step, one in row.marks.items()
        },
    }


def _told_office(content: "OfficeContent") -> list[str]:
    from reports.sessions.tables import shown

    about = _("{name}, per tanggal {day}").format(name=content.name, day=short_date(content.on))
    lines = [clean(about), ""]
    lines += table(
        [_("Langkah"), _("Keadaan"), _("Keterangan")],
        [
            [_(STEP_NAMES[step]), _(STATE_NAMES[one.state]), one.detail]
            for step, one in content.marks.items()
        ],
    )
    lines += ["", *(clean(f"{label}: {value}") for label, value in content.facts)]
    for section in content.sections:
        if not section.rows:
            lines += ["", clean(f"{section.heading}: {section.empty}")]
            continue
        headings = [column.title for column in section.columns]
        right = [column.align == "right" for column in section.columns]
        rows = [[shown(cell) for cell in row] for row in section.rows]
        lines += ["", clean(section.heading), *table(headings, rows, right)]
    return lines


def _plain_office(content: "OfficeContent") -> dict[str, object]:
    return {
        "name": content.name,
        "short_name": content.short_name,
        "on": content.on.isoformat(),
        "facts": dict(content.facts),
        "marks": {
            step.name.lower(): {"state": one.state.name.lower(), "detail": one.detail}
            for step, one in content.marks.items()
        },
        "sections": {
            section.heading: [
                {column.title: cell for column, cell in zip(section.columns, row, strict=True)}
                for row in section.rows
            ]
            for section in content.sections
        },
    }
