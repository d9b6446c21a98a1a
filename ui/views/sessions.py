"""Sosialisasi: the month and the list of sessions, who came, and the attendance sheet."""

import tkinter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.indonesian import number, short_date
from census_desk.sessions.session import Session
from census_desk.words import _
from ui import commands as menus
from ui import theme
from ui.commands import Command
from ui.presenters.printing import Job, Printing
from ui.presenters.records import RecordsSpec
from ui.presenters.sessions import (
    SPEC,
)
from ui.presenters.sheet_options import (
    SHEET_FIELDS,
    SheetOptions,
    sheet_options,
    sheet_texts,
)
from ui.views import records
from ui.views.with_panel import WithPanel
from ui.widgets.attendance import AttendancePanel
from ui.widgets.form_dialog import FormDialog
from ui.widgets.month_pane import MonthPane
from ui.workplace import Workplace

if TYPE_CHECKING:
    from census_desk.register import Change

MONTH, LIST = "month", "list"
VIEW_KEY = "sessions.view"


class SessionsPane(WithPanel):
    """The list: sessions above, the people of the chosen one below, the form beside."""

    panel: AttendancePanel

    def make_panel(self, parent: tkinter.Misc) -> AttendancePanel:
        return AttendancePanel(parent, self.workplace)

    def panel_panes(self) -> Sequence[tkinter.Misc]:
        return [self.panel.rows.table]

    def show_panel(self, record: Session | None) -> None:
        self.panel.show(record.id if record else "")


