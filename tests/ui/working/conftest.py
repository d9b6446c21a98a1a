"""A workplace whose window only takes notes, with the sample campaign in memory."""

from datetime import date

import pytest

from census_desk import sample
from census_desk.identity import Ids
from census_desk.register import Register
from ui.workplace import Task, Workplace


class NotedScreen:
    """What a page asked of the window."""

    def __init__(self):
        self.said = []
        self.went = []
        self.opened = []
        self.folders = []
        self.save_path = None
        self.asked_names = []

    def say(self, text, kind="ok", action=None):
        self.said.append((kind, text))

    def go(self, page, record_id=None):
        self.went.append((page, record_id))

    def open_file(self, path):
        self.opened.append(path)

    def open_folder(self, path):
        self.folders.append(path)

    def choose_save_path(self, name, *, folder=None):
        self.asked_names.append(name)
        return self.save_path

    def __getattr__(self, name):
        return lambda *args, **more: None


class AtOnce:
    """Background work done before the caller goes on."""

    def run(self, work, then, failed=None):
        then(work())

    def long(self, title, work, then):
        then(work(Task()))


class Kept(dict):
    """Preferences of one test."""

    def set(self, key, value):
        if value is None:
            self.pop(key, None)
        else:
            self[key] = value


@pytest.fixture
def register(tmp_path):
    with Register.in_memory() as made:
        sample.build(made)
        yield made


@pytest.fixture
def screen():
    return NotedScreen()


@pytest.fixture
def workplace(register, screen, tmp_path):
    return Workplace(
        register=register,
        preferences=Kept({"papers.folder": str(tmp_path / "cetakan")}),
        background=AtOnce(),
        screen=screen,
        today=lambda: date(2026, 7, 1),
        new_id=Ids(),
    )


def _pages(path):
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


@pytest.fixture
def pdf_pages():
    """The text of every page of a PDF, blanks and line breaks made one blank."""
    return _pages


@pytest.fixture
def pdf_text():
    """The text of a whole PDF."""
    return lambda path: " ".join(_pages(path))
