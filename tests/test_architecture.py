"""The house of design and style, read from the source: who imports whom, and what stays out."""

from __future__ import annotations

import ast
import configparser
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
ALLOWED = {"census_desk": set(), "reports": {"census_desk"}, "ui": {"census_desk", "reports"}}
ENTRY_POINTS = {"census_desk/__main__.py"}
WINDOW_PLACES = (
    *("ui/views/", "ui/widgets/", "ui/app.py", "ui/window.py", "ui/theme.py", "ui/background.py"),
)
ONLY_IN = {
    "tkinter": WINDOW_PLACES,
    "ttkbootstrap": WINDOW_PLACES,
    "reportlab": ("reports/",),
    "tinydb": ("census_desk/register/",),
    "sqlite3": ("census_desk/register/",),
    "openpyxl": ("census_desk/intake/", "reports/workbook.py"),
    "highspy": ("census_desk/sessions/planner/solver.py",),
}
SAMPLE_FACTS = re.compile(r"Kudus|\b7[.,]?140\b|\b857[.,]?415\b")
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root|home|Users|farm)/|[A-Z]:\\\\?Users")
MOST_LINES, MOST_FUNCTION_LINES = 300, 50


@cache
def sources() -> tuple[str, ...]:
    """Every Python file of the project, by its path from the top."""
    roots = [PROJECT / name for name in (*ALLOWED, "tests", "resources")]
    files = [path for root in roots for path in root.rglob("*.py")]
    return ("run.py", *sorted(path.relative_to(PROJECT).as_posix() for path in files))


@cache
def text_of(path: str) -> str:
    return (PROJECT / path).read_text(encoding="utf-8")


@cache
def tree_of(path: str) -> ast.Module:
    return ast.parse(text_of(path), path)


def product() -> list[str]:
    """The files of the three floors."""
    return [path for path in sources() if path.split("/")[0] in ALLOWED]


def imported(path: str) -> set[str]:
    """The full names this file imports, wherever it does so (type checking included)."""
    names = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def top_packages(path: str) -> set[str]:
    return {name.split(".")[0] for name in imported(path)}


def definitions(path: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return (node for node in ast.walk(tree_of(path)) if isinstance(node, kinds))


def calls(path: str) -> Iterator[str]:
    """What is called in this file, as written: `time.sleep`, `Paragraph`."""
    nodes = ast.walk(tree_of(path))
    return (ast.unparse(node.func) for node in nodes if isinstance(node, ast.Call))


def test_the_source_is_found():
    assert {path.split("/")[0] for path in product()} == set(ALLOWED)


def test_no_floor_imports_upward():
    found = {
        path: sorted(above)
        for path in product()
        if path not in ENTRY_POINTS
        and (floor := path.split("/")[0])
        and (above := top_packages(path) & ALLOWED.keys() - ALLOWED[floor] - {floor})
    }

    assert found == {}


def test_no_floor_imports_from_a_folder_beside_its_own():
    """Relative imports would hide an upward one from the test above."""
    found = [
        f"{path}:{node.lineno}"
        for path in product()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom) and node.level
    ]

    assert found == []


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_stays_in_its_rooms(library):
    outside = [
        path
        for path in product()
        if library in top_packages(path) and not path.startswith(ONLY_IN[library])
    ]

    assert outside == []


def test_resources_are_opened_never_imported():
    found = [path for path in product() if "resources" in top_packages(path)]

    assert found == []


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def declared(*, with_tests: bool) -> frozenset[str]:
    """The distributions setup.cfg installs for the desk, or for the desk and its tests."""
    settings = configparser.ConfigParser()
    settings.read(PROJECT / "setup.cfg", encoding="utf-8")
    lines = settings["options"]["install_requires"].split()
    if with_tests:
        lines += settings["options.extras_require"]["test"].split()
    return names_of(lines)


@cache
def optional() -> frozenset[str]:
    """The distributions a person may add; they are called like what is imported from them."""
    settings = configparser.ConfigParser()
    settings.read(PROJECT / "setup.cfg", encoding="utf-8")
    return names_of(settings["options.extras_require"]["plan"].split())


def names_of(lines: list[str]) -> frozenset[str]:
    return frozenset(normal(line.partition("==")[0]) for line in lines)


