"""The window: sidebar, head, the page in front, banners, message bar, status bar."""

import tkinter
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.errors import CensusDeskError
from census_desk.identity import Ids
from census_desk.indonesian import clock, short_date
from census_desk.words import _
from ui import general, theme
from ui.background import Worker
from ui.commands import Command, CommandTable
from ui.pages import PAGES, PageSpec, page_class
from ui.widgets.bars import MessageBar, StatusBar, WordBar
from ui.widgets.dialogs import Dialogs, show_progress
from ui.widgets.head import Head
from ui.widgets.menus import MenuBar
from ui.widgets.page import Page
from ui.widgets.shortcuts import Shortcuts
from ui.widgets.sidebar import NavEntry, Sidebar
from ui.widgets.tk_words import speak
from ui.wording import spoken_date
from ui.workplace import OK, Workplace

if TYPE_CHECKING:
    from census_desk.register import Change, Register
    from ui.preferences import FilePreferences

HELP = "help"
POLL_MS = 700
SLIM_BELOW_EMS = 150
LAZY_LOAD_MS = 12
LAZY_PAUSE_MS = 20


class Window(Dialogs):
    """One register on the screen; it is the Screen that pages talk to."""

    def __init__(
        self,
        root: tkinter.Tk,
        register: "Register",
        preferences: "FilePreferences",
        *,
        pages: Mapping[str, PageSpec] = PAGES,
        today: Callable[[], date] = date.today,
        now: Callable[[], datetime] = datetime.now,
        new_id: Callable[[], str] | None = None,
        open_other: Callable[[], object] = lambda: None,
        leave: Callable[[], object] = lambda: None,
        replace_register: "Callable[[Callable[[], Register]], object]" = lambda make: None,
        use_language: Callable[[str], object] = lambda code: None,
    ) -> None:
        super().__init__(root)
        self.root = root
        self.register = register
        self.preferences = preferences
        self.page_specs = pages
        self.open_other = open_other
        self.leave = leave
        self.replace_register = replace_register
        self._use_language = use_language
        self._now = now
        self.background = Worker(root, lambda title, task: show_progress(root, title, task))
        self.workplace = Workplace(
            register=register,
            preferences=preferences,
            background=self.background,
            screen=self,
            today=today,
            new_id=new_id or Ids(),
        )
        self.pages: dict[str, Page] = {}
        self.current = ""
        self._stale: dict[str, list[Change | None]] = {}
        self._jobs: dict[str, str] = {}
        self._saved_at = ""
        self._make()
        self._stop_listening = register.subscribe(self._changed)
        root.after_idle(self._start)

    # what pages ask (the Screen)

    def say(
        self, text: str, kind: str = OK, action: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Show a sentence in the message bar."""
        self.message.say(text, kind, action)

    def go(self, page: str, record_id: str | None = None) -> None:
        """Show a page, building it at its first show, and there the record."""
        if page not in self.page_specs:
            return
        self._bring_to_front(page)
        if record_id is not None:
            self.pages[page].show_record(record_id)

    def commands_changed(self) -> None:
        """A page's facts or commands changed."""
        self._later("head", 0, self._show_head)

    def redraw(self, *, rebuild: bool = False) -> None:
        """Theme or font changed; with `rebuild` (language) every widget is made anew."""
        theme.use(self.preferences.theme)
        theme.set_font_size(self.root, self.preferences.font_size)
        if rebuild:
            self._use_language(self.preferences.language)
            self._rebuild()
            return
        self.sidebar.measure_anew()
        self.menu.recolour()
        self.root.event_generate("<Configure>")
        if self.current:
            self.pages[self.current].refresh(None)

    # moving about

    def step_page(self, step: int) -> None:
        """Go to the next or the previous page."""
        names = list(self.page_specs)
        place = names.index(self.current) if self.current in names else 0
        self.go(names[(place + step) % len(names)])

    def step_pane(self, step: int) -> None:
        """F6: move the focus to the next pane: sidebar, head, then the page's own."""
        page = self.pages.get(self.current)
        panes: list[tkinter.Misc] = [self.sidebar, self.head]
        panes += [pane for pane in page.panes() if pane.winfo_ismapped()] if page else []
        panes = [pane for pane in panes if pane.winfo_viewable()]
        focus = str(self.root.focus_get() or "")
        here = [i for i, pane in enumerate(panes) if focus.startswith(str(pane))]
        place = (here[-1] + step) % len(panes) if here else 0
        _focus_pane(panes[place])

    def commands_here(self) -> list[Command]:
        """What can be done on the page in front."""
        return self.table.on_page(self.current)

    # making it

    def _make(self) -> None:
        root = self.root
        root.columnconfigure(1, weight=1)
        root.rowconfigure(0, weight=1)
        self.table = CommandTable()
        self.sidebar = Sidebar(root, self._nav_entries(), self._nav)
        self.sidebar.grid(row=0, column=0, rowspan=2, sticky="nsew")
        self.main = ttk.Frame(root, padding=(theme.PAGE_EDGE, theme.GAP, theme.PAGE_EDGE, 8))
        self.main.grid(row=0, column=1, sticky="nsew")
        self.main.columnconfigure(0, weight=1)
        self.main.rowconfigure(4, weight=1)
        self.read_only_banner = self._banner(0)
        self.day_banner = self._banner(1)
        self.message = MessageBar(self.main, _("Tutup"))
        self.message.grid(row=2, column=0, sticky="ew", pady=(0, theme.GAP))
        self.message.grid_remove()
        self.head = Head(self.main)
        self.head.grid(row=3, column=0, sticky="ew", pady=(0, theme.GAP))
        self.place = ttk.Frame(self.main)
        self.place.grid(row=4, column=0, sticky="nsew")
        self.place.rowconfigure(0, weight=1)
        self.place.columnconfigure(0, weight=1)
        self.status = StatusBar(root)
        self.status.grid(row=1, column=1, sticky="ew")
        self.menu = MenuBar(root, lambda group: self.table.in_menu(group, self.current))
        root.configure(menu=self.menu)
        self.shortcuts = Shortcuts(root, self.table, lambda: self.current)
        self.table.add(general.commands(self))
        self.shortcuts.bind()
        root.bind("<Configure>", self._resized)

    def _banner(self, row: int) -> WordBar:
        bar = WordBar(self.main)
        bar.grid(row=row, column=0, sticky="ew", pady=(0, theme.GAP))
        bar.grid_remove()
        return bar

    def _nav_entries(self) -> list[NavEntry]:
        entries = [
            NavEntry(
                id=name,
                text=_(spec.title),
                icon=spec.icon,
                keys=f"Ctrl+{place}",
                at_foot=spec.at_foot,
            )
            for place, (name, spec) in enumerate(self.page_specs.items(), 1)
        ]
        guide = NavEntry(
            id=HELP, text=_("Bantuan"), icon="question-circle", keys="F1", at_foot=True
        )
        return [*entries, guide]

    def _nav(self, name: str) -> None:
        if name == HELP:
            general.show_keys(self)
        else:
            self.go(name)

    def _start(self) -> None:
        self._show_frame_facts()
        self.go(next(iter(self.page_specs)))
        self._later("poll", POLL_MS, self._poll)
        self._later("load", LAZY_PAUSE_MS, self._load_some)

    def _rebuild(self) -> None:
        speak(self.root, self.preferences.language)
        current = self.current
        self._cancel_jobs()
        for page in self.pages.values():
            page.hidden()
        self.pages.clear()
        self._stale.clear()
        self.current = ""
        self.shortcuts.unbind()
        for child in self.root.winfo_children():
            child.destroy()
        self._make()
        self._show_frame_facts()
        self.go(current)
        self._later("poll", POLL_MS, self._poll)

    # a page comes to the front

    def _bring_to_front(self, name: str) -> None:
        page = self.pages.get(name) or self._built(name)
        before = self.pages.get(self.current)
        if before is not None and before is not page:
            before.hidden()
            before.grid_remove()
        self.current = name
        for change in self._stale.pop(name, ()):
            page.refresh(change)
        page.grid(row=0, column=0, sticky="nsew")
        self.sidebar.mark(name)
        self._show_head()
        if before is not page:
            # Tk gives the focus only to what is mapped; keys typed meanwhile went to the old page.
            self.root.update_idletasks()
            page.shown()

    def _built(self, name: str) -> Page:
        page = page_class(self.page_specs[name])(self.place, self.workplace)
        try:
            page.build()
            self.table.add(page.commands())
            page.refresh(None)
        except BaseException:
            page.destroy()
            raise
        self.pages[name] = page
        self.shortcuts.bind()
        return page

    def _show_head(self) -> None:
        page = self.pages.get(self.current)
        if page is not None:
            title = _(self.page_specs[self.current].title)
            self.head.show(title, page.facts(), self.table.toolbar(self.current))

    # the register changes

    def _changed(self, change: "Change") -> None:
        if not change.by_other:
            self._saved_at = clock(self._now().time())
        for name in self.pages:
            if name != self.current:
                self._stale.setdefault(name, []).append(change)
        self._show_frame_facts()
        if self.current in self.pages:
            self.pages[self.current].refresh(change)
        self.commands_changed()
        if change.by_other:
            what = _("{actor}: {what}").format(actor=change.actor, what=change.what)
            self.message.say(what, "info")

    def _poll(self) -> None:
        try:
            self.register.refresh()
        except CensusDeskError as failure:
            self.status.saved(failure.sentence, good=False)
        finally:
            self._later("poll", POLL_MS, self._poll)

    def _load_some(self) -> None:
        try:
            done = self.register.load_some(LAZY_LOAD_MS)
        except CensusDeskError as damage:
            self._show_frame_facts()
            self.say(damage.sentence, "error")
            return
        if done:
            self._show_frame_facts()
        else:
            self._later("load", LAZY_PAUSE_MS, self._load_some)

    def _show_frame_facts(self) -> None:
        """Title, banners, status bar and the line under the desk's name."""
        desk = self.workplace.desk
        path = self.register.path
        name = path.name if path is not None else _("contoh")
        office = desk.office_name if desk else _("belum disiapkan")
        self.root.title(f"{office} · {name} · Census Desk")
        programmes = self.register.collection("programmes").all()
        self.sidebar.say("\n".join([*(p.short_name for p in programmes[:1]), office]))
        self._show_saved()
        backup = self.register.last_backup_at
        told = _("cadangan terakhir {when}").format(when=_moment(backup)) if backup else ""
        day = _("tanggal kerja {day}").format(day=short_date(self.workplace.working_day()))
        self.status.facts(name, told, day)
        self._show_banners()

    def _show_saved(self) -> None:
        if self.register.read_only:
            self.status.saved(_("Baca-saja"), good=False)
        elif self._saved_at:
            self.status.saved(_("✓ Tersimpan {time}").format(time=self._saved_at))
        else:
            self.status.saved(_("✓ Semua tersimpan"))

    def _show_banners(self) -> None:
        if self.register.read_only:
            self.read_only_banner.fill(
                _("Register dibuka baca-saja: perubahan tidak dapat disimpan. {reason}").format(
                    reason=self.register.read_only_reason
                ),
                "warning",
            )
            self.read_only_banner.grid()
        else:
            self.read_only_banner.grid_remove()
        working, today = self.workplace.working_day(), self.workplace.today()
        if working == today:
            self.day_banner.grid_remove()
            return
        text = _("Tanggal kerja {day}, bukan hari ini ({today}).").format(
            day=spoken_date(working), today=spoken_date(today)
        )
        change = (_("Ganti…"), lambda: self.go("settings"))
        self.day_banner.fill(text, "info", change)
        self.day_banner.grid()

    # sizes and the end

    def _resized(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if event.widget is self.root and event.width > 1:
            self.sidebar.slim(event.width < theme.ems(self.root, SLIM_BELOW_EMS))

    def close(self) -> None:
        """Keep drafts and the window's place, stop everything, close the register."""
        for page in self.pages.values():
            page.hidden()
        if self.root.state() == "normal":
            self.preferences.set("geometry", self.root.geometry())
        self._stop_listening()
        self._cancel_jobs()
        self.root.unbind("<Configure>")
        self.shortcuts.unbind()
        self.background.stop()
        self.register.close()

    def _later(self, name: str, wait: int, run: Callable[[], None]) -> None:
        if waiting := self._jobs.pop(name, ""):
            self.root.after_cancel(waiting)

        def now() -> None:
            self._jobs.pop(name, None)
            run()

        self._jobs[name] = self.root.after(wait, now)

    def _cancel_jobs(self) -> None:
        for waiting in self._jobs.values():
            self.root.after_cancel(waiting)
        self._jobs.clear()


def _moment(at: datetime) -> str:
    local = at.astimezone()
    return f"{short_date(local.date())} {clock(local.time())}"


def _focus_pane(pane: tkinter.Misc) -> None:
    for method in ("focus_sidebar", "focus_table", "focus_box", "focus_first", "focus_pane"):
        if hasattr(pane, method):
            getattr(pane, method)()
            return
    if pane.cget("takefocus") in ("1", 1, True):
        pane.focus_set()
        return
    following: Sequence[tkinter.Misc] = [pane.tk_focusNext()] if pane.tk_focusNext() else []
    for widget in following:
        widget.focus_set()
