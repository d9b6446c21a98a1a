"""The first start on a fresh machine: what is installed, what is said, what is made anew."""

from __future__ import annotations

import configparser
import importlib.metadata
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import run
from ui.setup import CannotGoOn
from ui.setup.environment import Environment, one_at_a_time
from ui.setup.packages import OFFLINE, pin_count, progress, requirements, why_pip_failed
from ui.setup.system import advice, missing_for_tests, settle_python, works

PROJECT = Path(__file__).resolve().parent.parent
SETUP = [f"ui/setup/{path.name}" for path in (PROJECT / "ui" / "setup").glob("*.py")]
SETTINGS = """
[options]
install_requires =
    tinydb==4.9.0
    reportlab==5.1.0

[options.extras_require]
test =
    pytest==9.2.0
bench =
    typst==0.15.2
"""
PINS = """# every package
# desk
reportlab==5.1.0
tinydb==4.9.0

# test
pytest==9.2.0

# bench
typst==0.15.2

# on Windows alone
colorama==0.4.6 ; sys_platform == "win32"
"""


def only(*programs: str):
    """A machine that has these programs."""
    return lambda name: f"/usr/bin/{name}" if name in programs else None


# --- what is installed ------------------------------------------------------------------------


def test_the_desk_installs_its_own_packages_alone():
    assert requirements(SETTINGS) == ["tinydb==4.9.0", "reportlab==5.1.0"]


def test_the_tests_install_their_extra_as_well():
    assert requirements(SETTINGS, {"desk", "test"})[2:] == ["pytest==9.2.0"]


def test_the_benchmarks_install_the_peers_they_measure_too():
    assert requirements(SETTINGS, {"test", "bench"})[2:] == ["pytest==9.2.0", "typst==0.15.2"]


def test_the_pins_are_counted_for_the_job_and_for_every_system():
    assert pin_count(PINS) == 2
    assert pin_count(PINS, {"test"}) == 3
    assert pin_count(PINS, {"test", "bench"}) == 4


def pins() -> dict[str, str]:
    text = (PROJECT / "resources/setup/constraints.txt").read_text(encoding="utf-8")
    found = re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE)
    return {normal(name): version for name, version in found}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_package_of_setup_cfg_is_pinned_to_the_version_of_the_constraints():
    wanted = requirements((PROJECT / "setup.cfg").read_text(encoding="utf-8"), {"test", "bench"})

    for line in wanted:
        name, equal, version = line.partition("==")
        assert equal, f"{line} has no version"
        assert pins()[normal(name)] == version


def test_what_the_packages_bring_along_is_pinned_too():
    """Otherwise two machines set up a week apart would differ."""
    unpinned = {
        f"{name} -> {needed[0]}"
        for name in pins()
        for line in installed_requirements(name)
        if (needed := re.match(r"[\w.-]+", line)) and normal(needed[0]) not in pins()
    }

    assert unpinned == set()


def installed_requirements(name: str) -> list[str]:
    """The unconditional requirements of an installed package."""
    try:
        lines = importlib.metadata.requires(name) or []
    except importlib.metadata.PackageNotFoundError:  # one for another system
        return []
    return [line for line in lines if ";" not in line]


# --- what is said -----------------------------------------------------------------------------


def test_an_old_python_gets_a_sentence_with_its_version():
    sentence = run.old_python((3, 9), only())

    assert "Python 3.11 atau lebih baru; yang ini 3.9." in sentence
    assert "python.org" in sentence


def test_an_old_python_points_to_the_newest_one_that_is_here():
    sentence = run.old_python((3, 10), only("python3.11", "python3.13", "python3.10"))

    assert sentence.endswith("ketik: python3.13 run.py")
    assert "python.org" not in sentence


def test_progress_counts_each_package_once_and_names_the_last():
    log = "Collecting reportlab==5.1.0\n  Downloading x\nCollecting rl_accel\nCollecting rl-accel"

    assert progress(log, 20) == "Paket 2 dari 20: rl-accel"


def test_progress_counts_what_is_there_already():
    assert progress("Requirement already satisfied: six in …", 20) == "Paket 1 dari 20: six"


def test_progress_says_when_pip_writes_to_disk():
    assert progress("Collecting six\nInstalling collected packages: six", 20).endswith("memasang")


@pytest.mark.parametrize(
    "log",
    [
        "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('",
        "ERROR: Could not find a version\nERROR: No matching distribution found for tinydb",
        "ERROR: Cannot install tinydb==4.9.0 because these package versions have conflicting",
    ],
)
def test_a_network_that_is_down_is_told_with_the_way_out(log):
    sentence = why_pip_failed(log, Path("pemasangan.log"))

    assert "sambungan internet" in sentence
    assert OFFLINE in sentence


def test_no_sentence_repeats_a_host_from_the_log_of_pip():
    log = "Looking in indexes: https://paket.kantor.example/simple\nERROR: something else"

    assert "paket.kantor.example" not in why_pip_failed(log, Path("pemasangan.log"))


def test_a_full_disk_is_told_as_such():
    assert "Cakram penuh" in why_pip_failed("[Errno 28] No space left on device", Path("x"))


@pytest.mark.parametrize(
    ("platform", "programs", "told"),
    [
        ("linux", ["apt-get"], "sudo apt-get install -y python3-tk python3-venv"),
        ("linux", ["dnf"], "sudo dnf install python3-tkinter"),
        ("linux", ["pacman"], "sudo pacman -S tk"),
        ("linux", [], "pengelola paket"),
        ("darwin", [], "brew install python-tk@"),
        ("win32", [], "tcl/tk and IDLE"),
    ],
)
def test_a_python_without_tk_is_told_the_one_thing_to_do(platform, programs, told):
    sentence = advice(["_tkinter", "ensurepip"], platform, only(*programs))

    assert told in sentence
    assert "Tk untuk Python" in sentence
    assert sentence.count("sudo") <= 1


