"""The window: pages, panes, banners, keys, sizes; real pages on the sample campaign."""

from datetime import date

import pytest

from census_desk import editing, sample
from census_desk.register import Register
from tests.screen import wait_until
from tests.ui.fakes import FakePreferences
from ui import theme
from ui.pages import PAGES
from ui.window import Window

SAMPLE_DAY = date(2020, 2, 21)


class KeptPreferences(FakePreferences):
    def geometry(self, width, height):
        return ""


@pytest.fixture
def register():
    made = Register.in_memory()
    sample.build(made)
    return made


@pytest.fixture
def open_window(root, window_manager, register):
    """Start a window on the root; closed after the test."""
    opened = []

    def start(size="1366x700", today=SAMPLE_DAY, font_size=10, look="light"):
        preferences = KeptPreferences()
        preferences.font_size, preferences.theme = font_size, look
        theme.use(look)
        theme.dress(root, size=font_size)
        root.geometry(f"{size}+0+0")
        root.deiconify()
        wait_until(root, root.winfo_viewable)
        window = Window(root, register, preferences, today=lambda: today)
        opened.append(window)
        wait_until(root, lambda: window.current == "home", what="Beranda is there")
        root.update()
        return window

    yield start
    for window in opened:
        window.close()
        for child in root.winfo_children():
            child.destroy()
        root.configure(menu="")
    theme.use("light")
    theme.set_font_size(root, theme.USUAL)


def faults(window) -> list[str]:
    """Labels and buttons that are cut or stand outside the window."""
    root = window.root
    right, bottom = (
        root.winfo_rootx() + root.winfo_width(),
        root.winfo_rooty() + root.winfo_height(),
    )
    found = []
    waiting = [window.head, window.sidebar, window.status, window.pages[window.current]]
    while waiting:
        widget = waiting.pop()
        waiting += widget.winfo_children()
        if not widget.winfo_viewable() or widget.winfo_class() != "TButton":
            continue
        if _scrolls(widget):
            continue
        name = f"{widget.winfo_class()} {widget.cget('text')!r}"
        if widget.winfo_width() < widget.winfo_reqwidth():
            found.append(f"{name} is cut: {widget.winfo_width()} of {widget.winfo_reqwidth()}")
        if widget.winfo_rootx() + widget.winfo_width() > right + 1:
            found.append(f"{name} stands beyond the right edge")
        if widget.winfo_rooty() + widget.winfo_height() > bottom + 1:
            found.append(f"{name} stands below the window")
    return found


def _scrolls(widget) -> bool:
    return any(part in str(widget) for part in ("scrolled", "formview", "canvas"))


@pytest.mark.parametrize("name", list(PAGES))
@pytest.mark.parametrize(("size", "font_size"), [("1366x700", 10), ("1024x600", 10)])
def test_no_button_of_a_page_is_cut(open_window, root, name, size, font_size):
    window = open_window(size, font_size=font_size)

    window.go(name)
    root.update()

    assert window.current == name
    assert faults(window) == []


def test_no_two_commands_of_a_page_share_a_key(open_window):
    window = open_window()
    for name in PAGES:
        window.go(name)

        keys = [key for command in window.commands_here() for key in command.keys]

        assert sorted(keys) == sorted(set(keys))


def test_every_command_has_words(open_window):
    window = open_window()
    for name in PAGES:
        window.go(name)

    assert [command.id for command in window.table if not command.text.strip()] == []


def test_every_key_goes_where_it_says(open_window, keys, root):
    window = open_window()

    for place, name in enumerate(PAGES, 1):
        keys.press(f"ctrl+{place}")
        wait_until(root, lambda name=name: window.current == name, what=name)


def test_a_key_right_after_the_way_to_a_section_means_that_section(open_window, root):
    window = open_window()
    window.go("letters")
    page = window.pages["letters"]

    page.show_section("incoming")

    assert window.table.get("letters.dispose") is not None  # before Tk is idle again
    page.show_section("outgoing")
    assert window.table.get("letters.dispose") is None


