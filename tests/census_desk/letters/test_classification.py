"""Classification codes: the letter's date decides which family holds."""

from datetime import date

import pytest

from census_desk.letters.classification import (
    NUMERIC_FROM,
    Classification,
    Family,
    add_default_classifications,
    ancestors,
    codes_in_force,
    default_classifications,
    family_in_force,
    family_problem,
    parent_of,
    search,
)
from census_desk.register import Register
from tests.census_desk.builders import a_classification, problems_of

BEFORE, AFTER = date(2020, 2, 13), date(2026, 2, 13)


@pytest.fixture(scope="module")
def shipped() -> list[Classification]:
    ids = (f"{n}" for n in range(10_000))
    return default_classifications(lambda: next(ids))


def codes(found: list[Classification]) -> list[str]:
    return [one.code for one in found]


def test_the_families_change_on_the_day_the_regulation_was_promulgated():
    assert family_in_force(date(2022, 9, 22)) is Family.OLDER
    assert family_in_force(date(2022, 9, 23)) is Family.NUMERIC


@pytest.mark.parametrize("code", ["470", "005", "471.12"])
def test_a_code_of_the_older_tree_is_a_fault_on_a_letter_of_2026(shipped, code):
    assert family_problem(code, BEFORE, shipped) == ""
    problem = family_problem(code, AFTER, shipped)
    assert "daftar lama" in problem and "Permendagri 83/2022" in problem


@pytest.mark.parametrize("code", ["500.14.2", "400.12", "000.1.5"])
def test_a_code_of_the_numeric_tree_is_a_fault_on_a_letter_of_2020(shipped, code):
    assert family_problem(code, AFTER, shipped) == ""
    assert "13 Februari 2020" in family_problem(code, BEFORE, shipped)


def test_a_code_below_a_listed_one_passes_in_its_own_time_only(shipped):
    assert family_problem("500.14.2.7", AFTER, shipped) == ""
    assert "Permendagri 83/2022" in family_problem("500.14.2.7", BEFORE, shipped)
    assert family_problem("471.125", BEFORE, shipped) == ""


@pytest.mark.parametrize("code", ["999.1", "470x", "", "47"])
def test_an_unknown_code_is_told_as_such(shipped, code):
    assert "tidak ada dalam daftar" in family_problem(code, AFTER, shipped)


def test_a_numeric_code_is_no_child_of_an_older_root():
    root = a_classification(
        id="r", code="500", family=Family.OLDER, valid_to=date(2022, 9, 22), name="Perekonomian"
    )
    numeric = a_classification(valid_from=NUMERIC_FROM)

    assert family_problem("500.14.2.1", BEFORE, [root, numeric]) != ""


def test_only_codes_in_force_are_offered(shipped):
    assert {one.family for one in codes_in_force(BEFORE, shipped)} == {Family.OLDER}
    assert {one.family for one in codes_in_force(AFTER, shipped)} == {Family.NUMERIC}


def test_a_code_may_have_dates_of_its_own():
    one = a_classification(valid_from=date(2023, 1, 1), valid_to=date(2023, 12, 31))

    days = (date(2022, 12, 31), date(2023, 1, 1), date(2023, 12, 31), date(2024, 1, 1))

    assert [bool(codes_in_force(day, [one])) for day in days] == [False, True, True, False]


def test_codes_stand_in_the_order_of_the_tree():
    found = [a_classification(id=c, code=c) for c in ("500.14.10", "500.14.2", "500.14")]

    assert codes(codes_in_force(AFTER, found)) == ["500.14", "500.14.2", "500.14.10"]


def test_a_search_finds_by_the_beginning_of_the_code_and_by_words(shipped):
    numeric = codes_in_force(AFTER, shipped)

    assert codes(search("500.14.2.1", numeric)) == ["500.14.2.1"]
    assert codes(search("sensus PENDUDUK", numeric)) == ["500.14.2"]
    assert codes(search("edaran", numeric)) == ["100.3.4.2", "100.3.4.4"]
    assert len(search(" ", numeric)) == len(numeric)
    assert search("tidak ada", numeric) == []


def test_the_parent_is_the_nearest_listed_code_above(shipped):
    by_code = {one.code: one for one in shipped}

    assert parent_of(by_code["500.14.2.3"], shipped) == by_code["500.14.2"]
    assert parent_of(by_code["471.12"], shipped) == by_code["470"]
    assert parent_of(by_code["005"], shipped) is None


def test_every_digit_is_a_level_of_the_older_tree_every_group_of_the_numeric():
    assert ancestors("471.12", Family.OLDER) == ["471.1", "471", "470", "400"]
    assert ancestors("500.14.2", Family.NUMERIC) == ["500.14", "500"]
    assert ancestors("500", Family.NUMERIC) == []
    assert ancestors("400", Family.OLDER) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("code", "5"),
        ("code", "500,14"),
        ("code", "500.14."),
        ("name", " "),
        ("valid_to", date(2019, 1, 1)),
    ],
)
def test_a_code_that_cannot_stand_is_refused_beside_the_field(field, value):
    fields = {"valid_from": date(2020, 1, 1), field: value}

    assert set(problems_of(a_classification, **fields)) == {field}


def test_the_shipped_codes_are_whole_and_each_stands_once(shipped):
    assert len({(one.family, one.code) for one in shipped}) == len(shipped)
    assert all(one.source for one in shipped)
    assert {"500.14.2", "470"} <= set(codes(shipped))


def test_shipped_codes_are_added_once():
    with Register.in_memory() as register:
        first = add_default_classifications(register, new_id=register.ids)
        rev = register.rev

        assert first == register.classifications.count() > 40
        assert add_default_classifications(register, new_id=register.ids) == 0
        assert register.rev == rev
