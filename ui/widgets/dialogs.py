"""Dialogs: questions, files, two versions side by side, progress, and the last resort.

A dialog puts the focus in its first field or safe button; Enter does, Esc leaves, and the focus
goes back to where it was.
"""

import os
import subprocess
import sys
import tkinter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tkinter import filedialog

import ttkbootstrap as ttk

from census_desk.errors import CensusDeskError
from census_desk.words import _
from ui import theme
from ui.widgets.early_keys import keep_early_keys
from ui.widgets.keyboard import focused
from ui.widgets.scrolled import Scrolled
from ui.workplace import Task

POLL_MS = 100
MOST_IN_A_ROW = 60  # letters of all answers together; more stand below each other


class NoOpener(CensusDeskError):
    """The computer has no program registered to open files."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Tidak ada program untuk membuka {name}. Berkasnya ada di {folder}.").format(
                name=path.name, folder=path.parent
            )
        )


class Dialog(ttk.Toplevel):
    """A modal window: fill `.body`, add buttons, then `ask()` for the answer (None for Esc)."""

    def __init__(self, parent: tkinter.Misc, title: str) -> None:
        super().__init__(title=title, transient=parent.winfo_toplevel(), master=parent)
        self.withdraw()
        self.answer: str | None = None
        self._before = focused(parent)
        self.body = ttk.Frame(self, padding=16)
        self.body.pack(fill="both", expand=True)
        self.buttons = ttk.Frame(self, padding=(16, 0, 16, 16))
        self.buttons.pack(fill="x", side="bottom")
        self.bind("<Key-Escape>", lambda e: self.finish(None))
        self.protocol("WM_DELETE_WINDOW", lambda: self.finish(None))

    def button(self, text: str, answer: str, kind: str = "secondary outline") -> ttk.Button:
        """Add a button that ends the dialog with `answer`; they stand from right to left."""
        button = ttk.Button(
            self.buttons, text=text, bootstyle=kind, command=lambda: self.finish(answer)
        )
        button.pack(side="right", padx=(theme.GAP, 0))
        return button

    def finish(self, answer: str | None) -> None:
        """End it."""
        self.answer = answer
        before = self._before
        self.destroy()
        if before is not None and before.winfo_exists():
            before.focus_set()

    def open(self, focus: tkinter.Misc | None = None) -> None:
        """Show it over the window and give it the keyboard."""
        self.update_idletasks()
        self._centre()
        keep_early_keys(self)
        self.deiconify()
        self.lift()
        (focus or self.body).focus_set()
        self.grab_set()

    def ask(self, focus: tkinter.Misc | None = None) -> str | None:
        """Show it and wait for the answer."""
        self.open(focus)
        self.wait_window(self)
        return self.answer

    def _centre(self) -> None:
        over = self.master.winfo_toplevel()
        wide, high = self.winfo_reqwidth(), self.winfo_reqheight()
        x = over.winfo_rootx() + (over.winfo_width() - wide) // 2
        y = over.winfo_rooty() + (over.winfo_height() - high) // 3
        x = max(0, min(x, self.winfo_screenwidth() - wide))
        y = max(0, min(y, self.winfo_screenheight() - high))
        self.geometry(f"+{x}+{y}")


class Dialogs:
    """The dialogs a page may ask for, over one window; part of the Screen."""

    def __init__(self, root: tkinter.Misc) -> None:
        self._root = root

    def confirm(self, question: str, *, action: str, danger: bool = False) -> bool:
        """Ask before something final: the safe button has the focus when it is dangerous."""
        dialog = Dialog(self._root, _("Pastikan"))
        _sentence(dialog.body, question)
        kind = "danger" if danger else "primary"
        do = dialog.button(action, "do", kind)
        leave = dialog.button(_("Batal"), "leave")
        return dialog.ask(leave if danger else do) == "do"

    def choose(self, question: str, answers: Sequence[str]) -> str | None:
        """Ask which of several; the last one is the safe default."""
        dialog = Dialog(self._root, _("Pilih"))
        _sentence(dialog.body, question)
        buttons = [dialog.button(answer, answer) for answer in answers]
        if sum(len(answer) for answer in answers) > MOST_IN_A_ROW:
            for button in buttons:
                button.pack_configure(side="top", fill="x", padx=0, pady=(theme.GAP // 2, 0))
        return dialog.ask(buttons[-1])

    def choose_save_path(self, name: str, *, folder: Path | None = None) -> Path | None:
        """Where to save a file of that name."""
        chosen = filedialog.asksaveasfilename(
            parent=self._root,
            initialfile=name,
            initialdir=str(folder) if folder else None,
            defaultextension=Path(name).suffix,
        )
        return Path(chosen) if chosen else None

    def choose_open_path(
        self, title: str, kinds: Sequence[tuple[str, str]], *, folder: Path | None = None
    ) -> Path | None:
        """Which file to read."""
        chosen = filedialog.askopenfilename(
            parent=self._root,
            title=title,
            filetypes=list(kinds),
            initialdir=str(folder) if folder else None,
        )
        return Path(chosen) if chosen else None

    def choose_folder(self, title: str, *, folder: Path | None = None) -> Path | None:
        """Which folder."""
        chosen = filedialog.askdirectory(
            parent=self._root, title=title, initialdir=str(folder) if folder else None
        )
        return Path(chosen) if chosen else None

    def open_file(self, path: Path) -> None:
        """Open a file with the program the computer has for it."""
        open_with_system(path)

    def open_folder(self, path: Path) -> None:
        """Show a file's folder."""
        open_with_system(path if path.is_dir() else path.parent)

    def copy(self, text: str) -> None:
        """Put text on the clipboard."""
        self._root.clipboard_clear()
        self._root.clipboard_append(text)

    def compare(
        self,
        title: str,
        labels: Mapping[str, str],
        mine: Mapping[str, str],
        theirs: Mapping[str, str] | None,
    ) -> str:
        """Both versions of a stale record side by side, the fields that differ first."""
        dialog = Dialog(self._root, title)
        _sentence(
            dialog.body,
            _("Catatan ini dihapus di tempat lain sementara Anda mengubahnya.")
            if theirs is None
            else _("Orang lain menyimpan catatan ini setelah Anda membukanya. Pilih versinya."),
        )
        _both_versions(dialog.body, labels, mine, theirs or {})
        dialog.button(_("Simpan versi saya"), "mine", "primary")
        dialog.button(_("Pakai versi tersimpan"), "theirs")
        later = dialog.button(_("Kembali ke formulir"), "")
        return dialog.ask(later) or ""


