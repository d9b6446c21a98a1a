"""The sample letter beside a layout's form: as the form stands, saved or not."""

from dataclasses import replace

import pytest

from census_desk import sample
from census_desk.errors import CensusDeskError
from census_desk.identity import Ids
from census_desk.letters.own_fonts import FontGone
from census_desk.letters.own_profiles import copy_profile
from census_desk.register import Register
from tests.reports.papers import lines_of, sizes_of
from tests.ui.fakes import a_workplace
from ui.presenters.layout_sample import SAMPLES, LayoutSample


@pytest.fixture
def register():
    with Register.in_memory() as made:
        sample.build(made)
        yield made


@pytest.fixture
def layout(register):
    return copy_profile(register, "permendagri-1-2023", name="Perbup")


@pytest.fixture
def beside(register):
    return LayoutSample(a_workplace(register, new_id=Ids()))


def drawn(beside, layout):
    return beside.collect(layout, {}, {})()


@pytest.mark.parametrize("key", SAMPLES)
def test_each_kind_of_letter_is_laid_out_unsaved_measures_and_all(beside, layout, key):
    beside.key = key
    wider = replace(layout, paper_width_mm=215.0, paper_height_mm=330.0)

    assert sizes_of(drawn(beside, wider)) == {(215, 330)}


def test_the_text_has_the_form_the_layout_asks_for(beside, layout):
    sections = drawn(beside, replace(layout, circular_body_form="sections"))
    opening = drawn(beside, replace(layout, circular_body_form="opening"))

    assert any("Latar Belakang" in line for line in lines_of(sections))
    assert not any("Latar Belakang" in line for line in lines_of(opening))


def test_nothing_is_saved_by_looking(beside, register, layout):
    rev = register.rev

    drawn(beside, replace(layout, body_size_pt=11.0))

    assert register.rev == rev


def test_a_form_that_makes_no_layout_says_which_field_and_why(beside):
    problems = {"margin_left_mm": "Nilai antara 10 dan 60."}

    with pytest.raises(CensusDeskError, match="Tepi kiri: Nilai antara 10 dan 60"):
        beside.collect(None, problems, {"margin_left_mm": "Tepi kiri"})
    with pytest.raises(CensusDeskError, match=r"^Nilai antara"):
        beside.collect(None, problems, {})


def test_a_font_that_is_gone_is_told(beside, layout, register):
    with pytest.raises(FontGone):
        beside.collect(replace(layout, body_font=register.ids()), {}, {})