def test_control_tab_goes_round_the_pages(open_window, keys, root):
    window = open_window()

    keys.press("ctrl+Tab")
    wait_until(root, lambda: window.current == "letters")
    keys.press("ctrl+shift+Tab")
    wait_until(root, lambda: window.current == "home")


def test_f6_reaches_every_pane_and_comes_round(open_window, keys, root):
    window = open_window()
    window.go("staff")
    root.update()
    visited = []
    for _ in range(5):
        keys.press("F6")
        root.update()
        visited.append(str(root.focus_get()))

    page = window.pages["staff"].pane
    assert any(path.startswith(str(window.sidebar)) for path in visited)
    assert any(path.startswith(str(page.filter_box)) for path in visited)
    assert any(path.startswith(str(page.table)) for path in visited)
    assert any(path.startswith(str(page.form)) for path in visited)


def test_control_keys_do_not_also_edit_the_text_one_types_in(open_window, keys, root):
    window = open_window()
    window.go("visits")
    form = window.pages["visits"].pane.form
    window.pages["visits"].pane.edit()
    form.focus_field("purpose")
    before = form.peek()["purpose"]
    wait_until(root, lambda: str(root.focus_get()).startswith(str(form.inputs["purpose"])))

    keys.press("Home", "ctrl+1")

    wait_until(root, lambda: window.current == "home")
    assert form.peek()["purpose"] == before


def test_the_banner_says_that_the_working_day_is_not_today(open_window):
    window = open_window(today=date(2026, 7, 1))

    assert window.day_banner.winfo_ismapped()
    assert "21 Februari 2020" in window.day_banner.text
    assert "1 Juli 2026" in window.day_banner.text


def test_there_is_no_banner_on_the_day_itself(open_window):
    assert not open_window(today=SAMPLE_DAY).day_banner.winfo_ismapped()


def test_setting_the_working_day_to_today_takes_the_banner_away(open_window, register, root):
    window = open_window(today=date(2026, 7, 1))

    editing.set_working_date(register, None)
    root.update()

    assert not window.day_banner.winfo_ismapped()
    assert "01/07/2026" in window.status.text


def test_every_save_is_told_with_its_time(open_window, register, root):
    window = open_window()

    editing.set_working_date(register, date(2020, 2, 22))

    assert "✓ Tersimpan" in window.status.text


def test_a_narrow_window_has_a_slim_sidebar(open_window, root):
    window = open_window("1024x600")

    assert window.sidebar.winfo_width() < 100


def test_the_font_grows_by_key_and_the_rows_with_it(open_window, keys, root):
    window = open_window()
    rows = theme.row_height(root)

    keys.press("ctrl+plus", "ctrl+plus")

    wait_until(root, lambda: window.preferences.font_size == 12)
    assert theme.row_height(root) > rows


def test_both_themes_paint_every_page(open_window, root):
    window = open_window(look="dark")
    for name in PAGES:
        window.go(name)
        root.update()

    assert theme.is_dark()
    assert str(window.status.cget("background")) == theme.DARK_PALETTE.chrome


def test_the_palette_finds_a_page_by_a_few_letters(open_window, keys, root):
    window = open_window()

    keys.press("ctrl+k")
    wait_until(root, lambda: any(c.winfo_class() == "Toplevel" for c in root.winfo_children()))
    keys.type("riwa")
    keys.press("Return")

    wait_until(root, lambda: window.current == "history")


def test_help_lists_the_keys_of_the_page_and_esc_closes_it(open_window, keys, root):
    open_window()

    def sheets():
        return [child for child in root.winfo_children() if child.winfo_class() == "Toplevel"]

    keys.press("F1")
    wait_until(root, lambda: sheets() and sheets()[0].winfo_viewable())
    keys.press("Escape")

    wait_until(root, lambda: not sheets())


def test_pages_are_built_only_when_they_are_shown(open_window):
    assert set(open_window().pages) == {"home"}