class Page(records.Page):
    """The page of sessions: month or list in front, remembered."""

    page_id = "sessions"
    pane: SessionsPane

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent, workplace)
        self._printing = Printing(workplace)
        self._view = str(workplace.preferences.get(VIEW_KEY, MONTH))

    def spec(self) -> RecordsSpec:
        return SPEC

    def build(self) -> None:
        self._make_switch()
        self.pane = SessionsPane(self, self.workplace, self.spec(), page_id=self.page_id)
        self.month = MonthPane(
            self._month_place,
            self.workplace,
            selected=self._select,
            opened=self.show_record,
            new=self.new_on,
        )
        self.month.pack(fill="both", expand=True)
        self._show_view()

    def refresh(self, change: "Change | None" = None) -> None:
        self.pane.refresh(change)
        self.month.refresh()

    def shown(self) -> None:
        self._focus_view()

    def facts(self) -> str:
        sessions = self.workplace.register.sessions.all()
        held = sum(session.attended_count is not None for session in sessions)
        return _("{count} sesi · {held} sudah ada jumlah hadirnya").format(
            count=number(len(sessions)), held=number(held)
        )

    def panes(self) -> Sequence[tkinter.Misc]:
        return self.month.panes() if self._view == MONTH else self.pane.panes()

    def show_record(self, record_id: str) -> None:
        self.use_view(LIST)
        self.pane.show_record(record_id)

    def new(self) -> None:
        """A new session; on the chosen day when the month is in front."""
        self.new_on(self.month.day if self._view == MONTH else self.workplace.working_day())

    def new_on(self, day: date) -> None:
        """A new session on that day."""
        self.use_view(LIST)
        self.pane.presenter.new({"held_on": short_date(day)})

    def use_view(self, view: str) -> None:
        """Bring month or list to the front."""
        self._view = view
        self.workplace.preferences.set(VIEW_KEY, view)
        self._show_view()

    def commands(self) -> Sequence[Command]:
        usual = {command.id: command for command in self.pane.commands()}
        new = usual.pop("sessions.new")
        own = Command(
            id=new.id,
            text=new.text,
            run=self.new,
            icon=new.icon,
            keys=new.keys,
            page=new.page,
            enabled=new.enabled,
            toolbar=new.toolbar,
        )
        return [own, *usual.values(), *self._paper_commands(), *self._month_commands()]

    def _paper_commands(self) -> list[Command]:
        make = self.pane._command
        saved = self._has_session
        return [
            make(
                "save_pdf",
                _("Simpan PDF daftar hadir…"),
                lambda: self._ask_sheet(save=True),
                icon="file-earmark-pdf",
                keys=("Ctrl+Shift+S",),
                enabled=saved,
                group=menus.FILE,
                paper=True,
            ),
            make(
                "print",
                _("Cetak daftar hadir"),
                lambda: self._ask_sheet(save=False),
                icon="printer",
                keys=("Ctrl+P",),
                enabled=saved,
                toolbar="secondary",
                group=menus.FILE,
                paper=True,
            ),
            make(
                "folder",
                _("Buka folder cetakan"),
                self._printing.open_folder,
                icon="folder2-open",
                group=menus.FILE,
            ),
            make(
                "to_attendance", _("Kehadiran sesi ini"), self._to_attendance,
                icon="person-check", keys=("Ctrl+H",), enabled=saved,
            ),
            make(
                "present", _("Tandai hadir"), self.pane.panel.note_present, icon="check-lg",
                enabled=lambda: bool(self.pane.panel.rows.ids),
            ),
        ]  # fmt: skip

    def _month_commands(self) -> list[Command]:
        month, in_month = self.month, lambda: self._view == MONTH

        def view(name: str, text: str, run: Callable[[], object], **more: object) -> Command:
            return self.pane._command(name, text, run, **({"group": menus.VIEW} | more))

        def step(name: str, text: str, run: Callable[[], object], key: str) -> Command:
            return view(name, text, run, keys=(key,), enabled=in_month)

        return [
            view(
                "list", _("Daftar sesi"), lambda: self._use(LIST), icon="list-ul", keys=("Alt+2",)
            ),
            view("month", _("Bulan"), lambda: self._use(MONTH), icon="calendar3", keys=("Alt+1",)),
            step("previous_month", _("Bulan sebelumnya"), lambda: month.turn(-1), "PageUp"),
            step("next_month", _("Bulan berikutnya"), lambda: month.turn(1), "PageDown"),
            step("working_day", _("Ke tanggal kerja"), month.to_working_day, "T"),
            self.pane._command(
                "new_on_day",
                _("Sesi baru pada hari terpilih"),
                self.new,
                keys=("N",),
                enabled=lambda: in_month() and not self.workplace.read_only,
            ),
        ]

    # inside

    def _make_switch(self) -> None:
        bar = ttk.Frame(self)
        bar.pack(fill="x", pady=(0, theme.GAP))
        self._which = ttk.StringVar(self, value=self._view)
        for view, text in ((MONTH, _("Bulan")), (LIST, _("Daftar"))):
            ttk.Radiobutton(
                bar,
                text=text,
                value=view,
                variable=self._which,
                bootstyle="primary ghost toolbutton",
                command=lambda view=view: self._use(view),  # type: ignore[misc]
            ).pack(side="left")
        self._month_place = ttk.Frame(self)

    def _show_view(self) -> None:
        self._which.set(self._view)
        in_front, behind = (
            (self._month_place, self.pane)
            if self._view == MONTH
            else (self.pane, self._month_place)
        )
        behind.pack_forget()
        in_front.pack(fill="both", expand=True)
        self.workplace.commands_changed()

    def _use(self, view: str) -> None:
        self.use_view(view)
        self._focus_view()

    def _select(self, session_id: str) -> None:
        """The month's session is the list's too: it is what gets printed."""
        if session_id and not self.pane.table.show(session_id):
            self.pane.filter_box.clear()
            self.pane.table.show(session_id)
        if session_id:
            self.pane.presenter.selected()
        self.workplace.commands_changed()

    def _has_session(self) -> bool:
        """Whether there is a session to print: in the month the one marked beside it."""
        in_front = self._view == LIST or bool(self.month.session_id)
        return in_front and self.pane.has_record()

    def _focus_view(self) -> None:
        if self._view == MONTH:
            self.month.focus_month()
        else:
            self.pane.table.focus_table()

    def _to_attendance(self) -> None:
        if (session := self.pane.saved_record()) is not None:
            self.workplace.go("attendance", session.id)

    def _ask_sheet(self, *, save: bool) -> None:
        session = self.pane.saved_record()
        if session is None:
            return
        FormDialog(
            self,
            _("Daftar hadir"),
            SHEET_FIELDS,
            self.workplace.lookup,
            texts=sheet_texts(self.workplace),
            save=lambda texts: self._print(session, texts, save=save),
            action=_("Simpan PDF…") if save else _("Cetak"),
            hint=session.title,
        )

    def _print(
        self, session: Session, texts: Mapping[str, str], *, save: bool
    ) -> Mapping[str, str]:
        options, problems = sheet_options(texts)
        if options is None:
            return problems
        self.workplace.preferences.set("sessions.sheet", dict(texts))
        how = self._printing.save_as if save else self._printing.print
        self.after_idle(lambda: how(lambda: self._job(session, options)))
        return {}

    def _job(self, session: Session, options: SheetOptions) -> Job:
        from ui.papers import Asked, attendance_job

        asked = Asked(
            paper=options.paper,
            show_nip=options.show_nip,
            walk_ins=options.walk_ins,
            split=options.split,
            listed=options.listed,
        )
        return attendance_job(self.workplace.register, session.id, asked)
