"""The workplace: everything a screen is given, and what it may ask of the window.

No tkinter here. Presenters and pages take a `Workplace`; tests hand in tests/ui/fakes.py.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from census_desk.desk import Desk, working_day
from census_desk.errors import CensusDeskError
from census_desk.sessions.schedule import Schedule
from ui.lookup import Lookup

if TYPE_CHECKING:
    from census_desk.register import Register

Answer = TypeVar("Answer")
OK, INFO, WARNING, ERROR = "ok", "info", "warning", "error"


class Preferences(Protocol):
    """What a person set up for this computer, by dotted key ("table.letters.order")."""

    def get(self, key: str, default: Any = None) -> Any:
        """The kept value, plain JSON kinds only."""

    def set(self, key: str, value: Any) -> None:
        """Keep a value (written at once or shortly after); None forgets it."""


class Task:
    """A long job as the worker sees it: tell progress, look whether to stop."""

    def __init__(self) -> None:
        self.cancelled = False
        self.done = 0
        self.total = 0
        self.text = ""

    def step(self, done: int, total: int, text: str = "") -> bool:
        """Tell how far the job is; False when the person wants it stopped."""
        self.done, self.total, self.text = done, total, text or self.text
        return not self.cancelled


class Background(Protocol):
    """Work off the window's thread; the work touches neither widgets nor the register."""

    def run(
        self,
        work: Callable[[], Answer],
        then: Callable[[Answer], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do `work` on a thread, then `then(answer)` on the window's thread."""

    def long(
        self,
        title: str,
        work: Callable[[Task], Answer],
        then: Callable[[Answer], None],
    ) -> None:
        """The same with progress and Batal, shown after 400 ms; a cancelled one calls nothing."""


class Screen(Protocol):
    """What the window does for a page."""

    def say(
        self, text: str, kind: str = OK, action: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Show a sentence in the message bar, perhaps with one button."""

    def go(self, page: str, record_id: str | None = None) -> None:
        """Show a page, and there the record."""

    def confirm(self, question: str, *, action: str, danger: bool = False) -> bool:
        """Ask before something final; `action` labels the button that does it."""

    def choose(self, question: str, answers: Sequence[str]) -> str | None:
        """Ask which of several; None for Esc."""

    def choose_save_path(self, name: str, *, folder: Path | None = None) -> Path | None:
        """Where to save a file of that name; None when cancelled."""

    def choose_open_path(
        self, title: str, kinds: Sequence[tuple[str, str]], *, folder: Path | None = None
    ) -> Path | None:
        """Which file to read; `kinds` are (name, pattern) pairs."""

    def choose_folder(self, title: str, *, folder: Path | None = None) -> Path | None:
        """Which folder; None when cancelled."""

    def open_file(self, path: Path) -> None:
        """Open a file with the program the computer has for it."""

    def open_folder(self, path: Path) -> None:
        """Show a file's folder."""

    def copy(self, text: str) -> None:
        """Put text on the clipboard."""

    def compare(
        self,
        title: str,
        labels: Mapping[str, str],
        mine: Mapping[str, str],
        theirs: Mapping[str, str] | None,
    ) -> str:
        """Show both versions of a stale record; "mine", "theirs" or "" (decide later)."""

    def commands_changed(self) -> None:
        """A page's commands or their state changed; toolbar and menus follow."""

    def replace_register(self, make: "Callable[[], Register]") -> object:
        """Close the register, let `make` put another in its place (a backup), and go on there."""

    def redraw(self, *, rebuild: bool = False) -> None:
        """Theme, font or (rebuild) language changed."""


class Workplace:
    """What every screen is given. `say`, `go`, `confirm`, … pass on to the window's Screen."""

    def __init__(
        self,
        *,
        register: "Register",
        preferences: Preferences,
        background: Background,
        screen: Screen,
        today: Callable[[], date],
        new_id: Callable[[], str],
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self.register = register
        self.preferences = preferences
        self.background = background
        self.screen = screen
        self.today = today
        self.new_id = new_id
        self._schedule: Schedule | None = None
        self.now = now
        self.lookup = Lookup(register, self.working_day)
        self.say = screen.say
        self.go = screen.go
        self.confirm = screen.confirm
        self.choose = screen.choose
        self.choose_save_path = screen.choose_save_path
        self.choose_open_path = screen.choose_open_path
        self.choose_folder = screen.choose_folder
        self.open_file = screen.open_file
        self.open_folder = screen.open_folder
        self.copy = screen.copy
        self.compare = screen.compare
        self.commands_changed = screen.commands_changed

    @property
    def desk(self) -> Desk | None:
        """The register's Desk record; None before it is set up."""
        desks = self.register.collection("desks").all()
        return desks[0] if desks else None

    def working_day(self) -> date:
        """The day that lists, reports and the phase bar use."""
        return working_day(self.desk, self.today()) if self.desk else self.today()

    @property
    def schedule(self) -> Schedule:
        """Sessions and visits with their clashes, as the register has them now."""
        if self._schedule is None:
            self._schedule = Schedule(self.register, self.working_day())
        else:
            self._schedule.refresh(self.working_day())
        return self._schedule

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved; the banner says why."""
        return bool(self.register.read_only)

    def refused(self, error: CensusDeskError) -> None:
        """Show an expected failure in the message bar."""
        self.say(error.sentence, ERROR)
