"""The program with a window: one root, its theme and icon, and which register is opened.

The first screen without a register is `ui.views.welcome.Welcome(parent, screen, preferences,
open_register, problem)`: `screen` answers the dialogs (ui.widgets.dialogs.Dialogs), `problem` is
the CannotOpen of the register asked for (None at a first start), `open_register(path)` goes on.
"""

import contextlib
import gc
import logging
import sys
import tkinter
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk import words
from census_desk.errors import CensusDeskError
from census_desk.register import Register
from census_desk.register.errors import CannotOpen, RegisterInUse
from census_desk.resource_files import ResourceMissing, read_bytes, read_catalogue
from census_desk.words import _
from ui import log, theme
from ui.clerk import clerk
from ui.preferences import FilePreferences
from ui.presenters.kept_folders import use_kept_folders
from ui.taking_over import came_back, taken_over
from ui.widgets.dialogs import Dialogs, show_failure
from ui.widgets.tk_words import speak
from ui.window import Window
from ui.workplace import ERROR, OK

if TYPE_CHECKING:
    from census_desk.register.lease import LeaseWatch

APP_ID = "CensusDesk.Desk"
SIZE = (1180, 700)
SMALLEST = (1000, 520)  # title bar and menu take the rest of a screen of 1024 by 600
SETTLED_MS = 1000  # after that the first picture is painted
ICONS = (256, 64, 48, 32, 16)
_LOG = logging.getLogger(__name__)


class NoScreen(CensusDeskError):
    """There is no display to open a window on."""

    def __init__(self) -> None:
        super().__init__(
            _("Tidak ada layar untuk membuka jendela. Tanpa jendela: census-desk --help")
        )


def run(argv: Sequence[str]) -> int:
    """Open the register named, else the last one, else the welcome; back when the window closes.

    Raises NoScreen where no window can be opened.
    """
    log.start()
    preferences = FilePreferences()
    use_language(preferences.language)
    try:
        app = App(preferences)
    except tkinter.TclError as error:
        raise NoScreen from error
    app.begin(Path(argv[0]) if argv else None)
    app.root.after(SETTLED_MS, collect_again)
    app.root.mainloop()
    return 0


def collect_again() -> None:
    """The collector, off while the desk starts, leaves what the start made alone from now on."""
    gc.freeze()
    gc.enable()


def use_language(code: str) -> None:
    """Switch the screens' texts; an installation without that catalogue stays Indonesian."""
    with contextlib.suppress(ResourceMissing):
        words.use_language(code, read_catalogue)


