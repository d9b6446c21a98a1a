"""The plan in front: calendar, list, teams, who is left out, and what changes; one at a time."""

import tkinter
from collections.abc import Callable, Sequence
from datetime import date

import ttkbootstrap as ttk

from census_desk.words import N_, _
from ui import theme
from ui.presenters.planner_changes import CHANGES as CHANGE_COLUMNS
from ui.presenters.planner_changes import change_colour
from ui.presenters.planner_loads import LOADS
from ui.presenters.planner_rows import LINES, row_colour
from ui.presenters.planner_shown import PlanLooks
from ui.views.planner_missing import MissingPanel
from ui.widgets.bars import WordBar
from ui.widgets.plan_month import Deed, PlanMonthPane, name_deeds
from ui.widgets.rows_panel import RowsPanel
from ui.widgets.wrap_row import WrapRow
from ui.workplace import Workplace

CALENDAR, LIST, TEAMS, MISSING, CHANGES = "calendar", "list", "teams", "missing", "changes"
LOOKS = (
    # name, its words, its icon, its key
    (CALENDAR, N_("Kalender"), "calendar3", "Ctrl+Shift+K"),
    (LIST, N_("Daftar sesi"), "list-ul", "Ctrl+Shift+D"),
    (TEAMS, N_("Beban tim"), "people", "Ctrl+Shift+T"),
    (MISSING, N_("Belum mendapat jadwal"), "exclamation-triangle", "Ctrl+Shift+B"),
    (CHANGES, N_("Perubahan"), "arrow-left-right", "Ctrl+Shift+P"),
)
LOOK_KEY = "planner.look"
Look = PlanMonthPane | RowsPanel | MissingPanel


