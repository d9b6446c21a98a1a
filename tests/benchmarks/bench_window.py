"""The window: time to Beranda against a bare ttkbootstrap window, and tables of any length.

Both windows are processes of their own, taking turns; each stops its watch when its first whole
picture is painted. The bare one shows a label in the desk's own theme and font.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.reporting import Report, turns

STARTS = 7
ROUNDS = 9
SHORT, LONG = 1_000, 100_000

BARE = """
import time; began = time.perf_counter()
import ttkbootstrap as ttk
from ui import theme
theme.register()
root = ttk.App(title="bare", theme=theme.LIGHT, size=(1180, 700))
ttk.Label(root, text="Beranda").pack()
root.update()
root.destroy()
"""
DESK = """
import gc; gc.disable()  # as census_desk.__main__ does
import sys
from pathlib import Path
from ui.app import App, use_language
from ui.preferences import FilePreferences
preferences = FilePreferences()
use_language(preferences.language)
app = App(preferences)
app.begin(Path(sys.argv[1]))
app.root.update()
page = app.window.pages["home"].today
assert page.winfo_viewable() and page.presenter.cards, "Beranda is not painted"
"""
# The process is ended hard: closing makes a backup, which is not what is measured.
END = "\nimport os; os._exit(0)\n"


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    name: str
    office: str
    count: int


def run(report: Report) -> None:
    """All figures of the window."""
    _starts(report)
    _tables(report)


def _starts(report: Report) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        register = _sample(home / "kudus.censusdesk")
        places = {name: str(home / name) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME")}
        # A clerk's second start: compiled modules are there, whatever this shell says about them.
        places["PYTHONPYCACHEPREFIX"] = str(home / "compiled")
        environment = os.environ | places
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        rivals = {
            "bare": lambda: _run(BARE + END, environment),
            "desk": lambda: _run(DESK + END, environment, register),
        }
        for warm in rivals.values():
            warm()
        taken = turns(STARTS, rivals)
    report("Beranda painted vs bare window", taken["desk"] / taken["bare"], 2.0)
    report("Beranda painted", taken["desk"], 4.0, unit="s")


def _sample(path: Path) -> str:
    from census_desk import sample
    from census_desk.register import Register

    with Register.create(path, actor="bench") as register:
        sample.build(register)
    return str(path)


def _run(code: str, environment: dict[str, str], *arguments: str) -> None:
    subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment, check=True, timeout=120
    )


def _tables(report: Report) -> None:
    import ttkbootstrap as ttk

    from ui import theme
    from ui.tables import TableModel, number_column, text_column
    from ui.widgets.table_view import TableView

    theme.register()
    root = ttk.App(title="bench", theme=theme.LIGHT, size=(1180, 700))
    theme.dress(root)
    columns = (
        text_column("name", "Nama", ems=24),
        text_column("office", "OPD", ems=24),
        number_column("count", "Jumlah"),
    )
    records = {size: _people(size) for size in (SHORT, LONG)}
    views: dict[int, TableView] = {}

    def draw(size: int) -> None:
        for view in views.values():
            view.destroy()
        model = TableModel(columns)
        model.set_records(records[size])
        views[size] = view = TableView(root, model)
        view.pack(fill="both", expand=True)
        root.update()

    def step(size: int) -> None:
        views[size].scroll(1 if time.perf_counter_ns() % 2 else 2)
        root.update()

    drawn = turns(ROUNDS, {"short": lambda: draw(SHORT), "long": lambda: draw(LONG)})
    report("table of 100,000 rows drawn vs 1,000", drawn["long"] / drawn["short"], 1.5)
    stepped: dict[int, float] = {}
    for size in (SHORT, LONG):
        draw(size)
        views[size].scroll(size // 2)
        stepped[size] = turns(ROUNDS * 11, {"step": lambda size=size: step(size)})["step"]
    report("one scroll step at 100,000 rows vs 1,000", stepped[LONG] / stepped[SHORT], 1.5)
    report("one scroll step at 100,000 rows", stepped[LONG] * 1000, 30.0, unit="ms")
    root.destroy()


def _people(size: int) -> tuple[Person, ...]:
    return tuple(
        Person(f"{place:013}", f"Pegawai {place}", f"Dinas {place % 43}", place)
        for place in range(size)
    )
