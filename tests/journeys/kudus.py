"""The real desk on the sample campaign, as a person sits before it."""

import os
from collections.abc import Callable, Sequence
from copy import copy
from pathlib import Path
from typing import Any

from census_desk import sample
from census_desk.letters.letter import Letter, LetterKind
from census_desk.register import Register
from tests.screen import Desk, wait_for
from ui.fields import FIELDS
from ui.forms import Field
from ui.pages import PAGES
from ui.presenters.letter_kinds import fields_of

PREVIEW_GREY = (0x8B, 0x90, 0x98)
LISTED = ("choice", "choices", "code")  # Return takes what was found
STOPS = {"choices": 3, "areas": 3}  # the field, Semua, Kosongkan
WHITE = (255, 255, 255)
OPENER = """#!/bin/sh
echo "$1" >> "{log}"
"""


def key_of(page: str) -> str:
    """The key that leads to a page, whatever its place in the sidebar."""
    return f"ctrl+{list(PAGES).index(page) + 1}"


class KudusDesk:
    """A desk with the sample open; what it prints lies in `papers` and is noted as opened."""

    def __init__(
        self,
        start: Callable[..., Desk],
        folder: Path,
        prepare: Callable[[Register], object] = lambda register: None,
    ) -> None:
        self.path = folder / "kudus.censusdesk"
        with sample.create(self.path, actor="uji") as register:
            prepare(register)
        self._opened = folder / "opened.txt"
        self._sit_down(start)

    def another(self, start: Callable[..., Desk]) -> "KudusDesk":
        """A second window on the same register."""
        other = copy(self)
        other._sit_down(start)
        return other

    def _sit_down(self, start: Callable[..., Desk]) -> None:
        self.desk = start(self.path)
        self.desk.wait_for_window("kudus.censusdesk")
        self.desk.focus("Census Desk")
        self.keys = self.desk.keys

    @property
    def papers(self) -> list[Path]:
        """The papers that were printed."""
        return sorted((self.path.parent / "cetakan").glob("*.pdf"))

    def printed(self, number: int = 1) -> Path:
        """The paper printed as the first, second, … once a program was asked to open it."""
        self.desk.wait_for(
            lambda: len(self._asked_to_open()) >= number, what=f"paper {number} is opened"
        )
        opened = self._asked_to_open()
        assert self.papers == sorted(set(opened))
        return opened[number - 1]

    def _asked_to_open(self) -> list[Path]:
        """Whole lines only: the shell makes the file a moment before it writes to it."""
        if not self._opened.exists():
            return []
        lines = self._opened.read_text(encoding="utf-8").splitlines(keepends=True)
        return [Path(line.rstrip("\n")) for line in lines if line.endswith("\n")]

    def look(self, at: Callable[[Register], object]) -> None:
        """Read the register beside the desk that has it open."""
        with Register.open(self.path, actor="uji", read_only=True) as register:
            at(register)

    def letter(self, fits: Callable[[Letter], bool]) -> Letter:
        """The letter that fits, once it is saved."""
        found = self.saved("letters", fits)
        assert isinstance(found, Letter)
        return found

    def saved(self, collection: str, fits: Callable[[Any], bool]) -> Any:
        """The record that fits, once the desk has saved it; read by a process of its own."""
        return self.saved_all(collection, fits, 1)[0]

    def saved_all(self, collection: str, fits: Callable[[Any], bool], count: int) -> list[Any]:
        """The records that fit, once there are so many."""
        found: list[Any] = []

        def there() -> bool:
            with Register.open(self.path, actor="uji", read_only=True) as register:
                found[:] = [one for one in register.collection(collection).all() if fits(one)]
            return len(found) >= count

        self.desk.wait_for(there, what=f"{count} saved records of {collection}")
        return found

    def find(self, words: str) -> None:
        """Ctrl+K: do a command, or go to a record, found by a few words."""
        self.keys.press("ctrl+k")
        self.desk.wait_for_focus("Cari perintah")
        self.keys.type(words)
        self.keys.press("Return")

    def asked(self, title: str) -> None:
        """Wait until a dialog has the keyboard."""
        self.desk.wait_for_focus(title)

    def back(self) -> None:
        """Wait until the desk itself has the keyboard again."""
        self.desk.wait_for_focus("kudus.censusdesk")

    def choose_file(self, title: str, path: Path) -> None:
        """Type the path of a file into the dialog that asks for it."""
        self.asked(title)
        self.keys.press("ctrl+a")
        self.keys.type(str(path))
        self.keys.press("Return")
        self.back()

    def begin_letter(self, words: str) -> None:
        """Ctrl+N in Surat: choose what the letter begins as by a few words, wait for its form."""
        self.keys.press("ctrl+n")
        self.choose_start(words)

    def choose_start(self, words: str) -> None:
        """In the list of what a letter begins as: take the first with these words."""
        self.asked("Surat baru dari")
        self.keys.type(words)
        self.keys.press("Return")
        self.back()

    def fill_letter(self, kind: LetterKind, **texts: str) -> None:
        """The same in the form of a letter, which shows only what its kind needs."""
        shown = fields_of(kind.value)
        self._fill([field for field in FIELDS["letters"] if field.name in shown], texts)

    def fill(self, collection: str, **texts: str) -> None:
        """Go through a form from its first field with Tab, typing where a text is given.

        The fields come in the order of their specs, as on the screen; the last one named keeps
        the keyboard.
        """
        self._fill(FIELDS[collection], texts)

    def _fill(self, fields: Sequence[Field], texts: dict[str, str]) -> None:
        assert set(texts) <= {field.name for field in fields}
        for field in fields:
            if field.name in texts:
                self.keys.type(texts.pop(field.name))
                if field.kind in LISTED:
                    self.keys.press("Return")
            if not texts:
                return
            self.keys.press(*["Tab"] * STOPS.get(field.kind, 1))


def opener(folder: Path) -> str:
    """A PATH whose xdg-open only notes what it was asked to open."""
    tools = folder / "tools"
    tools.mkdir()
    script = tools / "xdg-open"
    script.write_text(OPENER.format(log=folder / "opened.txt"), encoding="utf-8")
    script.chmod(0o755)
    return f"{tools}{os.pathsep}{os.environ['PATH']}"


def wait_for_page() -> None:
    """Until the preview shows a page: white, with black on it, on the grey of its pane."""
    wait_for(_page_is_seen, what="a page in the preview")


def _page_is_seen() -> bool:
    from PIL import ImageGrab

    screen = ImageGrab.grab(xdisplay=os.environ["DISPLAY"]).convert("RGB")
    width, height = screen.size
    part = screen.crop((int(width * 0.55), int(height * 0.35), width, int(height * 0.9)))
    colours = {colour: count for count, colour in part.getcolors(1 << 24) or []}
    dark = sum(count for colour, count in colours.items() if max(colour) < 90)
    area = part.size[0] * part.size[1]
    white, grey = colours.get(WHITE, 0), colours.get(PREVIEW_GREY, 0)
    return grey > area // 100 and white > area // 2 and dark > area // 500


def text_of(path: Path) -> str:
    """The text of a PDF with every run of blanks and breaks made one blank."""
    return " ".join(pages_of(path))


def pages_of(path: Path) -> list[str]:
    """The same, page by page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()
