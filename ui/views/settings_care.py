"""Pengaturan, Cadangan and Log: what keeps the register safe, and what went wrong before."""

import tkinter
from collections.abc import Callable
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.words import _
from ui import log, theme
from ui.presenters.backups import BackupsPresenter
from ui.tables import EmptyState
from ui.widgets.rich_text import RichText
from ui.widgets.table_view import TableView
from ui.workplace import Workplace

if TYPE_CHECKING:
    from census_desk.register import Change

LOG_TAIL = 60_000  # signs; the newest end of a long log


class BackupsPane(ttk.Frame):
    """Folders, the list of backups, and what can be done with them."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.presenter = BackupsPresenter(workplace)
        self.columnconfigure(0, weight=1)
        self.rowconfigure(2, weight=1)
        self._make_folders().grid(row=0, column=0, sticky="ew", pady=(0, theme.GAP))
        self._make_buttons().grid(row=1, column=0, sticky="ew", pady=(0, theme.GAP))
        self.table = TableView(
            self, self.presenter.model, on_select=self._show_buttons, multiple=False
        )
        self.table.show_when_empty(
            EmptyState(
                text=_("Belum ada cadangan di folder ini."),
                action=_("Cadangkan sekarang"),
                run=self._back_up,
            )
        )
        self.table.grid(row=2, column=0, sticky="nsew")
        self._make_restore().grid(row=3, column=0, sticky="ew", pady=(theme.GAP, 0))

    def refresh(self, change: "Change | None" = None) -> None:
        """List what there is."""
        presenter = self.presenter
        presenter.refresh()
        self.age.configure(text=presenter.age_text)
        self.folder.configure(text=presenter.folder_text)
        self.second.configure(text=presenter.second_folder_text)
        self.table.paint()
        self._show_buttons()

    def panes(self) -> list[tkinter.Misc]:
        """Buttons, table."""
        return [self.now_button, self.table.tree, self.copy_button]

    # making it

    def _make_folders(self) -> ttk.Frame:
        card = ttk.Frame(self, bootstyle="bordered", padding=12)
        card.columnconfigure(1, weight=1)
        self.age = ttk.Label(card, style="Head.TLabel")
        self.age.grid(row=0, column=0, columnspan=3, sticky="w", pady=(0, theme.GAP))
        self.folder = self._folder_row(card, 1, _("Folder cadangan"), second=False)
        self.second = self._folder_row(card, 2, _("Tempat kedua"), second=True)
        return card

    def _folder_row(self, card: ttk.Frame, row: int, text: str, *, second: bool) -> ttk.Label:
        ttk.Label(card, text=text).grid(row=row, column=0, sticky="w", padx=(0, theme.GAP * 2))
        shown = ttk.Label(card, style="Quiet.TLabel")
        shown.grid(row=row, column=1, sticky="ew", pady=2)
        button = ttk.Button(
            card,
            text=_("Ganti…"),
            bootstyle="secondary outline",
            command=lambda: self._choose_folder(second),
        )
        button.grid(row=row, column=2, sticky="e", pady=2)
        button.state(["!disabled" if self.presenter.is_possible else "disabled"])
        return shown

    def _make_buttons(self) -> ttk.Frame:
        row = ttk.Frame(self)
        self.now_button = self._button(
            row, _("Cadangkan sekarang"), "shield-check", self._back_up, "primary"
        )
        self.check_button = self._button(
            row, _("Periksa register"), "clipboard-check", self.presenter.check_register
        )
        return row

    def _make_restore(self) -> ttk.Frame:
        row = ttk.Frame(self)
        self.verify_button = self._button(
            row, _("Periksa cadangan"), "check2-circle", self.presenter.check_chosen
        )
        self.copy_button = self._button(
            row, _("Pulihkan ke salinan…"), "files", self.presenter.restore_copy
        )
        self.restore_button = self._button(
            row, _("Pulihkan…"), "arrow-counterclockwise", self._restore, "danger outline"
        )
        return row

    def _button(
        self,
        parent: ttk.Frame,
        text: str,
        icon: str,
        run: Callable[[], object],
        style: str = "secondary outline",
    ) -> ttk.Button:
        button = ttk.Button(parent, text=text, icon=icon, bootstyle=style, command=run)
        button.pack(side="left", padx=(0, theme.GAP))
        return button

    # doing

    def _show_buttons(self) -> None:
        has_file = self.presenter.is_possible
        chosen = has_file and self.presenter.chosen is not None
        for button in (self.verify_button, self.copy_button):
            button.state(["!disabled" if chosen else "disabled"])
        can_write = not self.workplace.read_only
        self.restore_button.state(["!disabled" if chosen and can_write else "disabled"])
        self.now_button.state(["!disabled" if has_file and can_write else "disabled"])

    def _back_up(self) -> None:
        self.presenter.back_up()
        self.refresh()

    def _choose_folder(self, second: bool) -> None:
        self.presenter.choose_folder(second)
        self.refresh()

    def _restore(self) -> None:
        self.presenter.restore_here(self.workplace.screen.replace_register)


class LogPane(ttk.Frame):
    """The end of the log file, to read and to send on."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.columnconfigure(0, weight=1)
        self.rowconfigure(1, weight=1)
        row = ttk.Frame(self)
        row.grid(row=0, column=0, sticky="ew", pady=(0, theme.GAP))
        for text, icon, run in (
            (_("Salin log"), "clipboard", self._copy),
            (_("Buka folder"), "folder2-open", self._open_folder),
        ):
            button = ttk.Button(
                row, text=text, icon=icon, bootstyle="secondary outline", command=run
            )
            button.pack(side="left", padx=(0, theme.GAP))
        about = _("Nomor NIP, NIK dan KK disamarkan.")
        ttk.Label(row, text=about, style="Quiet.TLabel").pack(side="left")
        self.shown = RichText(self)
        self.shown.grid(row=1, column=0, sticky="nsew")

    def refresh(self, change: "Change | None" = None) -> None:
        """Read the log's end anew."""
        text = self._text()
        nothing = _("Log kosong: belum ada kesalahan yang dicatat di komputer ini.")
        self.shown.show([("text", text or nothing)])

    def panes(self) -> list[tkinter.Misc]:
        """The text."""
        return [self.shown.text]

    def _text(self) -> str:
        try:
            whole = (log.folder() / log.LOG_NAME).read_text("utf-8", "replace")
        except OSError:
            return ""
        return log.masked(whole[-LOG_TAIL:])

    def _copy(self) -> None:
        self.workplace.copy(self._text())
        self.workplace.say(_("Log disalin."))

    def _open_folder(self) -> None:
        self.workplace.open_folder(log.folder() / log.LOG_NAME)
