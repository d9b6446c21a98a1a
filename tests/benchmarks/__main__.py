"""Run every bench_*.py, each in a process of its own, and say how many figures meet their goal.

`python -m tests.benchmarks` runs all, `python -m tests.benchmarks register` runs bench_register.py.
Exit code 1 when a figure misses its goal or a benchmark breaks, 2 for a name nobody knows.
"""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.reporting import Report

FOLDER = Path(__file__).resolve().parent
FIGURE = re.compile(r"\(goal [<>]= .*\) (ok|MISS)$")


def names(folder: Path = FOLDER) -> list[str]:
    """The benchmarks there are: bench_register.py is called register."""
    return sorted(path.stem.removeprefix("bench_") for path in folder.glob("bench_*.py"))


def outcomes(lines: Sequence[str]) -> tuple[int, int]:
    """How many figures among `lines` met and missed their goal."""
    words = [found[1] for line in lines if (found := FIGURE.search(line))]
    return words.count("ok"), words.count("MISS")


def run_here(name: str) -> int:
    """Run one benchmark inside this process; 1 when a figure misses."""
    report = Report()
    importlib.import_module(f"tests.benchmarks.bench_{name}").run(report)
    return int(report.failed > 0)


def run_apart(name: str) -> tuple[int, int]:
    """Run one benchmark in a fresh process, passing its lines on as they come."""
    command = [sys.executable, "-m", "tests.benchmarks", "--here", name]
    lines: list[str] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as child:
        assert child.stdout is not None
        for line in child.stdout:
            print(line, end="", flush=True)
            lines.append(line.rstrip())
    passed, failed = outcomes(lines)
    if child.returncode and not failed:
        print(f"{name}: broke before its figures were told (exit {child.returncode})", flush=True)
        failed += 1
    return passed, failed


def main(arguments: Sequence[str]) -> int:
    """Dispatch: `--here NAME` inside, otherwise the named ones (or all) apart, then the sum."""
    if arguments[:1] == ["--here"]:
        return run_here(arguments[1])
    known = names()
    if unknown := [name for name in arguments if name not in known]:
        print(f"no benchmark called {', '.join(unknown)}; there are: {', '.join(known)}")
        return 2
    counts = [run_apart(name) for name in arguments or known]
    passed, failed = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0)
    print(f"{passed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
