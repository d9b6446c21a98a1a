"""Menus made from the command table, when they are opened."""

import tkinter
from collections.abc import Callable, Sequence

from ui.commands import MENUS, Command, menu_title, underlines
from ui.widgets.surfaces import dress_menu


class MenuBar(tkinter.Menu):
    """One menu per entry of MENUS; each is filled as it opens, so it is never out of date."""

    def __init__(self, root: tkinter.Tk, entries: Callable[[str], Sequence[Command]]) -> None:
        super().__init__(root, tearoff=False, bd=0)
        self._entries = entries
        self._menus: list[tkinter.Menu] = []
        for group in MENUS:
            text, place = menu_title(group)
            menu = tkinter.Menu(self, tearoff=False)
            menu.configure(postcommand=lambda menu=menu, group=group: self._fill(menu, group))
            self.add_cascade(label=text, underline=place, menu=menu)
            self._menus.append(menu)
        self.recolour()

    def recolour(self) -> None:
        """The theme changed."""
        for menu in (self, *self._menus):
            dress_menu(menu)

    def _fill(self, menu: tkinter.Menu, group: str) -> None:
        fill(menu, self._entries(group))


def fill(menu: tkinter.Menu, commands: Sequence[Command]) -> None:
    """Put commands into a menu, those that cannot be used now greyed."""
    menu.delete(0, "end")
    places = underlines(command.label for command in commands)
    for command, place in zip(commands, places, strict=True):
        menu.add_command(
            label=command.label,
            underline=place,
            accelerator=command.key_text,
            command=command.run,
            state="normal" if command.enabled() else "disabled",
        )


def context_menu(parent: tkinter.Misc, commands: Sequence[Command], x: int, y: int) -> None:
    """The menu of a right click: what can be done now."""
    menu = tkinter.Menu(parent, tearoff=False)
    dress_menu(menu)
    fill(menu, [command for command in commands if command.enabled()])
    menu.tk_popup(x, y)
