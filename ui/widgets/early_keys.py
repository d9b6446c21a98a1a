"""Keys typed while a dialog opens: kept until its first field has the keyboard, then given to it.

Tk gives a field the focus once its window is drawn; the window itself has the keyboard earlier, on
a busy computer by half a second, and what was typed meanwhile would be lost.
"""

import tkinter


def keep_early_keys(window: tkinter.Toplevel) -> None:
    """Call before the window is shown."""
    waiting: list[tuple[str, int]] = []
    tag = f"Early{window}"

    def early(event: "tkinter.Event[tkinter.Misc]") -> str:
        waiting.append((event.keysym, int(event.state)))
        return "break"

    def entered(event: "tkinter.Event[tkinter.Misc]") -> None:
        while waiting and event.widget is not window:
            keysym, state = waiting.pop(0)
            event.widget.event_generate("<Key>", keysym=keysym, state=state)

    def gone(event: "tkinter.Event[tkinter.Misc]") -> None:
        if event.widget is window:
            window.unbind_class(tag, "<Key>")

    window.bindtags((tag, *window.bindtags()))
    window.bind_class(tag, "<Key>", early)
    window.bind("<FocusIn>", entered, add="+")
    window.bind("<Destroy>", gone, add="+")
    window.configure(takefocus=0)  # a window with bindings would be a stop for Tab
