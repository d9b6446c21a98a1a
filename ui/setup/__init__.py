"""A fresh machine: what it lacks and how it gets it. run.py alone uses this, before there is .venv,
so it keeps to the standard library and to words Python 3.9 can read."""

from __future__ import annotations

import sys

OLDEST_PYTHON = (3, 11)


class CannotGoOn(Exception):
    """Carries the sentence that tells the person what happened and what to do."""


def say(sentence: str, end: str = "\n") -> None:
    """One line for the person at the terminal, where pipes of the real output do not take it."""
    sys.stderr.write(f"{sentence}{end}")
    sys.stderr.flush()