def _sentence(parent: tkinter.Misc, text: str) -> None:
    label = ttk.Label(parent, text=text, wraplength=theme.ems(parent, 60), justify="left")
    label.pack(anchor="w")


def _both_versions(
    parent: tkinter.Misc,
    labels: Mapping[str, str],
    mine: Mapping[str, str],
    theirs: Mapping[str, str],
) -> None:
    frame = Scrolled(parent)
    frame.canvas.configure(width=theme.ems(parent, 90), height=theme.row_height(parent) * 9)
    frame.pack(fill="both", expand=True, pady=(12, 0))
    heads = (_("Isian"), _("Versi saya"), _("Versi tersimpan"))
    for column, text in enumerate(heads):
        label = ttk.Label(frame.inside, text=text, font=theme.BOLD_FONT)
        label.grid(row=0, column=column, sticky="w", padx=6, pady=4)
        frame.inside.columnconfigure(column, weight=1 if column else 0)
    differing = [name for name in labels if mine.get(name, "") != theirs.get(name, "")]
    for row, name in enumerate(differing, 1):
        for column, text in enumerate((labels[name], mine.get(name, ""), theirs.get(name, ""))):
            label = ttk.Label(
                frame.inside, text=text or "—", wraplength=theme.ems(parent, 34), justify="left"
            )
            label.grid(row=row, column=column, sticky="nw", padx=6, pady=3)
    frame.wheel()


def open_with_system(path: Path) -> None:
    """Hand a file or folder to the program the computer has for it."""
    if sys.platform == "win32":
        os.startfile(path)
        return
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    try:
        subprocess.Popen([opener, str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except FileNotFoundError as error:
        raise NoOpener(path) from error


def show_progress(root: tkinter.Misc, title: str, task: Task) -> Callable[[], None]:
    """A dialog with a bar and Batal while a long job runs; answers how to close it."""
    dialog = Dialog(root, title)
    text = ttk.Label(dialog.body, text=title, width=52)
    text.pack(anchor="w")
    bar = ttk.Progressbar(dialog.body, length=theme.ems(root, 56), mode="determinate")
    bar.pack(pady=12)
    waiting = ""

    def cancel() -> None:
        task.cancelled = True
        stop.configure(text=_("Membatalkan…"))
        stop.state(["disabled"])

    stop = ttk.Button(
        dialog.buttons, text=_("Batal"), bootstyle="secondary outline", command=cancel
    )
    stop.pack(side="right")
    dialog.bind("<Key-Escape>", lambda e: cancel())
    dialog.protocol("WM_DELETE_WINDOW", cancel)

    def follow() -> None:
        nonlocal waiting
        if task.total:
            bar.configure(maximum=task.total, value=task.done)
        text.configure(text=task.text or title)
        waiting = dialog.after(POLL_MS, follow)

    def close() -> None:
        if dialog.winfo_exists():
            dialog.after_cancel(waiting)
            dialog.finish(None)

    follow()
    dialog.open(stop)
    return close


def show_failure(root: tkinter.Misc, sentence: str, details: str) -> None:
    """The last resort: what happened, that what was saved is saved, and details to copy."""
    dialog = Dialog(root, _("Kesalahan program"))
    _sentence(dialog.body, sentence)
    box = ttk.Text(dialog.body, width=88, height=14, wrap="none", font="TkFixedFont")
    box.insert("1.0", details)
    box.configure(state="disabled")
    box.pack(fill="both", expand=True, pady=(12, 0))

    def copy() -> None:
        root.clipboard_clear()
        root.clipboard_append(details)

    close = dialog.button(_("Tutup"), "close", "primary")
    more = ttk.Button(
        dialog.buttons, text=_("Salin rincian"), bootstyle="secondary outline", command=copy
    )
    more.pack(side="right")
    dialog.ask(close)
