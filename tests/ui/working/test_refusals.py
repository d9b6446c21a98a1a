"""What a register that takes no more writes does to the pages: one sentence, nothing lost."""

from dataclasses import replace

import pytest

from census_desk.errors import CensusDeskError
from census_desk.register import Register
from census_desk.sessions.attendance import AttendanceState
from census_desk.visits.obstacle import open_count
from tests.ui.fakes import a_workplace
from ui.columns.letters import FOLLOW_UP
from ui.papers.files import Paper
from ui.presenters.calendar import session_label
from ui.presenters.letters import FollowUpPresenter, draft_texts
from ui.presenters.parts import PartsPresenter
from ui.presenters.printing import Printing
from ui.presenters.progress import recap_spec
from ui.presenters.sessions import SPEC, AttendancePresenter
from ui.presenters.visits import ObstaclesPresenter
from ui.tables import TableModel

REFUSED = ("error", "Register dibuka baca-saja.")


class Panel:
    """Takes whatever a presenter shows."""

    def __init__(self):
        self.rows = ()
        self.problems = {}

    def show_rows(self, rows, facts):
        self.rows = rows

    show_people = show_obstacles = show_rows

    def show_problems(self, problems):
        self.problems = problems


@pytest.fixture
def panel():
    return Panel()


@pytest.fixture
def closed(register, monkeypatch):
    """Let the register refuse every step from now on."""

    def close():
        def refuse(what, **more):
            raise CensusDeskError(REFUSED[1])

        monkeypatch.setattr(register, "change", refuse)

    return close


@pytest.fixture
def circular(register):
    return next(one for one in register.letters.all() if one.number)


def test_follow_up_is_refused_in_one_sentence(workplace, panel, circular, closed, screen):
    presenter = FollowUpPresenter(workplace, panel)
    presenter.show(circular.id)
    closed()
    presenter.mark_sent([panel.rows[0].id], presenter.first_texts())
    presenter.clear([panel.rows[0].id])

    assert screen.said == [REFUSED, REFUSED]


def test_clearing_nothing_says_what_to_choose(workplace, panel, circular, screen):
    presenter = FollowUpPresenter(workplace, panel)
    presenter.show(circular.id)
    presenter.clear([])

    assert screen.said[-1][0] == "info"


def test_attendance_is_refused_in_one_sentence(workplace, panel, register, closed, screen):
    presenter = AttendancePresenter(workplace, panel)
    presenter.show(register.attendances.all()[0].session_id)
    closed()
    presenter.note([panel.rows[0].id], AttendanceState.SICK)

    assert screen.said == [REFUSED]


def test_nobody_chosen_is_nobody_noted(workplace, panel, register, screen):
    presenter = AttendancePresenter(workplace, panel)
    presenter.show(register.attendances.all()[0].session_id)
    before = register.rev
    presenter.note([], AttendanceState.SICK)
    presenter.clear([])

    assert register.rev == before
    assert {kind for kind, _text in screen.said} == {"info"}


def test_a_session_that_is_gone_leaves_an_empty_panel(workplace, panel):
    presenter = AttendancePresenter(workplace, panel)
    presenter.show("0000000000000")

    assert (presenter.session_id, panel.rows) == ("", ())


def test_obstacles_are_refused_in_one_sentence(workplace, panel, register, closed, screen):
    presenter = ObstaclesPresenter(workplace, panel)
    still_open = next(one for one in register.obstacles.all() if open_count(one))
    presenter.show(still_open.office_id)
    closed()
    added = presenter.add({"reason": "cuti", "people_count": "1"})
    settled = presenter.settle({still_open.id: None})
    presenter.reopen([still_open.id])
    presenter.remove([still_open.id])
    presenter.remove([])

    assert not added
    assert settled == {"": REFUSED[1]}
    assert screen.said[0] == REFUSED and screen.said[-1] == REFUSED


def test_a_refused_part_is_told_in_its_dialog(workplace, register, closed, screen):
    office = register.offices.all()[0]
    parts = PartsPresenter(workplace, recap_spec(office.id))
    texts = parts.texts("") | {"done_count": "1"}
    closed()

    assert parts.save("", texts) == {"": REFUSED[1]}
    assert parts.title("") == "Rekap baru"

    parts.delete(())
    assert screen.said == []


def test_a_part_typed_wrong_is_told_beside_its_field(workplace, register):
    parts = PartsPresenter(workplace, recap_spec(register.offices.all()[0].id))

    assert list(parts.save("", parts.texts("") | {"done_count": "banyak"})) == ["done_count"]


def test_deleted_parts_come_back_with_one_undo(workplace, register, screen):
    recap = register.recaps.all()[0]
    PartsPresenter(workplace, recap_spec(recap.office_id)).delete((recap.id,))

    assert register.recaps.find(recap.id) is None
    assert "Ctrl+Z" in screen.said[-1][1]

    register.undo()
    assert register.recaps.find(recap.id) == recap


def test_a_long_paper_is_refused_before_it_begins(workplace, screen):
    def refuse():
        raise CensusDeskError("OPD penerima belum diisi.")

    Printing(workplace).long("Lembar", refuse)

    assert screen.said == [("error", "OPD penerima belum diisi.")]


def test_a_paper_that_cannot_be_written_is_told_in_words(workplace, screen, tmp_path):
    (tmp_path / "cetakan").write_text("bukan folder", encoding="utf-8")
    Printing(workplace).print(lambda: lambda: Paper(name="a.pdf", pdf=b"%PDF"))

    Printing(workplace).open_folder()

    assert [kind for kind, _text in screen.said] == ["error", "error"]
    assert screen.folders == []


def test_a_register_not_set_up_yet_still_offers_an_empty_letter(screen):
    with Register.in_memory() as register:
        workplace = a_workplace(register, screen=screen)

        assert draft_texts(workplace) == {}
        assert SPEC.defaults(workplace)["chair_id"] == ""


def test_the_follow_up_says_in_words_how_far_an_office_is(workplace, panel, circular, register):
    sent = next(
        one
        for one in register.deliveries.all()
        if one.letter_id == circular.id and one.received_on is None
    )
    register.deliveries.remove(sent.id)
    presenter = FollowUpPresenter(workplace, panel)
    presenter.show(circular.id)
    model = TableModel(FOLLOW_UP, workplace.lookup)
    model.set_records(panel.rows)
    states = {row.texts[1] for row in model.window(0, model.count)}

    assert states == {"Diterima", "Terkirim", "Belum dikirim"}


def test_a_session_of_a_group_is_called_by_it(workplace, register):
    session = replace(register.sessions.all()[0], office_ids=(), groups=("RT",))

    assert session_label(workplace, session) == "RT"