def test_missing_test_programs_are_told_in_one_command():
    sentence = advice(["Xvfb", "pdftoppm"], "linux", only("apt-get"))

    assert sentence.endswith("sudo apt-get install -y xvfb poppler-utils")


def test_help_names_the_four_jobs(capsys):
    assert run.main(["--help"]) == 0

    told = capsys.readouterr().out
    assert all(f"run.py {job}" in told for job in ("test", "samples", "bench"))


# --- this machine -----------------------------------------------------------------------------


def test_a_python_that_is_not_there_does_not_work(tmp_path):
    assert not works(str(tmp_path / "python"))


def test_a_python_without_the_module_does_not_work():
    assert works(sys.executable, "json")
    assert not works(sys.executable, "no_such_module_anywhere")


def test_nothing_is_done_where_nothing_is_missing():
    assert settle_python([]) is None


def test_the_programs_of_the_tests_are_looked_for_on_the_path(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert {"Xvfb", "openbox", "xdotool", "pdftoppm"} <= set(missing_for_tests())


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Windows and macOS always have one"
)
def test_a_display_that_does_not_answer_is_no_screen(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":60999")
    assert not run.has_screen()

    monkeypatch.delenv("DISPLAY")
    assert not run.has_screen()


def test_a_display_that_answers_is_a_screen(display):
    assert run.has_screen()


# --- .venv ------------------------------------------------------------------------------------


@pytest.fixture
def environment(tmp_path) -> Environment:
    """A project whose .venv is complete."""
    made = Environment(tmp_path / "desk")
    made.pins.parent.mkdir(parents=True)
    made.settings.write_text(SETTINGS)
    made.pins.write_text(PINS)
    Path(made.python).parent.mkdir(parents=True)
    Path(made.python).write_text("")
    base = tmp_path / "python-of-the-system"
    base.write_text("")
    (made.venv / "pyvenv.cfg").write_text(f"home = x\nexecutable = {base}\n")
    made.ready.write_text(f"{made.fingerprint()}\ndesk tk\n")
    return made


def test_a_complete_environment_serves_its_jobs(environment):
    assert environment.served() == {"desk", "tk"}


def test_a_second_start_installs_nothing(environment):
    before = sorted(environment.venv.rglob("*"))

    environment.prepare({"desk", "tk"})

    assert sorted(environment.venv.rglob("*")) == before


def spoil_settings(environment: Environment) -> None:
    environment.settings.write_text(SETTINGS.replace("4.9.0", "4.9.1"))


def spoil_pins(environment: Environment) -> None:
    environment.pins.write_text(PINS + "six==1.17.0\n")


def interrupt(environment: Environment) -> None:
    environment.unfinished.touch()


def delete_python(environment: Environment) -> None:
    Path(environment.python).unlink()


def update_system_python(environment: Environment) -> None:
    os.utime(environment.project.parent / "python-of-the-system", (1, 1))


def delete_system_python(environment: Environment) -> None:
    (environment.project.parent / "python-of-the-system").unlink()


def lose_stamp(environment: Environment) -> None:
    environment.ready.unlink()


def tear_stamp(environment: Environment) -> None:
    environment.ready.write_text("half")


@pytest.mark.parametrize(
    "event",
    [
        spoil_settings,
        spoil_pins,
        interrupt,
        delete_python,
        update_system_python,
        delete_system_python,
        lose_stamp,
        tear_stamp,
    ],
)
def test_an_environment_that_is_not_what_it_was_made_as_serves_nothing(environment, event):
    event(environment)

    assert environment.served() == set()


def test_two_set_ups_at_once_are_refused_with_a_sentence(environment):
    with (
        one_at_a_time(environment.settings),
        pytest.raises(CannotGoOn, match="sedang berjalan"),
        one_at_a_time(environment.settings),
    ):
        pytest.fail("both set up")


def test_a_set_up_that_failed_is_not_taken_for_complete(environment, monkeypatch, capsys):
    """The packages of SETTINGS cannot be had without an index; the real pip says so."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(environment.project))
    environment.settings.write_text(SETTINGS.replace("tinydb==4.9.0", "no-such-thing==1"))

    with pytest.raises(CannotGoOn, match="internet"):
        environment.prepare({"desk"})

    assert environment.served() == set()
    assert "dibuat ulang" in capsys.readouterr().err


def test_ci_runs_the_one_command():
    script = PROJECT / ".ci" / "run"

    assert os.access(script, os.X_OK)
    assert "python3 run.py test" in script.read_text(encoding="utf-8")


def test_the_extra_of_the_tests_has_what_the_checks_run():
    settings = configparser.ConfigParser()
    settings.read(PROJECT / "setup.cfg", encoding="utf-8")

    for tool in ("ruff", "mypy", "pytest", "pytest-xvfb"):
        assert f"{tool}==" in settings["options.extras_require"]["test"]


def test_help_needs_no_environment(tmp_path):
    """A clone in which nothing is installed yet answers."""
    for name in ("run.py", "ui/__init__.py", *SETUP):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((PROJECT / name).read_bytes())

    done = subprocess.run(
        [sys.executable, "-S", "run.py", "--help"], cwd=tmp_path, capture_output=True, check=False
    )

    assert done.returncode == 0, done.stderr
