"""Attendance sheets beside Platypus, typst and a raw canvas; codes; and noting who comes in.

7,140 names in one list, 24 rows a page, every engine drawing the same page without QR; one core,
CPU time, every ratio inside one run.
"""

from __future__ import annotations

import importlib
import importlib.util
import io
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from datetime import time as clock_time

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, LongTable, PageTemplate, TableStyle

from census_desk.letters.profile import profile_on
from census_desk.people import Letterhead
from census_desk.register import Register
from census_desk.sessions.attendance import Attendance
from census_desk.sessions.checkin import check_in
from census_desk.sessions.recording import Expected
from census_desk.sessions.session import Session
from reports.fonts import PLAIN, family
from reports.sessions import grid as measures
from reports.sessions.attendance_sheet import (
    AttendanceContent,
    AttendanceRow,
    attendance_sheet,
)
from tests.benchmarks.reporting import turns

NAMES = 7140
ROUNDS = 5
PEER_ROUNDS = 3
ON = date(2020, 2, 13)
CODE = "7K3QX9MP"
PAPER = "24"
ROW = 10.4
FIRST = ("Ahmad", "Siti", "Budi", "Dewi", "Rudi", "Sri", "Joko", "Wulan")
LAST = ("Hidayat", "Aminah", "Santoso", "Lestari", "Hartono", "Rahayu", "Susilo", "Handayani")
POSTS = ("Analis Kebijakan Ahli Muda", "Pengadministrasi Umum", "Statistisi Ahli Pertama")
KNOWN = 2_000
CHECK_INS = 200


def run(report: Callable[..., object]) -> None:
    """Report the figures of issue 4 that belong to attendance."""
    measures.GRIDS[PAPER] = replace(measures.GRIDS["F4"], row=ROW)
    content = a_list(NAMES)
    assert len(attendance_sheet(a_list(200)).pages[1].rows) == 24
    sheets(report, content)
    peer_typst(report, content)
    codes(report, content)
    door(report)


def a_list(many: int) -> AttendanceContent:
    """So many people with post and unit, and no code."""
    rows = tuple(
        AttendanceRow(
            employee_id=f"e{n}",
            name=f"{FIRST[n % 8]} {LAST[n // 8 % 8]} {n}",
            position=POSTS[n % 3],
            unit="Sekretariat",
        )
        for n in range(1, many + 1)
    )
    return AttendanceContent(
        profile=profile_on(ON),
        letterhead=Letterhead(
            id="k",
            name="Kop",
            government_line="PEMERINTAH KABUPATEN PATI",
            office_lines=("SEKRETARIAT DAERAH",),
        ),
        code="",
        title="Sosialisasi Sensus Penduduk Daring",
        held_on=ON,
        starts_at=clock_time(9),
        venue="Pendopo",
        place="Pati",
        rows=rows,
        paper=PAPER,
    )


def sheets(report: Callable[..., object], content: AttendanceContent) -> None:
    """One list beside a long table of Platypus and a raw canvas page for page."""
    taken = turns(
        ROUNDS,
        {
            "desk": lambda: attendance_sheet(content),
            "platypus": lambda: platypus(content),
            "raw": lambda: raw_canvas(content),
        },
        time.process_time,
    )
    ratio = taken["platypus"] / taken["desk"]
    report("7,140 names vs Platypus LongTable", ratio, 4, "x", "higher")
    report("7,140 names vs raw canvas", taken["desk"] / taken["raw"], 1.1)


def codes(report: Callable[..., object], content: AttendanceContent) -> None:
    """What the two codes of a page add, for each code drawn."""
    coded = replace(content, code=CODE)
    taken = turns(
        ROUNDS,
        {"with": lambda: attendance_sheet(coded), "without": lambda: attendance_sheet(content)},
        time.process_time,
    )
    drawn = 2 * len(attendance_sheet(content).pages)
    added = (taken["with"] - taken["without"]) / drawn * 1e3
    report("a QR code on a sheet adds", added, 1.5, "ms")


