"""A read-only text of several styles that can be scrolled, selected and copied with keys."""

import tkinter
from collections.abc import Iterable

import ttkbootstrap as ttk

from ui import theme

GAP = 4
SIGNS = {"before": "−  ", "after": "+  "}


class RichText(ttk.Frame):
    """`show([(style, text), …])`: head, quiet, title, label, text, before, after."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, bootstyle="bordered", padding=1)
        self.text = tkinter.Text(
            self,
            wrap="word",
            bd=0,
            highlightthickness=2,
            width=20,
            height=5,
            padx=12,
            pady=8,
            cursor="arrow",
            font="TkDefaultFont",
        )
        bar = ttk.Scrollbar(self, orient="vertical", command=self.text.yview)
        self.text.configure(yscrollcommand=bar.set)
        self.text.grid(row=0, column=0, sticky="nsew")
        bar.grid(row=0, column=1, sticky="ns")
        self.rowconfigure(0, weight=1)
        self.columnconfigure(0, weight=1)
        self.text.bind("<Key>", self._refuse_typing)
        self._following = ttk.on_theme_change(lambda *_event: self._recolour())
        self.bind("<Destroy>", self._destroyed, add="+")
        self._recolour()

    def show(self, lines: Iterable[tuple[str, str]]) -> None:
        """Replace everything with these lines and go to the top."""
        self.text.delete("1.0", "end")
        for style, text in lines:
            self.text.insert("end", f"{SIGNS.get(style, '')}{text}\n", style)
        self.text.edit_reset()
        self.text.yview_moveto(0)
        self.text.mark_set("insert", "1.0")

    def _refuse_typing(self, event: "tkinter.Event[tkinter.Misc]") -> str | None:
        # The text stays enabled, for a disabled one takes no keyboard and cannot be read by it.
        moves = ("Up", "Down", "Left", "Right", "Prior", "Next", "Home", "End", "Tab", "F6")
        is_copy = bool(event.state & 0x4) and event.keysym.lower() in ("c", "a", "insert")
        is_command = event.keysym.startswith("F") or bool(event.state & 0x4)
        passes = event.keysym in moves or is_copy or event.keysym in ("Escape", "ISO_Left_Tab")
        return None if passes or (is_command and not _edits(event)) else "break"

    def _recolour(self) -> None:
        if not self.text.winfo_exists():
            return
        colours = theme.palette()
        self.text.configure(
            background=colours.ground,
            foreground=colours.text,
            highlightbackground=colours.ground,
            highlightcolor=colours.primary,
            selectbackground=colours.chosen,
            selectforeground=colours.chosen_text,
            insertwidth=0,
        )
        tag = self.text.tag_configure
        tag("head", font=theme.HEAD_FONT, spacing3=GAP)
        tag("quiet", foreground=colours.quiet, spacing3=2 * GAP)
        tag("title", font=theme.BOLD_FONT, spacing1=2 * GAP, spacing3=GAP)
        tag("label", font=theme.SMALL_FONT, foreground=colours.quiet, spacing1=GAP)
        tag("text", lmargin1=GAP, lmargin2=GAP)
        margin = theme.ems(self, 2)
        tag("before", foreground=colours.danger, lmargin1=GAP, lmargin2=margin)
        tag("after", foreground=colours.success, lmargin1=GAP, lmargin2=margin)

    def _destroyed(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if event.widget is self:
            ttk.remove_theme_change_callback(self._following)


def _edits(event: "tkinter.Event[tkinter.Misc]") -> bool:
    """Whether a Ctrl chord would change a Text: paste, cut, open line, delete, transpose."""
    return bool(event.state & 0x4) and event.keysym.lower() in tuple("vxodhkty")
