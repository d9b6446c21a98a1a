"""Where the keyboard is, also while Tk's own file dialog has it.

tkinter's focus_get() raises KeyError then: that dialog is a window tkinter never made.
"""

import tkinter


def has_focus(widget: tkinter.Misc) -> bool:
    """Whether the keyboard is in this very widget."""
    return str(widget.tk.call("focus")) == str(widget)


def focused(widget: tkinter.Misc) -> tkinter.Misc | None:
    """The widget of this application that has the keyboard; None for a window of Tk's own."""
    try:
        return widget.focus_get()
    except KeyError:
        return None
