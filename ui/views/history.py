"""Riwayat: the table of every step, and beside it what the chosen step changed."""

import tkinter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.words import _
from ui import commands as menus
from ui import theme
from ui.commands import Command
from ui.presenters.history import STEP, HistoryPresenter, RecordChange, state_of
from ui.widgets import page
from ui.widgets.filter_box import FilterBox
from ui.widgets.rich_text import RichText
from ui.widgets.split import Split
from ui.widgets.table_view import TableView

if TYPE_CHECKING:
    from census_desk.register import Change

NOTHING = "—"


class Page(page.Page):
    """Every change, newest first."""

    page_id = "history"

    def build(self) -> None:
        """Filter and table left, the chosen step right."""
        self.presenter = HistoryPresenter(self.workplace)
        self.split = Split(
            self, self.workplace.preferences, "split.history", share=0.6, narrow_ems=112
        )
        self.split.pack(fill="both", expand=True)
        self._make_table(self.split.left)
        self._make_details(self.split.right)

    def refresh(self, change: "Change | None" = None) -> None:
        """List the steps there are now; every change of the register is one."""
        self.presenter.refresh()
        self._paint()

    def facts(self) -> str:
        """How many steps, or whose."""
        count = _("{count} langkah").format(count=self.presenter.model.count_text)
        return f"{self.presenter.scope_text} · {count}" if self.presenter.scope else count

    def commands(self) -> Sequence[Command]:
        """Turning back and looking up."""
        make = self._command
        has_scope = lambda: self.presenter.scope is not None  # noqa: E731
        return [
            make("undo_step", _("Urungkan langkah ini"), self._undo, icon="arrow-counterclockwise",
                 keys=("Ctrl+U",), enabled=lambda: self.presenter.can_undo, group=menus.EDIT,
                 toolbar="primary"),
            make("as_it_was", _("Catatan ini pada saat itu"), self._show_as_it_was,
                 icon="calendar-check", keys=("Ctrl+T",), enabled=has_scope, group=menus.VIEW),
            make("all", _("Riwayat seluruh register"), self._show_all, icon="list-ul",
                 keys=("Ctrl+R",), enabled=has_scope, group=menus.VIEW, toolbar="secondary"),
            make("filter", _("Saring"), self._to_filter, icon="search", keys=("Ctrl+F",),
                 group=menus.VIEW),
            make("open", _("Buka rincian"), self._to_details, keys=("Enter",), where="table",
                 group=menus.VIEW),
            make("copy", _("Salin baris"), self._copy, icon="clipboard", keys=("Ctrl+C",),
                 where="table", group=menus.EDIT),
            make("select_all", _("Pilih semua baris"), self.table.select_all, keys=("Ctrl+A",),
                 where="table", group=menus.EDIT),
            make("columns", _("Kolom dan urutan…"), self._choose_columns,
                 icon="layout-three-columns", keys=("Ctrl+L",), group=menus.VIEW),
            make("escape", _("Kosongkan saringan"), self._escape, keys=("Esc",),
                 group=menus.VIEW),
        ]  # fmt: skip

    def show_record(self, record_id: str) -> None:
        """The history of that record only; a step of its own among all."""
        if record_id.startswith(STEP):
            self._show_all()
            self.table.show(record_id.removeprefix(STEP))
        elif self.presenter.show_record(record_id):
            self.filter_box.clear()
            self._paint()
            self.table.focus_table()

    def panes(self) -> Sequence[tkinter.Misc]:
        """Filter, table, details."""
        return [self.filter_box.entry, self.table.tree, self.details.text]

    def shown(self) -> None:
        """The table takes the keyboard."""
        self.table.focus_table()

    # making it

    def _make_table(self, parent: ttk.Frame) -> None:
        parent.columnconfigure(0, weight=1)
        parent.rowconfigure(1, weight=1)
        self.filter_box = FilterBox(parent, self._filter, on_down=self._to_table)
        self.filter_box.grid(row=0, column=0, sticky="ew", pady=(0, theme.GAP))
        self.table = TableView(
            parent,
            self.presenter.model,
            on_select=self._show_details,
            on_open=lambda record_id: self._to_details(),
            state_of=state_of,
        )
        self.table.grid(row=1, column=0, sticky="nsew")

    def _make_details(self, parent: ttk.Frame) -> None:
        parent.columnconfigure(0, weight=1)
        parent.rowconfigure(0, weight=1)
        self.details = RichText(parent)
        self.details.grid(row=0, column=0, sticky="nsew")

    # showing

    def _paint(self) -> None:
        self.table.paint()
        self.filter_box.show_count(self.presenter.model.count_text)
        self._show_details()
        self.workplace.commands_changed()

    def _show_details(self) -> None:
        step = self.presenter.step
        if step is None:
            text = _("Pilih satu langkah untuk melihat apa yang diubahnya.")
            self.details.show([("quiet", text)])
            return
        head = [("head", step.what), ("quiet", self.presenter.summary())]
        body = [line for change in self.presenter.changes() for line in _lines(change)]
        self.details.show([*head, *body])
        self.workplace.commands_changed()

    def _show_as_it_was(self) -> None:
        """The scoped record whole, as it was at the chosen step."""
        step = self.presenter.step
        if step is None:
            return
        at = f"{step.at:%d/%m/%Y %H.%M}"
        lines = [
            ("head", self.presenter.scope_text),
            ("quiet", _("Keadaan per {at}").format(at=at)),
        ]
        facts = self.presenter.as_it_was()
        for label, text in facts:
            lines += [("label", label), ("text", text or NOTHING)]
        if not facts:
            lines.append(("text", _("Pada saat itu catatan ini tidak ada.")))
        self.details.show(lines)
        self.split.show_right()

    # doing

    def _command(self, name: str, text: str, run: object, **more: object) -> Command:
        fields = {"id": f"history.{name}", "text": text, "run": run, "page": self.page_id}
        return Command(**(fields | more))  # type: ignore[arg-type]

    def _undo(self) -> None:
        self.presenter.undo()
        self._paint()

    def _show_all(self) -> None:
        self.presenter.show_all()
        self._paint()

    def _filter(self, text: str) -> None:
        self.presenter.model.filter(text)
        self._paint()

    def _copy(self) -> None:
        self.workplace.copy(self.presenter.model.copy())

    def _choose_columns(self) -> None:
        from ui.widgets.column_chooser import choose_columns

        if choose_columns(self, self.presenter.model):
            self.table.show_columns()
            self._paint()

    def _to_filter(self) -> None:
        self.split.show_left()
        self.filter_box.focus_box()

    def _to_table(self) -> None:
        self.split.show_left()
        self.table.focus_table()

    def _to_details(self) -> None:
        self.split.show_right()
        self.details.text.focus_set()

    def _escape(self) -> None:
        if self.filter_box.text:
            self.filter_box.clear()
        self._to_table()


def _lines(change: RecordChange) -> list[tuple[str, str]]:
    lines = [("title", f"{change.title} · {change.verb}")]
    for field in change.fields:
        lines.append(("label", field.label))
        if field.before:
            lines.append(("before", field.before))
        if field.after or field.before:
            lines.append(("after", field.after or NOTHING))
    return lines
