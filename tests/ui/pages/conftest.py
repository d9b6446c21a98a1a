"""The sample campaign in memory, and a screen that answers with what a test laid ready."""

import pytest

from census_desk import sample
from census_desk.register import Register
from tests.ui.fakes import FakeScreen, a_workplace


class ReadyScreen(FakeScreen):
    """Answers file and folder questions with what the test laid ready."""

    def __init__(self):
        super().__init__()
        self.open_path = None
        self.folder = None
        self.redrawn = []
        self.questions = []

    def choose_open_path(self, title, kinds, *, folder=None):
        return self.open_path

    def choose_folder(self, title, *, folder=None):
        return self.folder

    def confirm(self, question, *, action, danger=False):
        self.questions.append(question)
        return self.confirmed

    def redraw(self, *, rebuild=False):
        self.redrawn.append(rebuild)

    def replace_register(self, make):
        raise AssertionError("not asked for in this test")


@pytest.fixture
def screen():
    return ReadyScreen()


@pytest.fixture
def register():
    with Register.in_memory() as made:
        sample.build(made)
        yield made


@pytest.fixture
def workplace(register, screen):
    """The sample campaign on its own working date, 21 February 2020."""
    return a_workplace(register, screen=screen)


@pytest.fixture
def empty_workplace(screen):
    with Register.in_memory() as made:
        yield a_workplace(made, screen=screen)


@pytest.fixture
def on_disk(tmp_path, screen):
    """A register with a file, so that it has backups."""
    with Register.create(tmp_path / "desk.censusdesk", actor="Sri") as made:
        sample.build(made)
        yield a_workplace(made, screen=screen)
