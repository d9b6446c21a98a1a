"""The test ground: own folders for every test, one display, one root, no lost error."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from tests.screen import (
    Desk,
    Keys,
    callback_errors_told,
    running_window_manager,
    widget_tree,
)

if TYPE_CHECKING:
    import ttkbootstrap

SCALING = 96 / 72  # pixels per point at 100 %, whatever screen the tests meet
SCREEN_FIXTURES = {"gui": {"display", "root"}, "person": {"keys", "desk", "window_manager"}}
OWN_FOLDERS = {
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_DOCUMENTS_DIR": "documents",
    "XDG_DOWNLOAD_DIR": "downloads",
    "XDG_DESKTOP_DIR": "desktop",
}

hypothesis.settings.register_profile(
    "ci",
    derandomize=True,  # a red run can be repeated
    deadline=None,  # two busy cores decide no verdict
    database=None,
    print_blob=True,
)
hypothesis.settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite tests/reference from this run")
    parser.addoption(
        "--large", action="store_true", help="nightly sizes instead of honest small ones"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that asks for a screen carries the marker, so that `-m "not gui"` is true."""
    for item in items:
        for marker, fixtures in SCREEN_FIXTURES.items():
            if fixtures & set(getattr(item, "fixturenames", ())):
                item.add_marker(marker)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    on_screen = item.get_closest_marker("gui") or item.get_closest_marker("person")
    if report.failed and on_screen and report.when == "call":
        report.sections.append(("screen at the failure", _screen_kept(item)))
    return report


def _screen_kept(item: pytest.Item) -> str:
    """Save picture and widget tree in the test's own folder; answer where they are."""
    from PIL import ImageGrab

    arguments: dict[str, object] = getattr(item, "funcargs", {})
    folder = arguments.get("tmp_path")
    if not isinstance(folder, Path) or "DISPLAY" not in os.environ:
        return "no display or no folder to keep it in"
    ImageGrab.grab(xdisplay=os.environ["DISPLAY"]).save(folder / "screen.png")
    if root := arguments.get("root"):
        (folder / "widgets.txt").write_text(widget_tree(root), encoding="utf-8")
    said = "\n".join(path.read_text("utf-8", "replace") for path in folder.glob("desk-*.txt"))
    return f"{folder / 'screen.png'}\n{said}"


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the settings, registers or papers of the person who runs it."""
    home = tmp_path / "home"
    for variable, folder in OWN_FOLDERS.items():
        monkeypatch.setenv(variable, str(home / folder))
    return home


@pytest.fixture(scope="session")
def display() -> str:
    """The X display; its absence is a failure, never a skip."""
    if not os.environ.get("DISPLAY"):
        pytest.fail(
            "These tests need a display. pytest-xvfb starts one when Xvfb is installed: "
            "`python3 run.py test` installs what is missing.",
            pytrace=False,
        )
    return os.environ["DISPLAY"]


@pytest.fixture(scope="session")
def window_manager(display: str) -> Iterator[None]:
    """openbox on the display: without one nobody gives the focus to a new dialog."""
    with running_window_manager():
        yield


@pytest.fixture(scope="session")
def _session_root(display: str) -> Iterator[ttkbootstrap.App]:
    import ttkbootstrap

    from ui import theme

    ttkbootstrap.set_bootstyle_strict(True)
    theme.register()
    root = ttkbootstrap.App(title="Census Desk: uji", theme=theme.LIGHT, scaling=SCALING)
    theme.dress(root)
    root.withdraw()
    yield root
    root.destroy()


@pytest.fixture
def root(_session_root: ttkbootstrap.App) -> Iterator[ttkbootstrap.App]:
    """The one root of the run, withdrawn. An error in a callback fails the test that caused it."""
    from ui import theme

    before = set(_session_root.winfo_children())
    with callback_errors_told(_session_root):
        yield _session_root
        for child in set(_session_root.winfo_children()) - before:
            child.destroy()
        theme.use("light")  # a test that turned it dark says nothing to the next
        _session_root.withdraw()
        _session_root.update()


@pytest.fixture
def keys(root: ttkbootstrap.App, window_manager: None) -> Keys:
    """Real keys for a window of this process: `keys.press("ctrl+n")`, `keys.type("Kudus")`."""
    return Keys(root)


@pytest.fixture
def desk(tmp_path: Path, window_manager: None) -> Iterator[Callable[..., Desk]]:
    """Start the desk as a process of its own: `desk("open", path)`; ended after the test."""
    started: list[Desk] = []

    def start(*arguments: str | Path) -> Desk:
        started.append(Desk([str(argument) for argument in arguments], tmp_path))
        return started[-1]

    yield start
    for each in started:
        if each.process.poll() is None:
            each.process.terminate()
        each.end()
    logs = (tmp_path / "home" / OWN_FOLDERS["XDG_STATE_HOME"]).rglob("census-desk.log*")
    told = "\n".join(path.read_text("utf-8", "replace") for path in logs)
    assert "Traceback" not in told, f"the desk went on, but told of a mistake of its own:\n{told}"
