"""Semua tentang OPD ini: its parts tell the office's records, each line opens its own."""

from dataclasses import replace
from datetime import timedelta

import pytest

from census_desk.editing import set_working_date
from tests.ui.fakes import a_workplace
from ui.presenters.office_page import PAGE_OF, OfficePagePresenter, trend_of


@pytest.fixture
def presenter(workplace, register):
    made = OfficePagePresenter(workplace)
    made.show(named(register, "Diskominfo").id)
    return made


def named(register, short_name):
    return next(one for one in register.offices.all() if one.short_name == short_name)


def part(presenter, title):
    return next(one for one in presenter.parts if one.title == title)


def test_the_page_has_its_six_parts_in_reading_order(presenter):
    assert [one.title for one in presenter.parts] == [
        "Surat",
        "Sosialisasi",
        "Pendampingan dan kendala",
        "Rekap",
        "Orang dalam jabatan",
        "Riwayat",
    ]


def test_a_held_session_tells_how_many_of_the_office_came(presenter):
    states = [line.state for line in part(presenter, "Sosialisasi").lines]

    assert "34 dari 40 hadir · 85 %" in states


def test_a_letter_tells_when_and_by_whom_it_was_received(presenter):
    (line,) = part(presenter, "Surat").lines

    assert line.state == "diterima 17/02/2020 oleh Sutinah"
    assert line.tone == "success"


def test_a_letter_not_confirmed_after_three_days_is_a_danger(presenter, register):
    presenter.show(named(register, "RSUD").id)

    line = part(presenter, "Surat").lines[-1]

    assert (line.state, line.tone) == ("terkirim 14/02/2020, belum diterima", "danger")


def test_the_trend_goes_from_the_oldest_recap_to_the_newest(presenter):
    points = part(presenter, "Rekap").trend

    assert [(point.done, point.whole) for point in points] == [(21, 40), (29, 40)]
    assert points[0].on < points[1].on


def test_an_office_without_recap_has_no_trend():
    assert trend_of((), 40) == ()


def test_the_head_tells_people_and_how_many_finished(presenter):
    assert presenter.head().startswith("40 ASN · selesai 29 dari 40 (72,5 %) per 21/02/2020")


def test_every_line_opens_a_record_somewhere(presenter, register, screen):
    for office in register.offices.all():
        presenter.show(office.id)
        for each in presenter.parts:
            for line in each.lines:
                presenter.open(line)
                assert screen.went[-1] == (PAGE_OF[line.collection], line.record_id)


def test_the_page_is_as_known_on_the_working_day(presenter, register):
    set_working_date(register, presenter.workplace.working_day() - timedelta(days=1))
    presenter.refresh()

    assert presenter.head().startswith("40 ASN · selesai 21 dari 40 (52,5 %) per 19/02/2020")


def test_next_goes_round_in_the_order_of_the_offices(presenter):
    every = presenter.every()
    presenter.show(every[-1])

    presenter.step(1)

    assert presenter.office_id == every[0]


def test_an_office_that_is_gone_gives_way_to_the_first(presenter, register):
    presenter.office_id = "0000000000ZZZ"

    presenter.refresh()

    assert presenter.office_id == presenter.every()[0]


def test_a_changed_name_is_told_after_the_change(presenter, register):
    office = presenter.office
    with register.change("Alamat"):
        register.offices.replace(replace(office, address="Jalan Rejekan 1"))
    presenter.refresh()

    assert "Jalan Rejekan 1" in presenter.head()


def test_no_office_yet_says_so():
    presenter = OfficePagePresenter(a_workplace())
    presenter.refresh()

    assert presenter.parts == ()
    assert "Belum ada OPD" in presenter.head()
