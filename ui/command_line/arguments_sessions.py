"""The commands on sessions, agendas and working days, with their words."""

from argparse import _SubParsersAction
from collections.abc import Callable
from pathlib import Path

from census_desk.words import _
from ui.command_line import calendar, sessions
from ui.command_line.parsing import Parser

Make = Callable[..., Parser]


def add_session_commands(commands: "_SubParsersAction[Parser]", make: Make) -> None:
    """`make(commands, name, run, told)` adds one command with what all of them share."""
    group = commands.add_parser("session", help=_("jadwal sosialisasi"))
    group.prog = "census-desk session"
    each = group.add_subparsers(metavar=_("PERINTAH"), dest="action", required=True)
    _add_planning(each, make)
    _add_moving(each, make)
    _add_looking(each, make)
    _add_days(commands, make)


def _add_planning(each: "_SubParsersAction[Parser]", make: Make) -> None:
    add = make(each, "add", sessions.plan_session, _("rencanakan sesi"), "session")
    _register(add)
    _typed(add, "*")
    edit = make(each, "edit", sessions.change_sessions, _("ubah beberapa sesi"), "session")
    _register(edit)
    edit.add_argument("sessions", nargs="+", metavar=_("SESI"), help=_("id, atau awal judul"))
    edit.add_argument("--set", dest="values", action="append", default=[],
                      metavar=_("ISIAN=NILAI"))  # fmt: skip
    edit.add_argument("--file", action="append", default=[], metavar=_("ISIAN=BERKAS"))
    edit.add_argument("--add-facilitator", action="append", default=[], metavar=_("NAMA"))
    edit.add_argument("--days-later", type=int, default=0, metavar=_("HARI"),
                      help=_("geser semuanya sekian hari"))  # fmt: skip
    _reason(edit)
    clone = make(each, "clone", sessions.clone_session, _("gandakan sesi"), "session")
    _session(clone)
    clone.add_argument("date", metavar=_("TANGGAL"))
    series = make(each, "series", sessions.repeat_session, _("rangkaian sesi"), "session")
    _session(series)
    series.add_argument("rule", nargs="+", metavar=_("ATURAN"),
                        help=_("setiap Selasa sampai 31 Maret 2020, bukan hari libur"))  # fmt: skip
    series.add_argument("--preview", action="store_true", help=_("hanya tampilkan tanggalnya"))
    series.add_argument("--skip-taken", action="store_true", help=_("lewati yang dilarang"))


def _add_moving(each: "_SubParsersAction[Parser]", make: Make) -> None:
    move = make(each, "move", sessions.move_session, _("pindahkan sesi"), "session")
    _session(move)
    move.add_argument("--to", default="", metavar=_("TANGGAL"))
    move.add_argument("--at", default="", metavar=_("JAM"))
    move.add_argument("--until", default="", metavar=_("JAM"))
    move.add_argument("--venue", default="", metavar=_("TEMPAT"))
    _reason(move)
    for name, run, told in (
        ("cancel", sessions.cancel_session, _("batalkan sesi")),
        ("postpone", sessions.postpone_session, _("tunda sesi")),
    ):
        command = make(each, name, run, told, "session")
        _session(command)
        command.add_argument("--reason", metavar=_("ALASAN"), required=True)


def _add_looking(each: "_SubParsersAction[Parser]", make: Make) -> None:
    clashes = make(each, "clashes", sessions.list_clashes, _("yang bentrok"), "session")
    _register(clashes)
    clashes.add_argument("session", nargs="?", default="", metavar=_("SESI"))
    clashes.add_argument("--since", default="", metavar=_("TANGGAL"))
    clashes.add_argument("--json", action="store_true", help=_("keluaran untuk program lain"))


def _add_days(commands: "_SubParsersAction[Parser]", make: Make) -> None:
    agenda = make(commands, "agenda", calendar.show_agenda, _("agenda petugas atau OPD"))
    _whose(agenda)
    agenda.add_argument("--since", default="", metavar=_("TANGGAL"))
    agenda.add_argument("--until", default="", metavar=_("TANGGAL"))
    agenda.add_argument("--pdf", type=Path, metavar=_("BERKAS"))
    agenda.add_argument("--xlsx", type=Path, metavar=_("BERKAS"))
    _force(agenda)
    ics = make(commands, "ics", calendar.write_calendar, _("berkas kalender (.ics)"))
    _whose(ics)
    ics.add_argument("path", type=Path, metavar=_("BERKAS"))
    ics.add_argument("--session", default="", metavar=_("SESI"), help=_("satu sesi saja"))
    _force(ics)
    days = make(commands, "workdays", calendar.list_working_days, _("hari libur dan hari kerja"))
    _register(days)
    days.add_argument("year", type=int, nargs="?", metavar=_("TAHUN"))
    days.add_argument("--known", default="", metavar=_("TANGGAL"),
                      help=_("seperti diketahui pada tanggal itu"))  # fmt: skip


def _whose(command: Parser) -> None:
    _register(command)
    command.add_argument("--person", default="", metavar=_("NAMA"), help=_("satu petugas"))
    command.add_argument("--office", default="", metavar="OPD", help=_("satu OPD"))


def _register(command: Parser) -> None:
    command.add_argument("register", type=Path, metavar="REGISTER", help=_("berkas .censusdesk"))


def _session(command: Parser) -> None:
    _register(command)
    command.add_argument("session", metavar=_("SESI"), help=_("id, atau awal judul"))


def _typed(command: Parser, many: str) -> None:
    command.add_argument("values", nargs=many, metavar=_("ISIAN=NILAI"))
    command.add_argument("--file", action="append", default=[], metavar=_("ISIAN=BERKAS"))


def _reason(command: Parser) -> None:
    command.add_argument("--reason", default="", metavar=_("ALASAN"))


def _force(command: Parser) -> None:
    command.add_argument("--force", action="store_true", help=_("timpa berkas yang sudah ada"))