@pytest.mark.parametrize("place", [*ALLOWED, "tests"])
def test_what_is_imported_is_declared(place):
    """A package that only happens to be in .venv would be missing on a fresh machine."""
    own = {*ALLOWED, "tests", "run", *sys.stdlib_module_names, "_typeshed"}
    there, known = packages_distributions(), declared(with_tests=place == "tests")
    undeclared = {
        f"{path}: {package}"
        for path in sources()
        if path.startswith(f"{place}/")
        for package in top_packages(path) - own
        if not {normal(name) for name in there.get(package, ())} & known
        and normal(package) not in optional()
    }

    assert undeclared == set()


def test_setup_of_a_fresh_machine_keeps_to_the_standard_library():
    """run.py and ui/setup run before there is .venv."""
    files = ["run.py", *(path for path in sources() if path.startswith("ui/setup/"))]
    foreign = {
        f"{path}: {name}"
        for path in files
        for name in imported(path)
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("ui.setup")
    }

    assert foreign == set()


def test_setup_of_a_fresh_machine_is_read_by_python_3_9():
    for path in ["run.py", "ui/__init__.py", *(p for p in sources() if p.startswith("ui/setup/"))]:
        ast.parse(text_of(path), path, feature_version=(3, 9))


def test_no_test_sleeps():
    sleeping = [
        path
        for path in sources()
        if path.startswith("tests/")
        and any(name in ("time.sleep", "sleep") for name in calls(path))
    ]

    assert sleeping == []


def test_foreign_text_reaches_paper_through_the_one_escaper():
    found = [
        path
        for path in product()
        if path != "reports/text.py"
        and any(name.split(".")[-1] == "Paragraph" for name in calls(path))
    ]

    assert found == []


def test_no_error_is_swallowed():
    found = [
        f"{path}:{node.lineno}"
        for path in sources()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or all(isinstance(line, ast.Pass) for line in node.body))
    ]

    assert found == []


def test_only_the_terminal_faces_print():
    """The command line writes through ui/command_line/output.py."""
    found = [path for path in product() if "print" in calls(path) and "command_line" not in path]

    assert found == []


def test_no_file_outgrows_its_name():
    long = {
        path: count for path in product() if (count := len(text_of(path).splitlines())) > MOST_LINES
    }

    assert long == {}


def test_no_function_outgrows_a_page():
    long = {
        f"{path}:{node.lineno} {node.name}": size
        for path in product()
        for node in definitions(path)
        if not isinstance(node, ast.ClassDef)
        and (size := (node.end_lineno or 0) - node.lineno + 1) > MOST_FUNCTION_LINES
    }

    assert long == {}


def test_no_path_of_a_machine_is_written_down():
    found = [
        f"{path}:{number}"
        for path in sources()
        if path != "tests/test_architecture.py"
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if MACHINE_PATH.search(line)
    ]

    assert found == []


def public_without_words(path: str) -> Iterator[str]:
    """Public functions and classes of a module that have no docstring."""
    for node in tree_of(path).body:
        named = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
        if named and ast.get_docstring(node) is None:
            yield f"{path}:{node.lineno} {node.name}"


@pytest.mark.parametrize("floor", ["census_desk", "reports"])
def test_every_public_name_says_what_it_answers(floor):
    silent = [
        name
        for path in product()
        if path.startswith(f"{floor}/")
        for name in public_without_words(path)
    ]

    assert silent == []


def code_words(path: str) -> Iterator[tuple[int, str]]:
    """Every constant and name of a file, docstrings left aside: (line, text)."""
    documents = {
        id(node.body[0].value)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Constant) and id(node) not in documents:
            yield node.lineno, str(node.value)
        elif isinstance(node, ast.Name):
            yield node.lineno, node.id


def test_kudus_is_sample_data_never_a_constant():
    found = [
        f"{path}:{line} {text[:40]}"
        for path in product()
        for line, text in code_words(path)
        if SAMPLE_FACTS.search(text)
    ]

    assert found == []


def test_every_folder_of_tests_is_a_package():
    """Two test files of one name in two folders would otherwise hide each other."""
    folders = {(PROJECT / path).parent for path in sources() if path.startswith("tests/")}

    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []
