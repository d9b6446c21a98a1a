"""Why somebody is left out: a minimum cut recounted from the request, in the office's words."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from census_desk.sessions.planner.fixes import with_fixes
from census_desk.sessions.planner.network import Network
from census_desk.sessions.planner.reasons import shortage_of
from census_desk.sessions.planner.room_making import applied, ways
from tests.census_desk.sessions.planner.small import (
    a_request,
    a_team,
    a_unit,
    at,
    day,
    every_plan,
    north,
    planned,
    random_request,
)

FAR = 10**6  # minutes: no road is too long


def most_held(request, units) -> int:
    """The most sessions these units can have together, found by looking at all plans."""
    chosen = tuple(unit for unit in request.units if unit.code in units)
    forbidden = tuple(one for one in request.forbidden if one.unit in units)
    alone = replace(request, units=chosen, gap_minutes=FAR, forbidden=forbidden)
    return max(len(plan) for plan in every_plan(alone))


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), shape=st.sampled_from(((3, 1), (1, 3), (2, 1))))
def test_an_impossible_plan_names_a_true_minimum_cut(seed, shape):
    request = random_request(Random(seed), days=shape[0], teams=shape[1], units=3)
    everyone = {unit.code for unit in request.units}
    needed = sum(unit.sessions for unit in request.units)

    shortage = shortage_of(request)

    assert Network(request).short == needed - most_held(request, everyone)
    if shortage is not None:
        assert shortage.short == needed - most_held(request, everyone)
        for cause in shortage.causes:
            assert cause.need == sum(u.sessions for u in request.units if u.code in cause.units)
            assert cause.offered == most_held(request, set(cause.units))
            assert cause.offered < cause.need


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_sessions_to_begin_with_do_not_change_what_flows(seed):
    request = random_request(Random(seed), days=3, teams=2, units=6)
    plan = planned(request, tries=200)

    assert Network(request, plan.sessions).held == Network(request).held


def test_whoever_can_be_reached_needs_no_reason():
    assert shortage_of(a_request(a_unit("A"))) is None


def test_teams_that_are_too_few_are_told_with_need_and_offer():
    units = [a_unit(code) for code in "ABC"]

    shortage = shortage_of(a_request(*units, days=1))

    assert (shortage.need, shortage.offered, shortage.limit) == (3, 2, "team")
    assert shortage.causes[0].sentence == (
        "3 kelompok (Dinas A, Dinas B, Dinas C) butuh 3 sesi sampai 17 Februari 2020; "
        "1 tim hanya punya 2 slot pada 1 hari kerja. Kurang 1."
    )


def test_only_units_with_an_early_deadline_are_named_when_later_days_are_free():
    early = [a_unit(code, last=day(1)) for code in "ABC"]

    shortage = shortage_of(a_request(*early, a_unit("D"), days=5))

    assert shortage.units == ("A", "B", "C")
    assert shortage.days == (day(1),)


def test_a_hall_that_is_too_small_for_all_is_named():
    units = [a_unit(code, venue="GOR") for code in "ABC"]

    shortage = shortage_of(a_request(*units, days=1, teams=5))

    assert shortage.limit == "venue"
    assert "gedung GOR hanya memberi 2 slot" in shortage.causes[0].sentence


def test_a_unit_with_too_few_days_is_told_apart_from_one_whose_days_are_closed():
    short = a_request(a_unit("A", people=120), days=2, teams=2)
    closed = a_request(a_unit("A", people=80, blackout=frozenset({day(1)})), days=2)

    assert shortage_of(short).limit == "per day"
    assert shortage_of(closed).limit == "blackout"
    assert "di luar tanggal yang ditutup hanya ada 1 slot" in shortage_of(closed).causes[0].sentence


def test_two_shortages_apart_are_two_causes():
    units = (a_unit("A", people=120), a_unit("B", people=160))

    shortage = shortage_of(a_request(*units, days=2, teams=4))

    assert [(one.units, one.need, one.offered) for one in shortage.causes] == [
        (("B",), 4, 2),
        (("A",), 3, 2),
    ]
    assert (shortage.need, shortage.offered) == (7, 4)


def test_a_locked_session_counts_on_both_sides():
    request = a_request(*[a_unit(code) for code in "ABC"], days=1, locked=(at("A", 1),))

    shortage = shortage_of(request)

    assert (shortage.units, shortage.need, shortage.offered) == (("B", "C"), 2, 1)


def test_a_pair_too_far_apart_is_named_when_places_are_enough():
    units = (a_unit("A"), a_unit("B", lat=north(75)))
    request = a_request(*units, days=1)

    plan = planned(request)

    assert plan.unreached == {"B": 1}
    assert (plan.shortage.limit, plan.shortage.short) == ("road", 0)
    assert "jaraknya dengan Dinas A 76 menit, lebih dari 60 menit" in (
        plan.shortage.causes[0].sentence
    )


def test_a_search_that_ended_too_early_says_so():
    request = a_request(a_unit("A", last=day(1)), a_unit("B"), days=2)
    heavy_first = (at("B", 1), at("A", 1, "PM"))

    shortage = shortage_of(request, heavy_first[:1])

    assert shortage.limit == "search"
    assert "beri waktu cari lebih lama" in shortage.causes[0].sentence


# --- what mends it ----------------------------------------------------------------------------


def fixes_of(request):
    return with_fixes(request, shortage_of(request))


def test_the_cheapest_fix_comes_first_and_kinds_differ():
    units = [a_unit(f"U{n}", people=80, room=40) for n in range(4)]

    shortage = fixes_of(a_request(*units, days=3))

    assert [(fix.price, fix.kinds) for fix in shortage.fixes] == [
        (4, ("hall",)),
        (6, ("day",)),
        (40, ("team",)),
    ]
    assert shortage.fixes[0].sentence == (
        "Gedung dua kali lebih besar untuk Dinas U0 (80), Dinas U1 (80)."
    )


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_every_fix_makes_room_for_all(seed):
    request = random_request(Random(seed), days=3, teams=1, units=4)
    shortage = shortage_of(request)
    if shortage is None:
        return
    known = ways(request, shortage)

    for fix in with_fixes(request, shortage).fixes:
        assert fix.gains == shortage.short
        assert len(fix.kinds) <= 3
        assert fix.price > 0
    for way in known:
        assert Network(applied(request, {way.kind: 1}, known)).short <= shortage.short


def test_a_deadline_one_day_later_is_proposed_when_it_is_the_deadline():
    early = [a_unit(code, last=day(1)) for code in "ABC"]

    fixes = fixes_of(a_request(*early, days=5)).fixes

    assert (fixes[0].price, fixes[0].kinds) == (4, ("deadline",))
    assert fixes[0].sentence == "Batas akhir 1 hari kerja lebih lambat untuk 3 kelompok."


def test_friday_afternoons_are_opened_first_among_the_days_that_lack():
    friday = 5
    units = [a_unit(f"U{n}", first=day(5), last=day(5)) for n in range(2)]
    request = a_request(*units, days=6)
    days = tuple(
        replace(one, slots=("AM",)) if number == friday else one
        for number, one in enumerate(request.days, 1)
    )

    fixes = fixes_of(replace(request, days=days)).fixes

    assert (fixes[0].price, fixes[0].sentence) == (3, "1 Jumat siang.")


def test_a_second_room_is_proposed_when_the_hall_binds():
    units = [a_unit(code, venue="GOR") for code in "ABC"]

    fixes = fixes_of(a_request(*units, days=1, teams=5)).fixes

    assert fixes[0].kinds == ("room",)
    assert fixes[0].sentence == "Satu ruang lagi di GOR."


def test_one_session_more_a_day_is_proposed_when_the_day_binds():
    fixes = fixes_of(a_request(a_unit("A", people=120), days=2, teams=2)).fixes

    assert ("per day",) in [fix.kinds for fix in fixes]


def test_small_neighbours_are_asked_to_come_together_for_free():
    units = [a_unit(f"U{n}", people=8, room=40, venue="GOR") for n in range(5)]

    free = fixes_of(a_request(*units, days=2)).free

    assert [(fix.price, fix.kinds, fix.gains) for fix in free] == [(0, ("merge",), 1)]
    assert "Dinas U0 + Dinas U1 + Dinas U2 + Dinas U3 + Dinas U4" in free[0].sentence


def test_a_member_is_called_back_when_one_would_do():
    team = a_team("T1")
    away = replace(team.members[0], leave=frozenset({day(1)}))
    request = a_request(*[a_unit(code) for code in "ABC"], days=2)
    request = replace(request, teams=(replace(team, members=(away, team.members[1])),))

    free = fixes_of(request).free

    assert "Panggil kembali T1 Budi (Tim T1) pada 17/02/2020." in [fix.sentence for fix in free]


def test_a_day_that_was_closed_is_asked_to_open():
    request = a_request(a_unit("A", people=80, blackout=frozenset({day(1)})), days=2)

    free = fixes_of(request).free

    assert [fix.sentence for fix in free] == [
        "Buka kembali tanggal yang ditutup: Dinas A (17/02/2020)."
    ]


@pytest.mark.parametrize("code", ["road", "search"])
def test_no_room_is_made_where_none_is_lacking(code):
    request = a_request(a_unit("A"), a_unit("B", lat=north(75)), days=1)
    shortage = replace(planned(request).shortage, limit=code)

    assert with_fixes(request, shortage) == shortage
