"""Sessions: what the month and the panel say, and what a sheet is printed with."""

from dataclasses import replace
from datetime import date

import pytest

from census_desk.people import PostKind
from census_desk.sessions.attendance import AttendanceState
from ui.columns.sessions import audience
from ui.forms import parse
from ui.presenters.calendar import (
    days_off,
    days_off_on,
    month_facts,
    sessions_on,
)
from ui.presenters.sessions import (
    SPEC,
    AttendancePresenter,
    session_texts,
)
from ui.presenters.sheet_options import sheet_options, sheet_texts


class FakePanel:
    def __init__(self):
        self.people = ()
        self.facts = ""

    def show_people(self, people, facts):
        self.people, self.facts = people, facts


@pytest.fixture
def panel():
    return FakePanel()


@pytest.fixture
def presenter(workplace, panel):
    return AttendancePresenter(workplace, panel)


@pytest.fixture
def diskominfo(register):
    return next(
        one
        for one in register.sessions.all()
        if one.title.endswith("Dinas Komunikasi dan Informatika")
    )


def test_a_session_that_more_came_to_than_were_invited_is_pointed_out(workplace, diskominfo):
    crowded = replace(diskominfo, attended_count=(diskominfo.invited_count or 0) + 15)

    assert SPEC.note(workplace, diskominfo) == ""
    assert "melebihi yang diundang, yaitu 40" in SPEC.note(workplace, crowded)


def test_the_panel_counts_present_excused_and_not_recorded(presenter, panel, diskominfo):
    presenter.show(diskominfo.id)

    assert len(panel.people) == 40
    assert panel.facts.startswith("Hadir 34 · izin 2 · sakit 1 · tugas lain 2")
    assert panel.facts.endswith("belum dicatat 1 dari 40")


def test_a_state_is_noted_for_all_who_are_chosen(presenter, panel, diskominfo, register):
    presenter.show(diskominfo.id)
    before = register.rev
    presenter.note([one.id for one in panel.people], AttendanceState.PRESENT)
    presenter.refresh()

    assert panel.facts.startswith("Hadir 40 · belum dicatat 0 dari 40")
    assert register.rev == before + 1


def test_the_panel_says_so_when_the_form_counts_otherwise(presenter, panel, diskominfo):
    presenter.show(diskominfo.id)
    presenter.clear([one.id for one in panel.people])
    presenter.refresh()

    assert "isian form: 34" in panel.facts


def test_a_walk_in_needs_a_name(presenter, panel, diskominfo, screen):
    presenter.show(diskominfo.id)

    assert not presenter.add_walk_in("  ")
    assert screen.said[-1] == ("error", "Nama belum diisi.")
    assert presenter.add_walk_in("Tamu Undangan")


def test_without_a_session_nobody_is_noted(presenter):
    assert not presenter.add_walk_in("Tamu")


def test_a_meeting_of_all_offices_is_called_by_their_count(workplace, register):
    meeting = min(register.sessions.all(), key=lambda one: one.held_on)

    assert audience(meeting, workplace.lookup).startswith("34 OPD, Badan Pusat")


def test_a_day_off_is_named_under_the_day(workplace):
    assert days_off_on(workplace, date(2020, 3, 25)) == "Hari Suci Nyepi"
    assert days_off_on(workplace, date(2020, 3, 24)) == ""


def test_days_off_reach_into_the_years_the_month_shows(workplace):
    assert {one.on.year for one in days_off(workplace, date(2020, 12, 15))} == {2020, 2021}


def test_the_month_counts_its_sessions(register):
    assert month_facts(register.sessions.all(), date(2020, 2, 1)) == "20 sesi"


def test_the_sessions_of_a_day_come_by_time(register):
    times = [one.starts_at for one in sessions_on(register.sessions.all(), date(2020, 2, 27))]

    assert times == sorted(times)
    assert len(times) == 3


def test_a_new_session_starts_on_the_working_day(workplace):
    texts = {each.name: each.default for each in SPEC.fields} | dict(session_texts(workplace))
    values, _problems = parse(SPEC.fields, texts)

    last = workplace.register.sessions.all()[-1]
    assert values["held_on"] == date(2020, 2, 21)
    assert (values["chair_id"], values["letterhead_id"]) == (last.chair_id, last.letterhead_id)


def test_the_first_session_of_a_register_is_signed_by_the_secretary(workplace, register):
    with register.change("Mengosongkan"):
        for collection in ("attendances", "sheets", "sessions"):
            for one in register.collection(collection).all():
                register.collection(collection).remove(one.id)
    chair = register.signatories.get(session_texts(workplace)["chair_id"])

    assert chair.post_kind is PostKind.SECRETARY


def test_a_sheet_hides_the_nip_unless_asked(workplace):
    options, problems = sheet_options(sheet_texts(workplace))

    assert problems == {}
    assert (options.paper, options.walk_ins, options.show_nip) == ("F4", None, False)


def test_a_sheet_is_asked_for_as_it_was_the_last_time(workplace):
    workplace.preferences.set("sessions.sheet", {"paper": "A4"})

    assert sheet_texts(workplace)["paper"] == "A4"


@pytest.mark.parametrize("walk_ins", ["banyak", "-1", "1001"])
def test_a_wrong_number_of_empty_rows_is_told_beside_its_field(workplace, walk_ins):
    options, problems = sheet_options(sheet_texts(workplace) | {"walk_ins": walk_ins})

    assert options is None
    assert list(problems) == ["walk_ins"]
