"""F1: every command of this page with its key, from the command table."""

import tkinter
from collections.abc import Sequence

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.commands import MENUS, Command, menu_title
from ui.widgets.dialogs import Dialog
from ui.widgets.scrolled import Scrolled


def show_help(parent: tkinter.Misc, title: str, commands: Sequence[Command]) -> None:
    """Show the sheet; Esc or Enter closes it."""
    dialog = Dialog(parent, _("Bantuan: {page}").format(page=title))
    frame = Scrolled(dialog.body)
    frame.canvas.configure(height=min(theme.row_height(parent) * 18, 460))
    frame.pack(fill="both", expand=True)
    half = [[], []]  # type: list[list[tuple[str, list[Command]]]]
    for place, group in enumerate(MENUS):
        found = [command for command in commands if command.group == group and command.keys]
        if found:
            half[place % 2].append((menu_title(group)[0], found))
    for column, groups in enumerate(half):
        side = ttk.Frame(frame.inside, padding=(0, 0, 24, 0))
        side.grid(row=0, column=column, sticky="nw")
        for name, found in groups:
            _group(side, name, found)
    _moving(frame.inside)
    frame.update_idletasks()
    room = parent.winfo_screenwidth() - 2 * theme.ems(parent, 6)
    frame.canvas.configure(width=min(frame.inside.winfo_reqwidth(), room))
    frame.wheel()
    close = dialog.button(_("Tutup"), "close", "primary")
    for sequence, step in (("<Key-Down>", 2), ("<Key-Up>", -2)):
        dialog.bind(sequence, lambda e, step=step: frame.canvas.yview_scroll(step, "units"))
    dialog.open(close)


def _group(parent: tkinter.Misc, name: str, commands: Sequence[Command]) -> None:
    row = parent.grid_size()[1]
    head = ttk.Label(parent, text=name, font=theme.BOLD_FONT)
    head.grid(row=row, column=0, columnspan=2, sticky="w", pady=(theme.GAP, 2))
    for place, command in enumerate(commands, row + 1):
        key = ttk.Label(parent, text=" · ".join(command.keys), style="Quiet.TLabel")
        key.grid(row=place, column=0, sticky="w", padx=(0, 16))
        ttk.Label(parent, text=command.text).grid(row=place, column=1, sticky="w")


def _moving(parent: tkinter.Misc) -> None:
    text = _(
        "Tab pindah isian · F6 pindah panel · panah pindah baris · Shift+panah memilih beberapa · "
        "Ctrl+Spasi menambah pilihan · ketik huruf untuk melompat di tabel · Alt+huruf membuka menu"
    )
    label = ttk.Label(
        parent, text=text, style="Quiet.TLabel", wraplength=theme.ems(parent, 72), justify="left"
    )
    label.grid(row=1, column=0, columnspan=2, sticky="w", pady=(theme.GAP * 2, 0))
