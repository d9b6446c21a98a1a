"""The commands of the coverage board: menu, keys, palette and F1."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from census_desk.words import _
from ui import commands as menus
from ui.commands import Command
from ui.presenters.coverage_rows import SHOWN_NAMES
from ui.views.record_commands import command_of

if TYPE_CHECKING:
    from ui.views.home_coverage import CoveragePage

PAGE = "home"


def board_commands(board: "CoveragePage") -> list[Command]:
    """Everything the board offers."""
    return [*_papers(board), *_deeds(board), *_looking(board), *_rows(board), *_marking(board)]


def _papers(board: "CoveragePage") -> list[Command]:
    """The board as it is filtered and ordered, on paper and as a workbook."""
    printing, made = board.printing, board.presenter

    def paper(name: str, text: str, run: Callable[[], object], **more: object) -> Command:
        usual = {"group": menus.FILE, "paper": True}
        return command_of(PAGE, name, text, run, **(usual | more))

    return [
        paper("print_wall", _("Cetak A3 untuk dinding"), lambda: printing.print(made.wall),
              icon="printer", keys=("Ctrl+P",), toolbar="secondary"),
        paper("print_board", _("Cetak A4"), lambda: printing.print(made.sheet),
              icon="printer", keys=("Ctrl+Shift+P",)),
        paper("save_board", _("Simpan PDF A3…"), lambda: printing.save_as(made.wall),
              icon="file-earmark-pdf", keys=("Ctrl+Shift+S",)),
        paper("excel", _("Simpan Excel…"), lambda: printing.save_as(made.workbook),
              icon="file-earmark-excel", keys=("Ctrl+E",), toolbar="ghost"),
    ]  # fmt: skip


def _deeds(board: "CoveragePage") -> list[Command]:
    """What is done with the marked rows."""

    def deed(name: str, text: str, run: Callable[[], object], **more: object) -> Command:
        usual = {"enabled": board.can_act, "toolbar": "secondary"}
        return command_of(PAGE, name, text, run, **(usual | more))

    return [
        deed("plan", _("Rencanakan…"), board.plan, icon="calendar2-plus", keys=("Ctrl+R",),
             toolbar="primary"),
        deed("invite", _("Undang…"), lambda: board.deeds.invite(board.rows_to_act_on()),
             icon="envelope-plus", keys=("Ctrl+U",)),
        deed("remind_rows", _("Ingatkan…"), lambda: board.deeds.remind(board.rows_to_act_on()),
             icon="bell", keys=("Ctrl+Shift+G",)),
        deed("about", _("Semua tentang OPD ini"), board.about, icon="card-list",
             keys=("Ctrl+B",), toolbar="", group=menus.VIEW,
             enabled=lambda: board.board.chosen is not None),
        deed("why", _("Dari mana angka ini"), board.why, icon="question-circle",
             keys=("Ctrl+I",), toolbar="", group=menus.VIEW,
             enabled=lambda: board.board.chosen is not None),
    ]  # fmt: skip


def _looking(board: "CoveragePage") -> list[Command]:
    """Filters, day and order."""
    make = partial(command_of, PAGE, group=menus.VIEW)
    return [
        make("filter", _("Saring menurut kata"), board.filter_box.focus_box, icon="search",
             keys=("Ctrl+F",)),
        make("choose_filter", _("Saringan papan…"), board.choose_filter, icon="funnel",
             keys=("Ctrl+L",)),
        make("day", _("Per tanggal…"), board.ask_day, icon="calendar3", keys=("Ctrl+T",)),
        make("need", _("Urutkan menurut kebutuhan"), board.list_by_need, icon="sort-down",
             keys=("Ctrl+Shift+N",)),
        make("listed", _("Urutkan menurut daftar"), board.list_as_listed, icon="list-ol",
             keys=("Ctrl+Shift+O",)),
        make("by_column", _("Urutkan menurut kolom ini"), board.sort_by_column,
             icon="arrow-down-up", keys=("Ctrl+Shift+K",)),
        make("escape", _("Kosongkan tanda dan saringan"), board.escape, keys=("Esc",)),
    ]  # fmt: skip


def _rows(board: "CoveragePage") -> list[Command]:
    """Which rows are there, and the kecamatan."""
    make = partial(command_of, PAGE, group=menus.VIEW)
    shown = [
        make(f"show_{one.name.lower()}", _("Tampilkan {rows}").format(rows=_(words)),
             partial(board.use_shown, one))
        for one, words in SHOWN_NAMES.items()
    ]  # fmt: skip
    return [
        make("next_rows", _("Ganti baris: OPD, kecamatan & desa, semua"), board.next_shown,
             icon="layers", keys=("Ctrl+G",)),
        *shown,
        make("open_all", _("Buka semua kecamatan"), lambda: board.fold_all(is_open=True),
             icon="arrows-expand", keys=("Ctrl+Shift+E",)),
        make("close_all", _("Tutup semua kecamatan"), lambda: board.fold_all(is_open=False),
             icon="arrows-collapse", keys=("Ctrl+Shift+W",)),
        make("fold", _("Buka atau tutup kecamatan ini (+ dan −)"),
             lambda: board.board.fold(is_open=True) or board.board.fold(is_open=False)),
    ]  # fmt: skip


def _marking(board: "CoveragePage") -> list[Command]:
    """Marking rows and taking them along."""
    make = partial(command_of, PAGE, group=menus.EDIT)
    return [
        make("mark", _("Tandai baris ini (Spasi; Shift+panah beberapa)"), board.board.mark,
             icon="check-square"),
        make("mark_all", _("Tandai semua baris yang tampak"), board.mark_all,
             icon="check2-all", keys=("Ctrl+A",)),
        make("copy", _("Salin baris"), board.copy, icon="clipboard", keys=("Ctrl+Shift+C",)),
        make("open_cell", _("Buka yang di balik sel ini (Enter)"), board.board.open,
             icon="box-arrow-up-right"),
    ]  # fmt: skip
