"""What Rencana says: facts, questions before letters are left behind, refusals, prices, places."""

from dataclasses import replace

import pytest

from census_desk.errors import CensusDeskError
from census_desk.sessions.planning.versions import draft_in_front
from census_desk.sessions.session import SessionStatus
from tests.census_desk.builders import a_session
from tests.census_desk.sessions.planning.campaign import kabupaten, planned
from tests.ui.working.planner_desk import planning_desk
from ui.presenters import planner_deeds
from ui.presenters.planner import PlanInFront, shortened
from ui.presenters.planner_changes import ChangeRow, change_colour
from ui.presenters.planner_deeds import PlanDeeds
from ui.presenters.planner_lines import PlanLines
from ui.presenters.planner_loads import hours_words
from ui.presenters.planner_rows import row_colour, sign_of
from ui.presenters.planner_shown import PlanLooks
from ui.presenters.planner_wizard import BALANCE, TIME, WHO, WizardPresenter


@pytest.fixture
def register():
    return kabupaten()


@pytest.fixture
def desk(register):
    return planning_desk(register)


@pytest.fixture
def workplace(desk):
    return desk[0]


@pytest.fixture
def screen(desk):
    return desk[1]


@pytest.fixture
def front(workplace, register):
    planned(register)
    return PlanInFront(workplace)


@pytest.fixture
def deeds(workplace, front):
    return PlanDeeds(workplace, front)


def test_the_line_under_the_title_counts_what_was_accepted(front, deeds):
    assert front.facts() == "Rancangan 1 (14/02/2020) · 3 sesi · alasan: pertama"

    deeds.accept([0])
    front.look_again()

    assert (
        front.facts() == "Rancangan 1 (14/02/2020) · 3 sesi · 1 sudah jadi sesi · alasan: pertama"
    )


def test_a_long_reason_is_cut_at_a_word():
    told = shortened("Disdikpora: Tim Kota tidak cukup anggota pada Senin, 2 Maret 2020: dua cuti")

    assert told == "Disdikpora: Tim Kota tidak cukup anggota pada Senin, 2…"


def taken(register, front):
    """A session of somebody else in the hall, at the time of a line that was planned there."""
    line = next(one.line for one in front.rows() if front.groups()[one.line.group].venue_id)
    group = front.groups()[line.group]
    other = a_session(id=register.ids(), title="Rapat lain", held_on=line.on, venue="Aula DKK")
    rules = front.rules
    hours = (rules.morning_from, rules.morning_until)
    if line.slot == "PM":
        hours = (rules.afternoon_from, rules.afternoon_until)
    register.sessions.add(
        replace(other, starts_at=hours[0], ends_at=hours[1], venue_id=group.venue_id)
    )
    front.look_again()


def test_lines_the_rules_forbid_are_left_out_when_one_says_so(register, front, deeds, screen):
    taken(register, front)

    assert deeds.accept()

    assert screen.last == "Rencana diterima: 2 sesi baru, 1 tidak diterima."
    assert "1 dilarang aturan jadwal" in PlanLooks(front).change_facts()


def test_or_nothing_is_accepted(register, front, deeds, screen):
    taken(register, front)
    answers = iter([True, False])
    deeds._workplace.confirm = lambda question, **more: next(answers)

    assert not deeds.accept()
    assert register.sessions.count() == 1


def test_a_failure_is_told_and_nothing_is_done(register, front, deeds, screen, monkeypatch):
    def full(*_parts, **_more):
        raise CensusDeskError("Disk penuh; belum disimpan.")

    monkeypatch.setattr(planner_deeds, "accept", full)
    monkeypatch.setattr(planner_deeds, "apply_fix", full)

    assert not deeds.accept()
    assert screen.said[-1] == ("error", "Disk penuh; belum disimpan.")


def test_nothing_is_done_without_a_plan(workplace):
    deeds = PlanDeeds(workplace, PlanInFront(workplace))

    assert not deeds.accept()
    assert not deeds.decline()
    assert deeds.apply_fix("0") == ""


def test_a_plan_is_kept_when_one_does_not_mean_it(deeds, screen, register):
    screen.confirmed = False

    assert not deeds.decline()
    assert draft_in_front(register) is not None


def test_a_place_that_is_taken_names_who_must_move_first(workplace, front, screen, register):
    lines = PlanLines(workplace, front, lambda line_id: None)
    found = []
    for row in front.rows():
        lines.why(row.id, found.append)
        swapped = next((one for one in found[-1].rows if one.gives_way), None)
        if swapped is not None:
            break

    assert swapped.words.endswith(swapped.gives_way)
    assert not lines.put_at(row.id, swapped.id)
    assert "pindahkan" in screen.last


def test_a_line_that_is_against_the_rules_by_now_says_so(workplace, front, register):
    lines = PlanLines(workplace, front, lambda line_id: None)
    lines.forbid_by("0", {"slot": ""})
    front.look_again()
    found = []

    lines.why("0", found.append)

    assert found[0].sentence.startswith("Tanggal ini tidak sesuai aturan lagi")
    assert found[0].rows == ()


def test_a_change_is_painted_by_what_it_asks_for():
    usual = {
        "id": "0",
        "name": "DKK",
        "before": "",
        "after": "x",
        "on": None,
        "letters": "",
        "clashes": "",
    }
    assert change_colour(ChangeRow(**usual)) == ""
    assert change_colour(ChangeRow(**usual | {"letters": "005/12"})) == "warning"
    assert change_colour(ChangeRow(**usual | {"is_forbidden": True})) == "danger"
    assert ChangeRow(**usual | {"after": ""}).kind == "× tetap, tanpa jadwal baru"
    assert ChangeRow(**usual | {"letters": "005/12", "clashes": "Bentrok."}).notes == (
        "005/12 Bentrok."
    )


def test_signs_and_hours():
    assert [sign_of(place) for place in (0, 25, 26)] == ["A", "Z", "A2"]
    assert (hours_words(45), hours_words(200)) == ("45 menit", "3 jam 20 menit")


def test_an_accepted_line_is_painted_as_done(front, deeds):
    deeds.accept([0])
    front.look_again()

    assert [row_colour(row) for row in front.rows()] == ["success", "", ""]


def test_the_balance_is_told_in_words_and_rules_that_cannot_be_in_theirs(workplace):
    wizard = WizardPresenter(workplace)

    words = wizard.words(BALANCE, wizard.texts(BALANCE))
    assert words[0].startswith("Memajukan satu sesi 55 orang sehari lebih awal")
    wrong = wizard.words(BALANCE, wizard.texts(BALANCE) | {"gap_minutes": "banyak"})
    assert "bukan bilangan" in wrong[0]
    late = wizard.words(TIME, wizard.texts(TIME) | {"last_on": "01/02/2020"})
    assert late[0].startswith("Masa rencana sudah lewat")


def test_a_row_is_told_in_full_and_an_unknown_one_not_at_all(workplace):
    wizard = WizardPresenter(workplace)
    row = wizard.rows(WHO)[0]

    assert row.group.venue in wizard.row_words(WHO, row.id)
    assert wizard.row_words(WHO, "office:tidak-ada") == ""
    assert wizard.groups.name_of("office:tidak-ada") == "office:tidak-ada"


def test_the_summary_names_what_stays_where_it_is(workplace, register, front, deeds):
    deeds.accept([0])
    for session in register.sessions.all():
        register.sessions.replace(replace(session, status=SessionStatus.INVITED))

    words = " ".join(WizardPresenter(workplace).summary())

    assert "1 sesi yang undangannya sudah keluar atau terkunci tetap pada jadwalnya." in words
