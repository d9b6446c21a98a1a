"""One line of a plan: why its date, locked, put elsewhere, forbidden; what is hit, and fixes."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from census_desk.sessions.facilitator import Leave
from census_desk.sessions.planner.making import Limits
from census_desk.sessions.planning.settings import own_group, planning_rules_of
from census_desk.sessions.planning.versions import draft_in_front
from census_desk.sessions.session import SessionStatus
from tests.census_desk.sessions.planning.campaign import ON, kabupaten, planned
from tests.ui.working.planner_desk import AtOnce, planning_desk
from ui.presenters.planner import PlanInFront
from ui.presenters.planner_deeds import PlanDeeds
from ui.presenters.planner_lines import PlanLines
from ui.presenters.planner_making import PlanMaking
from ui.presenters.planner_shown import PlanLooks

LIMITS = Limits(tries=300)


@pytest.fixture
def register():
    made = kabupaten()
    planned(made)
    return made


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
def front(workplace):
    return PlanInFront(workplace)


@pytest.fixture
def looks(front):
    return PlanLooks(front)


@pytest.fixture
def moved():
    return []


@pytest.fixture
def lines(workplace, front, moved):
    return PlanLines(workplace, front, moved.append)


def free_day(front, row):
    """A working day no line of the plan is on."""
    used = {one.line.on for one in front.rows()}
    day = row.line.on + timedelta(days=7)
    while day in used or day.weekday() > 3:
        day += timedelta(days=1)
    return day


def test_the_next_best_date_and_its_price_are_told(lines):
    found = []
    lines.why("0", found.append)

    (why,) = found
    assert why.sentence.startswith("Tanggal ")
    assert why.rows[0].other.price <= why.rows[-1].other.price
    assert why.rows[0].words.count("2020") >= 1
    assert why.facts == f"{len(why.rows)} tanggal"


def test_a_line_is_locked_and_let_go(lines, front, register, screen):
    lines.lock("0")
    front.look_again()
    assert draft_in_front(register).lines[0].is_locked
    assert front.row("0").words == "■ terkunci · usulan"
    assert screen.last.endswith("dikunci.")

    lines.lock("0")
    assert not draft_in_front(register).lines[0].is_locked


def test_a_line_is_put_on_another_day_and_followed(lines, front, register, moved, screen):
    row = front.row("0")
    day = free_day(front, row)

    assert lines.put_on("0", day)

    assert draft_in_front(register).lines[0].on == day
    assert moved == ["0"]
    assert screen.last.startswith("Dipindahkan: ")
    screen.action[1]()
    assert draft_in_front(register).lines[0].on == row.line.on


def test_where_the_rules_forbid_it_the_sentence_says_why(lines, front, register, screen):
    sunday = date(2020, 2, 23)

    assert not lines.put_on("0", sunday)

    assert screen.said[-1][0] == "error"
    assert "bukan hari kerja" in screen.last
    assert draft_in_front(register).lines[0] == front.row("0").line


def test_a_carried_line_tells_what_it_would_meet(looks, front):
    row = front.row("0")

    words, is_hit = looks.carried_words("0", date(2020, 2, 23))
    assert is_hit and "bukan hari kerja" in words

    words, is_hit = looks.carried_words("0", free_day(front, row))
    assert (is_hit, words.endswith("dapat · Enter menaruh, Esc batal")) == (False, True)


def test_one_of_the_other_dates_is_taken(lines, front, register):
    found = []
    lines.why("0", found.append)
    free = next(row for row in found[0].rows if not row.gives_way)

    assert lines.put_at("0", free.id)

    assert draft_in_front(register).lines[0].on == free.other.on


def test_a_date_that_was_asked_away_is_forbidden_and_the_line_is_hit(
    lines, front, register, screen
):
    row = front.row("0")

    assert lines.forbid_by("0", {"slot": ""}) == {}
    front.look_again()

    assert own_group(register, row.line.group).forbidden[0].on == row.line.on
    assert front.hit_words().startswith("1 sesi terkena. ")
    assert "Perbaiki yang terkena" in screen.last


def test_what_is_hit_finds_another_place_and_the_rest_stays(lines, front, workplace, register):
    lines.forbid_by("0", {"slot": ""})
    front.look_again()
    before = draft_in_front(register).lines[1:]
    searches = []
    making = PlanMaking(workplace, searches.append, AtOnce)

    making.repair(front.hit_words(), LIMITS)
    making.keep(searches[-1], front.look_again)

    after = draft_in_front(register)
    assert front.hit_words() == ""
    assert after.strength == "hit"
    assert {(one.group, one.on, one.slot) for one in before} <= {
        (one.group, one.on, one.slot) for one in after.lines
    }


def test_leave_entered_later_is_told_with_the_group_and_the_reason(
    front, workplace, register, screen
):
    PlanDeeds(workplace, front).accept()
    session = next(one for one in register.sessions.all() if one.facilitator_ids)
    for person in register.facilitators.all():
        away = Leave(first=session.held_on, last=session.held_on, reason="cuti")
        register.facilitators.replace(replace(person, leave=(away,)))
    front.look_again()
    assert "tidak cukup anggota" in front.hit_words()

    searches = []
    making = PlanMaking(workplace, searches.append, AtOnce)
    making.repair(front.hit_words(), LIMITS)
    making.keep(searches[-1], front.look_again)

    assert front.hit_words().endswith("periksa Perubahan, lalu Terima semua.")
    PlanDeeds(workplace, front).accept()
    front.look_again()
    assert front.hit_words() == ""


def test_an_invited_session_needs_a_reason_to_move(front, workplace, register, lines):
    PlanDeeds(workplace, front).accept()
    for session in register.sessions.all():
        register.sessions.replace(replace(session, status=SessionStatus.INVITED))
    front.look_again()
    row = front.row("0")
    assert lines.needs_reason("0")
    texts = lines.put_texts("0", free_day(front, row))

    assert set(lines.put_by("0", texts)) == {"reason"}
    assert lines.put_by("0", texts | {"reason": "Apel"}) == {}

    assert register.sessions.get(row.line.session_id).moves[-1].reason == "Apel"


def test_letters_that_are_out_keep_a_date_until_it_is_released(front, workplace, register, lines):
    PlanDeeds(workplace, front).accept()
    for session in register.sessions.all():
        register.sessions.replace(replace(session, status=SessionStatus.INVITED))
    front.look_again()
    assert front.row("0").words == "✉ undangan keluar · ✓ jadi sesi"

    lines.lock("0")
    front.look_again()

    assert front.row("0").words == "✉ undangan keluar · boleh pindah · ✓ jadi sesi"
    lines.lock("0")
    front.look_again()
    assert front.row("0").is_locked


@pytest.fixture
def short(register):
    """Two half-days for three sessions: somebody has no place."""
    rules = planning_rules_of(register)
    register.planning_rules.replace(
        replace(rules, first_on=date(2020, 2, 21), last_on=date(2020, 2, 21))
    )
    for team in register.planning_teams.all()[1:]:
        register.planning_teams.remove(team.id)
    return register


def test_who_has_no_place_is_named_with_the_reason_and_fixes_of_different_kind(
    short, front, looks, workplace
):
    searches = []
    making = PlanMaking(workplace, searches.append, AtOnce)
    making.search((), LIMITS)
    making.keep(searches[-1], front.look_again)

    rows = looks.missing()
    assert [row.sessions for row in rows] and sum(row.sessions for row in rows) == 2
    assert "Kurang 2." in looks.reason_of(rows[0].id)
    fixes = looks.fixes()
    assert len({row.fix.kinds for row in fixes}) == len(fixes) >= 3
    assert looks.fix_words("0").startswith(fixes[0].fix.sentence)


def test_a_fix_the_desk_can_do_is_done_and_planned_again(short, front, looks, workplace, register):
    searches = []
    making = PlanMaking(workplace, searches.append, AtOnce)
    making.search((), LIMITS)
    making.keep(searches[-1], front.look_again)
    can = next(row.id for row in looks.fixes() if row.fix.kinds == ("friday", "day"))
    assert looks.can_apply(can)

    done = PlanDeeds(workplace, front).apply_fix(can)
    making.after_fix(done, LIMITS)
    making.keep(searches[-1], front.look_again)

    version = draft_in_front(register)
    assert version.reason == done
    assert (version.missing, len(version.lines)) == ((), 3)


def test_a_fix_is_done_only_after_its_effects_are_confirmed(
    short, front, looks, workplace, register, screen
):
    searches = []
    making = PlanMaking(workplace, searches.append, AtOnce)
    making.search((), LIMITS)
    making.keep(searches[-1], front.look_again)
    can = next(row for row in looks.fixes() if "day" in row.fix.kinds and not row.by_hand)
    screen.confirmed = False
    before = register.rev

    assert PlanDeeds(workplace, front).apply_fix(can.id) == ""

    assert register.rev == before
    assert "Masa rencana menjadi" in can.words


def test_a_fix_people_must_arrange_says_so(short, front, looks, workplace):
    searches = []
    making = PlanMaking(workplace, searches.append, AtOnce)
    making.search((), LIMITS)
    making.keep(searches[-1], front.look_again)

    by_hand = [row for row in looks.fixes() if row.by_hand]

    assert all(not looks.can_apply(row.id) for row in by_hand)
    assert all(row.done_by != "✓ dapat diterapkan" for row in by_hand)


def test_a_line_that_is_gone_answers_nothing(lines, front):
    assert lines.place_words("99") == ""
    assert lines.put_texts("99") == {}
    assert not lines.needs_reason("99")
    lines.lock("99")
    assert front.row("99") is None


def test_the_load_of_teams_is_told_with_kilometres(looks, front):
    rows = looks.loads()

    assert sum(row.load.sessions for row in rows) == 3
    assert looks.load_facts().startswith("3 sesi · ")
    assert front.rows()[0].line.on > ON
