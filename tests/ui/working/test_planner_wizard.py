"""The wizard before a plan: what it shows, keeps, and says in words."""

import pytest

from census_desk.sessions.planning.settings import own_group, planning_rules_of
from tests.census_desk.sessions.planning.campaign import kabupaten
from tests.ui.working.planner_desk import planning_desk
from ui.fields.planner import PLACE
from ui.presenters.planner_wizard import (
    BALANCE,
    PLACES,
    SEARCH,
    STEPS,
    TEAMS,
    TIME,
    WHO,
    WizardPresenter,
)


@pytest.fixture
def register():
    return kabupaten()


@pytest.fixture
def desk(register):
    return planning_desk(register)


@pytest.fixture
def wizard(desk):
    return WizardPresenter(desk[0])


def key_of(wizard, words):
    return next(row.id for row in wizard.groups.rows() if words in row.group.name)


def test_the_window_is_told_in_days_and_halves(wizard):
    words = wizard.words(TIME, wizard.texts(TIME))

    assert words[0] == "Dari Senin, 17 Februari 2020 sampai Selasa, 31 Maret 2020."
    assert words[1] == "31 hari kerja, 56 setengah hari."
    assert words[-1] == "Jumat siang tidak dipakai."


def test_the_words_follow_what_is_typed_before_it_is_saved(wizard, register):
    texts = wizard.texts(TIME) | {"last_on": "21/02/2020", "friday_afternoons": "ya"}

    words = wizard.words(TIME, texts)

    assert words[0].endswith("sampai Jumat, 21 Februari 2020.")
    assert words[1] == "5 hari kerja, 10 setengah hari."
    assert planning_rules_of(register).last_on is None


def test_a_window_past_the_online_phase_says_so(wizard):
    words = wizard.words(TIME, wizard.texts(TIME) | {"last_on": "15/04/2020"})

    assert "sudah berakhir Selasa, 31 Maret 2020" in words[-1]


def test_hours_that_cannot_be_stand_as_sentences(wizard):
    words = wizard.words(TIME, wizard.texts(TIME) | {"morning_until": "08.00"})

    assert words == ["Sesi pagi harus berakhir sesudah mulainya."]


def test_leaving_a_step_saves_it_once(wizard, register):
    texts = wizard.texts(TIME) | {"last_on": "20/03/2020"}
    assert wizard.save(TIME, texts) == {}
    rev = register.rev

    assert wizard.save(TIME, texts) == {}

    assert f"{planning_rules_of(register).last_on}" == "2020-03-20"
    assert register.rev == rev


def test_hours_outside_the_office_are_refused_beside_their_field(wizard):
    problems = wizard.save(TIME, wizard.texts(TIME) | {"afternoon_until": "17.00"})

    assert "di luar jam kantor" in problems["afternoon_until"]


def test_what_is_typed_and_not_saved_comes_back(wizard, desk):
    wizard.keep_draft(TIME, wizard.texts(TIME) | {"first_on": "belum tent"})

    again = WizardPresenter(desk[0])

    assert again.texts(TIME)["first_on"] == "belum tent"
    again.save(TIME, again.texts(TIME) | {"first_on": ""})
    assert WizardPresenter(desk[0]).texts(TIME)["first_on"] == ""


def test_groups_say_how_many_sessions_they_need(wizard):
    rows = {row.group.short_name: row for row in wizard.groups.rows()}

    assert (rows["DKK"].group.sessions, rows["DKK"].words) == (2, "2 sesi")
    assert wizard.facts(WHO) == "2 kelompok · 3 sesi · 130 orang"


def test_a_room_changes_the_number_of_sessions_at_once(wizard, register):
    key = key_of(wizard, "Kesehatan")

    assert wizard.groups.save(key, PLACE, {"venue_id": "", "room": "25", "sessions": ""}) == {}

    assert wizard.groups.group(key).sessions == 4


def test_a_group_is_left_out_and_taken_in_again_as_one_step(wizard, register):
    key = key_of(wizard, "Kesehatan")

    wizard.groups.leave_out([key])
    left = next(row for row in wizard.groups.rows() if row.id == key)
    assert (left.is_open, left.words[0]) == (False, "–")
    assert own_group(register, key).is_left_out

    wizard.groups.leave_out([key])
    assert next(row for row in wizard.groups.rows() if row.id == key).is_open


def test_only_marked_groups_are_planned_and_all_again(wizard):
    key = key_of(wizard, "Kesehatan")

    wizard.groups.only_these([key])
    assert [row.id for row in wizard.groups.rows()] == [key]
    assert wizard.facts(WHO).endswith("hanya yang dipilih")

    wizard.groups.only_these([])
    assert len(wizard.groups.rows()) == 2


def test_places_list_only_what_is_unknown_or_too_small(wizard):
    rows = {row.group.short_name: row for row in wizard.rows(PLACES)}

    assert set(rows) == {"DKK", "Setda"}
    assert wizard.facts(PLACES).startswith("1 tanpa tempat terdaftar")


def test_a_team_is_made_changed_and_deleted(wizard, register, desk):
    texts = wizard.teams.texts("") | {"name": "Tim Selatan", "extra_count": "2"}
    assert wizard.teams.save("", texts) == {}
    team = next(one for one in wizard.teams.rows() if one.name == "Tim Selatan")

    assert wizard.teams.save(team.id, wizard.teams.texts(team.id) | {"min_present": "3"}) == {
        "min_present": "Paling sedikit hadir antara 1 dan 2 orang."
    }
    wizard.teams.delete([team.id])

    assert register.planning_teams.find(team.id) is None
    assert desk[1].last == "Tim dihapus: Tim Selatan."


def test_several_teams_are_formed_from_the_form(wizard, register):
    assert wizard.teams.form(wizard.teams.form_texts() | {"count": "3"}) == {}
    assert wizard.facts(TEAMS) == "5 tim · 9 orang"
    assert set(wizard.teams.form({"count": "0", "members": "2", "min_present": "1"})) == {"count"}


def test_without_a_team_one_cannot_go_on(wizard, register):
    assert wizard.lacking(TEAMS) == ""
    for team in register.planning_teams.all():
        register.planning_teams.remove(team.id)

    assert wizard.lacking(TEAMS).startswith("Belum ada tim")
    assert wizard.lacking(SEARCH) == wizard.lacking(TEAMS)


def test_the_search_stops_by_tries_where_that_is_asked_for(wizard):
    texts = wizard.texts(BALANCE)
    assert wizard.limits.seconds == 10

    assert wizard.save(BALANCE, texts | {"tries": "500"}) == {}
    assert (wizard.limits.tries, wizard.limits.seconds) == (500, None)
    assert "tries" in wizard.save(BALANCE, texts | {"tries": "0"})
    assert "seconds" in wizard.save(BALANCE, texts | {"seconds": "9999"})


def test_the_summary_tells_need_and_places(wizard):
    words = wizard.summary()

    assert words[1] == "2 kelompok dengan 130 orang perlu 3 sesi."
    assert words[2].startswith("2 tim pada ")
    assert words[-1].startswith("Pencarian berjalan 10 detik")


def test_every_step_has_a_name_and_a_lead():
    assert [step.name for step in STEPS] == [TIME, WHO, TEAMS, PLACES, BALANCE, SEARCH]
    assert all(step.title and step.lead.endswith(".") for step in STEPS)
