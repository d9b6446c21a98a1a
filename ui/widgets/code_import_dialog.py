"""What a file of classification codes would change, before anything is saved."""

import tkinter
from pathlib import Path

import ttkbootstrap as ttk

from census_desk.errors import CensusDeskError
from census_desk.letters.classification import Family
from census_desk.words import _
from ui import theme
from ui.presenters.code_import import COLUMNS, FAMILY_FIELD, REFUSED, CodeImport, CodePreview
from ui.tables import TableModel
from ui.widgets.chooser import Chooser
from ui.widgets.chosen_line import ChosenLine
from ui.widgets.dialogs import Dialog
from ui.widgets.table_view import TableView
from ui.workplace import Workplace

ROWS = 11
EMS = 74


def import_codes(parent: tkinter.Misc, workplace: Workplace) -> "CodeImportDialog | None":
    """Ask for a file, then show what it holds; None when the person leaves at once."""
    codes = CodeImport(workplace)
    path = codes.choose()
    if path is None:
        return None
    dialog = CodeImportDialog(parent, workplace, codes, path)
    dialog.open(dialog.family.entry)
    return dialog


class CodeImportDialog(Dialog):
    """The list the codes belong to, how many are new, each row with its state; Impor saves."""

    def __init__(
        self, parent: tkinter.Misc, workplace: Workplace, codes: CodeImport, path: Path
    ) -> None:
        super().__init__(parent, _("Impor klasifikasi"))
        self._codes = codes
        self._path = path
        self.preview: CodePreview | None = None
        self.model = TableModel(COLUMNS, workplace.lookup)
        self._make_head(workplace)
        self.table = TableView(
            self.body, self.model, on_select=self._tell, state_of=_colour, multiple=False
        )
        height, width = theme.table_size(self, ROWS, EMS)
        self.table.configure(height=height, width=width)
        for hold in (self.table.grid_propagate, self.table.pack_propagate):
            hold(False)
        self.table.pack(fill="both", expand=True)
        self.chosen = ChosenLine(self.body)
        self.chosen.pack(fill="x")
        self.take_button = ttk.Button(
            self.buttons, text=_("Impor"), bootstyle="primary", command=self.take
        )
        self.take_button.pack(side="right", padx=(theme.GAP, 0))
        self.button(_("Batal"), "leave", "ghost")
        self.bind("<Key-Return>", self._enter)
        self.bind("<Key-KP_Enter>", self._enter)
        self.read()

    def read(self) -> None:
        """Read the file as codes of the chosen list."""
        self.take_button.state(["disabled"])
        self._codes.read(self._path, Family(self.family.get()), self.show)

    def show(self, found: CodePreview | CensusDeskError) -> None:
        """The rows, or the sentence that says why there are none."""
        if not self.winfo_exists():
            return
        refused = isinstance(found, CensusDeskError)
        self.preview = None if refused else found
        self.model.set_records(() if refused else found.rows)
        self.table.paint()
        self.facts.configure(
            text=found.sentence if refused else found.facts,
            style="Problem.TLabel" if refused else "Quiet.TLabel",
        )
        can = self.preview is not None and not self.preview.is_empty
        self.take_button.state(["!disabled" if can else "disabled"])

    def take(self) -> None:
        """Save the sound rows; refused rows stay out."""
        if self.preview is not None and not self.preview.is_empty:
            preview = self.preview
            self.finish("take")
            self._codes.take(preview)

    def _tell(self) -> None:
        """The chosen row whole: a long reason is cut in the table."""
        row_id = self.model.selected[0] if self.model.selected else ""
        place = self.model.place_of(row_id) if row_id else -1
        self.chosen.tell(self.model.at(place).words if place >= 0 else "")

    def _make_head(self, workplace: Workplace) -> None:
        head = ttk.Frame(self.body)
        head.pack(fill="x", pady=(0, theme.GAP))
        head.columnconfigure(1, weight=1)
        name = ttk.Label(head, text=self._path.name, style="Head.TLabel")
        name.grid(row=0, column=0, columnspan=2, sticky="w", pady=(0, theme.GAP))
        label = ttk.Label(head, text=_(FAMILY_FIELD.label))
        label.grid(row=1, column=0, sticky="w", padx=(0, theme.GAP))
        self.family = Chooser(
            head,
            self.read,
            choices=lambda: workplace.lookup.choices(FAMILY_FIELD),
            label_of=lambda key: workplace.lookup.choice_text(FAMILY_FIELD, key),
            may_be_empty=False,
        )
        self.family.set(FAMILY_FIELD.default)
        self.family.grid(row=1, column=1, sticky="ew")
        self.facts = ttk.Label(head, style="Quiet.TLabel", wraplength=theme.ems(self, EMS - 2))
        self.facts.grid(row=2, column=0, columnspan=2, sticky="w", pady=(theme.GAP, 0))

    def _enter(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if event.widget.winfo_class() != "TButton":
            self.take()


def _colour(row: object) -> str:
    return "danger" if getattr(row, "state", "") == REFUSED else ""
