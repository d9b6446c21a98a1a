"""The date of a letter decides its layout."""

from datetime import date

import pytest

from census_desk.letters.profile import (
    OTHER,
    REGULATING,
    UnknownProfile,
    profile_named,
    profile_on,
    profiles,
    signature_rule,
)
from census_desk.people import PostKind, PostStatus


def test_letters_up_to_2022_are_f4_and_later_ones_a4():
    assert profile_on(date(2022, 12, 31)).paper_name == "F4"
    assert profile_on(date(2023, 1, 1)).paper_name == "A4"


def test_a_named_profile_wins_over_the_date():
    assert profile_named("permendagri-1-2023", date(2020, 2, 13)).paper_name == "A4"


def test_an_unknown_profile_is_a_sentence():
    with pytest.raises(UnknownProfile, match="Profil tata letak “x” tidak ada"):
        profile_named("x", date(2020, 2, 13))


@pytest.mark.parametrize("post", PostKind)
@pytest.mark.parametrize("status", PostStatus)
@pytest.mark.parametrize("group", [REGULATING, OTHER])
def test_every_post_and_status_has_a_rule_in_every_profile(post, status, group):
    for profile in profiles():
        assert signature_rule(profile, group, post, status)


def test_every_profile_leaves_30_mm_for_the_punch():
    assert {profile.margin_left_mm for profile in profiles()} == {30}
