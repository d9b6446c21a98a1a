"""Lembar kembali: what was typed at the left, what it would change at the right."""

import tkinter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.words import N_, _
from ui import commands as menus
from ui import theme
from ui.commands import Command
from ui.presenters.attendance import ChosenSession
from ui.presenters.entering import EntryPresenter
from ui.presenters.entry_rows import ROWS, EntryRow, row_colour
from ui.views.record_commands import command_of
from ui.widgets import page
from ui.widgets.inputs import LineInput, SwitchInput, TextInput
from ui.widgets.rows_panel import RowsPanel
from ui.widgets.scrolled import Scrolled
from ui.workplace import ERROR, OK, WARNING, Workplace

if TYPE_CHECKING:
    from census_desk.register import Change

FORM_EMS, FORM_SHARE = 37, 0.4
MOST_PROBLEMS = 4
PLAN_MS = 150
STYLES = {OK: "Success.TLabel", WARNING: "Warning.TLabel", ERROR: "Problem.TLabel"}


class EntryPage(page.Page):
    """A whole group on one screen."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace, chosen: ChosenSession) -> None:
        super().__init__(parent, workplace)
        self._chosen = chosen
        self._soon = ""

    def build(self) -> None:
        self.columnconfigure(1, weight=1)
        self.rowconfigure(0, weight=1)
        self._make_form()
        self.rows = RowsPanel(
            self,
            N_("Isi lembar"),
            ROWS,
            self.workplace.lookup,
            empty=_("Pilih sesi, atau pindai kode lembar."),
            state_of=row_colour,
        )
        self.rows.grid(row=0, column=1, sticky="nsew", padx=(theme.GAP * 2, 0))
        self.presenter = EntryPresenter(self.workplace, self, self._chosen)
        self.presenter.use_session()
        self._chosen.listen(self.presenter.use_session)

    def refresh(self, change: "Change | None" = None) -> None:
        self.presenter.refresh()

    def facts(self) -> str:
        return _("Tandai semua hadir, lalu tulis nomor baris yang berbeda.")

    def panes(self) -> Sequence[tkinter.Misc]:
        return [self.code.entry, self.text.entry, self.rows.table]

    def shown(self) -> None:
        self.text.focus_input()

    def commands(self) -> Sequence[Command]:
        can_write = lambda: not self.workplace.read_only  # noqa: E731
        return [
            command_of(
                "attendance",
                "attach",
                _("Lampirkan pindaian…"),
                self.presenter.scans.attach,
                icon="paperclip",
                keys=("F8",),
                enabled=can_write,
                toolbar="secondary",
                group=menus.FILE,
            ),
            command_of(
                "attendance",
                "all_present",
                _("Tandai semua hadir"),
                self.mark_all,
                icon="check-all",
                keys=("Ctrl+Shift+A",),
                enabled=can_write,
                toolbar="secondary",
            ),
            command_of(
                "attendance",
                "save",
                _("Simpan"),
                self.save,
                icon="check-lg",
                keys=("Ctrl+S",),
                enabled=lambda: can_write() and not self.presenter.plan.problems,
                toolbar="primary",
            ),
        ]

    def mark_all(self) -> None:
        """Everybody else is present: on, or off again."""
        self.all_present.set("" if self.all_present.get() else "ya")
        self._plan()

    def save(self) -> None:
        """Note what was typed; the field is ready for the next sheet."""
        self._plan()
        if self.presenter.save():
            self.text.focus_input()

    # what the presenter asks

    def typed(self) -> tuple[str, bool, str]:
        return self.text.get(), bool(self.all_present.get()), self.pages.get()

    def clear_typed(self) -> None:
        self.text.set("")
        self.all_present.set("")
        self.pages.set("")

    def show_sheet(self, text: str, kind: str) -> None:
        self.sheet.configure(text=text, style=STYLES.get(kind, "Quiet.TLabel"))

    def show_rows(self, rows: Sequence[EntryRow], facts: str) -> None:
        self.rows.show(rows, facts)
        self.workplace.commands_changed()

    def show_problems(self, problems: Sequence[str]) -> None:
        shown = list(problems[:MOST_PROBLEMS])
        if len(problems) > MOST_PROBLEMS:
            more = _("… dan {count} lagi.").format(count=len(problems) - MOST_PROBLEMS)
            shown.append(more)
        self.problems.configure(text="\n".join(shown))
        self.text.mark(bool(problems))

    # inside

    def _make_form(self) -> None:
        place = Scrolled(self)
        place.canvas.configure(width=theme.ems(self, FORM_EMS))
        place.grid(row=0, column=0, sticky="ns")
        form = place.inside
        form.columnconfigure(0, weight=1)
        self._wrapped: list[ttk.Label] = []
        self._label(form, 0, _("Kode lembar"))
        line = ttk.Frame(form)
        line.grid(row=1, column=0, sticky="ew", padx=2)
        line.columnconfigure(0, weight=1)
        self.code = LineInput(line)
        self.code.grid(row=0, column=0, sticky="ew")
        for key in ("<Return>", "<KP_Enter>"):
            self.code.entry.bind(key, lambda event: self._use_code())
        take = ttk.Button(
            line, text=_("Ambil"), bootstyle="secondary outline", command=self._use_code
        )
        take.grid(row=0, column=1, padx=(theme.GAP, 0))
        self.sheet = self._told(form, 2)
        self._label(form, 3, _("Nomor baris yang berbeda"))
        self.text = TextInput(form, self._edited, rows=4)
        self.text.grid(row=4, column=0, sticky="ew", padx=2)
        self.problems = self._told(form, 5, "Problem.TLabel")
        hint = self._told(form, 6)
        hint.configure(text=_hint(), font=theme.SMALL_FONT)
        self.all_present = SwitchInput(form, self._plan, label=_("Yang lain hadir semua"))
        self.all_present.grid(row=7, column=0, sticky="w", padx=2)
        self._label(form, 8, _("Halaman yang kembali (kosong: semua)"))
        self.pages = LineInput(form, self._edited)
        self.pages.grid(row=9, column=0, sticky="ew", padx=2, pady=(0, 4))
        form.bind("<Configure>", self._rewrap, add="+")
        self.bind("<Configure>", lambda event: self._share(place, event.width), add="+")
        place.wheel()

    def _share(self, place: Scrolled, width: int) -> None:
        """The form gives way where the window is narrow: the table tells what will change."""
        wanted = min(theme.ems(self, FORM_EMS), round(width * FORM_SHARE))
        place.canvas.configure(width=wanted)

    def _label(self, form: tkinter.Misc, row: int, text: str) -> None:
        label = ttk.Label(form, text=text)
        label.grid(row=row, column=0, sticky="w", pady=(theme.GAP if row else 0, 2), padx=2)

    def _told(self, form: tkinter.Misc, row: int, style: str = "Quiet.TLabel") -> ttk.Label:
        label = ttk.Label(form, style=style, justify="left")
        label.grid(row=row, column=0, sticky="w", pady=(2, 0), padx=2)
        self._wrapped.append(label)
        return label

    def _use_code(self) -> str:
        self.presenter.use_code(self.code.get())
        self.code.focus_input()
        return "break"

    def _edited(self) -> None:
        if self._soon:
            self.after_cancel(self._soon)
        self._soon = self.after(PLAN_MS, self._plan)

    def _plan(self) -> None:
        if self._soon:
            self.after_cancel(self._soon)
            self._soon = ""
        self.presenter.edited()

    def _rewrap(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        for label in self._wrapped:
            label.configure(wraplength=max(120, event.width - 8))

    def destroy(self) -> None:
        """Cancel what waits."""
        if self._soon:
            self.after_cancel(self._soon)
            self._soon = ""
        super().destroy()


def _hint() -> str:
    return _(
        "tidak hadir: 3, 7, 12-15; diwakili: 9 oleh Siti Aminah; izin: 4; sakit: 5; "
        "tugas lain: 6; tambahan: 41 Budi (nama atau NIP)"
    )
