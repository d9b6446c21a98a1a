"""The desk's own light and dark theme, its type and its measures; contrast is tested."""

import sys
import tkinter
from dataclasses import dataclass
from tkinter import font as tkfont

import ttkbootstrap as ttk

LIGHT = "desk-light"
DARK = "desknight-dark"
LIGHT_ACCENTS = {
    "primary": "#0a58ca",
    "secondary": "#5c636a",
    "success": "#146c43",
    "info": "#0b6e8c",
    "warning": "#a85508",
    "danger": "#b02a37",
}
DARK_ACCENTS = {
    "primary": "#6ea8fe",
    "secondary": "#adb5bd",
    "success": "#75b798",
    "info": "#6edff6",
    "warning": "#ffc966",
    "danger": "#ea868f",
}
FAMILIES = ("Segoe UI", "Noto Sans", "DejaVu Sans")
SMALLEST, USUAL, LARGEST = 9, 10, 16
NAMED_FONTS = ("TkDefaultFont", "TkTextFont", "TkHeadingFont", "TkMenuFont", "TkFixedFont")
TITLE_FONT, HEAD_FONT, BOLD_FONT, SMALL_FONT = "DeskTitle", "DeskHead", "DeskBold", "DeskSmall"
FIGURE_FONT = "DeskFigure"
OWN_FONTS = {
    TITLE_FONT: (6, "bold"),
    HEAD_FONT: (2, "bold"),
    BOLD_FONT: (0, "bold"),
    SMALL_FONT: (-1, "normal"),
    FIGURE_FONT: (8, "bold"),
}
GAP = 8
PAGE_EDGE = 16
DIALOG_TABLE, DIALOG_WIDTH = 0.45, 0.85  # of the screen, at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours for what is drawn by hand; every text colour holds 4.5:1 on its ground."""

    ground: str
    text: str
    quiet: str
    chrome: str
    line: str
    stripe: str
    chosen: str
    chosen_text: str
    nav: str
    primary: str
    success: str
    warning: str
    danger: str
    info: str
    ok_ground: str
    info_ground: str
    warning_ground: str
    error_ground: str
    teams: tuple[tuple[str, str], ...]  # ground and edge of each team's lines in a plan


LIGHT_PALETTE = Palette(
    ground="#ffffff",
    text="#212529",
    quiet="#565d64",
    chrome="#f6f7f8",
    line="#d5d9dd",
    stripe="#f6f8fa",
    chosen="#d6e4fb",
    chosen_text="#10233f",
    nav="#0a4ba8",
    primary="#0a58ca",
    success="#146c43",
    warning="#8f4806",
    danger="#b02a37",
    info="#0b6e8c",
    ok_ground="#e5f3ea",
    info_ground="#e6f1fb",
    warning_ground="#fdf1df",
    error_ground="#fbe9ea",
    teams=(
        ("#e6f1fb", "#0a58ca"),
        ("#e5f3ea", "#146c43"),
        ("#fdf1df", "#8f4806"),
        ("#f0e8fa", "#6f42c1"),
        ("#fbe7f1", "#ab296a"),
        ("#dcf3f3", "#0b6e8c"),
        ("#f1f3d8", "#5c6300"),
        ("#e9ecef", "#495057"),
    ),
)
DARK_PALETTE = Palette(
    ground="#1f2429",
    text="#f1f3f5",
    quiet="#b4bbc2",
    chrome="#252a30",
    line="#454c54",
    stripe="#262c32",
    chosen="#2f4566",
    chosen_text="#f6f9ff",
    nav="#93bfff",
    primary="#6ea8fe",
    success="#75b798",
    warning="#ffc966",
    danger="#f09aa2",
    info="#6edff6",
    ok_ground="#1f3a2c",
    info_ground="#1e3348",
    warning_ground="#44361c",
    error_ground="#472a2e",
    teams=(
        ("#1e3348", "#6ea8fe"),
        ("#1f3a2c", "#75b798"),
        ("#44361c", "#ffc966"),
        ("#372b50", "#b794f6"),
        ("#482b3b", "#f090bd"),
        ("#173d42", "#6edff6"),
        ("#393b16", "#d3d769"),
        ("#363c43", "#b4bbc2"),
    ),
)


def register() -> None:
    """Make both themes known; call before the first window."""
    light = {"background": LIGHT_PALETTE.ground, "foreground": LIGHT_PALETTE.text}
    dark = {"background": DARK_PALETTE.ground, "foreground": DARK_PALETTE.text}
    ttk.Theme(name="desk", **LIGHT_ACCENTS, light=light).register()
    ttk.Theme(name="desknight", **DARK_ACCENTS, dark=dark).register()


def is_dark() -> bool:
    """Whether the dark theme is in use."""
    style = ttk.Style.get_instance()
    return style is not None and style.theme_use() == DARK


def palette() -> Palette:
    """The colours of the theme in use."""
    return DARK_PALETTE if is_dark() else LIGHT_PALETTE


