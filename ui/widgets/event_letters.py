"""The panel of an event's letters, and the dialog that shows it for a session."""

import tkinter
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from census_desk.letters.events import EventLetter
from census_desk.letters.letter import OUT_OF_USE
from census_desk.words import N_, _
from ui import theme
from ui.commands import sequences
from ui.presenters.event_letters import EVENT_LETTERS, REASON, EventLettersPresenter
from ui.widgets.dialogs import Dialog
from ui.widgets.form_dialog import FormDialog
from ui.widgets.rows_panel import RowsPanel
from ui.widgets.surfaces import dress_menu
from ui.workplace import Workplace

HIGH_ROWS = 9


class EventLettersPanel(ttk.Frame):
    """Enter opens a letter; the buttons write new ones and mend those left behind."""

    def __init__(
        self,
        parent: tkinter.Misc,
        workplace: Workplace,
        *,
        opened: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._opened = opened
        self.rows = RowsPanel(
            self,
            N_("Surat acara"),
            EVENT_LETTERS,
            workplace.lookup,
            empty=_("Belum ada surat untuk acara ini. Buat undangan atau surat tugasnya."),
            on_open=self._open,
            state_of=_colour,
        )
        self.rows.pack(fill="both", expand=True)
        self.presenter = EventLettersPresenter(workplace, self)
        self._make_menu()
        self.rows.add_button(_("Terbitkan ulang…"), self.reissue, icon="arrow-repeat")
        self.rows.add_button(_("Ralat"), self.presenter.ralat, icon="eraser")

    def show(self, event_id: str) -> None:
        """Show the letters of a session or visit, "" for none."""
        self.presenter.show(event_id)

    def reissue(self) -> None:
        """Ask why; then void what was left behind and draft it anew."""
        told = self.presenter.ask_to_reissue()
        if told:
            FormDialog(
                self,
                _("Batalkan dan terbitkan ulang"),
                REASON,
                self._workplace.lookup,
                texts={"reason": ""},
                save=self.presenter.reissue,
                action=_("Batalkan dan susun ulang"),
                hint=told,
            )

    # what the presenter asks

    def show_letters(self, rows: Sequence[EventLetter], facts: str) -> None:
        """The letters, those to mend first."""
        self.rows.show(rows, facts)

    # inside

    def _make_menu(self) -> None:
        self.button = ttk.Menubutton(
            self.rows.buttons, text=_("Buat surat"), bootstyle="secondary outline"
        )
        self.menu = tkinter.Menu(self.button, tearoff=False, postcommand=self._fill_menu)
        dress_menu(self.menu)
        self.button.configure(menu=self.menu)
        self.button.bind("<<ThemeChanged>>", lambda event: dress_menu(self.menu), add="+")
        self.button.pack(side="left", padx=(theme.GAP // 2, 0))

    def _fill_menu(self) -> None:
        self.menu.delete(0, "end")
        for text, wanted, signer in self.presenter.choices():
            self.menu.add_command(
                label=text,
                command=lambda wanted=wanted, signer=signer: self.presenter.draft(  # type: ignore[misc]
                    wanted, signer
                ),
            )

    def _open(self, letter_id: str) -> None:
        self._opened()
        self._workplace.go("letters", letter_id)


class EventLettersDialog(Dialog):
    """The letters of one session in a window of its own; Esc closes it."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace, event_id: str) -> None:
        super().__init__(parent, _("Surat acara"))
        self.panel = EventLettersPanel(self.body, workplace, opened=lambda: self.finish(None))
        self.panel.pack(fill="both", expand=True)
        self.panel.show(event_id)
        self.button(_("Tutup"), "close")
        window = parent.winfo_toplevel()
        wide = min(theme.ems(self, 92), window.winfo_width() - 4 * theme.GAP)
        self.body.configure(width=wide, height=HIGH_ROWS * theme.row_height(self) * 2)
        self.body.pack_propagate(False)
        for sequence in sequences("Ctrl+Shift+U"):
            self.bind(sequence, lambda event: self.panel.reissue())

    def show(self) -> None:
        """Open it with the table in the keyboard's hand."""
        self.open(self.panel.rows.table.tree)


def _colour(row: EventLetter) -> str:
    if row.letter.status in OUT_OF_USE:
        return "muted"
    return "danger" if row.stale else ""
