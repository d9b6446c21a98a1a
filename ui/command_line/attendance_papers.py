"""Commands on figures over many sessions, photos, and the file of a session."""

import sys
from argparse import Namespace

from census_desk.errors import CensusDeskError
from census_desk.intake.photos import read_photo
from census_desk.sessions.closing import (
    PART_NAMES,
    close_file,
    file_parts,
    missing_of,
    open_file_again,
)
from census_desk.sessions.returned_pages import keep_photo
from census_desk.words import _
from ui.command_line.attendance import the_session
from ui.command_line.failures import DONE, REFUSED
from ui.command_line.letters import day_typed, today
from ui.command_line.opening import reading, writing
from ui.command_line.output import clean, table
from ui.papers.figures import FiguresBy, figures_job, figures_table, figures_workbook


def tell_figures(args: Namespace) -> int:
    """`attendance report`: figures of a period, on the terminal, as PDF or as xlsx."""
    from reports.sessions.tables import shown
    from ui.command_line.paper_files import put
    from ui.papers import Paper, safe_name

    with reading(args) as register:
        first = day_typed(register, args.since) if args.since else None
        last = day_typed(register, args.until) if args.until else None
        if first and last and last < first:
            raise CensusDeskError(_("Tanggal akhir lebih awal daripada tanggal mulai."))
        figures = figures_table(register, FiguresBy(args.by), first, last)
        if args.pdf is not None:
            put(figures_job(register, figures)(), args.pdf, force=args.force)
        if args.xlsx is not None:
            name = safe_name(figures.title, figures.period, suffix=".xlsx")
            made = Paper(name=name, pdf=figures_workbook(figures))
            put(made, args.xlsx, force=args.force)
    if args.pdf is None and args.xlsx is None:
        headings = [heading for heading, _share in figures.headings]
        rows = [[shown(cell) for cell in row] for row in figures.rows]
        right = [not isinstance(cell, str) for cell in (figures.rows or ((),))[0]]
        print("\n".join(table(headings, rows, right)))
        for note in figures.notes:
            print(clean(note))
    return DONE


def add_photo(args: Namespace) -> int:
    """`attendance photo`: keep photos with a session."""
    with writing(args) as register:
        session = the_session(register, args.session)
        for path in args.paths:
            keep_photo(
                register,
                session.id,
                read_photo(path),
                name=path.name,
                on=today(register),
                note=args.note,
            )
            print(clean(_("Foto {name} disimpan.").format(name=path.name)))
    return DONE


def show_parts(args: Namespace) -> int:
    """`attendance parts`: what the file is made of; 1 while something is missing."""
    with reading(args) as register:
        parts = file_parts(register, the_session(register, args.session))
        rows = []
        for part in parts:
            there = [letter.number or letter.subject for letter in part.letters]
            there += [scan.name for scan in part.scans]
            rows.append([_(PART_NAMES[part.kind]), "; ".join(there), " ".join(part.missing)])
        headings = [_("Bagian berkas"), _("Yang ada"), _("Yang belum ada")]
        print("\n".join(table(headings, rows)))
    return REFUSED if missing_of(parts) else DONE


def close_session_file(args: Namespace) -> int:
    """`attendance close`: close a session's file; `--again` takes the closing back."""
    with writing(args) as register:
        session = the_session(register, args.session)
        if args.again:
            if not open_file_again(register, session.id):
                print(_("Berkas sesi ini belum ditutup."), file=sys.stderr)
                return REFUSED
            print(_("Berkas sesi dibuka lagi."))
            return DONE
        close_file(register, session.id, on=today(register), despite=args.despite)
        print(_("Berkas sesi ditutup."))
    return DONE
