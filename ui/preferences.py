"""What a person set up on this computer: theme, sizes, recent registers, drafts. One JSON file.

Keys are dotted words ("table.letters.order") in one flat object; keys of a newer version stay.
"""

import contextlib
import json
import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from census_desk.words import LANGUAGES

FILE_NAME = "preferences.json"
SMALLEST_FONT, LARGEST_FONT, USUAL_FONT = 9, 16, 10
THEMES = ("light", "dark")
RECENT_SHOWN = 8
GEOMETRY = re.compile(r"(\d{2,5})x(\d{2,5})([+-]-?\d{1,5})([+-]-?\d{1,5})")
SEEN_OF_WINDOW = 80  # pixels of the title bar that must be on the screen to get hold of it


def usual_path() -> Path:
    """Where the settings of this person lie on this computer."""
    from platformdirs import user_config_path

    return user_config_path("census-desk", appauthor=False) / FILE_NAME


class FilePreferences:
    """The settings in their file; without one, or with one that cannot be read, all is default.

    Every `set` is written at once and whole. Two windows may share the file: a write takes over
    what the other wrote since, and changes only its own key.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or usual_path()
        self._values = self._read()

    def get(self, key: str, default: Any = None) -> Any:
        """The kept value, or `default`."""
        return self._values.get(key, default)

    def set(self, key: str, value: Any) -> None:
        """Keep a value of plain JSON kinds; None forgets it. A full disk is no reason to stop."""
        if self._values.get(key) == value:
            return
        self._values = self._read() | {key: value}
        if value is None:
            self._values.pop(key)
        with contextlib.suppress(OSError):
            self._write()

    # what every window asks for, checked

    @property
    def theme(self) -> str:
        """ "light" or "dark"."""
        return _one_of(self.get("theme"), THEMES)

    @property
    def language(self) -> str:
        """ "id" or "en"."""
        return _one_of(self.get("language"), LANGUAGES)

    @property
    def font_size(self) -> int:
        """Points, from 9 to 16."""
        size = self.get("font_size")
        is_size = isinstance(size, int) and SMALLEST_FONT <= size <= LARGEST_FONT
        return size if is_size else USUAL_FONT

    def geometry(self, screen_width: int, screen_height: int) -> str:
        """The window's last place and size, "" when it would not be seen on this screen."""
        kept = self.get("geometry")
        return kept if _is_seen(kept, screen_width, screen_height) else ""

    @property
    def recent_registers(self) -> list[Path]:
        """The registers opened lately, the last one first; a file may be gone since."""
        kept = self.get("recent_registers")
        paths = kept if isinstance(kept, list) else []
        return [Path(path) for path in paths if isinstance(path, str)][:RECENT_SHOWN]

    def remember_register(self, path: Path) -> None:
        """Put a register at the head of the recent ones."""
        others = [one for one in self.recent_registers if one != path]
        self.set("recent_registers", [str(one) for one in (path, *others)][:RECENT_SHOWN])

    def forget_register(self, path: Path) -> None:
        """Take a register that is gone off the list."""
        left = [str(one) for one in self.recent_registers if one != path]
        self.set("recent_registers", left)

    # inside

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(self.path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return dict(values) if isinstance(values, Mapping) else {}

    def _write(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.path.parent, suffix=".tmp")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(self._values, file, ensure_ascii=False, indent=1, sort_keys=True)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(self.path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise


def _one_of(value: object, allowed: tuple[str, ...]) -> str:
    return value if isinstance(value, str) and value in allowed else allowed[0]


def _is_seen(kept: object, screen_width: int, screen_height: int) -> bool:
    found = GEOMETRY.fullmatch(kept) if isinstance(kept, str) else None
    if found is None:
        return False
    width, height, left, top = (int(part.replace("+-", "-")) for part in found.groups())
    fits = width <= screen_width and height <= screen_height
    return (
        fits
        and -width + SEEN_OF_WINDOW <= left <= screen_width - SEEN_OF_WINDOW
        and 0 <= top <= screen_height - SEEN_OF_WINDOW
    )
