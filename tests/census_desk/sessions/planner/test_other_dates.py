"""Why this date: the next best date of a session and its price, true to the checker's cost."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from census_desk.sessions.planner.checker import violations
from census_desk.sessions.planner.judged_cost import parts
from census_desk.sessions.planner.other_dates import other_dates, price_in_words, why_this_date
from census_desk.sessions.planner.request import Weights
from tests.census_desk.sessions.planner.small import (
    a_request,
    a_unit,
    at,
    day,
    planned,
    random_request,
)


def moved_to(sessions, one, other):
    """The plan with one session on another date, and who is there where it was told to go."""
    gone = {one} | ({other.moved[0]} if other.moved else set())
    kept = [
        each
        for each in sessions
        if (each.unit, each.on, each.slot)
        not in {(session.unit, session.on, session.slot) for session in gone}
    ]
    new = [replace(one, on=other.on, slot=other.slot, team=other.team)]
    return [*kept, *new, *([other.moved[1]] if other.moved else [])]


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_every_price_is_what_the_checker_counts(seed):
    request = random_request(Random(seed), days=4, teams=2, units=5)
    plan = planned(request, tries=300)
    for one in plan.sessions[:2]:
        for other in other_dates(request, plan.sessions, one)[:3]:
            sessions = moved_to(plan.sessions, one, other)

            assert violations(request, sessions) == ()
            # the share of a team counts what could be held; the search and this use the same
            if not plan.unreached:
                assert parts(request, sessions).total - plan.total == pytest.approx(other.price)


def test_an_empty_day_later_costs_a_day_of_waiting():
    request = a_request(a_unit("A", people=40), days=2)

    [other] = other_dates(request, [at("A", 1)], at("A", 1))

    assert (other.on, other.price, other.moved) == (day(2), pytest.approx(40), None)
    assert why_this_date(request, [other]) == (
        "Tanggal terbaik berikutnya: Selasa, 18 Februari 2020, pagi, Tim T1; "
        "harganya setara 40 orang menunggu sehari lagi atau 40 menit perjalanan."
    )


def test_who_must_give_way_is_named():
    units = (a_unit("A", people=40), a_unit("B", people=30), a_unit("C", people=35))
    request = a_request(*units, days=2)
    sessions = [at("A", 1), at("C", 1, "PM"), at("B", 2)]
    full = replace(request, days=tuple(replace(one, slots=("AM",)) for one in request.days))

    [other] = other_dates(full, [at("A", 1), at("B", 2)], at("A", 1))

    assert other.price == pytest.approx(10)
    assert other.moved == (at("B", 2), at("B", 1))
    assert "Dinas B pindah dari" in why_this_date(full, [other])
    assert other_dates(request, sessions, at("A", 1))


def test_a_session_with_one_day_has_no_other_date():
    request = a_request(a_unit("A", last=day(1)), days=2)

    assert other_dates(request, [at("A", 1)], at("A", 1)) == ()
    assert why_this_date(request, ()) == "Tidak ada tanggal lain yang mungkin untuk sesi ini."


def test_a_locked_session_is_told_what_its_lock_costs():
    request = a_request(a_unit("A", people=40), days=2, locked=(at("A", 2),))

    [other] = other_dates(request, [at("A", 2)], at("A", 2))

    assert other.price == pytest.approx(-40)
    assert why_this_date(request, [other]).startswith("Tanggal yang lebih baik: Senin,")


def test_a_locked_session_of_another_gives_no_way():
    units = (a_unit("A", people=40), a_unit("B", people=30))
    request = a_request(*units, days=2, locked=(at("B", 2),))
    request = replace(request, days=tuple(replace(one, slots=("AM",)) for one in request.days))

    assert other_dates(request, [at("A", 1), at("B", 2)], at("A", 1)) == ()


def test_a_date_as_good_is_called_so():
    units = (a_unit("A", people=40), a_unit("B", people=40))
    request = a_request(*units, days=2)
    request = replace(request, days=tuple(replace(one, slots=("AM",)) for one in request.days))

    others = other_dates(request, [at("A", 1), at("B", 2)], at("A", 1))

    assert why_this_date(request, others).startswith("Tanggal lain yang sama baiknya: Selasa,")


def test_a_price_is_told_in_what_the_office_weighs():
    request = a_request(a_unit("A"))
    no_roads = replace(request, weights=Weights(travel=0))

    assert price_in_words(no_roads, 55) == "55 orang menunggu sehari lagi"
    assert price_in_words(replace(request, weights=Weights(wait=0)), 60) == "60 menit perjalanan"
