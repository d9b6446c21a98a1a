"""The palette (Ctrl+K): every command and every record by a few typed letters.

`find(text)` answers entries: the window joins the commands of the page with the record search.
"""

import tkinter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.widgets.dialogs import Dialog
from ui.widgets.fitting import Fitting
from ui.widgets.surfaces import dress_list

ROWS = 12
TOLD_LINES = 2
WAIT_MS = 80
EDGES = 10  # pixels of a row that hold no text


@dataclass(frozen=True, slots=True, kw_only=True)
class PaletteEntry:
    """One line: what it is, where or which key, and what choosing it does."""

    text: str
    detail: str = ""
    run: Callable[[], object]


class Palette(Dialog):
    """A field and a list; arrows move, Enter does it, Esc leaves.

    With `explain` the detail of the marked line stands whole under the list, not cut beside it.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        find: Callable[[str], Sequence[PaletteEntry]],
        *,
        title: str = "",
        hint: str = "",
        explain: bool = False,
    ) -> None:
        super().__init__(parent, title or _("Cari perintah atau catatan"))
        self._find = find
        self._entries: Sequence[PaletteEntry] = ()
        self._waiting = ""
        self._typed = ttk.StringVar(self)
        self.entry = ttk.Entry(self.body, textvariable=self._typed, width=70)
        self.entry.pack(fill="x")
        hint = hint or _("Ketik sebagian nama: perintah, surat, OPD, sesi, kunjungan, petugas.")
        self.hint = ttk.Label(self.body, text=hint, style="Quiet.TLabel", font=theme.SMALL_FONT)
        self.hint.pack(anchor="w", pady=(2, theme.GAP))
        self.rows = tkinter.Listbox(self.body, height=ROWS, takefocus=False)
        dress_list(self.rows)
        self.rows.pack(fill="both", expand=True)
        self._fitting = Fitting(self.rows, "TkDefaultFont")
        self.rows.bind("<Configure>", lambda event: self._resized())
        self._explain = explain
        self.told = ttk.Label(self.body, style="Quiet.TLabel", justify="left", anchor="nw")
        if explain:
            self._make_told()
        self._bind_keys()
        self._list()

    def choose(self) -> None:
        """Show it; what is chosen is done once it is closed."""
        self.open(self.entry)

    def finish(self, answer: str | None) -> None:
        """Close it, then do what was chosen."""
        entries = self._entries
        super().finish(answer)
        if answer is not None:
            entries[int(answer)].run()

    def _bind_keys(self) -> None:
        self._typed.trace_add("write", lambda *_names: self._wait())
        self.entry.bind("<Key-Down>", lambda e: self._step(1))
        self.entry.bind("<Key-Up>", lambda e: self._step(-1))
        self.entry.bind("<Key-Next>", lambda e: self._step(ROWS))
        self.entry.bind("<Key-Prior>", lambda e: self._step(-ROWS))
        self.entry.bind("<Key-Return>", lambda e: self._take())
        self.rows.bind("<ButtonRelease-1>", lambda e: self._take())

    def _wait(self) -> None:
        if self._waiting:
            self.after_cancel(self._waiting)
        self._waiting = self.after(WAIT_MS, self._list)

    def _list(self) -> None:
        self._waiting = ""
        self._entries = self._find(self._typed.get().strip())
        self._paint(0)
        self._tell()

    def _paint(self, place: int) -> None:
        """Put the entries in the list, cut to its width; the one at `place` is marked."""
        room = self.rows.winfo_width() - EDGES
        self.rows.delete(0, "end")
        for entry in self._entries:
            detail = f"     {entry.detail}" if entry.detail and not self._explain else ""
            line = f"  {entry.text}{detail}"
            self.rows.insert("end", self._fitting.fit(line, room) if room > EDGES else line)
        if self._entries:
            self.rows.selection_set(place)
            self.rows.see(place)
        else:
            self.rows.insert("end", f"  {_('Tidak ada yang cocok.')}")

    def _resized(self) -> None:
        here = self.rows.curselection()
        self._paint(int(here[0]) if here and self._entries else 0)

    def _make_told(self) -> None:
        line = theme.row_height(self)
        place = ttk.Frame(self.body, height=TOLD_LINES * line, width=1)
        place.pack_propagate(False)
        place.pack(fill="x", pady=(theme.GAP, 0))
        self.told.pack(in_=place, fill="both", expand=True)
        self.told.lift()
        place.bind("<Configure>", lambda e: self.told.configure(wraplength=max(100, e.width)))

    def _tell(self) -> None:
        """What the marked line is for."""
        chosen = self.rows.curselection() if self._entries else ()
        entry = self._entries[int(chosen[0])] if chosen else None
        self.told.configure(text=(entry.detail or entry.text) if entry else "")

    def _step(self, step: int) -> str:
        if self._entries:
            here = self.rows.curselection()
            place = max(0, min(len(self._entries) - 1, (int(here[0]) if here else 0) + step))
            self.rows.selection_clear(0, "end")
            self.rows.selection_set(place)
            self.rows.see(place)
            self._tell()
        return "break"

    def _take(self) -> str:
        if self._waiting:
            self.after_cancel(self._waiting)
            self._list()
        chosen = self.rows.curselection()
        if chosen and self._entries:
            self.finish(str(chosen[0]))
        return "break"

    def destroy(self) -> None:
        """Cancel what waits."""
        if self._waiting:
            self.after_cancel(self._waiting)
            self._waiting = ""
        super().destroy()