class ResultFace(ttk.Frame):
    """`opened(line_id)` follows Enter on a line; `moved(line_id, day)` one put on another day."""

    def __init__(
        self,
        parent: tkinter.Misc,
        workplace: Workplace,
        presenter: PlanLooks,
        *,
        opened: Callable[[str], object],
        moved: Callable[[str, date], object],
        repair: Callable[[], object],
        apply_fix: Callable[[str], object],
        deeds: Sequence[Deed],
    ) -> None:
        super().__init__(parent)
        self._workplace, self._presenter = workplace, presenter
        self._opened, self._moved = opened, moved
        self._repair, self._apply, self._deeds = repair, apply_fix, deeds
        kept = str(workplace.preferences.get(LOOK_KEY, CALENDAR))
        self.look = kept if kept in {name for name, *_rest in LOOKS} else CALENDAR
        self._made: dict[str, Look] = {}
        self._deed_buttons: list[tuple[Deed, ttk.Button]] = []
        self.columnconfigure(0, weight=1)
        self.rowconfigure(2, weight=1)
        self._banner = WordBar(self)
        self._banner.grid(row=0, column=0, sticky="ew", pady=(0, theme.GAP))
        self._banner.grid_remove()
        self._make_bar()
        self._place = ttk.Frame(self)
        self._place.grid(row=2, column=0, sticky="nsew")
        self._place.rowconfigure(0, weight=1)
        self._place.columnconfigure(0, weight=1)

    # what the pane asks

    def refresh(self) -> None:
        """Show the version in front as the register has it now."""
        self._show_banner()
        self._label_looks()
        for look in self._made:
            self._fill(look)
        self.use(self.look)

    def use(self, look: str) -> None:
        """Bring one of the looks to the front."""
        before = self._made.get(self.look)
        if before is not None and look != self.look:
            before.grid_remove()
        self.look = look
        self._which.set(look)
        self._workplace.preferences.set(LOOK_KEY, look)
        if look not in self._made:
            self._made[look] = self._make(look)
            self._fill(look)
        self._made[look].grid(row=0, column=0, sticky="nsew")
        self._workplace.commands_changed()

    def show_look(self, look: str) -> None:
        """The same, with the keyboard."""
        self.use(look)
        self.focus_face()

    def focus_face(self) -> None:
        """The look in front takes the keyboard."""
        self.update_idletasks()
        front = self._made[self.look]
        if isinstance(front, PlanMonthPane):
            front.focus_view()
        else:
            front.table.focus_table()

    def panes(self) -> Sequence[tkinter.Misc]:
        """Where F6 leads."""
        front = self._made[self.look]
        return front.panes() if not isinstance(front, RowsPanel) else [front.table]

    @property
    def month(self) -> PlanMonthPane | None:
        """The calendar, None while something else is in front."""
        front = self._made.get(self.look)
        return front if isinstance(front, PlanMonthPane) else None

    @property
    def line_id(self) -> str:
        """The line the keyboard is on, "" for none."""
        front = self._made.get(self.look)
        if isinstance(front, PlanMonthPane):
            return front.session_id
        if self.look == LIST and isinstance(front, RowsPanel):
            return front.model.cursor
        return ""

    @property
    def marked(self) -> Sequence[str]:
        """The lines marked in the list; in the calendar the one in front."""
        front = self._made.get(self.look)
        if self.look == LIST and isinstance(front, RowsPanel):
            return front.model.selected
        return [self.line_id] if self.line_id else []

    @property
    def fix_id(self) -> str:
        """The fix the keyboard is on, "" for none."""
        front = self._made.get(self.look)
        return front.fix_id if isinstance(front, MissingPanel) else ""

    @property
    def has_changes(self) -> bool:
        """Whether accepting the plan would do anything."""
        return self._presenter.change_count > 0

    @property
    def can_apply(self) -> bool:
        """Whether the desk can do the fix the keyboard is on."""
        return bool(self.fix_id) and self._presenter.can_apply(self.fix_id)

    def choose(self, line_id: str, on: date) -> None:
        """Go to a line where it is now."""
        front = self._made.get(self.look)
        if isinstance(front, PlanMonthPane):
            front.choose(on, line_id)
        elif self.look == LIST and isinstance(front, RowsPanel):
            front.table.show(line_id)

    # making it

    def _make_bar(self) -> None:
        bar = self._bar = WrapRow(self)
        bar.grid(row=1, column=0, sticky="ew", pady=(0, theme.GAP))
        self._which = ttk.StringVar(self, value=self.look)
        self._buttons: dict[str, ttk.Radiobutton] = {}
        for name, words, _icon, key in LOOKS:
            button = ttk.Radiobutton(
                bar,
                text=_(words),
                value=name,
                variable=self._which,
                bootstyle="primary outline toolbutton",
                command=lambda name=name: self.show_look(name),  # type: ignore[misc]
            )
            bar.add(button)
            ttk.ToolTip(button, text=f"{_(words)}  {key}")
            self._buttons[name] = button

    def _label_looks(self) -> None:
        """How many are left out, and how many changes there are, on their buttons."""
        counts = {MISSING: self._presenter.missing_count, CHANGES: self._presenter.change_count}
        for name, words, _icon, _key in LOOKS:
            if name in counts:
                self._buttons[name].configure(text=f"{_(words)} ({counts[name]})")
        self._bar.arrange()

    def _show_banner(self) -> None:
        words = self._presenter.hit_words()
        if not words:
            self._banner.grid_remove()
            return
        self._banner.fill(words, "warning", (_("Perbaiki yang terkena"), self._repair))
        self._banner.grid()

    def _make(self, look: str) -> Look:
        if look == CALENDAR:
            month = PlanMonthPane(
                self._place,
                self._workplace,
                self._presenter,
                selected=lambda line_id: self._workplace.commands_changed(),
                opened=self._opened,
                moved=self._moved,
                deeds=self._deeds,
            )
            if (first := self._presenter.first_day()) is not None:
                month.choose(first)
            return month
        if look == MISSING:
            return MissingPanel(self._place, self._workplace, self._presenter, self._apply)
        title, columns, empty, colour = {
            LIST: (N_("Daftar sesi"), LINES, _("Rencana ini tidak berisi sesi."), row_colour),
            TEAMS: (N_("Beban tim"), LOADS, _("Belum ada tim."), None),
            CHANGES: (
                N_("Dari yang lama ke yang baru"),
                CHANGE_COLUMNS,
                _("Tidak ada yang berubah."),
                change_colour,
            ),
        }[look]
        made = RowsPanel(
            self._place,
            title,
            columns,
            self._workplace.lookup,
            empty=empty,
            on_open=self._opened if look == LIST else lambda row_id: None,
            on_select=lambda: self._told(look),
            state_of=colour,
        )
        if look == LIST:
            self._deed_buttons = [
                (deed, made.add_button(deed.text, deed.run, icon=deed.icon)) for deed in self._deeds
            ]
        return made

    def _fill(self, look: str) -> None:
        made, presenter = self._made[look], self._presenter
        if not isinstance(made, RowsPanel):
            made.refresh()
            return
        rows, facts = {
            LIST: (presenter.lines, presenter.line_facts),
            TEAMS: (presenter.loads, presenter.load_facts),
            CHANGES: (presenter.changes, presenter.change_facts),
        }[look]
        made.show(rows(), facts())
        self._told(look)

    def _told(self, look: str) -> None:
        made = self._made.get(look)
        if isinstance(made, RowsPanel):
            made.tell(
                {
                    LIST: self._presenter.line_words,
                    TEAMS: self._presenter.load_words,
                    CHANGES: self._presenter.change_words,
                }[look](made.model.cursor)
            )
        if look == LIST:
            name_deeds(self._deed_buttons)
        self._workplace.commands_changed()
