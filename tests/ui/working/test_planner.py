"""The plan in front: searched for, kept, shown, accepted in whole or in part, set aside."""

from dataclasses import replace

import pytest

from census_desk.errors import CensusDeskError
from census_desk.sessions.planner.making import Limits
from census_desk.sessions.planner.replanning import Strength
from census_desk.sessions.planning.versions import draft_in_front
from tests.census_desk.sessions.planning.campaign import ON, kabupaten, planned
from tests.ui.working.planner_desk import AtOnce, StillRunning, planning_desk
from ui.presenters.planner import PlanInFront
from ui.presenters.planner_deeds import PlanDeeds
from ui.presenters.planner_making import PlanMaking
from ui.presenters.planner_search import PlanSearch
from ui.presenters.planner_shown import PlanLooks

LIMITS = Limits(tries=300)


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
def searches():
    return []


@pytest.fixture
def making(workplace, searches):
    return PlanMaking(workplace, searches.append, AtOnce)


def kept(making, searches):
    done = []
    making.keep(searches[-1], lambda: done.append(True))
    return done == [True]


def test_a_search_ends_as_the_draft_in_front(making, searches, register, screen):
    making.search((), LIMITS)

    assert kept(making, searches)
    version = draft_in_front(register)
    assert (version.number, version.reason, len(version.lines)) == (1, "rencana pertama", 3)
    assert screen.said[-1] == ("ok", "Rancangan 1 tersimpan: 3 sesi.")


def test_while_it_goes_on_the_best_so_far_is_told(workplace, register):
    from census_desk.sessions.planning.asking import request_of

    search = PlanSearch(workplace, request_of(register, ON), LIMITS, 1, StillRunning)

    assert search.look()
    assert search.share == 1
    assert search.words.startswith("Terbaik sejauh ini: 3 dari 3 sesi · semua mendapat jadwal")


def test_a_cancelled_search_leaves_the_best_so_far(workplace, searches, register):
    making = PlanMaking(workplace, searches.append, StillRunning)
    making.search((), LIMITS)

    searches[-1].cancel()

    assert not searches[-1].look()
    assert kept(making, searches)
    assert len(draft_in_front(register).lines) == 3


def test_a_search_cancelled_before_any_plan_keeps_none(workplace, searches, register, screen):
    class Early(StillRunning):
        def _better(self, progress):
            """Nothing was told yet."""

    making = PlanMaking(workplace, searches.append, Early)
    making.search((), LIMITS)
    assert searches[-1].words == "Menyusun rencana pertama…"
    searches[-1].cancel()

    assert kept(making, searches)
    assert draft_in_front(register) is None
    assert screen.last == "Pencarian dihentikan sebelum ada rencana."


def test_a_plan_that_cannot_be_saved_says_so_and_goes_on(
    making, searches, register, screen, monkeypatch
):
    def full(*_parts, **_more):
        raise CensusDeskError("Disk penuh; belum disimpan.")

    making.search((), LIMITS)
    monkeypatch.setattr("ui.presenters.planner_making.keep_version", full)

    assert kept(making, searches)
    assert screen.said[-1] == ("error", "Disk penuh; belum disimpan.")
    assert draft_in_front(register) is None


def test_without_a_team_no_search_begins(making, searches, register, screen):
    for team in register.planning_teams.all():
        register.planning_teams.remove(team.id)

    making.search((), LIMITS)

    assert searches == []
    assert screen.last.startswith("Belum ada tim")


def test_only_some_groups_are_named_as_the_reason(making, searches, register):
    office = register.offices.all()[0]
    making.search([f"office:{office.id}"], LIMITS)
    kept(making, searches)

    version = draft_in_front(register)
    assert version.reason == "1 kelompok dipilih"
    assert {line.group for line in version.lines} == {f"office:{office.id}"}

    making.again(Strength.FREE, "sekali lagi", LIMITS)
    kept(making, searches)

    again = draft_in_front(register)
    assert (again.number, again.only) == (2, (f"office:{office.id}",))
    assert {line.group for line in again.lines} == {f"office:{office.id}"}