def door(report: Callable[..., object]) -> None:
    """Noting an arrival beside a bare update of one record, in a register of 2,000 people noted."""
    with Register.in_memory() as register:
        session = register.sessions.add(
            Session(
                id=register.ids(),
                title="Sosialisasi",
                held_on=ON,
                starts_at=clock_time(9),
                venue="Pendopo",
                groups=("ASN",),
            )
        )
        people = [
            Attendance(id=register.ids(), session_id=session.id, name=f"Pegawai {n}")
            for n in range(KNOWN)
        ]
        register.attendances.add_many(people)
        taken = turns(
            20,
            {
                "check in": lambda: _arrivals(register, session.id, people),
                "update": lambda: _updates(register, people),
            },
            time.process_time,
        )
    report("check-in save vs bare register update", taken["check in"] / taken["update"], 1.5)
    report("check-in save", taken["check in"] / CHECK_INS * 1e3, 20, "ms")


def _arrivals(register: Register, session_id: str, people: Sequence[Attendance]) -> None:
    at = datetime(2020, 2, 13, 8, 41).time()
    for row in people[:CHECK_INS]:
        known = register.attendances.get(row.id)
        one = Expected(id=row.id, name=row.name, office_id="", attendance=known)
        check_in(register, session_id, one, at.replace(minute=(known.arrived_at or at).minute ^ 1))


def _updates(register: Register, people: Sequence[Attendance]) -> None:
    for row in people[-CHECK_INS:]:
        known = register.attendances.get(row.id)
        register.attendances.replace(replace(known, note="" if known.note else "dicatat"))


def platypus(content: AttendanceContent) -> bytes:
    """The same rows as one long table, its head repeated."""
    grid = measures.GRIDS[PAPER]
    face = family(PLAIN).regular
    heads = ["No.", "Nama", "NIP / Jabatan / Unit", "Tanda Tangan", "", "Ket."]
    cells = [heads]
    for number, row in enumerate(content.rows, 1):
        left, right = (f"{number}.", "") if number % 2 else ("", f"{number}.")
        cells.append([f"{number}.", row.name, f"{row.position}\n{row.unit}", left, right, ""])
    table = LongTable(
        cells,
        colWidths=[wide * mm for wide in grid.columns],
        rowHeights=[measures.HEAD * mm] + [grid.row * mm] * len(content.rows),
        repeatRows=1,
    )
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0)),
                ("BACKGROUND", (0, 0), (-1, 0), (0.92,) * 3),
                ("FONT", (0, 0), (-1, -1), face, 9),
                ("FONT", (2, 1), (2, -1), face, 7.5, 8.5),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ]
        )
    )
    target = io.BytesIO()
    high = 24 * grid.row * mm + measures.HEAD * mm + 1
    frame = Frame(grid.left * mm, 30 * mm, 174 * mm, high, 0, 0, 0, 0)

    def title(canvas: Canvas, _doc: object) -> None:
        canvas.setFont(face, 10)
        canvas.drawString(grid.left * mm, 300 * mm, "DAFTAR HADIR")
        for x in (8, 203):
            for y in (8, 318):
                canvas.rect(x * mm, y * mm, 4 * mm, 4 * mm, stroke=0, fill=1)

    BaseDocTemplate(
        target,
        pagesize=(215 * mm, 330 * mm),
        pageTemplates=[PageTemplate(frames=[frame], onPage=title)],
        initialFontName=face,
    ).build([table])
    return target.getvalue()


