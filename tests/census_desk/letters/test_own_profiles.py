"""An office edits copies of the layouts; those that ship stay as they are."""

from dataclasses import replace
from datetime import date

import pytest

from census_desk.editing import add, change, delete
from census_desk.letters.checker.facts import check_facts
from census_desk.letters.own_profiles import (
    ProfileInUse,
    copy_profile,
    profile_for,
    profiles_of,
)
from census_desk.letters.profile import UnknownProfile, profiles
from census_desk.register import Register
from tests.census_desk.builders import DAY, a_desk, a_layout, a_letter, problems_of

OLD = "permendagri-54-2009"


@pytest.fixture
def register():
    with Register.in_memory() as made:
        made.desks.add(a_desk(id=made.ids()))
        yield made


def test_a_copy_is_a_record_of_its_own_and_serves_only_letters_that_name_it(register):
    own = copy_profile(register, OLD, name=" Perbup Pati ")

    assert register.profiles.all() == (own,)
    assert (own.name, own.chosen_by_date) == ("Perbup Pati", False)
    assert profile_for(register, "", DAY).id == OLD
    assert profile_for(register, own.id, DAY) == own


def test_a_copy_that_is_chosen_by_date_stands_before_the_one_that_ships(register):
    own = copy_profile(register, OLD, name="Perbup")
    used = change(register, replace(own, chosen_by_date=True, margin_left_mm=35.0))

    assert profile_for(register, "", DAY) == used
    assert profile_for(register, "", date(2026, 2, 13)).id == "permendagri-1-2023"
    assert profile_for(register, OLD, DAY) == next(one for one in profiles() if one.id == OLD)


def test_the_newest_of_two_copies_for_one_day_is_taken(register):
    for name in ("Perbup 2014", "Perbup 2019"):
        own = copy_profile(register, OLD, name=name)
        change(register, replace(own, chosen_by_date=True))

    assert profile_for(register, "", DAY).name == "Perbup 2019"
    assert [one.name for one in profiles_of(register)][:2] == ["Perbup 2019", "Perbup 2014"]


def test_two_copies_never_share_a_name(register):
    names = [copy_profile(register, OLD, name="Perbup").name for _ in range(2)]

    assert names == ["Perbup", "Perbup (2)"]


def test_a_layout_that_is_gone_is_told(register):
    with pytest.raises(UnknownProfile):
        copy_profile(register, "zzz", name="x")


def test_a_layout_a_letter_names_is_not_deleted(register):
    own = copy_profile(register, OLD, name="Perbup")
    letter = add(register, a_letter(id=register.ids(), profile=own.id))

    with pytest.raises(ProfileInUse, match="1 surat"):
        delete(register, "profiles", own.id)
    delete(register, "letters", letter.id)
    delete(register, "profiles", own.id)

    assert register.profiles.all() == ()


def test_the_checker_looks_at_the_layout_of_the_office(register):
    own = copy_profile(register, OLD, name="Perbup")
    change(register, replace(own, chosen_by_date=True))

    assert check_facts(register, a_letter(), on=DAY).profile.name == "Perbup"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": ""}, "name"),
        ({"basis": "x" * 301}, "basis"),
        ({"paper_width_mm": 50.0}, "paper_width_mm"),
        ({"margin_left_mm": 5.0}, "margin_left_mm"),
        ({"paper_width_mm": 140.0, "margin_right_mm": 40.0}, "margin_left_mm"),
        ({"body_size_pt": 6.0}, "body_size_pt"),
        ({"body_leading_pt": 10.0}, "body_leading_pt"),
        ({"list_indent_mm": 101.0}, "list_indent_mm"),
        ({"addressee_side": "tengah"}, "addressee_side"),
        ({"page_number": "halaman"}, "page_number"),
        ({"circular_order": ("date", "title")}, "circular_order"),
        ({"valid_to": date(2020, 1, 1)}, "valid_to"),
        ({"signature_rules": ()}, "signature_rules"),
        ({"signature_rules": profiles()[0].signature_rules[:-1]}, "signature_rules"),
    ],
)
def test_a_layout_no_letter_prints_by_is_refused_beside_its_field(fields, field):
    assert field in problems_of(a_layout, **fields)


def test_a_rule_for_a_post_nobody_knows_is_refused():
    rules = profiles()[0].signature_rules
    spoilt = (replace(rules[0], post="raja"), *rules[1:])

    assert list(problems_of(a_layout, signature_rules=spoilt)) == ["signature_rules"]
