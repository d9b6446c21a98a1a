"""The commands of every page: pages, panes, undo, palette, help, font size, leaving."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from census_desk.words import _
from ui import commands as menus
from ui.commands import Command
from ui.presenters.steps import redo, undo

if TYPE_CHECKING:
    from census_desk.register import Step
    from ui.window import Window


def commands(window: "Window") -> list[Command]:
    """Everything the window itself can do."""
    makers = (_file, _edit, _view, _looks, _pages, _help)
    return [command for make in makers for command in make(window)]


def _file(window: "Window") -> list[Command]:
    return [
        _command(
            "open",
            _("Buka register lain…"),
            window.open_other,
            "folder2-open",
            "Ctrl+O",
            group=menus.FILE,
        ),
        _command(
            "backup",
            _("Cadangkan sekarang"),
            lambda: back_up(window),
            "shield-check",
            group=menus.FILE,
            enabled=lambda: not window.register.read_only,
        ),
        _command("leave", _("Keluar"), window.leave, "box-arrow-right", "Ctrl+Q", group=menus.FILE),
    ]


def _edit(window: "Window") -> list[Command]:
    register = window.register

    def named(sentence: str, step: "Step | None") -> str:
        return f"{sentence}: {step.what}" if step is not None else sentence

    return [
        _command(
            "undo",
            _("Urungkan"),
            lambda: undo(window.workplace),
            "arrow-counterclockwise",
            "Ctrl+Z",
            group=menus.EDIT,
            named=lambda: named(_("Urungkan"), register.undoable()),
            enabled=lambda: not register.read_only,
        ),
        _command(
            "redo",
            _("Ulangi"),
            lambda: redo(window.workplace),
            "arrow-clockwise",
            "Ctrl+Y",
            "Ctrl+Shift+Z",
            group=menus.EDIT,
            named=lambda: named(_("Ulangi"), register.redoable()),
            enabled=lambda: not register.read_only,
        ),
        _command(
            "palette",
            _("Cari perintah atau catatan…"),
            lambda: open_palette(window),
            "search",
            "Ctrl+K",
            group=menus.EDIT,
        ),
    ]


def _view(window: "Window") -> list[Command]:
    return [
        _command(
            "refresh",
            _("Segarkan"),
            lambda: refresh(window),
            "arrow-repeat",
            "F5",
            group=menus.VIEW,
        ),
        _command(
            "pane", _("Panel berikutnya"), lambda: window.step_pane(1), "", "F6", group=menus.VIEW
        ),
        _command(
            "pane_back",
            _("Panel sebelumnya"),
            lambda: window.step_pane(-1),
            "",
            "Shift+F6",
            group=menus.VIEW,
        ),
    ]


def _looks(window: "Window") -> list[Command]:
    return [
        _command(
            "bigger",
            _("Huruf lebih besar"),
            lambda: font(window, 1),
            "zoom-in",
            "Ctrl++",
            "Ctrl+=",
            group=menus.VIEW,
        ),
        _command(
            "smaller",
            _("Huruf lebih kecil"),
            lambda: font(window, -1),
            "zoom-out",
            "Ctrl+-",
            group=menus.VIEW,
        ),
        _command(
            "usual_size",
            _("Huruf ukuran biasa"),
            lambda: font(window, 0),
            "",
            "Ctrl+0",
            group=menus.VIEW,
        ),
        _command(
            "theme",
            _("Terang atau gelap"),
            lambda: flip_theme(window),
            "circle-half",
            group=menus.VIEW,
        ),
        _command(
            "language",  # named in both languages: who reads only one of them finds it
            _("Bahasa layar (language)…"),
            lambda: window.go("settings", "look"),
            "translate",
            group=menus.VIEW,
        ),
    ]


def _pages(window: "Window") -> list[Command]:
    go = [
        _command(
            f"go_{name}",
            _(spec.title),
            lambda name=name: window.go(name),
            spec.icon,
            f"Ctrl+{place}",
            *(("Ctrl+,",) if name == "settings" else ()),
            group=menus.PAGE,
        )
        for place, (name, spec) in enumerate(window.page_specs.items(), 1)
    ]
    return [
        *go,
        _command(
            "next_page",
            _("Halaman berikutnya"),
            lambda: window.step_page(1),
            "",
            "Ctrl+Tab",
            group=menus.PAGE,
        ),
        _command(
            "previous_page",
            _("Halaman sebelumnya"),
            lambda: window.step_page(-1),
            "",
            "Ctrl+Shift+Tab",
            group=menus.PAGE,
        ),
    ]


def _help(window: "Window") -> list[Command]:
    return [
        _command(
            "help",
            _("Tombol di halaman ini"),
            lambda: show_keys(window),
            "question-circle",
            "F1",
            group=menus.HELP,
        ),
        _command(
            "about",
            _("Tentang Census Desk"),
            lambda: about(window),
            "info-circle",
            group=menus.HELP,
        ),
    ]


def _command(
    name: str, text: str, run: Callable[[], object], icon: str = "", *keys: str, **more: object
) -> Command:
    return Command(id=f"window.{name}", text=text, run=run, icon=icon, keys=keys, **more)  # type: ignore[arg-type]


# what they do


def refresh(window: "Window") -> None:
    """Look for others' changes now, and show the page anew."""
    window.register.refresh()
    window.pages[window.current].refresh(None)
    window.say(_("Sudah yang terbaru."), "info")


def font(window: "Window", step: int) -> None:
    """Larger, smaller, or (0) the usual size."""
    size = window.preferences.font_size + step if step else 10
    window.preferences.set("font_size", max(9, min(16, size)))
    window.redraw()


def flip_theme(window: "Window") -> None:
    """Light to dark and back."""
    dark = window.preferences.theme == "dark"
    window.preferences.set("theme", "light" if dark else "dark")
    window.redraw()


def back_up(window: "Window") -> None:
    """Make a backup now and say where it lies."""
    path = window.register.backup(_("diminta"))
    window.say(
        _("Cadangan dibuat: {name}").format(name=path.name),
        "ok",
        (_("Buka folder"), lambda: window.open_folder(path)),
    )


def show_keys(window: "Window") -> None:
    """F1."""
    from ui.widgets.help_sheet import show_help

    title = _(window.page_specs[window.current].title)
    show_help(window.root, title, window.commands_here())


def about(window: "Window") -> None:
    """Name, version, where log and register lie."""
    import census_desk
    from ui import log

    window.choose(
        _("Census Desk {version}\nRegister: {register}\nCatatan kesalahan: {log}").format(
            version=census_desk.__version__, register=window.register.path, log=log.folder()
        ),
        [_("Tutup")],
    )


def open_palette(window: "Window") -> None:
    """Ctrl+K."""
    from ui.palette_entries import finder
    from ui.widgets.palette import Palette

    find = finder(window.commands_here(), window.workplace, window.searchers)
    Palette(window.root, find).choose()