def raw_canvas(content: AttendanceContent) -> bytes:
    """Every page drawn on a bare canvas: its lines, and one text object."""
    grid = measures.GRIDS[PAPER]
    face, bold = family(PLAIN).regular, family(PLAIN).bold
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(215 * mm, 330 * mm), initialFontName=face)
    edges = [x * mm for x in grid.edges]
    for start in range(0, len(content.rows), 24):
        rows = content.rows[start : start + 24]
        top = 281 * mm
        _raw_frame(canvas, edges, top, len(rows), bold)
        text = canvas.beginText()
        for place, row in enumerate(rows):
            number = start + place + 1
            middle = top - (place + 0.5) * ROW * mm
            text.setFont(face, 9)
            text.setTextOrigin(edges[0] + 3, middle - 3)
            text.textOut(f"{number}.")
            text.setTextOrigin(edges[1] + 3.5, middle - 3)
            text.textOut(row.name)
            text.setFont(face, 7.5)
            text.setTextOrigin(edges[2] + 3.5, middle + 2)
            text.textOut(row.position)
            text.setTextOrigin(edges[2] + 3.5, middle - 6.5)
            text.textOut(row.unit)
            text.setTextOrigin(edges[3 + place % 2] + 3, middle + 5)
            text.textOut(f"{number}.")
        canvas.drawText(text)
        canvas.setFont(bold, 10)
        canvas.drawString(edges[0], 306 * mm, "DAFTAR HADIR")
        canvas.setFont(face, 9)
        canvas.drawString(edges[0], 301 * mm, content.title)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _raw_frame(canvas: Canvas, edges: Sequence[float], top: float, count: int, bold: str) -> None:
    head = measures.HEAD * mm
    canvas.setLineWidth(0.5)
    for x in (8, 203):
        for y in (8, 318):
            canvas.rect(x * mm, y * mm, 4 * mm, 4 * mm, stroke=0, fill=1)
    canvas.setFont(bold, 8.5)
    heads = ("No.", "Nama", "Jabatan / Unit", "Tanda Tangan", "", "Ket.")
    for place, label in enumerate(heads):
        wide = edges[place + 1] - edges[place]
        canvas.setFillGray(0.92)
        canvas.rect(edges[place], top, wide, head, stroke=1, fill=1)
        canvas.setFillGray(0)
        canvas.drawCentredString(edges[place] + wide / 2, top + head / 2 - 3, label)
    bottom = top - count * ROW * mm
    for x in edges:
        canvas.line(x, top, x, bottom)
    for place in range(1, count + 1):
        y = top - place * ROW * mm
        if place % 2 == 0 or place == count:
            canvas.line(edges[0], y, edges[6], y)
        else:
            canvas.line(edges[0], y, edges[3], y)
            canvas.line(edges[5], y, edges[6], y)


def peer_typst(report: Callable[..., object], content: AttendanceContent) -> None:
    """The same rows as a table of typst, where the extra `bench` is installed."""
    if importlib.util.find_spec("typst") is None:
        return
    typst = importlib.import_module("typst")
    source = _typst_source(content).encode()
    taken = turns(
        PEER_ROUNDS,
        {
            "desk": lambda: attendance_sheet(content),
            "typst": lambda: typst.compile(source),
        },
        time.process_time,
    )
    report("7,140 names vs typst", taken["typst"] / taken["desk"], 3.5, "x", "higher")


def _typst_source(content: AttendanceContent) -> str:
    grid = measures.GRIDS[PAPER]
    columns = ", ".join(f"{wide}mm" for wide in grid.columns)
    cells = []
    for number, row in enumerate(content.rows, 1):
        left, right = (f"[{number}.]", "[]") if number % 2 else ("[]", f"[{number}.]")
        detail = f"[{row.position} \\ {row.unit}]"
        cells.append(f"[{number}.], [{row.name}], {detail}, {left}, {right}, [],")
    return (
        "#set page(width: 215mm, height: 330mm, "
        "margin: (left: 25mm, right: 16mm, top: 41mm, bottom: 30mm), "
        "header: [*DAFTAR HADIR*])\n#set text(size: 9pt)\n"
        f"#table(columns: ({columns}), rows: ({measures.HEAD}mm, {ROW}mm), stroke: .5pt, "
        "inset: 1.25mm, table.header([No.], [Nama], [Jabatan / Unit], "
        "table.cell(colspan: 2)[Tanda Tangan], [Ket.]),\n" + "\n".join(cells) + "\n)\n"
    )
