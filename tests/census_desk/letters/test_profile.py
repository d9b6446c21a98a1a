"""Layout profiles: chosen by the letter's date, whole or refused by the key that is wrong."""

from datetime import date

import pytest

from census_desk.letters import profile
from census_desk.letters.profile import (
    OTHER,
    REGULATING,
    UnknownProfile,
    UnreadableProfile,
    profile_named,
    profile_on,
    profiles,
    signature_rule,
)
from census_desk.people import PostKind, PostStatus
from census_desk.resource_files import read_json

FILE = "permendagri-54-2009.json"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2020, 2, 13), "permendagri-54-2009"),
        (date(2024, 2, 13), "permendagri-1-2023"),
    ],
)
def test_the_date_of_the_letter_chooses_the_layout(day, name):
    assert profile_on(day).id == name
    assert profile_named("", day).id == name


def test_every_day_has_one_layout_or_none_is_guessed():
    with pytest.raises(UnknownProfile):
        profile_on(date(2020, 2, 13), ())


def test_a_letter_may_ask_for_a_layout_by_name_whatever_its_date():
    assert profile_named("permendagri-1-2023", date(2020, 2, 13)).id == "permendagri-1-2023"


def test_a_layout_that_does_not_exist_is_named():
    with pytest.raises(UnknownProfile, match="zzz"):
        profile_named("zzz", date(2020, 2, 13))


@pytest.mark.parametrize("layout", profiles(), ids=lambda layout: layout.id)
@pytest.mark.parametrize("group", [REGULATING, OTHER])
@pytest.mark.parametrize("post", PostKind)
@pytest.mark.parametrize("status", PostStatus)
def test_every_signatory_has_a_rule_in_every_layout(layout, group, post, status):
    rule = signature_rule(layout, group, post, status)

    assert rule in layout.signature_rules


def test_a_paper_without_a_rule_is_told_by_the_layout():
    with pytest.raises(UnreadableProfile, match="signature_rules"):
        signature_rule(_without_rules(), REGULATING, PostKind.REGENT, PostStatus.DEFINITIVE)


def _without_rules() -> profile.LayoutProfile:
    from dataclasses import replace

    layout = replace(profiles()[0])
    object.__setattr__(layout, "signature_rules", ())
    return layout


@pytest.fixture
def document(monkeypatch):
    """The layout's file as the reader gets it, to be spoilt by a test."""
    content = dict(read_json(f"{profile.FOLDER}/{FILE}"))
    monkeypatch.setattr(profile, "read_json", lambda path: content)
    return content


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("margin_left_mm", "tiga puluh"),
        ("margin_left_mm", True),
        ("catchword", "tidak"),
        ("body_font", 12),
        ("page_number", None),
        ("circular_order", "nomor"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_by_its_key(document, key, value):
    document[key] = value

    with pytest.raises(UnreadableProfile, match=key):
        profile._read(FILE)


def test_a_value_that_is_missing_is_refused_by_its_key(document):
    del document["paper_name"]

    with pytest.raises(UnreadableProfile, match="paper_name"):
        profile._read(FILE)


def test_a_layout_without_last_day_is_in_force_until_further_notice(document):
    document["valid_to"] = None

    assert profile._read(FILE).valid_to is None


def test_a_file_that_is_no_layout_is_refused_by_its_name(monkeypatch):
    monkeypatch.setattr(profile, "read_json", lambda path: [])

    with pytest.raises(UnreadableProfile, match=FILE):
        profile._read(FILE)
