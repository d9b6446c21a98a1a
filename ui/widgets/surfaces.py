"""Colours for the plain Tk widgets the theme engine does not reach."""

import tkinter

from ui import theme


def dress_menu(menu: tkinter.Menu) -> None:
    """A menu in the colours of the theme (Windows draws its own)."""
    colours = theme.palette()
    menu.configure(
        background=colours.chrome,
        foreground=colours.text,
        activebackground=colours.chosen,
        activeforeground=colours.chosen_text,
        disabledforeground=colours.quiet,
        activeborderwidth=0,
        borderwidth=0,
        relief="flat",
        font="TkMenuFont",
    )


def dress_list(rows: tkinter.Listbox) -> None:
    """A list box in the colours of the theme."""
    colours = theme.palette()
    rows.configure(
        activestyle="none",
        bd=0,
        highlightthickness=0,
        exportselection=False,
        font="TkDefaultFont",
        background=colours.ground,
        foreground=colours.text,
        selectbackground=colours.chosen,
        selectforeground=colours.chosen_text,
    )
