"""A plan on paper: every line under its team, what has no place, what moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from census_desk.sessions.planning.version import PlanMissing, PlanReason
from tests.census_desk.sessions.planning.campaign import ON, kabupaten, planned
from tests.reports.papers import lines_of, pages_of, sizes_of
from ui.papers.plan import plan_job

PRINTED = date(2020, 2, 15)


@pytest.fixture
def register():
    return kabupaten()


def printed(register, version):
    return plan_job(register, version, ON, PRINTED)()


def told(register, version):
    return " ".join(" ".join(lines_of(printed(register, version).pdf)).split())


def test_every_session_stands_under_its_team_with_day_time_and_place(register):
    version = planned(register)

    text = told(register, version)

    assert text.count(" WIB ") == len(version.lines)
    assert "DKK" in text and "Beban tim" in text
    assert "Tidak ada sesi yang pindah" in text
    assert sizes_of(printed(register, version).pdf) == {(210, 297)}


def test_who_has_no_place_is_named_with_the_reason(register):
    version = planned(register)
    group = version.lines[0].group
    reason = PlanReason(groups=(group,), need=3, offered=1, sentence="Hanya ada satu tempat.")
    lacking = replace(version, missing=(PlanMissing(group=group, sessions=2),), reasons=(reason,))

    text = told(register, lacking)

    assert "Belum mendapat jadwal" in text and "Hanya ada satu tempat. 2" in text


def test_the_same_plan_gives_the_same_bytes_and_a_page_says_which_it_is(register):
    version = planned(register)

    first = printed(register, version)

    assert first.pdf == printed(register, version).pdf
    assert first.name == f"Rencana Sosialisasi {version.number} 2020-02-14.pdf"
    assert "dicetak 15 Februari 2020" in pages_of(first.pdf)[0]