class App:
    """The one root, and what is on it: a register's window or the welcome."""

    def __init__(self, preferences: FilePreferences) -> None:
        self.preferences = preferences
        self.window: Window | None = None
        self._welcome: tkinter.Widget | None = None
        self._lease_watch: LeaseWatch | None = None
        self.root = make_root(preferences)
        self.root.report_callback_exception = self._failed
        self.root.protocol("WM_DELETE_WINDOW", self.leave)

    def begin(self, path: Path | None) -> None:
        """Open what was asked for, else the last register that is still there, else welcome."""
        recent = [one for one in self.preferences.recent_registers if one.exists()]
        wanted = path or next(iter(recent), None)
        if wanted is None:
            self.welcome(None)
        else:
            self.open_register(wanted)

    def open_register(self, path: Path) -> None:
        """Put a register's window on the root; the welcome with the reason when it cannot be."""
        register = self._opened(path)
        if register is not None:
            self._show(path, register)

    def reopen(self) -> None:
        """Open the register in front once more: it was stopped while it was open."""
        if self.window is not None and self.window.register.path is not None:
            self.open_register(self.window.register.path)

    def take_over(self) -> None:
        """Write in a shared register whose holder went silent, when the clerk agrees."""
        path = self.window.register.path if self.window is not None else None
        if self.window is None or self._lease_watch is None or path is None:
            return
        watch, ask = self._lease_watch, Dialogs(self.root).confirm
        try:
            register = taken_over(path, watch, ask, actor=clerk(self.preferences))
        except RegisterInUse as used:
            self.window.say(came_back(path, used.watch), ERROR)
            return
        if register is not None:
            self._show(path, register)

    def _show(self, path: Path, register: Register) -> None:
        self._clear()
        use_kept_folders(register, self.preferences)
        self.preferences.remember_register(register.path or path)
        self.window = Window(
            self.root,
            register,
            self.preferences,
            open_other=self.open_other,
            leave=self.leave,
            reopen=self.reopen,
            take_over=self.take_over,
            replace_register=self.replace_register,
            use_language=use_language,
        )

    def replace_register(self, make: Callable[[], Register]) -> None:
        """Close the register, let `make` put another in its place, and show that one.

        When `make` fails the register is opened again as it was, with the reason in words.
        """
        if self.window is None or self.window.register.path is None:
            return
        path, reason = self.window.register.path, ""
        self._clear()
        try:
            make().close()
        except CensusDeskError as refused:
            reason = refused.sentence
        self.open_register(path)
        if self.window is not None:
            self.window.say(
                reason or _("Register dipulihkan dari cadangan."), ERROR if reason else OK
            )

    def welcome(self, problem: CensusDeskError | None) -> None:
        """The first screen."""
        from ui.views.welcome import Welcome

        self._clear()
        self.root.title("Census Desk")
        self._welcome = Welcome(
            self.root, Dialogs(self.root), self.preferences, self.open_register, problem
        )
        self._welcome.grid(row=0, column=0, columnspan=2, sticky="nsew")

    def open_other(self) -> None:
        """Ask for another register; this window shows it then."""
        kinds = ((_("Register Census Desk"), "*.censusdesk"), (_("Semua berkas"), "*"))
        path = Dialogs(self.root).choose_open_path(_("Buka register"), kinds)
        if path is not None:
            self.open_register(path)

    def leave(self) -> None:
        """Close the window; a failing backup at the end is told, and does not keep it open."""
        try:
            self._clear()
        except CensusDeskError as failure:
            _LOG.warning("closing: %s", failure)
            show_failure(self.root, failure.sentence, "")
        finally:
            self.root.destroy()

    def _opened(self, path: Path) -> Register | None:
        try:
            return Register.open(path, actor=clerk(self.preferences), load="lazy")
        except RegisterInUse as used:
            return self._shared(path, used)
        except CannotOpen as problem:
            if self.window is None:
                self.welcome(problem)
            else:
                self.window.say(problem.sentence, ERROR)
            return None

    def _shared(self, path: Path, used: RegisterInUse) -> Register | None:
        ask = Dialogs(self.root).confirm
        if not ask(used.sentence, action=_("Buka baca-saja")):
            if self.window is None:
                self.welcome(used)
            return None
        self._lease_watch = used.watch
        return Register.open(
            path, actor=clerk(self.preferences), read_only=True, watch=used.watch, load="lazy"
        )

    def _clear(self) -> None:
        if self.window is not None:
            window, self.window = self.window, None
            window.close()
        for child in self.root.winfo_children():
            child.destroy()
        self._welcome = None

    def _failed(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, CensusDeskError) and self.window is not None:
            self.window.say(error.sentence, ERROR)
            return
        if isinstance(error, CensusDeskError):
            show_failure(self.root, error.sentence, "")
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        _LOG.error("a callback failed\n%s", details)
        show_failure(
            self.root,
            _(
                "Ada kesalahan dalam program. Yang sudah tersimpan tetap aman; "
                "coba sekali lagi, dan bila berulang kirimkan rincian ini."
            ),
            log.masked(details),
        )


def make_root(preferences: FilePreferences) -> ttk.App:
    """The root window: theme, fonts, size, icon and what the task bar calls it."""
    theme.register()
    name = theme.DARK if preferences.theme == "dark" else theme.LIGHT
    root = ttk.App(title="Census Desk", theme=name, size=SIZE, minsize=SMALLEST)
    _name_for_taskbar()
    theme.dress(root, size=preferences.font_size)
    speak(root, preferences.language)
    _set_icon(root)
    kept = preferences.geometry(root.winfo_screenwidth(), root.winfo_screenheight())
    if kept:
        root.geometry(kept)
    return root


def _set_icon(root: tkinter.Tk) -> None:
    try:
        pictures = [
            tkinter.PhotoImage(master=root, data=read_bytes(f"icons/desk-{size}.png"))
            for size in ICONS
        ]
    except ResourceMissing as missing:
        _LOG.warning("%s", missing)
        return
    root.iconphoto(True, *pictures)


def _name_for_taskbar() -> None:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APP_ID)
