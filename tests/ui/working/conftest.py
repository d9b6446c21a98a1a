"""A workplace whose window only takes notes, with the sample campaign in memory."""

from datetime import date

import pytest

from census_desk import sample
from census_desk.identity import Ids
from census_desk.register import Register
from tests.ui.fakes import FakePreferences, FakeScreen, a_workplace


class NotedScreen(FakeScreen):
    """The screen of the other tests, with files and folders noted as paths."""

    def __init__(self):
        super().__init__()
        self.opened = []
        self.folders = []
        self.asked_names = []

    def open_file(self, path):
        self.opened.append(path)

    def open_folder(self, path):
        self.folders.append(path)

    def choose_save_path(self, name, *, folder=None):
        self.asked_names.append(name)
        return self.save_path


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
    kept = FakePreferences({"papers.folder": str(tmp_path / "cetakan")})
    return a_workplace(register, preferences=kept, screen=screen, new_id=Ids(), today=_some_day)


def _some_day():
    return date(2026, 7, 1)


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