def team_colours(place: int) -> tuple[str, str]:
    """Ground and edge of a team by its place; with more teams than colours they begin anew."""
    teams = palette().teams
    return teams[place % len(teams)]


def use(name: str) -> None:
    """Switch to "light" or "dark"; anything drawn by hand follows <<ThemeChanged>>."""
    style = ttk.Style.get_instance()
    assert style is not None
    wanted = DARK if name == "dark" else LIGHT
    if style.theme_use() != wanted:
        style.theme_use(wanted)
    _own_styles(style)


def dress(root: tkinter.Tk, *, size: int = USUAL, family: str = "") -> None:
    """Fonts, measures and the bindings ttkbootstrap lacks; call once after App()."""
    _choose_family(root, family)
    set_font_size(root, size)
    root.bind_class("TButton", "<Key-space>", lambda e: root.tk.call(str(e.widget), "invoke"))
    for sequence in ("<MouseWheel>", "<Button-4>", "<Button-5>"):
        root.unbind_class("TCombobox", sequence)
    root.bind_class("Text", "<Key-Tab>", _leave_text(forward=True))
    for backwards in ("<Shift-Key-Tab>", "<Key-ISO_Left_Tab>"):
        if sys.platform.startswith("linux") or "ISO" not in backwards:
            root.bind_class("Text", backwards, _leave_text(forward=False))


_line_heights: dict[str, int] = {}


def line_height(widget: tkinter.Misc, font: str = "TkDefaultFont") -> int:
    """Pixels of one line in a named font; asked of the display once a size."""
    if font not in _line_heights:
        _line_heights[font] = int(tkfont.nametofont(font, widget).metrics("linespace"))
    return _line_heights[font]


def set_font_size(root: tkinter.Misc, size: int) -> None:
    """Set every named font to `size` points (9 to 16) and the row height that goes with it."""
    size = max(SMALLEST, min(LARGEST, size))
    _line_heights.clear()
    for name in NAMED_FONTS:
        tkfont.nametofont(name, root).configure(size=size)
    family = tkfont.nametofont("TkDefaultFont", root).actual("family")
    known = tkfont.names(root)
    for name, (more, weight) in OWN_FONTS.items():
        # create_alias a second time would let go of the first Font, which deletes the font.
        if name not in known:
            ttk.Fonts.create_alias(name)
        own = tkfont.nametofont(name, root)
        own.configure(family=family, size=size + more, weight=weight)
    style = ttk.Style.get_instance()
    assert style is not None
    _own_styles(style)


def ems(widget: tkinter.Misc, count: float) -> int:
    """Pixels of that many average letters of the text font."""
    return round(tkfont.nametofont("TkDefaultFont", widget).measure("n") * count)


def row_height(widget: tkinter.Misc) -> int:
    """Pixels of one table row."""
    return line_height(widget) + 9


def table_size(widget: tkinter.Misc, rows: int, letters: int) -> tuple[int, int]:
    """Height and width of a dialog's table: so many rows and letters, if the screen holds them."""
    high, wide = widget.winfo_screenheight(), widget.winfo_screenwidth()
    height = min((rows + 2) * row_height(widget), round(high * DIALOG_TABLE))
    return height, min(ems(widget, letters), round(wide * DIALOG_WIDTH))


def scaled(widget: tkinter.Misc, pixels: int) -> int:
    """Pixels at 100 % as pixels of this screen."""
    return int(ttk.scale_size(widget, pixels))


def contrast(first: str, second: str) -> float:
    """The WCAG 2.1 contrast ratio of two colours, 1 to 21."""
    bright, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _choose_family(root: tkinter.Tk, family: str) -> None:
    there = set(tkfont.families(root))
    wanted = [family] if family in there else [name for name in FAMILIES if name in there]
    if wanted:
        for name in NAMED_FONTS[:-1]:
            tkfont.nametofont(name, root).configure(family=wanted[0])


def _own_styles(style: "ttk.Style") -> None:
    colours = palette()
    linespace = int(tkfont.nametofont("TkDefaultFont").metrics("linespace"))
    for name in ("Treeview", "Table.Treeview", "table.Treeview"):
        style.configure(name, rowheight=linespace + 9)
    style.configure("Quiet.TLabel", foreground=colours.quiet, background=colours.ground)
    style.configure("Problem.TLabel", foreground=colours.danger, background=colours.ground)
    style.configure("Success.TLabel", foreground=colours.success, background=colours.ground)
    style.configure("Warning.TLabel", foreground=colours.warning, background=colours.ground)
    style.configure("Title.TLabel", font=TITLE_FONT, background=colours.ground)
    style.configure("Head.TLabel", font=HEAD_FONT, background=colours.ground)


def _leave_text(*, forward: bool) -> object:
    def leave(event: "tkinter.Event[tkinter.Misc]") -> str:
        following = event.widget.tk_focusNext() if forward else event.widget.tk_focusPrev()
        if following is not None:
            # As Tab does elsewhere: an entry is selected whole, typing replaces what stands there.
            following.tk.call("tk::TabToWindow", following)
        return "break"

    return leave
