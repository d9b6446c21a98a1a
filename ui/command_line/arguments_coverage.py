"""The commands on coverage, with their words."""

from argparse import _SubParsersAction
from collections.abc import Callable
from pathlib import Path

from census_desk.coverage.filters import Filter, RowChoice
from census_desk.words import _
from ui.command_line import coverage
from ui.command_line.parsing import Parser

Make = Callable[..., Parser]


def add_coverage_commands(commands: "_SubParsersAction[Parser]", make: Make) -> None:
    """`make(commands, name, run, told)` adds one command with what all of them share."""
    board = make(
        commands, "coverage", coverage.show_coverage, _("papan cakupan OPD, kecamatan, dan desa")
    )
    _shared(board, _("berkas .pdf atau .xlsx, atau folder"))
    board.add_argument(
        "--filter",
        choices=[one.value for one in Filter],
        default=Filter.ALL.value,
        help=_("hanya baris yang masih kurang sesuatu"),
    )
    board.add_argument(
        "--rows",
        choices=[one.value for one in RowChoice],
        default=RowChoice.ALL.value,
        help=_("baris yang ditampilkan"),
    )
    board.add_argument(
        "--sort",
        choices=["list", "need"],
        default="list",
        help=_("menurut daftar, atau yang paling perlu dahulu"),
    )
    board.add_argument("--explain", action="store_true", help=_("jelaskan asal angka tiap sel"))
    board.add_argument("--csv", action="store_true", help=_("tabel CSV ke layar"))
    board.add_argument("--paper", choices=["A3", "A4"], help=_("kertas PDF; bawaan: A3"))
    office = make(commands, "office", coverage.show_office, _("semua tentang satu OPD"))
    _shared(office, _("berkas .pdf, atau folder"), named=True)


def _shared(command: Parser, output: str, *, named: bool = False) -> None:
    command.add_argument("register", type=Path, metavar="REGISTER", help=_("berkas .censusdesk"))
    if named:
        command.add_argument("office", metavar="OPD", help=_("id, kode, nama singkat, atau nama"))
    command.add_argument("--on", default="", metavar=_("TANGGAL"), help=_("per tanggal itu"))
    command.add_argument("--json", action="store_true", help=_("keluaran untuk program lain"))
    command.add_argument("-o", "--output", type=Path, metavar=_("BERKAS"), help=output)
    command.add_argument("--force", action="store_true", help=_("timpa berkas yang sudah ada"))
