"""The catalogue: every collection the register keeps, and what it refers to."""

from dataclasses import fields

import pytest

from census_desk.catalogue import COLLECTIONS
from tests.census_desk import builders

BUILDERS = (
    builders.a_desk,
    builders.a_programme,
    builders.a_phase,
    builders.a_target,
    builders.a_denominator,
    builders.a_staffing_plan,
    builders.a_picture,
    builders.a_font_file,
    builders.an_office_font,
    builders.an_office,
    builders.an_employee,
    builders.a_signatory,
    builders.a_letterhead,
    builders.a_letter,
    builders.a_template,
    builders.a_layout,
    builders.a_delivery,
    builders.a_book,
    builders.a_number,
    builders.a_classification,
    builders.a_session,
    builders.a_venue,
    builders.a_facilitator,
    builders.a_day_change,
    builders.some_rules,
    builders.planning_rules,
    builders.a_team,
    builders.an_own_group,
    builders.a_plan_version,
    builders.an_attendance,
    builders.a_sheet,
    builders.a_visit,
    builders.an_obstacle,
    builders.a_reason,
    builders.a_follow_up,
    builders.a_help_request,
    builders.a_recap,
    builders.a_field_officer,
    builders.an_incoming,
    builders.a_disposition,
    builders.an_issued_paper,
    builders.a_scan,
    builders.a_sheet_return,
    builders.a_session_file,
)
EXAMPLES = {type(build()): build for build in BUILDERS}


def test_every_collection_is_listed_under_its_own_name():
    assert {name: kind.name for name, kind in COLLECTIONS.items()} == {n: n for n in COLLECTIONS}


def test_no_two_collections_keep_the_same_record():
    records = [kind.record for kind in COLLECTIONS.values()]

    assert len(set(records)) == len(records)


@pytest.mark.parametrize("kind", COLLECTIONS.values(), ids=lambda kind: kind.name)
def test_a_record_begins_with_its_id(kind):
    assert fields(kind.record)[0].name == "id"


@pytest.mark.parametrize("kind", COLLECTIONS.values(), ids=lambda kind: kind.name)
def test_a_reference_is_a_field_and_points_at_a_collection(kind):
    names = {field.name for field in fields(kind.record)}

    assert kind.references.keys() <= names
    assert set(kind.references.values()) <= COLLECTIONS.keys()


@pytest.mark.parametrize("kind", COLLECTIONS.values(), ids=lambda kind: kind.name)
def test_a_field_that_ends_in_id_is_a_reference(kind):
    """Otherwise what it points at could be deleted under it."""
    named = {field.name for field in fields(kind.record) if field.name.endswith(("_id", "_ids"))}

    assert named == set(kind.references)


@pytest.mark.parametrize("kind", COLLECTIONS.values(), ids=lambda kind: kind.name)
def test_every_record_has_a_title_for_sentences(kind):
    assert kind.title(EXAMPLES[kind.record]()).strip()


def test_a_delivery_is_called_by_the_day_it_was_sent_when_there_is_one():
    title = COLLECTIONS["deliveries"].title

    assert title(builders.a_delivery(sent_on=builders.DAY)) == "13/02/2020"
    assert title(builders.a_delivery()) == "ekspedisi"
