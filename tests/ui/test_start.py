"""What a start of the window loads: nothing heavy before it is needed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from census_desk import sample
from census_desk.register import Register

PROJECT = Path(__file__).resolve().parents[2]
HEAVY = (
    "reportlab",
    "openpyxl",
    "pypdfium2",
    "babel",
    "holidays",
    "rapidfuzz",
    "markdown_it",
    "segno",
    "defusedxml",
    "dateutil",
    "census_desk.sample",
)
START = """
import sys
from pathlib import Path
from ui.app import App
from ui.preferences import FilePreferences
app = App(FilePreferences())
app.begin(Path(sys.argv[1]))
app.root.update()
assert app.window.current == "home"
print("\\n".join(sorted(sys.modules)))
app.leave()
"""


@pytest.fixture
def loaded(tmp_path, display) -> set[str]:
    path = tmp_path / "kudus.censusdesk"
    with Register.create(path, actor="uji") as register:
        sample.build(register)
    done = subprocess.run(
        [sys.executable, "-c", START, str(path)],
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_beranda_is_painted_without_any_heavy_library(loaded):
    found = [name for name in HEAVY if name in loaded]

    assert found == []


def test_the_views_of_the_other_pages_wait_for_their_first_show(loaded):
    views = {name for name in loaded if name.startswith("ui.views.")}

    assert views == {"ui.views.home", "ui.views.home_today", "ui.views.sectioned"}


def test_the_whole_board_waits_for_its_first_show(loaded):
    assert not {name for name in loaded if "coverage_board" in name or "coverage_rows" in name}
