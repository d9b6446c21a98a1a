"""The inputs of a form: each shows and answers the text `ui.forms.parse` reads."""

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from ui import theme
from ui.widgets.keyboard import has_focus


class Input(ttk.Frame):
    """Base: `get()` and `set(text)` in the texts of ui/forms.py; `changed` is called on edits."""

    def __init__(self, parent: tkinter.Misc, changed: Callable[[], object] = lambda: None) -> None:
        super().__init__(parent)
        self.changed = changed
        self.columnconfigure(0, weight=1)

    def get(self) -> str:
        """The text now."""
        raise NotImplementedError

    def set(self, text: str) -> None:
        """Show a text; does not call `changed`."""
        raise NotImplementedError

    def focus_input(self) -> None:
        """Take the keyboard."""
        raise NotImplementedError

    def mark(self, wrong: bool) -> None:
        """Show or clear the red border."""

    def enable(self, enabled: bool) -> None:
        """Allow edits or not."""

    def settle(self) -> None:
        """Take over what is half typed: called before the form is read."""


class LineInput(Input):
    """One line, with undo; Ctrl+Z inside the field takes back typing, not records."""

    def __init__(
        self,
        parent: tkinter.Misc,
        changed: Callable[[], object] = lambda: None,
        *,
        ems: int | None = None,
        align: str = "left",
    ) -> None:
        super().__init__(parent, changed)
        self.text = ttk.StringVar(self)
        self.entry = ttk.Entry(self, textvariable=self.text, justify=align)
        if ems is not None:
            self.entry.configure(width=ems)
        self.entry.grid(row=0, column=0, sticky="ew" if ems is None else "w")
        self._past: list[str] = [""]
        self._future: list[str] = []
        self._quiet = False
        self._noting = ""
        self.text.trace_add("write", self._written)
        for sequence in ("<Control-z>", "<Control-Z>"):
            self.entry.bind(sequence, self._undo)
        for sequence in ("<Control-y>", "<Control-Y>"):
            self.entry.bind(sequence, self._redo)

    def get(self) -> str:
        return self.text.get()

    def set(self, text: str) -> None:
        self._show(text)
        self._past, self._future = [text], []

    def focus_input(self) -> None:
        self.entry.focus_set()
        self.entry.selection_range(0, "end")
        self.entry.icursor("end")

    def mark(self, wrong: bool) -> None:
        self.entry.state(["invalid" if wrong else "!invalid"])

    def enable(self, enabled: bool) -> None:
        self.entry.configure(state="normal" if enabled else "readonly")

    def _written(self, *_: str) -> None:
        if self._quiet:
            return
        # Typing over a selection writes twice; one step of undo is what a person did.
        if not self._noting:
            self._noting = self.after_idle(self._note)
        self.changed()

    def _note(self) -> None:
        if self._noting:
            self.after_cancel(self._noting)
            self._noting = ""
        if self.text.get() != self._past[-1]:
            self._past.append(self.text.get())
            self._future.clear()

    def destroy(self) -> None:
        """Cancel what waits."""
        if self._noting:
            self.after_cancel(self._noting)
            self._noting = ""
        super().destroy()

    def _show(self, text: str) -> None:
        self._quiet = True
        self.text.set(text)
        self._quiet = False

    def _undo(self, event: "tkinter.Event[tkinter.Misc]") -> str:
        if int(event.state) & 1:
            return self._redo(event)
        self._note()
        if len(self._past) > 1:
            self._future.append(self._past.pop())
            self._show(self._past[-1])
            self.entry.icursor("end")
            self.changed()
        return "break"

    def _redo(self, event: "tkinter.Event[tkinter.Misc]") -> str:
        if self._future:
            self._past.append(self._future.pop())
            self._show(self._past[-1])
            self.entry.icursor("end")
            self.changed()
        return "break"


class TextInput(Input):
    """Several lines; Tab leaves the field, Ctrl+Z and Ctrl+Y are the text's own."""

    def __init__(
        self, parent: tkinter.Misc, changed: Callable[[], object] = lambda: None, *, rows: int = 3
    ) -> None:
        super().__init__(parent, changed)
        self.entry = ttk.Text(
            self, height=rows, width=20, wrap="word", undo=True, font="TkTextFont"
        )
        self.entry.configure(padx=6, pady=4, highlightthickness=1, bd=0, relief="flat")
        self.entry.grid(row=0, column=0, sticky="nsew")
        self.rowconfigure(0, weight=1)
        self._wrong = False
        self.entry.bind("<<Modified>>", self._modified)
        for sequence in ("<Control-y>", "<Control-Y>", "<Control-Shift-Z>", "<Control-Shift-z>"):
            self.entry.bind(sequence, self._redo)
        for event in ("<FocusIn>", "<FocusOut>", "<<ThemeChanged>>"):
            self.entry.bind(event, lambda e: self._recolour(), add="+")
        self._recolour()

    def get(self) -> str:
        return self.entry.get("1.0", "end-1c")

    def set(self, text: str) -> None:
        state = str(self.entry.cget("state"))
        self.entry.configure(state="normal")
        self.entry.replace("1.0", "end", text)
        self.entry.edit_reset()
        self.entry.edit_modified(False)
        self.entry.configure(state=state)

    def focus_input(self) -> None:
        self.entry.focus_set()
        self.entry.mark_set("insert", "end-1c")

    def mark(self, wrong: bool) -> None:
        self._wrong = wrong
        self._recolour()

    def enable(self, enabled: bool) -> None:
        self.entry.configure(state="normal" if enabled else "disabled")

    def _modified(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if self.entry.edit_modified():
            self.entry.edit_modified(False)
            self.changed()

    def _redo(self, event: "tkinter.Event[tkinter.Misc]") -> str:
        if self.entry.edit("canredo"):
            self.entry.edit_redo()
        return "break"

    def _recolour(self) -> None:
        if not self.entry.winfo_exists():
            return
        colours = theme.palette()
        focused = has_focus(self.entry)
        edge = colours.danger if self._wrong else colours.primary if focused else colours.line
        self.entry.configure(
            highlightbackground=edge,
            highlightcolor=edge,
            background=colours.ground,
            foreground=colours.text,
            insertbackground=colours.text,
            selectbackground=colours.chosen,
            selectforeground=colours.chosen_text,
        )


class SwitchInput(Input):
    """Yes or no, with its label beside it."""

    def __init__(
        self, parent: tkinter.Misc, changed: Callable[[], object] = lambda: None, *, label: str
    ) -> None:
        super().__init__(parent, changed)
        self.on = ttk.BooleanVar(self)
        self.entry = ttk.Checkbutton(
            self, text=label, variable=self.on, bootstyle="round toggle", command=self._flipped
        )
        self.entry.grid(row=0, column=0, sticky="w", pady=4)

    def get(self) -> str:
        return "ya" if self.on.get() else ""

    def set(self, text: str) -> None:
        self.on.set(text == "ya")

    def focus_input(self) -> None:
        self.entry.focus_set()

    def enable(self, enabled: bool) -> None:
        self.entry.state(["!disabled" if enabled else "disabled"])

    def _flipped(self) -> None:
        self.changed()
