"""A workplace without a window: the screen takes notes, the background works at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from census_desk.register import Register
from ui.workplace import Task, Workplace

TODAY = date(2020, 2, 21)


class FakePreferences(dict[str, Any]):
    """Preferences of one test; the checked ones as FilePreferences has them."""

    theme = "light"
    language = "id"
    font_size = 10

    def set(self, key: str, value: Any) -> None:
        if key in ("theme", "font_size"):
            setattr(self, key, value)
        elif value is None:
            self.pop(key, None)
        else:
            self[key] = value


class FakeBackground:
    """Work is done before the caller goes on."""

    def run(self, work: Callable[[], Any], then: Callable[[Any], Any], failed: Any = None) -> None:
        try:
            answer = work()
        except Exception as error:
            if failed is None:
                raise
            failed(error)
        else:
            then(answer)

    def long(self, title: str, work: Callable[[Task], Any], then: Callable[[Any], Any]) -> None:
        then(work(Task()))


class FakeScreen:
    """Notes what a page asked of the window, and answers as the test set it."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []
        self.action: tuple[str, Callable[[], object]] | None = None
        self.went: list[tuple[str, str | None]] = []
        self.copied = ""
        self.save_path: Path | None = None
        self.confirmed = True
        self.kept_version = ""
        self.compared: list[tuple[Mapping[str, str], Mapping[str, str] | None]] = []

    @property
    def last(self) -> str:
        return self.said[-1][1]

    def say(self, text: str, kind: str = "ok", action: Any = None) -> None:
        self.said.append((kind, text))
        self.action = action

    def go(self, page: str, record_id: str | None = None) -> None:
        self.went.append((page, record_id))

    def confirm(self, question: str, *, action: str, danger: bool = False) -> bool:
        return self.confirmed

    def choose(self, question: str, answers: Sequence[str]) -> str | None:
        return answers[0] if answers else None

    def choose_save_path(self, name: str, *, folder: Path | None = None) -> Path | None:
        return self.save_path

    def choose_open_path(self, title: str, kinds: Any, *, folder: Any = None) -> Path | None:
        return None

    def choose_folder(self, title: str, *, folder: Path | None = None) -> Path | None:
        return None

    def open_file(self, path: Path) -> None:
        self.went.append(("file", str(path)))

    def open_folder(self, path: Path) -> None:
        self.went.append(("folder", str(path)))

    def copy(self, text: str) -> None:
        self.copied = text

    def compare(
        self,
        title: str,
        labels: Mapping[str, str],
        mine: Mapping[str, str],
        theirs: Mapping[str, str] | None,
    ) -> str:
        self.compared.append((mine, theirs))
        return self.kept_version

    def commands_changed(self) -> None:
        return None

    def redraw(self, *, rebuild: bool = False) -> None:
        return None


def a_workplace(register: Register | None = None, **more: Any) -> Workplace:
    """A workplace over a register in memory; ids are short and in order."""
    numbers = count(1)
    from census_desk.identity import from_number

    parts: dict[str, Any] = {
        "register": register or Register.in_memory(),
        "preferences": FakePreferences(),
        "background": FakeBackground(),
        "screen": FakeScreen(),
        "today": lambda: TODAY,
        "new_id": lambda: from_number(next(numbers)),
    }
    return Workplace(**(parts | more))
