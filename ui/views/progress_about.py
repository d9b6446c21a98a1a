"""Semua tentang OPD ini: letters, sessions, help, recaps, people and history of one office."""

import tkinter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.words import _
from ui import commands as menus
from ui import theme
from ui.commands import Command
from ui.forms import Choice, Field
from ui.presenters.office_page import OfficePagePresenter
from ui.presenters.printing import Printing
from ui.views.record_commands import command_of
from ui.widgets import page
from ui.widgets.chooser import Chooser
from ui.widgets.story import StoryView
from ui.workplace import Workplace

if TYPE_CHECKING:
    from census_desk.register import Change

CHOOSER_EMS = 44
OFFICE = Field(name="office_id", label="", kind="choice", collection="offices")


class AboutPage(page.Page):
    """One office at a time; another is chosen above by a few letters."""

    page_id = "progress"

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent, workplace)
        self.presenter = OfficePagePresenter(workplace)
        self._printing = Printing(workplace)

    def build(self) -> None:
        """The chosen office above, its page below."""
        self.columnconfigure(0, weight=1)
        self.rowconfigure(2, weight=1)
        head = ttk.Frame(self)
        head.grid(row=0, column=0, sticky="ew")
        head.columnconfigure(1, weight=1)
        ttk.Label(head, text=_("OPD")).grid(row=0, column=0, padx=(0, theme.GAP))
        self.chooser = Chooser(
            head,
            self._chosen,
            choices=self._choices,
            label_of=lambda key: self.workplace.lookup.choice_text(OFFICE, key),
            may_be_empty=False,
        )
        self.chooser.configure(width=theme.ems(self, CHOOSER_EMS))
        self.chooser.grid(row=0, column=1, sticky="w")
        self.chooser.entry.configure(width=CHOOSER_EMS)
        self.told = ttk.Label(self, style="Quiet.TLabel", justify="left")
        self.told.grid(row=1, column=0, sticky="ew", pady=(theme.GAP // 2, theme.GAP))
        self.story = StoryView(self, on_open=self.presenter.open)
        self.story.grid(row=2, column=0, sticky="nsew")
        self.bind("<Configure>", self._rewrap, add="+")

    def refresh(self, change: "Change | None" = None) -> None:
        """Gather anew; only the office that is shown is looked at."""
        if not self.presenter.concerns(change):
            return
        if change is None:
            self.story.fonts_changed()
        self.presenter.refresh(change)
        self._show()

    def facts(self) -> str:
        """The whole name of the office."""
        office = self.presenter.office
        return office.name if office else ""

    def commands(self) -> Sequence[Command]:
        """Another office, its records, its paper."""
        has_one = lambda: self.presenter.office is not None  # noqa: E731
        can = lambda: has_one() and not self.workplace.read_only  # noqa: E731

        def make(name: str, text: str, run: Callable[[], object], **more: object) -> Command:
            return command_of(self.page_id, name, text, run, **({"enabled": has_one} | more))

        return [
            make("other", _("Pilih OPD lain"), self.chooser.focus_input, icon="search",
                 keys=("Ctrl+F",), group=menus.VIEW),
            make("previous_office", _("OPD sebelumnya"), lambda: self._step(-1),
                 icon="chevron-left", keys=("Alt+Left",), group=menus.VIEW, toolbar="ghost"),
            make("next_office", _("OPD berikutnya"), lambda: self._step(1), icon="chevron-right",
                 keys=("Alt+Right",), group=menus.VIEW, toolbar="ghost"),
            make("open_line", _("Buka catatan di baris ini (Enter)"), self.story.open,
                 icon="box-arrow-up-right", group=menus.VIEW),
            make("in_list", _("Ubah OPD ini di daftar"), self._in_list, icon="pencil",
                 keys=("F2",), group=menus.EDIT),
            make("recap", _("Rekap baru"), self._new_recap, icon="clipboard-plus",
                 keys=("Ctrl+R",), enabled=can, toolbar="secondary"),
            make("print_about", _("Cetak"), lambda: self._printing.print(self.presenter.paper),
                 icon="printer", keys=("Ctrl+P",), group=menus.FILE, paper=True,
                 toolbar="secondary"),
            make("save_about", _("Simpan PDF…"),
                 lambda: self._printing.save_as(self.presenter.paper),
                 icon="file-earmark-pdf", keys=("Ctrl+Shift+S",), group=menus.FILE, paper=True),
            make("escape", _("Kembali ke halaman OPD ini"), self.shown, keys=("Esc",),
                 group=menus.VIEW),
        ]  # fmt: skip

    def panes(self) -> Sequence[tkinter.Misc]:
        """The chooser and the page."""
        return [self.chooser.entry, self.story.canvas]

    def show_record(self, record_id: str) -> None:
        """Show this office."""
        is_other = record_id != self.presenter.office_id
        self.presenter.show(record_id)
        self._show(from_top=is_other)

    def shown(self) -> None:
        """The page takes the keyboard."""
        self.story.canvas.focus_set()

    # inside

    def _show(self, *, from_top: bool = False) -> None:
        if self.chooser.get() != self.presenter.office_id:
            self.chooser.set(self.presenter.office_id)
        self.told.configure(text=self.presenter.head())
        self.story.show(self.presenter.parts, self.presenter.marks, from_top=from_top)
        self.workplace.commands_changed()

    def _choices(self) -> list[Choice]:
        return self.workplace.lookup.choices(OFFICE)

    def _chosen(self) -> None:
        if self.chooser.get():
            self.show_record(self.chooser.get())
            self.shown()

    def _step(self, steps: int) -> None:
        self.presenter.step(steps)
        self._show(from_top=True)

    def _in_list(self) -> None:
        self.workplace.go("progress", self.presenter.office_id)

    def _new_recap(self) -> None:
        from ui.presenters.parts import PartsPresenter
        from ui.presenters.progress import recap_spec
        from ui.widgets.form_dialog import FormDialog

        presenter = PartsPresenter(self.workplace, recap_spec(self.presenter.office_id))
        FormDialog(
            self,
            presenter.title(""),
            presenter.spec.fields,
            self.workplace.lookup,
            texts=presenter.texts(""),
            save=lambda texts: presenter.save("", texts),
        )

    def _rewrap(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if event.widget is self:
            self.told.configure(wraplength=max(200, event.width - theme.GAP))
