"""A frame that scrolls down when its content is higher than its place."""

import tkinter

import ttkbootstrap as ttk

from ui import theme


class Scrolled(ttk.Frame):
    """Put widgets into `.inside`; call `wheel()` after they are made, `see(widget)` to show one."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent)
        self.canvas = tkinter.Canvas(self, highlightthickness=0, bd=0, width=10, height=10)
        self._bar = ttk.Scrollbar(self, orient="vertical", command=self.canvas.yview)
        self.canvas.configure(yscrollcommand=self._moved)
        self.canvas.grid(row=0, column=0, sticky="nsew")
        self.rowconfigure(0, weight=1)
        self.columnconfigure(0, weight=1)
        self.inside = ttk.Frame(self.canvas)
        self._window = self.canvas.create_window(0, 0, anchor="nw", window=self.inside)
        self.canvas.bind("<Configure>", self._resized)
        self.inside.bind("<Configure>", self._grown)
        self.bind("<<ThemeChanged>>", lambda e: self._recolour())
        self._recolour()

    def wheel(self) -> None:
        """Let the wheel over any child scroll this frame."""
        tag = f"Scrolled{self.winfo_id()}"
        self.bind_class(tag, "<MouseWheel>", lambda e: self._wheel(-1 if e.delta > 0 else 1))
        self.bind_class(tag, "<Button-4>", lambda e: self._wheel(-1))
        self.bind_class(tag, "<Button-5>", lambda e: self._wheel(1))
        self._tag(self.canvas, tag)

    def see(self, widget: tkinter.Misc) -> None:
        """Scroll so that the widget is inside the frame."""
        self.update_idletasks()
        top = widget.winfo_rooty() - self.inside.winfo_rooty() - 3 * theme.GAP
        bottom = top + widget.winfo_height() + 6 * theme.GAP
        whole = max(1, self.inside.winfo_height())
        first = self.canvas.canvasy(0)
        if top < first:
            self.canvas.yview_moveto(max(0, top) / whole)
        elif bottom > first + self.canvas.winfo_height():
            self.canvas.yview_moveto((bottom - self.canvas.winfo_height()) / whole)

    def to_top(self) -> None:
        """Scroll back to the beginning."""
        self.canvas.yview_moveto(0)

    def _tag(self, widget: tkinter.Misc, tag: str) -> None:
        if tag not in widget.bindtags() and widget.winfo_class() != "Text":
            widget.bindtags((*widget.bindtags(), tag))
        for child in widget.winfo_children():
            self._tag(child, tag)

    def _wheel(self, direction: int) -> None:
        if self.inside.winfo_height() > self.canvas.winfo_height():
            self.canvas.yview_scroll(3 * direction, "units")

    def _resized(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        self.canvas.itemconfigure(self._window, width=event.width)
        self._grown()

    def _grown(self, event: object = None) -> None:
        high = max(self.inside.winfo_reqheight(), self.canvas.winfo_height())
        self.canvas.configure(
            scrollregion=(0, 0, 0, high), yscrollincrement=theme.row_height(self) // 2
        )

    def _moved(self, first: str, last: str) -> None:
        if float(first) <= 0 and float(last) >= 1:
            self._bar.grid_remove()
        else:
            self._bar.grid(row=0, column=1, sticky="ns")
        self._bar.set(first, last)

    def _recolour(self) -> None:
        self.canvas.configure(background=theme.palette().ground)
