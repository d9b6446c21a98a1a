"""A rule for many dates beside what it would make: the dates are seen before they are made."""

import tkinter

import ttkbootstrap as ttk

from census_desk.words import N_, _
from ui import theme
from ui.fields.planning import SERIES
from ui.presenters.series import DATES, SeriesPresenter
from ui.widgets.form_view import FormView
from ui.widgets.keyboard import focused
from ui.widgets.rows_panel import RowsPanel
from ui.workplace import Workplace

EDGE = 16
PAUSE_MS = 200
WIDE_EMS, TALL_ROWS = 100, 21
MOST_OF_SCREEN = 0.86


class SeriesDialog(ttk.Toplevel):
    """Form at the left, dates at the right; Del leaves a date out or takes it back."""

    def __init__(
        self, parent: tkinter.Misc, workplace: Workplace, presenter: SeriesPresenter
    ) -> None:
        window = parent.winfo_toplevel()
        super().__init__(title=_("Buat rangkaian sesi"), transient=window)
        self.withdraw()
        self._presenter = presenter
        self._before = focused(window)
        self._soon = ""
        self._asked: tuple[str, ...] = ()
        body = ttk.Frame(self, padding=EDGE)
        body.pack(fill="both", expand=True)
        body.columnconfigure(0, weight=2, uniform="half")
        body.columnconfigure(1, weight=3, uniform="half")
        body.rowconfigure(1, weight=1)
        told = ttk.Label(body, text=presenter.first.title, style="Quiet.TLabel")
        told.configure(wraplength=theme.ems(self, WIDE_EMS - 6))
        told.grid(row=0, column=0, columnspan=2, sticky="w", pady=(0, theme.GAP))
        self.form = FormView(body, SERIES, workplace.lookup, changed=self._changed)
        self.form.grid(row=1, column=0, sticky="nsew", padx=(0, EDGE))
        self._make_dates(body, workplace)
        self._make_foot(body)
        self.form.set_texts(presenter.first_texts())
        self._work_out()
        self.bind("<Escape>", lambda event: self.close())
        self.bind("<Return>", self._enter)
        self.bind("<KP_Enter>", self._enter)
        self.protocol("WM_DELETE_WINDOW", self.close)
        self._open(window)

    def make(self) -> None:
        """Make the sessions and close, or show what is wrong."""
        problems = dict(self._presenter.make(self.form.texts()))
        if not problems:
            self.close()
            return
        self._problem.configure(text=problems.pop("", ""))
        self.form.show_problems(problems)
        self.form.focus_problem()

    def close(self) -> None:
        """Leave; the focus goes back to where it was."""
        before = self._before
        self._cancel_soon()
        self.grab_release()
        self.destroy()
        if before is not None and before.winfo_exists():
            before.focus_set()

    # inside

    def _make_dates(self, body: ttk.Frame, workplace: Workplace) -> None:
        self.dates = RowsPanel(
            body,
            N_("Tanggal"),
            DATES,
            workplace.lookup,
            empty=_("Aturan ini belum menghasilkan tanggal."),
            on_open=self._take_out,
            on_delete=lambda: self._take_out(self.dates.model.cursor),
            state_of=lambda row: _colour(row),
        )
        self.dates.add_button(
            _("Lewati yang dilarang"), self._take_out_forbidden, icon="skip-forward"
        )
        self.dates.grid(row=1, column=1, sticky="nsew")

    def _make_foot(self, body: ttk.Frame) -> None:
        foot = ttk.Frame(body)
        foot.grid(row=2, column=0, columnspan=2, sticky="ew", pady=(EDGE, 0))
        self._words = ttk.Label(foot, style="Head.TLabel")
        self._words.configure(wraplength=theme.ems(self, WIDE_EMS - 6))
        self._words.pack(side="top", anchor="w")
        self._problem = ttk.Label(foot, style="Problem.TLabel")
        self._problem.configure(wraplength=theme.ems(self, WIDE_EMS - 6))
        self._problem.pack(side="top", anchor="w")
        self._make = ttk.Button(
            foot, text=_("Buat rangkaian"), bootstyle="primary", command=self.make
        )
        self._make.pack(side="right")
        ttk.Button(foot, text=_("Batal"), bootstyle="ghost", command=self.close).pack(
            side="right", padx=theme.GAP
        )

    def _changed(self, name: str) -> None:
        self._cancel_soon()
        self._soon = self.after(PAUSE_MS, self._work_out)

    def _work_out(self) -> None:
        self._soon = ""
        texts = self.form.peek()
        asked = tuple(self._presenter.asked(texts))
        if asked != self._asked:
            self._asked = asked
            self.form.show_only(asked)
        problems = dict(self._presenter.show(texts))
        self._problem.configure(text=problems.pop("", ""))
        self.form.show_problems(problems)
        self._show()

    def _show(self) -> None:
        self._words.configure(text=self._presenter.words)
        rows = self._presenter.rows()
        self.dates.show(rows, self._presenter.facts if rows else "")

    def _take_out(self, row_id: str) -> None:
        self._presenter.take_out(row_id)
        self._show()

    def _take_out_forbidden(self) -> None:
        self._presenter.take_out_forbidden()
        self._show()

    def _enter(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if event.widget.winfo_class() not in ("Text", "TButton", "Treeview"):
            self.make()

    def _cancel_soon(self) -> None:
        if self._soon:
            self.after_cancel(self._soon)
            self._soon = ""

    def _open(self, window: tkinter.Misc) -> None:
        self.update_idletasks()
        tall = round(TALL_ROWS * theme.row_height(self))
        height = min(tall, round(self.winfo_screenheight() * MOST_OF_SCREEN))
        width = min(theme.ems(self, WIDE_EMS), round(self.winfo_screenwidth() * 0.94))
        x = max(0, window.winfo_rootx() + (window.winfo_width() - width) // 2)
        y = max(0, window.winfo_rooty() + (window.winfo_height() - height) // 3)
        self.geometry(f"{width}x{height}+{x}+{y}")
        self.deiconify()
        self.wait_visibility()
        self.grab_set()
        self.form.focus_first()


def _colour(row: object) -> str:
    is_out = getattr(row, "is_taken_out", False)
    offered = getattr(row, "offered", None)
    if is_out or offered is None or not offered.clashes:
        return ""
    return "danger" if offered.is_forbidden else "warning"
