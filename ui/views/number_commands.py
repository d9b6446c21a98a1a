"""What can be done with a number book: hold back, note, insert, void, open, print, take along."""

from typing import TYPE_CHECKING

from census_desk.words import _
from ui import commands as menus
from ui.commands import Command
from ui.views.record_commands import command_of

if TYPE_CHECKING:
    from ui.views.letters_numbers import NumbersPage


def number_commands(page: "NumbersPage") -> list[Command]:
    """Every command of the section."""
    return [*_book_commands(page), *chosen_commands(page), *_paper_commands(page)]


def chosen_commands(page: "NumbersPage") -> list[Command]:
    """Those for the chosen number; buttons under the table follow them by their names."""
    can_write = lambda: not page.workplace.read_only  # noqa: E731
    entry = lambda: page.presenter.entry(page.chosen_id())  # noqa: E731
    return [
        command_of("letters", "open_letter", _("Buka surat"), page.open_letter,
                   icon="envelope-open", keys=("Enter",), where="table",
                   enabled=lambda: (found := entry()) is not None and bool(found.letter_id)),
        command_of("letters", "insert", _("Sisipkan surat…"), page.insert,
                   icon="arrow-return-right",
                   enabled=lambda: can_write() and entry() is not None),
        command_of("letters", "void_number", _("Batalkan nomor…"), page.void, icon="x-octagon",
                   keys=("Del",), where="table",
                   enabled=lambda: page.presenter.can_void(page.chosen_id())),
    ]  # fmt: skip


def _book_commands(page: "NumbersPage") -> list[Command]:
    can_write = lambda: not page.workplace.read_only  # noqa: E731
    return [
        command_of("letters", "reserve", _("Cadangkan nomor…"), page.reserve,
                   icon="bookmark-plus", keys=("Ctrl+N",), enabled=can_write, toolbar="primary"),
        command_of("letters", "elsewhere", _("Nomor dari luar…"), page.elsewhere,
                   icon="box-arrow-in-down", toolbar="secondary",
                   enabled=lambda: can_write() and page.presenter.book is not None),
        command_of("letters", "import_codes", _("Impor klasifikasi…"), page.import_codes,
                   icon="file-earmark-arrow-down", enabled=can_write),
        command_of("letters", "filter", _("Saring"), lambda: page.filter_box.focus_box(),
                   icon="search", keys=("Ctrl+F",), group=menus.VIEW),
    ]  # fmt: skip


def _paper_commands(page: "NumbersPage") -> list[Command]:
    return [
        command_of("letters", "print", _("Cetak buku"), page.print_book, icon="printer",
                   keys=("Ctrl+P",), enabled=lambda: page.presenter.book is not None,
                   toolbar="secondary", group=menus.FILE, paper=True),
        command_of("letters", "export", _("Ekspor Excel…"), page.export,
                   icon="file-earmark-excel", keys=("Ctrl+E",), group=menus.FILE, paper=True),
        command_of("letters", "folder", _("Buka folder cetakan"), page.printing.open_folder,
                   icon="folder2-open", group=menus.FILE),
    ]  # fmt: skip
