"""What the window looks after beside its pages: others' changes, loading, the register's health."""

from typing import TYPE_CHECKING

from census_desk.errors import CensusDeskError
from census_desk.words import _
from ui.workplace import ERROR, WARNING

if TYPE_CHECKING:
    from ui.window import Window

POLL_MS = 700
FIRST_LOAD_MS = 150  # the first page is painted by then
LAZY_LOAD_MS = 12
LAZY_PAUSE_MS = 20


class Watch:
    """Polls the register, goes on loading it, and tells what became of it while it was open."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        self._opened_read_only = window.register.read_only
        self._is_damaged = False
        self._facts: tuple[object, ...] = ()
        self._told: set[str] = set()

    @property
    def was_stopped(self) -> bool:
        """Whether the register turned read-only while it was open: it may be opened again."""
        became = self._window.register.read_only and not self._opened_read_only
        return became and not self._is_damaged

    def start(self) -> None:
        """Look every 700 ms; load in small steps meanwhile. After a rebuilt window once more."""
        self._facts = self._known("")
        self._window._later("poll", POLL_MS, self._poll)
        self._window._later("load", FIRST_LOAD_MS, self._load_some)

    def tell_troubles(self) -> None:
        """A backup that failed and a risky place of the register, each said once."""
        register = self._window.register
        problem = None if register.path is None else register.keeper.problem
        if problem is None:
            self._told -= {one for one in self._told if one not in register.warnings}
        for text, kind in (*((one, WARNING) for one in register.warnings), (problem, ERROR)):
            if text and text not in self._told:
                self._told.add(text)
                self._window.say(text, kind, (_("Cadangan…"), self._to_backups))
                return  # the bar has room for one; the next is said at a later look

    def _poll(self) -> None:
        failure = ""
        try:
            self._window.register.refresh()
        except CensusDeskError as failed:
            failure = failed.sentence
        finally:
            self._window._later("poll", POLL_MS, self._poll)
        self._follow(failure)

    def _follow(self, failure: str) -> None:
        """Show what the last look found when it is other than before."""
        known = self._known(failure)
        if known != self._facts:
            self._facts = known
            self._window.show_facts()
            self._window.commands_changed()
        if failure:
            self._window.status.saved(failure, good=False)
        if not self._window.message.winfo_ismapped():
            self.tell_troubles()

    def _known(self, failure: str) -> tuple[object, ...]:
        register = self._window.register
        return (register.read_only_reason, register.can_take_over, failure)

    def _load_some(self) -> None:
        window = self._window
        try:
            done = window.register.load_some(LAZY_LOAD_MS)
        except CensusDeskError as damage:
            self._is_damaged = True
            window.show_facts()
            window.say(damage.sentence, ERROR, (_("Cadangan…"), self._to_backups))
            return
        if done:
            window.show_facts()
        else:
            window._later("load", LAZY_PAUSE_MS, self._load_some)

    def _to_backups(self) -> None:
        self._window.go("settings", "backups")
