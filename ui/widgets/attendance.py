"""The panel of a session's people: who was expected, who came, who came unasked."""

import tkinter
from collections.abc import Sequence

import ttkbootstrap as ttk

from census_desk.sessions.attendance import AttendanceState
from census_desk.sessions.recording import Expected
from census_desk.words import N_, _
from ui import theme
from ui.presenters.sessions import PEOPLE, AttendancePresenter, state_choices
from ui.widgets.inputs import LineInput
from ui.widgets.rows_panel import RowsPanel
from ui.workplace import Workplace


class AttendancePanel(ttk.Frame):
    """Choose people, then note how they came; a name typed below is a walk-in."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent)
        self.rows = RowsPanel(
            self,
            N_("Kehadiran"),
            PEOPLE,
            workplace.lookup,
            empty=_("Pilih sesi; nama diambil dari ASN OPD sasaran."),
        )
        self.rows.pack(fill="both", expand=True)
        self.presenter = AttendancePresenter(workplace, self)
        self.rows.add_button(_("Hadir"), self.note_present, icon="check-lg")
        self._make_more()
        self._make_walk_in()

    def show(self, session_id: str) -> None:
        """Show the people of a session, "" for none."""
        if session_id != self.presenter.session_id:
            self.rows.model.select("")
        self.presenter.show(session_id)

    def show_people(self, people: Sequence[Expected], facts: str) -> None:
        """Who was expected and who came."""
        self.rows.show(people, facts)

    def note_present(self) -> None:
        """The chosen people came."""
        self.presenter.note(self.rows.ids, AttendanceState.PRESENT)

    def _make_more(self) -> None:
        button = ttk.Menubutton(self.rows.buttons, text=_("Lainnya"), bootstyle="secondary outline")
        menu = tkinter.Menu(button, tearoff=False)
        for choice in state_choices():
            state = AttendanceState(choice.key)
            if state not in (AttendanceState.PRESENT, AttendanceState.REPRESENTED):
                menu.add_command(
                    label=choice.label,
                    command=lambda state=state: self.presenter.note(self.rows.ids, state),  # type: ignore[misc]
                )
        menu.add_separator()
        menu.add_command(
            label=_("Belum dicatat"), command=lambda: self.presenter.clear(self.rows.ids)
        )
        button.configure(menu=menu)
        button.pack(side="left", padx=(theme.GAP // 2, 0))

    def _make_walk_in(self) -> None:
        foot = self.rows.foot
        ttk.Label(foot, text=_("Hadir tanpa terdaftar"), style="Quiet.TLabel").grid(
            row=0, column=0, sticky="w", padx=(0, theme.GAP)
        )
        self._name = LineInput(foot)
        self._name.grid(row=0, column=1, sticky="ew")
        self._name.entry.bind("<Return>", lambda event: self._add())
        foot.columnconfigure(1, weight=1)
        ttk.Button(foot, text=_("Tambah"), bootstyle="secondary outline", command=self._add).grid(
            row=0, column=2, padx=(theme.GAP, 0)
        )

    def _add(self) -> str:
        if self.presenter.add_walk_in(self._name.get()):
            self._name.set("")
            self._name.focus_input()
        return "break"
