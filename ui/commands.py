"""Commands: one table feeds toolbar, menu, shortcuts, palette and the F1 sheet.

A page answers `commands()`; the window puts them into its CommandTable. Nothing binds a key itself.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from census_desk.words import N_, _

# Menu titles in order; the letter after & opens the menu with Alt. Unique in both languages.
MENUS = (
    N_("&Berkas"),
    N_("&Sunting"),
    N_("&Tindakan"),
    N_("&Lihat"),
    N_("&Halaman"),
    N_("Ba&ntuan"),
)
FILE, EDIT, ACTION, VIEW, PAGE, HELP = MENUS
KEY_NAMES = {
    "Enter": "Return",
    "Del": "Delete",
    "Esc": "Escape",
    "PageUp": "Prior",
    "PageDown": "Next",
    "Up": "Up",
    "Down": "Down",
    "Left": "Left",
    "Right": "Right",
    "Space": "space",
    "Home": "Home",
    "End": "End",
    "Tab": "Tab",
    "Backspace": "BackSpace",
    ",": "comma",
    "+": "plus",
    "-": "minus",
    "=": "equal",
}
MODIFIERS = {"Ctrl": "Control", "Shift": "Shift", "Alt": "Alt"}
# Keys a text field needs for itself while somebody is typing in it.
TYPING_KEYS = frozenset(
    {"Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+D"}
)


class SharedKey(ValueError):
    """Two commands want the same key at the same place: a mistake of ours, found by a test."""


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing a person can do.

    `keys` as shown ("Ctrl+N"); the first is printed in tooltips. `page` "" means everywhere.
    `group` is one of MENUS. `toolbar` "" (not there), "primary" (one a page), "secondary" or
    "ghost". `where` "table" makes its keys work only while a table has the focus. `paper` marks
    what prints or saves a paper. `text` is already in the language of the screens.
    """

    id: str
    text: str
    run: Callable[[], object]
    icon: str = ""
    keys: tuple[str, ...] = ()
    page: str = ""
    group: str = ACTION
    enabled: Callable[[], bool] = field(default=_always)
    toolbar: str = ""
    where: str = ""
    paper: bool = False
    named: Callable[[], str] | None = None

    @property
    def label(self) -> str:
        """The text in a menu: `named()` says what exactly ("Urungkan: Menghapus sesi …")."""
        return self.named() if self.named is not None else self.text

    @property
    def key_text(self) -> str:
        """The first key as shown, "" when there is none."""
        return self.keys[0] if self.keys else ""


class CommandTable:
    """All commands in force, by id, by key and by menu."""

    def __init__(self) -> None:
        self._commands: dict[str, Command] = {}

    def add(self, commands: Iterable[Command]) -> None:
        """Take commands over (one with a known id replaces it); SharedKey on a clash."""
        for command in commands:
            self._refuse_shared_key(command)
            self._commands[command.id] = command

    def replace_page(self, page: str, commands: Iterable[Command]) -> None:
        """Another part of a page came to the front: its commands instead of those before."""
        self._commands = {one.id: one for one in self if one.page != page}
        self.add(commands)

    def __iter__(self) -> Iterator[Command]:
        return iter(self._commands.values())

    def get(self, command_id: str) -> Command | None:
        """The command with that id."""
        return self._commands.get(command_id)

    def on_page(self, page: str) -> list[Command]:
        """Those a person can use on that page: the page's own first, then the general ones."""
        own = [c for c in self if c.page == page]
        return own + [c for c in self if not c.page]

    def in_menu(self, group: str, page: str) -> list[Command]:
        """The entries of one menu while that page is shown."""
        return [command for command in self.on_page(page) if command.group == group]

    def toolbar(self, page: str) -> list[Command]:
        """The buttons of a page's head, the primary one last."""
        own = [c for c in self if c.page == page and c.toolbar]
        return sorted(own, key=lambda command: command.toolbar == "primary")

    def for_key(self, key: str, page: str, *, in_table: bool, typing: bool) -> Command | None:
        """What a key means now, or None when the focused field keeps it."""
        if typing and (key in TYPING_KEYS or not has_control(key)):
            return None
        for command in self.on_page(page):
            if key in command.keys and (not command.where or in_table):
                return command
        return None

    def keys(self) -> set[str]:
        """Every key any command uses."""
        return {key for command in self for key in command.keys}

    def _refuse_shared_key(self, command: Command) -> None:
        for other in self:
            same_place = not other.page or not command.page or other.page == command.page
            if other.id != command.id and same_place and set(other.keys) & set(command.keys):
                raise SharedKey(f"{other.id} and {command.id}: {command.keys}")


def has_control(key: str) -> bool:
    """Whether a key may be taken from a text field: chords with Ctrl or Alt, and F-keys, Esc."""
    name = key.rsplit("+", 1)[-1]
    is_function = name.startswith("F") and name[1:].isdigit()
    return key.startswith(("Ctrl+", "Alt+")) or is_function or name == "Esc"


def parts_of(key: str) -> tuple[list[str], str]:
    """("Ctrl+Shift+P") -> (["Ctrl", "Shift"], "P"); the key itself may be a plus."""
    *held, name = key.split("+") if not key.endswith("+") else [*key[:-2].split("+"), "+"]
    return [modifier for modifier in held if modifier], name


def sequences(key: str) -> list[str]:
    """The Tk event sequences of a key: both cases of a letter, so that Caps Lock is no trap."""
    held, name = parts_of(key)
    prefix = "".join(f"{MODIFIERS[modifier]}-" for modifier in held)
    if name == "Tab" and "Shift" in held:
        plain = prefix.replace("Shift-", "")
        return [f"<{prefix}Key-Tab>", f"<{plain}Key-ISO_Left_Tab>"]
    if len(name) == 1 and name.isalpha():
        return [f"<{prefix}Key-{name.lower()}>", f"<{prefix}Key-{name.upper()}>"]
    return [f"<{prefix}Key-{KEY_NAMES.get(name, name)}>"]


def menu_title(marked: str) -> tuple[str, int]:
    """A menu's title in the language of the screens, and the place of its Alt letter."""
    text = _(marked)
    place = text.find("&")
    return text.replace("&", "", 1), place


def alt_letters(titles: Iterable[str]) -> list[str]:
    """The Alt letter of each marked title."""
    return [title[title.index("&") + 1].casefold() for title in titles]


def underlines(texts: Iterable[str]) -> list[int]:
    """For each entry of one menu the place of a letter no entry before it uses, -1 if none."""
    used: set[str] = set()
    places = []
    for text in texts:
        free = (i for i, c in enumerate(text) if c.isalpha() and c.casefold() not in used)
        place = next(free, -1)
        if place >= 0:
            used.add(text[place].casefold())
        places.append(place)
    return places
