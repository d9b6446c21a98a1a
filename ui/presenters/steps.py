"""Undo and redo, told by name."""

from collections.abc import Callable
from typing import Any

from census_desk.errors import CensusDeskError
from ui.workplace import OK, Workplace


def undo(workplace: Workplace) -> None:
    """Take back the newest step, and say which."""
    _step(workplace, workplace.register.undo)


def redo(workplace: Workplace) -> None:
    """Do the step taken back last once more, and say which."""
    _step(workplace, workplace.register.redo)


def _step(workplace: Workplace, do: Callable[[], Any]) -> None:
    try:
        step = do()
    except CensusDeskError as refused:
        workplace.refused(refused)
        return
    workplace.say(f"{step.what}.", OK)
