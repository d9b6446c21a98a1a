"""What the window expects of a page; every view is one of these.

    class Page(page.Page):                      # in ui/views/<name>.py
        def build(self): ...                    # once, at the first show: make the widgets
        def refresh(self, change=None): ...     # show what the register says now
        def commands(self): return [Command(...)]
        def show_record(self, record_id): ...   # from workplace.go("letters", id)
        def facts(self): return "..."           # the grey line under the title
        def panes(self): return [widget, ...]   # where F6 leads, in order

The head (title, facts, toolbar from the commands with `toolbar=…`) is drawn by the window.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from ui.commands import Command
from ui.workplace import Workplace

if TYPE_CHECKING:
    import tkinter

    from census_desk.register import Change


class Page(ttk.Frame):
    """A page of the window; kept alive and hidden, not destroyed, when another is shown."""

    def __init__(self, parent: "tkinter.Misc", workplace: Workplace) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.commands_moved = False  # another part came to the front: ask for commands() again

    def build(self) -> None:
        """Make the widgets; called once, before the first show."""

    def refresh(self, change: "Change | None" = None) -> None:
        """Show what the register says now; `change` says what was touched, None: look again."""

    def commands(self) -> Sequence[Command]:
        """What can be done here; asked once after build()."""
        return ()

    def show_record(self, record_id: str) -> None:
        """Bring a record into view."""

    def facts(self) -> str:
        """One line of facts under the title."""
        return ""

    def panes(self) -> "Sequence[tkinter.Misc]":
        """Widgets F6 moves between, in reading order."""
        return (self,)

    def shown(self) -> None:
        """The page is in front now; take the focus."""

    def hidden(self) -> None:
        """Another page comes to the front or the window closes: keep drafts and sizes."""

    def closing(self) -> None:
        """The window closes: keep what is still under way."""
