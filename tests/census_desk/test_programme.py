"""The programme's dated entries: refused when wrong, in force on a day, desk and recaps."""

from datetime import date

import pytest

from census_desk.desk import working_day
from census_desk.programme import (
    CountedUnit,
    PhaseKind,
    denominator_in_force,
    in_force,
    phase_in_force,
    target_count,
    target_in_force,
)
from census_desk.progress import latest_recaps
from tests.census_desk.builders import (
    DAY,
    NIK_LIKE,
    a_denominator,
    a_desk,
    a_phase,
    a_programme,
    a_recap,
    a_staffing_plan,
    a_target,
    problems_of,
)

EARLIER, LATER = date(2020, 2, 12), date(2020, 3, 26)
DATED = (a_phase, a_target, a_denominator, a_staffing_plan)


@pytest.mark.parametrize("field", ["name", "short_name"])
def test_a_programme_has_both_names(field):
    assert list(problems_of(a_programme, **{field: ""})) == [field]


@pytest.mark.parametrize("make", DATED)
def test_a_dated_entry_names_its_source(make):
    assert list(problems_of(make, source=" ")) == ["source"]


def test_a_phase_does_not_end_before_it_starts():
    assert list(problems_of(a_phase, ends_on=EARLIER)) == ["ends_on"]
    assert a_phase(ends_on=DAY).ends_on == DAY


@pytest.mark.parametrize("percent", [0.0, -1.0, 100.5])
def test_a_target_is_above_nothing_and_at_most_everybody(percent):
    assert list(problems_of(a_target, percent=percent)) == ["percent"]


@pytest.mark.parametrize("percent", [0.5, 27.0, 100.0])
def test_a_target_between_is_kept(percent):
    assert a_target(percent=percent).percent == percent


def test_a_denominator_counts_somebody():
    assert list(problems_of(a_denominator, total=0)) == ["total"]
    assert a_denominator(total=1).total == 1


@pytest.mark.parametrize("field", ["enumerator_count", "team_leader_count"])
def test_a_staffing_plan_has_no_negative_count(field):
    assert list(problems_of(a_staffing_plan, **{field: -1})) == [field]


def test_nothing_is_in_force_before_it_was_known():
    assert in_force([a_target()], EARLIER) is None
    assert in_force([], DAY) is None


def test_an_entry_is_in_force_from_the_day_it_was_known():
    assert in_force([a_target()], DAY) == a_target()


def test_a_wish_is_kept_but_never_in_force():
    decided, wish = a_target(id="1"), a_target(id="2", percent=50.0, is_wish=True)

    assert target_in_force([decided, wish], CountedUnit.PERSONS, DAY) == decided
    assert target_in_force([wish], CountedUnit.PERSONS, DAY) is None


def test_the_newest_known_entry_is_in_force():
    old, new = a_target(id="1"), a_target(id="2", percent=23.0, known_from=LATER)

    assert in_force([new, old], DAY) == old
    assert in_force([old, new], LATER) == new


def test_of_entries_known_the_same_day_the_one_entered_last_is_in_force():
    first, second = a_target(id="1"), a_target(id="2", percent=50.0)

    assert in_force([second, first], DAY) == second


def test_a_phase_is_found_by_its_kind():
    online, field = a_phase(id="1"), a_phase(id="2", kind=PhaseKind.FIELD)

    assert phase_in_force([online, field], PhaseKind.FIELD, DAY) == field
    assert phase_in_force([online, field], PhaseKind.PREPARATION, DAY) is None


def test_targets_and_denominators_are_found_by_what_they_count():
    persons, families = a_target(id="1"), a_target(id="2", unit=CountedUnit.HOUSEHOLDS)
    heads, houses = a_denominator(id="3"), a_denominator(id="4", unit=CountedUnit.HOUSEHOLDS)

    assert target_in_force([persons, families], CountedUnit.HOUSEHOLDS, DAY) == families
    assert denominator_in_force([heads, houses], CountedUnit.PERSONS, DAY) == heads


def test_twenty_seven_per_cent_of_857_415_are_231_502_persons():
    assert target_count(a_target(percent=27.0), a_denominator(total=857_415)) == 231_502


@pytest.mark.parametrize("field", ["office_name", "regency_name", "place"])
def test_a_desk_knows_whose_it_is_and_where(field):
    assert list(problems_of(a_desk, **{field: ""})) == [field]


@pytest.mark.parametrize("field", ["office_name", "place"])
def test_the_names_of_a_desk_fit_a_line(field):
    assert list(problems_of(a_desk, **{field: "x" * 501})) == [field]


def test_the_working_day_is_the_set_one_else_today():
    assert working_day(a_desk(working_date=DAY), LATER) == DAY
    assert working_day(a_desk(), LATER) == LATER


def test_a_recap_belongs_to_an_office():
    assert list(problems_of(a_recap, office_id="")) == ["office_id"]


@pytest.mark.parametrize("field", ["done_count", "asn_count"])
def test_a_recap_has_no_negative_count(field):
    assert field in problems_of(a_recap, **{field: -1})


def test_a_recap_has_no_more_finished_than_asn():
    assert list(problems_of(a_recap, done_count=5, asn_count=4)) == ["done_count"]
    assert a_recap(done_count=4, asn_count=4).done_count == 4


def test_a_recap_without_count_of_asn_is_not_compared():
    assert a_recap(done_count=99, asn_count=0).done_count == 99


@pytest.mark.parametrize(("field", "text"), [("note", NIK_LIKE), ("reported_by", "x" * 121)])
def test_the_texts_of_a_recap_are_limited(field, text):
    assert list(problems_of(a_recap, **{field: text})) == [field]


def test_the_latest_recap_of_each_office_counts():
    old, new = a_recap(id="1"), a_recap(id="2", counted_on=LATER)
    other = a_recap(id="3", office_id="p")

    assert latest_recaps([new, other, old], LATER) == {"o": new, "p": other}
    assert latest_recaps([new, old], DAY) == {"o": old}


def test_of_two_recaps_of_one_day_the_one_entered_last_counts():
    first, second = a_recap(id="1"), a_recap(id="2", done_count=6)

    assert latest_recaps([second, first], DAY) == {"o": second}
