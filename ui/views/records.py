"""The generic page of one collection: table left, form right, both from the page's RecordsSpec.

class Page(records.Page):
    def spec(self) -> RecordsSpec: ...
    def more_commands(self): return [Command(...)]      # beside the usual ones
    def build_side(self, parent) -> ttk.Frame | None    # a panel below the form
"""

import tkinter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.words import _
from ui import commands as menus
from ui import theme
from ui.commands import Command
from ui.forms import Field
from ui.presenters.records import RecordsPresenter, RecordsSpec
from ui.tables import EmptyState
from ui.widgets import page
from ui.widgets.filter_box import FilterBox
from ui.widgets.form_view import FormView, InputMaker
from ui.widgets.split import NARROW_EMS, Split
from ui.widgets.table_view import TableView
from ui.workplace import Workplace

if TYPE_CHECKING:
    from census_desk.register import Change

DRAFT_MS = 1500


class RecordsPane(ttk.Frame):
    """Table and form of one collection; a page is one of these, a settings section may hold one.

    Narrower than `narrow_ems` letters, table and form take turns.
    """

    narrow_ems = NARROW_EMS

    def __init__(
        self,
        parent: tkinter.Misc,
        workplace: Workplace,
        spec: RecordsSpec,
        *,
        page_id: str = "",
        makers: Mapping[str, InputMaker] | None = None,
    ) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.spec = spec
        self.page_id = page_id or spec.collection
        self._makers = makers
        self._draft_soon = ""
        self.form: FormView
        self.make()
        self.presenter = RecordsPresenter(workplace, spec, self)
        self._make_table()

    # making it; `make_form` and `make_below_table` are for pages that compose more

    def make(self) -> None:
        """Head row, table and form."""
        self.rowconfigure(0, weight=1)
        self.columnconfigure(0, weight=1)
        self.split = Split(
            self,
            self.workplace.preferences,
            f"split.{self.spec.memory}",
            share=0.62,
            narrow_ems=self.narrow_ems,
        )
        self.split.grid(row=0, column=0, sticky="nsew")
        self.left, self.right = self.split.left, self.split.right
        self._make_form_panel()

    def make_form(self, parent: tkinter.Misc, fields: Sequence[Field]) -> FormView:
        """The form itself."""
        return FormView(
            parent,
            fields,
            self.workplace.lookup,
            changed=self._edited,
            makers=self._makers,
            today=self.workplace.working_day,
        )

    def _make_form_panel(self) -> None:
        card = ttk.Frame(self.right, bootstyle="bordered", padding=12)
        card.pack(fill="both", expand=True)
        card.rowconfigure(1, weight=1)
        card.columnconfigure(0, weight=1)
        head = ttk.Frame(card)
        head.grid(row=0, column=0, sticky="ew", pady=(0, theme.GAP))
        head.columnconfigure(0, weight=1)
        self.form_title = ttk.Label(head, style="Head.TLabel", wraplength=theme.ems(self, 34))
        self.form_title.grid(row=0, column=0, sticky="w")
        self.form_state = ttk.Label(head, style="Quiet.TLabel", font=theme.SMALL_FONT)
        self.form_state.grid(row=1, column=0, sticky="w")
        self.form_state.grid_remove()
        self.form = self.make_form(card, self.spec.fields)
        self.form.grid(row=1, column=0, sticky="nsew")
        self.nothing = ttk.Label(
            card, style="Quiet.TLabel", text=_("Pilih satu baris untuk melihat dan mengubahnya.")
        )
        self.card = card
        self._make_buttons(card)
        card.bind("<Configure>", self._rewrap_title)

    def _make_buttons(self, card: ttk.Frame) -> None:
        self.buttons = ttk.Frame(card)
        self.buttons.grid(row=2, column=0, sticky="ew", pady=(12, 0))
        self.buttons.columnconfigure(0, weight=1)
        self.cancel_button = ttk.Button(
            self.buttons, text=_("Batal"), bootstyle="ghost", command=self.cancel
        )
        self.cancel_button.grid(row=0, column=1, padx=theme.GAP)
        self.save_button = ttk.Button(
            self.buttons, text=_("Simpan"), bootstyle="primary", command=self.save
        )
        self.save_button.grid(row=0, column=2)

    def _make_table(self) -> None:
        presenter = self.presenter
        self.left.rowconfigure(1, weight=1)
        self.left.columnconfigure(0, weight=1)
        self.filter_box = FilterBox(self.left, self._filter, on_down=self._to_table)
        self.filter_box.grid(row=0, column=0, sticky="ew", pady=(0, theme.GAP))
        self.table = TableView(
            self.left,
            presenter.model,
            on_select=presenter.selected,
            on_open=lambda record_id: self.edit(),
            on_layout=self._keep_layout,
            on_menu=self._menu,
            state_of=self.spec.state_of,
        )
        self.table.show_when_empty(
            EmptyState(text=_(self.spec.empty_text), action=_(self.spec.empty_action), run=self.new)
        )
        self.table.grid(row=1, column=0, sticky="nsew")
        self.table.set_widths(presenter.widths())
        self.show_no_form()

    # what the presenter asks

    def paint_table(self) -> None:
        self.table.paint()
        self.filter_box.show_count(self.presenter.model.count_text)
        self.workplace.commands_changed()

    def show_form(self, texts: Mapping[str, str], title: str, *, is_new: bool) -> None:
        self.nothing.grid_remove()
        self.form.grid()
        self.buttons.grid()
        self.form.set_texts(texts)
        self.form.enable(not self.workplace.read_only)
        self.form.to_top()
        self.form_title.configure(text=title)
        if is_new:
            self.split.show_right()
            self.form.focus_first()
        self.workplace.commands_changed()

    def show_no_form(self) -> None:
        self.form.grid_remove()
        self.buttons.grid_remove()
        self.form_title.configure(text="")
        self.form_state.configure(text="")
        self.nothing.grid(row=1, column=0, sticky="n", pady=theme.GAP * 4)
        self.workplace.commands_changed()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        self.split.show_right()
        self.form.show_problems(problems)
        self.form.focus_problem()

    def show_unsaved(self, unsaved: bool, restored: bool = False) -> None:
        text = _("Belum disimpan") if unsaved else ""
        if restored:
            text = _("Isian yang belum disimpan dikembalikan")
        self.form_state.configure(text=text)
        self.form_state.grid() if text else self.form_state.grid_remove()
        # Read-only: the banner above the page says why.
        self.save_button.state(["disabled" if self.workplace.read_only else "!disabled"])

    def form_texts(self) -> Mapping[str, str]:
        """What stands in the form, undisturbed."""
        return self.form.peek()

    # what a person does

    def new(self) -> None:
        """Start a new record."""
        self.presenter.new()

    def edit(self) -> None:
        """Go into the form of the selected record."""
        if self.presenter.editing is not None:
            self.split.show_right()
            self.form.focus_first()

    def save(self) -> None:
        """Save the form."""
        if self.presenter.editing is not None and self.presenter.save(self.form.texts()):
            self.form_state.configure(text="")

    def cancel(self) -> None:
        """Put the saved texts back."""
        self.presenter.cancel()
        self._to_table()

    def escape(self) -> None:
        """Leave the form, else clear the filter."""
        if self.form.winfo_ismapped() and _inside(self.focus_get(), self.card):
            self._to_table()
        elif self.filter_box.text:
            self.filter_box.clear()
            self._to_table()

    def refresh(self, change: "Change | None" = None) -> None:
        """Show what the register says now."""
        self.presenter.refresh(change)

    def show_record(self, record_id: str) -> None:
        """Select a record, clearing a filter that hides it."""
        if not self.table.show(record_id):
            self.filter_box.clear()
            self.table.show(record_id)
        self.presenter.selected()
        self.table.focus_table()

    def focus_filter(self) -> None:
        """Go to the filter."""
        self.split.show_left()
        self.filter_box.focus_box()

    def panes(self) -> Sequence[tkinter.Misc]:
        """Filter, table, form."""
        first = next(iter(self.form.inputs.values()), None)
        form = [self.form] if first is not None and self.form.winfo_ismapped() else []
        return [self.filter_box, self.table, *form]

    def keep(self) -> None:
        """Keep the draft and the sizes."""
        if self._draft_soon:
            self.after_cancel(self._draft_soon)
            self._draft_soon = ""
        self.presenter.keep_draft()

    def commands(self) -> list[Command]:
        """The commands every records page has."""
        can_write = lambda: not self.workplace.read_only  # noqa: E731
        has_one = lambda: self.presenter.editing is not None  # noqa: E731
        chosen = lambda: bool(self.presenter.model.selected) and can_write()  # noqa: E731
        make = self._command
        return [
            make(
                "new",
                _(self.spec.new_text) if self.spec.new_text else _("Baru"),
                self.new,
                icon="plus-lg",
                keys=("Ctrl+N",),
                enabled=can_write,
                toolbar="primary",
            ),
            make(
                "save",
                _("Simpan"),
                self.save,
                icon="check-lg",
                keys=("Ctrl+S",),
                enabled=lambda: has_one() and can_write(),
                group=menus.FILE,
            ),
            make("edit", _("Ubah"), self.edit, icon="pencil", keys=("F2",), enabled=has_one),
            make("open", _("Buka"), self.edit, keys=("Enter",), enabled=has_one, where="table"),
            make(
                "duplicate",
                _("Gandakan"),
                self.presenter.duplicate,
                icon="copy",
                keys=("Ctrl+D",),
                enabled=lambda: has_one() and can_write(),
            ),
            make(
                "delete",
                _("Hapus"),
                self.presenter.delete,
                icon="trash",
                keys=("Del",),
                enabled=chosen,
                where="table",
            ),
            make(
                "filter",
                _("Saring"),
                self.focus_filter,
                icon="search",
                keys=("Ctrl+F",),
                group=menus.VIEW,
            ),
            make(
                "columns",
                _("Kolom dan urutan…"),
                self._choose_columns,
                icon="layout-three-columns",
                keys=("Ctrl+L",),
                group=menus.VIEW,
            ),
            make(
                "copy",
                _("Salin baris"),
                self.presenter.copy,
                icon="clipboard",
                keys=("Ctrl+C",),
                where="table",
                group=menus.EDIT,
            ),
            make(
                "select_all",
                _("Pilih semua baris"),
                self.table.select_all,
                keys=("Ctrl+A",),
                where="table",
                group=menus.EDIT,
            ),
            make(
                "export",
                _("Ekspor Excel…"),
                self.presenter.export,
                icon="file-earmark-excel",
                keys=("Ctrl+E",),
                group=menus.FILE,
                paper=True,
            ),
            make(
                "history",
                _("Riwayat catatan ini"),
                self._history,
                icon="clock-history",
                enabled=lambda: has_one() and not self._is_new(),
            ),
            make(
                "escape",
                _("Tutup panel atau kosongkan saringan"),
                self.escape,
                keys=("Esc",),
                group=menus.VIEW,
            ),
        ]

    # inside

    def _command(self, name: str, text: str, run: "object", **more: "object") -> Command:
        fields = {"id": f"{self.page_id}.{name}", "text": text, "run": run, "page": self.page_id}
        return Command(**(fields | more))  # type: ignore[arg-type]

    def _is_new(self) -> bool:
        return self.presenter.editing is not None and self.presenter.editing.is_new

    def _history(self) -> None:
        if self.presenter.editing is not None and self.presenter.editing.id:
            self.workplace.go("history", self.presenter.editing.id)

    def _edited(self, name: str) -> None:
        self.presenter.edited(self.form.peek())
        if self._draft_soon:
            self.after_cancel(self._draft_soon)
        self._draft_soon = self.after(DRAFT_MS, self.keep)

    def _filter(self, text: str) -> None:
        self.presenter.filter(text)

    def _to_table(self) -> None:
        self.split.show_left()
        self.table.focus_table()

    def _keep_layout(self) -> None:
        self.presenter.keep_layout(self.table.widths())

    def _choose_columns(self) -> None:
        from ui.widgets.column_chooser import choose_columns

        if choose_columns(self, self.presenter.model):
            self.table.show_columns()
            self.table.sorted_anew()
            self._keep_layout()

    def _menu(self, x: int, y: int) -> None:
        from ui.widgets.menus import context_menu

        context_menu(self, self.commands(), x, y)

    def _rewrap_title(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        self.form_title.configure(wraplength=max(100, event.width - 32))

    def destroy(self) -> None:
        """Cancel what waits."""
        if self._draft_soon:
            self.after_cancel(self._draft_soon)
            self._draft_soon = ""
        super().destroy()


class Page(page.Page):
    """A page that is one RecordsPane; subclasses say `spec()`."""

    page_id = ""
    pane: RecordsPane

    def spec(self) -> RecordsSpec:
        """What the page shows."""
        raise NotImplementedError

    def makers(self) -> Mapping[str, InputMaker]:
        """Inputs of the page's own, by field name."""
        return {}

    def more_commands(self) -> Sequence[Command]:
        """Commands beside the usual ones."""
        return ()

    def build(self) -> None:
        """The pane fills the page."""
        self.pane = RecordsPane(
            self, self.workplace, self.spec(), page_id=self.page_id, makers=self.makers()
        )
        self.pane.pack(fill="both", expand=True)

    def refresh(self, change: "Change | None" = None) -> None:
        self.pane.refresh(change)

    def commands(self) -> Sequence[Command]:
        return [*self.pane.commands(), *self.more_commands()]

    def show_record(self, record_id: str) -> None:
        self.pane.show_record(record_id)

    def facts(self) -> str:
        return ""

    def panes(self) -> Sequence[tkinter.Misc]:
        return self.pane.panes()

    def shown(self) -> None:
        self.pane.table.focus_table()

    def hidden(self) -> None:
        self.pane.keep()


def _inside(widget: "tkinter.Misc | None", frame: tkinter.Misc) -> bool:
    return widget is not None and str(widget).startswith(str(frame))
