"""Buku nomor: every number a book gave in a year, its holes, and what is done with numbers."""

import tkinter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.letters.ledger.entry import NumberStatus
from census_desk.words import _
from ui import theme
from ui.columns.mail import LEDGER
from ui.commands import Command
from ui.forms import Choice, Field
from ui.presenters.exporting import export
from ui.presenters.number_forms import (
    ELSEWHERE_FIELDS,
    INSERT_FIELDS,
    REASON_FIELD,
    RESERVE_FIELDS,
)
from ui.presenters.numbers import NumberRow, NumbersPresenter, row_words
from ui.presenters.printing import Printing
from ui.tables import EmptyState, TableModel
from ui.views.number_commands import chosen_commands, number_commands
from ui.widgets import page
from ui.widgets.chooser import Chooser
from ui.widgets.chosen_line import ChosenLine
from ui.widgets.filter_box import FilterBox
from ui.widgets.form_dialog import FormDialog
from ui.widgets.table_view import TableView
from ui.workplace import Workplace

if TYPE_CHECKING:
    from census_desk.register import Change


class NumbersPage(page.Page):
    """One book and year; the table is the book as it would be printed."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent, workplace)
        self.printing = Printing(workplace)
        self._facts = ""

    def build(self) -> None:
        self.presenter = NumbersPresenter(self.workplace, self)
        self.model = TableModel(LEDGER, self.workplace.lookup)
        self.columnconfigure(0, weight=1)
        self.rowconfigure(1, weight=1)
        self._make_head()
        self.table = TableView(
            self,
            self.model,
            on_select=self._selected,
            on_open=lambda row_id: self.open_letter(),
            state_of=_colour,
        )
        self.table.show_when_empty(
            EmptyState(
                text=_("Belum ada nomor di buku dan tahun ini. Nomor diambil saat surat terbit."),
                action=_("Cadangkan nomor…"),
                run=self.reserve,
            )
        )
        self.table.grid(row=1, column=0, sticky="nsew")
        self.chosen = ChosenLine(self)
        self.chosen.grid(row=2, column=0, sticky="ew", pady=(theme.GAP, 0))
        for name, text, icon, run in (
            ("open_letter", _("Buka surat"), "envelope-open", self.open_letter),
            ("insert", _("Sisipkan surat…"), "arrow-return-right", self.insert),
            ("void_number", _("Batalkan nomor…"), "x-octagon", self.void),
        ):
            self.chosen.add_button(name, text, icon, run)

    def refresh(self, change: "Change | None" = None) -> None:
        self.presenter.refresh()
        self._show_choice()

    def facts(self) -> str:
        return self._facts

    def panes(self) -> Sequence[tkinter.Misc]:
        return [self.filter_box, self.table]

    def shown(self) -> None:
        self.table.focus_table()

    def show_record(self, record_id: str) -> None:
        book = self.workplace.register.books.find(record_id)
        if book is not None:
            self.presenter.choose(book.key, self.presenter.year)
            self._show_choice()

    def commands(self) -> Sequence[Command]:
        return number_commands(self)

    # what the presenter asks

    def show_rows(self, rows: list[NumberRow], facts: str) -> None:
        """The lines of the book."""
        self._facts = facts
        self.model.set_records(rows)
        self.table.paint()
        self.filter_box.show_count(self.model.count_text)
        self._selected()

    # what a person does

    def reserve(self) -> None:
        """Hold back a block of numbers."""
        texts = self.presenter.reserve_texts()
        self._ask(_("Cadangkan nomor"), RESERVE_FIELDS, texts, self.presenter.reserve)

    def elsewhere(self) -> None:
        """Note a number another system gave."""
        texts = self.presenter.elsewhere_texts()
        self._ask(_("Nomor dari luar"), ELSEWHERE_FIELDS, texts, self.presenter.elsewhere)

    def insert(self) -> None:
        """Give a forgotten letter the number after the chosen one."""
        row_id = self.chosen_id()
        self._ask(
            _("Sisipkan surat"),
            INSERT_FIELDS,
            {"letter_id": "", "reason": ""},
            lambda texts: self.presenter.insert(row_id, texts),
            lookup=_Drafts(self.presenter),
        )

    def void(self) -> None:
        """The chosen number becomes BATAL."""
        row_id = self.chosen_id()
        self._ask(
            _("Batalkan nomor"),
            REASON_FIELD,
            {"reason": ""},
            lambda texts: self.presenter.void(row_id, texts),
            action=_("Batalkan nomor"),
            danger=True,
        )

    def open_letter(self) -> None:
        """Go to the letter that bears the chosen number."""
        entry = self.presenter.entry(self.chosen_id())
        if entry is not None and entry.letter_id:
            self.workplace.go("letters", entry.letter_id)

    def import_codes(self) -> None:
        """Take over a list of classification codes from Excel or CSV, after a look at it."""
        from ui.widgets.code_import_dialog import import_codes

        import_codes(self, self.workplace)

    def print_book(self) -> None:
        """The agenda of this book and year, F4 landscape."""
        from ui.papers import incoming_book_pdf, outgoing_book_pdf

        if not self.presenter.is_ready and not self.presenter.prepare():
            return
        book, year = self.presenter.book, self.presenter.year
        register = self.workplace.register
        if book is None:
            return
        if book.is_incoming:
            self.printing.print(lambda: lambda: incoming_book_pdf(register, year=year))
        else:
            self.printing.print(lambda: lambda: outgoing_book_pdf(register, book.id, year=year))

    # inside

    def _make_head(self) -> None:
        head = ttk.Frame(self)
        head.grid(row=0, column=0, sticky="ew", pady=(0, theme.GAP))
        head.columnconfigure(4, weight=1)
        ttk.Label(head, text=_("Buku")).grid(row=0, column=0, padx=(0, theme.GAP))
        self.book = Chooser(
            head,
            self._choose,
            choices=self.presenter.book_choices,
            label_of=lambda key: self.workplace.lookup.book_name(key),
            may_be_empty=False,
        )
        self.book.entry.configure(width=26)
        self.book.grid(row=0, column=1, padx=(0, theme.GAP * 2))
        ttk.Label(head, text=_("Tahun")).grid(row=0, column=2, padx=(0, theme.GAP))
        self.year = Chooser(head, self._choose, choices=self._years, may_be_empty=False)
        self.year.entry.configure(width=6)
        self.year.grid(row=0, column=3, padx=(0, theme.GAP * 2))
        self.filter_box = FilterBox(head, self._filter, on_down=lambda: self.table.focus_table())
        self.filter_box.grid(row=0, column=4, sticky="ew")

    def _years(self) -> list[Choice]:
        return [Choice(key=str(year), label=str(year)) for year in self.presenter.years()]

    def _choose(self) -> None:
        year = self.year.get()
        self.presenter.choose(self.book.get(), int(year) if year else self.presenter.year)

    def _show_choice(self) -> None:
        book = self.presenter.book
        self.book.set(book.key if book else "")
        self.year.set(str(self.presenter.year))

    def _filter(self, text: str) -> None:
        self.model.filter(text)
        self.table.paint()
        self.filter_box.show_count(self.model.count_text)

    def _selected(self) -> None:
        """Tell the chosen row whole, and what can be done with it."""
        row_id = self.chosen_id()
        place = self.model.place_of(row_id) if row_id else -1
        self.chosen.tell(row_words(self.model.at(place)) if place >= 0 else "")
        for command in chosen_commands(self):
            self.chosen.enable(command.id.partition(".")[2], command.enabled())
        self.workplace.commands_changed()

    def chosen_id(self) -> str:
        """The one chosen row, "" for none or several."""
        return self.model.selected[0] if len(self.model.selected) == 1 else ""

    def _ask(
        self,
        title: str,
        fields: Sequence[Field],
        texts: Mapping[str, str],
        save: Callable[[Mapping[str, str]], Mapping[str, str]],
        *,
        action: str = "",
        lookup: "_Drafts | None" = None,
        hint: str = "",
        danger: bool = False,
    ) -> None:
        book = self.presenter.book
        FormDialog(
            self,
            title,
            fields,
            lookup or self.workplace.lookup,
            texts=texts,
            save=save,
            action=action,
            hint=hint or (book.name if book else ""),
            danger=danger,
        )

    def export(self) -> None:
        """Save the book as an Excel workbook."""
        book = self.presenter.book
        name = book.name if book else _("Buku nomor")
        export(self.workplace, f"{name} {self.presenter.year}", self.model)


class _Drafts:
    """The letters that may be inserted, as a form asks for them."""

    def __init__(self, presenter: NumbersPresenter) -> None:
        self._presenter = presenter

    def choices(self, field: Field) -> list[Choice]:
        return self._presenter.draft_choices()

    def choice_text(self, field: Field, key: str) -> str:
        return next((one.label for one in self._presenter.draft_choices() if one.key == key), "")


def _colour(one: NumberRow) -> str:
    if one.row.status is None:
        return "danger"
    marks = {NumberStatus.VOID: "danger", NumberStatus.RESERVED: "warning"}
    return marks.get(one.row.status, "")
