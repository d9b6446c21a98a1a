"""F6: from pane to pane of the window."""

import tkinter
from collections.abc import Sequence

from ui.widgets.keyboard import focused


def step_pane(root: tkinter.Misc, panes: Sequence[tkinter.Misc], step: int) -> None:
    """Move the focus to the next (or previous) pane that is seen."""
    seen = [pane for pane in panes if pane.winfo_viewable()]
    focus = str(focused(root) or "")
    here = [place for place, pane in enumerate(seen) if focus.startswith(str(pane))]
    focus_pane(seen[(here[-1] + step) % len(seen) if here else 0])


def focus_pane(pane: tkinter.Misc) -> None:
    """Give a pane the keyboard, in the way it knows itself or at its first field."""
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