@pytest.fixture
def front(workplace, register):
    planned(register)
    return PlanInFront(workplace)


@pytest.fixture
def looks(front):
    return PlanLooks(front)


@pytest.fixture
def deeds(workplace, front):
    return PlanDeeds(workplace, front)


def test_a_line_carries_the_sign_of_its_team_in_words(front, looks):
    sessions = looks.sessions()

    assert [looks.label(one)[:2] in ("A ", "B ") for one in sessions] == [True] * 3
    assert {looks.state(one) for one in sessions} <= {"tim 0", "tim 1"}
    assert all(looks.words(one) == "usulan" for one in sessions)
    assert looks.legend()[0].startswith("A · Tim Satu: ")


def test_the_list_tells_a_line_in_full(front, looks):
    row = looks.lines()[0]

    assert looks.line_facts() == "3 sesi · 130 orang"
    assert row.name in ("DKK", "Setda")
    assert "2020 · " in looks.line_words(row.id)
    assert looks.line_words("") == ""


def test_nothing_is_changed_before_somebody_said_yes(deeds, register, screen):
    screen.confirmed = False

    assert not deeds.accept()
    assert register.sessions.count() == 0


def test_all_becomes_sessions_in_one_step_that_is_taken_back(deeds, register, screen, front, looks):
    assert looks.change_facts() == "3 baru · 0 pindah"
    assert deeds.accept()
    assert register.sessions.count() == 3
    assert screen.last == "Rencana diterima: 3 sesi baru."
    front.look_again()
    assert [row.words for row in front.rows()] == ["✓ jadi sesi"] * 3
    assert looks.changes() == []

    screen.action[1]()

    assert register.sessions.count() == 0


def test_some_lines_are_accepted_and_the_rest_later(deeds, register, screen, front):
    assert deeds.accept([0])
    front.look_again()
    assert register.sessions.count() == 1

    assert deeds.accept()
    front.look_again()
    assert register.sessions.count() == 3
    assert not deeds.accept()
    assert screen.last == "Semuanya sudah sesuai rencana ini."


def test_a_plan_set_aside_is_no_longer_in_front(deeds, register, screen):
    assert deeds.decline()

    assert draft_in_front(register) is None
    screen.action[1]()
    assert draft_in_front(register) is not None


def test_planning_again_keeps_its_reason_and_strength(making, searches, register, deeds):
    deeds.accept()
    texts = {"strength": Strength.USUAL.value, "reason": "Cuti", "seconds": "1", "tries": "300"}

    assert making.again_by(texts) == {}
    kept(making, searches)

    version = draft_in_front(register)
    assert (version.number, version.reason, version.strength) == (2, "Cuti", "usual")
    assert making.again_by(texts | {"tries": "banyak"}).keys() == {"tries"}


def test_what_moves_names_old_new_and_the_letters_to_reissue(
    making, searches, register, deeds, front, looks
):
    deeds.accept()
    session = register.sessions.all()[0]
    register.planning_rules.replace(
        replace(register.planning_rules.all()[0], first_on=session.held_on.replace(day=25))
    )
    making.again(Strength.HIT, "kantor tutup", LIMITS)
    kept(making, searches)
    front.look_again()

    rows = looks.changes()

    assert {row.kind for row in rows} == {"→ pindah"}
    assert all(row.before and row.after for row in rows)
    assert looks.change_facts().endswith(f"{len(rows)} pindah")
    assert all(line.moves for line in looks.lines() if line.id in {row.id for row in rows})


def test_without_a_plan_nothing_is_shown(workplace):
    front = PlanInFront(workplace)
    looks = PlanLooks(front)

    assert (front.facts(), looks.lines(), looks.changes(), looks.missing()) == ("", [], [], [])
    assert looks.first_day() is None
    assert looks.missing_facts() == looks.change_facts() == ""
