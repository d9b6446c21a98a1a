"""The window: sidebar, head, the page in front, banners, message bar, status bar."""

import tkinter
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.identity import Ids
from census_desk.indonesian import clock
from census_desk.words import _
from ui import general, theme
from ui.background import Worker
from ui.commands import Command, CommandTable
from ui.pages import PAGES, PageSpec, page_class
from ui.widgets.bars import MessageBar, StatusBar, WordBar
from ui.widgets.dialogs import Dialogs, show_progress
from ui.widgets.head import Head
from ui.widgets.jobs import Jobs
from ui.widgets.menus import MenuBar
from ui.widgets.nav_entries import HELP, nav_entries
from ui.widgets.page import Page
from ui.widgets.panes import step_pane
from ui.widgets.shortcuts import Shortcuts
from ui.widgets.sidebar import Sidebar
from ui.widgets.tk_words import speak
from ui.window_facts import show_frame_facts
from ui.window_watch import Watch
from ui.workplace import OK, Workplace

if TYPE_CHECKING:
    from census_desk.register import Change, Register
    from ui.preferences import FilePreferences
    from ui.presenters.search import SearchPresenter

SLIM_BELOW_EMS = 150


class Window(Dialogs, Jobs):
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
        reopen: Callable[[], object] = lambda: None,
        take_over: Callable[[], object] = lambda: None,
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
        self.reopen = reopen
        self.take_over = take_over
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
            now=now,
        )
        self.pages: dict[str, Page] = {}
        self.current = ""
        self.searchers: list[SearchPresenter] = []
        self._stale: dict[str, list[Change | None]] = {}
        self._jobs: dict[str, str] = {}
        self._saved_at = ""
        self.watch = Watch(self)
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
        """A page's facts or commands changed. Keys mean the new ones at once: a fast typist's next
        key is there before the head is drawn anew.
        """
        page = self.pages.get(self.current)
        if page is not None:
            self.shortcuts.follow(self.current, page)
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

    def show_facts(self) -> None:
        """Title, banners and status bar say what is so now."""
        show_frame_facts(self, self._saved_at)

    # moving about

    def step_page(self, step: int) -> None:
        """Go to the next or the previous page."""
        names = list(self.page_specs)
        place = names.index(self.current) if self.current in names else 0
        self.go(names[(place + step) % len(names)])

    def step_pane(self, step: int) -> None:
        """F6: move the focus to the next pane: sidebar, head, then the page's own."""
        page = self.pages.get(self.current)
        step_pane(self.root, [self.sidebar, self.head, *(page.panes() if page else ())], step)

    def commands_here(self) -> list[Command]:
        """What can be done on the page in front."""
        return self.table.on_page(self.current)

    # making it

    def _make(self) -> None:
        root = self.root
        root.columnconfigure(1, weight=1)
        root.rowconfigure(0, weight=1)
        self.table = CommandTable()
        self.sidebar = Sidebar(root, nav_entries(self.page_specs), self._nav)
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
        self.shortcuts = Shortcuts(
            root, self.table, lambda: self.current, first={"Esc": self.message.leave}
        )
        self.table.add(general.commands(self))
        self.shortcuts.bind()
        root.bind("<Configure>", self._resized)

    def _banner(self, row: int) -> WordBar:
        bar = WordBar(self.main)
        bar.grid(row=row, column=0, sticky="ew", pady=(0, theme.GAP))
        bar.grid_remove()
        return bar

    def _nav(self, name: str) -> None:
        if name == HELP:
            general.show_keys(self)
        else:
            self.go(name)

    def _start(self) -> None:
        self.show_facts()
        self.go(next(iter(self.page_specs)))
        self.watch.start()

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
        self.show_facts()
        self.go(current)
        self.watch.start()

    # a page comes to the front

    def _bring_to_front(self, name: str) -> None:
        page = self.pages.get(name) or self._built(name)
        before = self.pages.get(self.current)
        if before is not None and before is not page:
            before.hidden()
            before.grid_remove()
            self.message.hide()
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
            self.shortcuts.follow(self.current, page)
            title = _(self.page_specs[self.current].title)
            self.head.show(title, page.facts(), self.table.toolbar(self.current))

    # the register changes

    def _changed(self, change: "Change") -> None:
        if not change.by_other:
            self._saved_at = clock(self._now().time())
            self.message.hide()
        for name in self.pages:
            if name != self.current:
                self._stale.setdefault(name, []).append(change)
        self.show_facts()
        if self.current in self.pages:
            self.pages[self.current].refresh(change)
        self.commands_changed()
        if change.by_other:
            what = _("{actor}: {what}").format(actor=change.actor, what=change.what)
            self.message.say(what, "info")

    # sizes and the end

    def _resized(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if event.widget is self.root and event.width > 1:
            self.sidebar.slim(event.width < theme.ems(self.root, SLIM_BELOW_EMS))

    def close(self) -> None:
        """Keep drafts and the window's place, stop everything, close the register."""
        for page in self.pages.values():
            page.hidden()
            page.closing()
        if self.root.state() == "normal":
            self.preferences.set("geometry", self.root.geometry())
        self._stop_listening()
        self._cancel_jobs()
        self.root.unbind("<Configure>")
        self.shortcuts.unbind()
        self.background.stop()
        self.register.close()
