"""A wheel built from the project installs and runs in another folder, resources included."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
NEEDED = ("census_desk", "reports", "ui", "resources", "setup.cfg", "pyproject.toml", "MANIFEST.in")
PAGES = ("LICENSE", "README.md")
NOT_SOURCE = shutil.ignore_patterns("__pycache__", "*.pyc")


def python(*arguments: str | Path, folder: Path, **more: str) -> str:
    """What a fresh Python says; its failure is the test's failure, with both streams."""
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "DISPLAY")}
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=folder,
        env={**environment, **more},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy, so that no build folder is left beside the source."""
    copy = tmp_path_factory.mktemp("source")
    for name in (*NEEDED, *PAGES):
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=NOT_SOURCE)
        else:
            shutil.copy(source, copy / name)
    python("-m", "build", "--wheel", "--no-isolation", folder=copy)
    (built,) = (copy / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's files alone; what it depends on comes from the environment of the tests."""
    target = tmp_path_factory.mktemp("installed")
    command = ["-m", "pip", "install", "--no-deps", "--no-index", "--quiet", "--target"]
    python(*command, target, wheel, folder=target)
    return target


def desk(installed: Path, folder: Path, *words: str) -> str:
    command = installed / "bin" / "census-desk"
    return python("-I", "-c", START, installed, command, *words, folder=folder)


# -I keeps the current folder and PYTHONPATH out; only the installed files may answer.
START = "import runpy, sys; sys.path.insert(0, sys.argv.pop(1)); del sys.argv[0]; " + (
    "runpy.run_path(sys.argv[0], run_name='__main__')"
)


def test_the_wheel_carries_every_shipped_file(wheel):
    shipped = {
        path.relative_to(PROJECT).as_posix()
        for path in (PROJECT / "resources").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    missing = shipped - set(zipfile.ZipFile(wheel).namelist())

    assert shipped
    assert missing == set()


def test_the_wheel_carries_its_licence_and_no_tests(wheel):
    names = zipfile.ZipFile(wheel).namelist()

    assert any(name.endswith("/LICENSE") for name in names)
    assert not [name for name in names if name.startswith("tests")]


def test_the_installed_command_shows_its_help_without_a_display(installed, tmp_path):
    assert "census-desk" in desk(installed, tmp_path, "--help")


def test_the_installed_command_reads_its_resources(installed, tmp_path):
    assert "33.19" in desk(installed, tmp_path, "areas", "Kudus")


def test_the_installed_command_makes_a_register_from_the_sample(installed, tmp_path):
    desk(installed, tmp_path, "new", "contoh.censusdesk", "--sample", "kudus-2020")

    offices = desk(installed, tmp_path, "list", "contoh.censusdesk", "opd", "--json")
    assert len(json.loads(offices)) == 43
