"""Table and form of one collection, both from a RecordsSpec."""

import tkinter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.commands import Command
from ui.forms import Field
from ui.presenters.records import RecordsPresenter, RecordsSpec
from ui.tables import EmptyState
from ui.views.record_commands import command_of, usual_commands
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
        self.filter_box = FilterBox(self.left, presenter.filter, on_down=self._to_table)
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
        if self.form.winfo_ismapped() and str(self.focus_get() or "").startswith(str(self.card)):
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
        return usual_commands(self)

    # inside

    def _command(self, name: str, text: str, run: "object", **more: "object") -> Command:
        return command_of(self.page_id, name, text, run, **more)

    @property
    def is_new(self) -> bool:
        """Whether the form holds a record that is not saved yet."""
        return self.presenter.editing is not None and self.presenter.editing.is_new

    def history(self) -> None:
        """Show what happened to the record in the form."""
        if self.presenter.editing is not None and self.presenter.editing.id:
            self.workplace.go("history", self.presenter.editing.id)

    def _edited(self, name: str) -> None:
        self.presenter.edited(self.form.peek())
        if self._draft_soon:
            self.after_cancel(self._draft_soon)
        self._draft_soon = self.after(DRAFT_MS, self.keep)

    def _to_table(self) -> None:
        self.split.show_left()
        self.table.focus_table()

    def _keep_layout(self) -> None:
        self.presenter.keep_layout(self.table.widths())

    def choose_columns(self) -> None:
        """Ask which columns to show, in which order."""
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
        super().destroy()
