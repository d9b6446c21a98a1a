"""Reminding marked offices: exactly those late with a circular, those without any recap."""

from datetime import date

import pytest

from census_desk.letters.letter import LetterStatus, Relation
from census_desk.letters.reminding import (
    NoCircular,
    remind_of_letters,
    remind_of_recap,
    reminders_for,
)

DAY = date(2020, 2, 21)


@pytest.fixture
def ids(kudus):
    return {one.short_name: one.id for one in kudus.offices.all()}


def test_only_the_late_ones_of_the_marked_are_reminded_of_the_circular(kudus, ids):
    found = reminders_for(kudus, [ids["RSUD"], ids["Disdag"], ids["Diskominfo"]], on=DAY)

    assert set(found.letter_offices) == {ids["RSUD"], ids["Disdag"]}


def test_the_reminder_of_a_circular_is_a_draft_to_exactly_them_in_one_step(kudus, ids):
    found = reminders_for(kudus, [ids["RSUD"], ids["Disdag"]], on=DAY)
    before = len(kudus.letters.all())

    (made,) = remind_of_letters(kudus, found, on=DAY, new_id=kudus.ids)

    assert made.status is LetterStatus.DRAFT
    assert made.relation is Relation.REMINDER
    assert set(made.office_ids) == {ids["RSUD"], ids["Disdag"]}
    kudus.undo()
    assert len(kudus.letters.all()) == before


def test_who_never_handed_in_a_recap_is_told_who_did_is_not(kudus, ids):
    found = reminders_for(kudus, [ids["RSUD"], ids["Diskominfo"]], on=DAY)

    assert found.recap == (ids["RSUD"],)


def test_the_reminder_of_a_recap_cites_the_circular_and_goes_to_these_offices(kudus, ids):
    circular = next(one for one in kudus.letters.all() if one.number.startswith("470/385"))

    made = remind_of_recap(kudus, [ids["Disdag"], ids["RSUD"]], on=DAY, new_id=kudus.ids)

    assert made.refers_to_id == circular.id
    assert len(made.recipients) == len(made.office_ids) == 2
    assert set(made.office_ids) == {ids["RSUD"], ids["Disdag"]}
    assert "rekapitulasi" in made.body


def test_without_a_circular_there_is_nothing_to_cite(kudus, ids):
    with pytest.raises(NoCircular, match="Belum ada edaran terbit"):
        remind_of_recap(kudus, [ids["RSUD"]], on=date(2020, 2, 1), new_id=kudus.ids)


def test_nobody_marked_is_nobody_to_remind(kudus):
    found = reminders_for(kudus, (), on=DAY)

    assert (found.letters, found.recap) == ((), ())
