"""A Canvas that paints what is seen of a list: scrolling, focus, theme and sizes, once for all."""

import tkinter
from tkinter import font as tkfont

import ttkbootstrap as ttk

from ui import theme

PAINT_AFTER_MS = 40
ELLIPSIS = "…"
RING = 2  # pixels of the line that shows where the keyboard is


class Painted(ttk.Frame):
    """Base of board, due list and phase bar: `paint()` draws; it is called when it must be."""

    def __init__(self, parent: tkinter.Misc, *, scrolls: bool = False) -> None:
        super().__init__(parent)
        self.canvas = tkinter.Canvas(self, highlightthickness=0, bd=0, takefocus=1)
        self.canvas.grid(row=0, column=0, sticky="nsew")
        self.rowconfigure(0, weight=1)
        self.columnconfigure(0, weight=1)
        self.bar = ttk.Scrollbar(self, orient="vertical", command=self._bar_moved)
        if scrolls:
            self.bar.grid(row=0, column=1, sticky="ns")
            self._bind_wheel()
        self._waiting = ""
        self._widths: dict[tuple[str, str], int] = {}
        self.canvas.bind("<Configure>", lambda event: self.paint_soon())
        for sequence in ("<FocusIn>", "<FocusOut>"):
            self.canvas.bind(sequence, lambda event: self.paint())
        self.canvas.bind("<Button-1>", lambda event: self.canvas.focus_set(), add="+")
        self._following = ttk.on_theme_change(self._theme_changed)
        self.bind("<Destroy>", self._destroyed, add="+")

    # what a child says

    def paint(self) -> None:
        """Draw everything that is seen."""
        raise NotImplementedError

    def scroll(self, steps: int) -> None:
        """Move the list by so many rows."""

    def scroll_to_share(self, share: float) -> None:
        """Move the list so that this part of it (0 to 1) is above the top."""

    # what it gives a child

    def paint_soon(self) -> None:
        """Draw once after a burst of changes."""
        if not self._waiting and self.winfo_exists():
            self._waiting = self.after(PAINT_AFTER_MS, self._paint_now)

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is here."""
        # focus_get() fails while Tk's own pop-up of a combobox has the keyboard.
        return str(self.canvas.tk.call("focus")) == str(self.canvas)

    @property
    def width(self) -> int:
        """Pixels across."""
        return int(self.canvas.winfo_width())

    @property
    def height(self) -> int:
        """Pixels down."""
        return int(self.canvas.winfo_height())

    def line(self, name: str = "TkDefaultFont") -> int:
        """The height of one line of text in a named font."""
        return theme.line_height(self, name)

    def measure(self, text: str, name: str = "TkDefaultFont") -> int:
        """Pixels a text takes; kept until the fonts change."""
        key = (name, text)
        if key not in self._widths:
            self._widths[key] = int(tkfont.nametofont(name, self).measure(text))
        return self._widths[key]

    def fitted(self, text: str, room: int, name: str = "TkDefaultFont") -> str:
        """The text, cut with an ellipsis where it does not fit into so many pixels."""
        if self.measure(text, name) <= room:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.measure(text[:middle].rstrip() + ELLIPSIS, name) <= room:
                low = middle
            else:
                high = middle - 1
        return text[:low].rstrip() + ELLIPSIS if low else ""

    def ring(self, box: tuple[int, int, int, int], tag: str = "") -> None:
        """The line around what has the keyboard."""
        left, top, right, bottom = box
        colour = theme.palette().primary if self.has_focus else theme.palette().quiet
        self.canvas.create_rectangle(
            left + 1, top + 1, right - 1, bottom - 1, outline=colour, width=RING, tags=tag
        )

    def fonts_changed(self) -> None:
        """Forget measured texts: the font size was changed."""
        self._widths.clear()
        self.paint_soon()

    # inside

    def _paint_now(self) -> None:
        self._waiting = ""
        self.paint()

    def _bar_moved(self, action: str, amount: str, unit: str = "") -> None:
        if action == "moveto":
            self.scroll_to_share(float(amount))
        else:
            self.scroll(int(amount) * (8 if unit == "pages" else 1))

    def _bind_wheel(self) -> None:
        self.canvas.bind("<MouseWheel>", lambda e: self.scroll(-1 if e.delta > 0 else 1))
        self.canvas.bind("<Button-4>", lambda e: self.scroll(-1))
        self.canvas.bind("<Button-5>", lambda e: self.scroll(1))

    def _theme_changed(self, *_event: object) -> None:
        self.paint_soon()

    def _destroyed(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if event.widget is not self:
            return
        ttk.remove_theme_change_callback(self._following)
        if self._waiting:
            self.after_cancel(self._waiting)
            self._waiting = ""
