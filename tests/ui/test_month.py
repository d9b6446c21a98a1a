"""Where days and sessions lie in the month view."""

from dataclasses import replace
from datetime import date, time

import pytest

from census_desk.calendar import Holiday
from census_desk.sessions.session import Session, SessionStatus
from ui.presenters.month import (
    Measures,
    day_at,
    entry_at,
    month_boxes,
    month_days,
    month_later,
    sessions_by_day,
)

FEBRUARY = date(2020, 2, 1)


def a_session(held_on=date(2020, 2, 13), starts_at=time(9), **fields):
    filled = {"id": "s", "title": "Sosialisasi Dinkes", "venue": "Aula", "groups": ("RT",)}
    return Session(held_on=held_on, starts_at=starts_at, **(filled | fields))


def box_of(boxes, day):
    return next(box for box in boxes if box.on == day)


@pytest.mark.parametrize(
    ("month", "weeks"), [(date(2021, 2, 1), 4), (FEBRUARY, 5), (date(2020, 3, 1), 6)]
)
def test_a_month_has_the_weeks_it_touches_from_monday_to_sunday(month, weeks):
    days = month_days(month)

    assert len(days) == weeks * 7
    assert days[0].weekday() == 0
    assert {day.day for day in days if day.month == month.month} >= {1, 28}


def test_the_boxes_tile_the_whole_area():
    boxes = month_boxes(FEBRUARY, [], [], 700, 500)

    assert sum(box.width * box.height for box in boxes) == pytest.approx(700 * 500)
    assert (boxes[-1].x + boxes[-1].width, boxes[-1].y + boxes[-1].height) == (700, 500)


def test_sessions_of_a_day_stand_by_time_with_the_cancelled_last():
    early = a_session(id="a", starts_at=time(8))
    late = a_session(id="b", starts_at=time(13))
    off = a_session(id="c", starts_at=time(7), status=SessionStatus.CANCELLED, status_note="Banjir")

    by_day = sessions_by_day([late, off, early])

    assert [one.id for one in by_day[date(2020, 2, 13)]] == ["a", "b", "c"]


def test_a_day_shows_its_holiday_and_then_its_sessions_with_their_time():
    session = a_session(held_on=date(2020, 3, 25))
    holiday = Holiday(on=date(2020, 3, 25), name="Hari Suci Nyepi")
    boxes = month_boxes(date(2020, 3, 1), [session], [holiday], 700, 600, label=lambda s: "Dinkes")

    box = box_of(boxes, date(2020, 3, 25))

    assert [entry.text for entry in box.entries] == ["Hari Suci Nyepi", "09.00 Dinkes"]
    assert box.is_day_off


def test_sunday_is_a_day_off_and_saturday_is_not():
    boxes = month_boxes(FEBRUARY, [], [], 700, 500)

    assert box_of(boxes, date(2020, 2, 23)).is_day_off
    assert not box_of(boxes, date(2020, 2, 22)).is_day_off


def test_sessions_without_room_are_counted_never_lost():
    many = [a_session(id=str(i), starts_at=time(8 + i)) for i in range(6)]
    boxes = month_boxes(
        FEBRUARY, many, [], 700, 500, measures=Measures(line=18, gap=2, day_line=20)
    )

    box = box_of(boxes, date(2020, 2, 13))

    assert len(box.entries) + box.more == 6
    assert box.more > 0
    assert all(e.y + e.height <= box.y + box.height for e in box.entries)


def test_a_tiny_month_only_counts():
    boxes = month_boxes(FEBRUARY, [a_session()], [], 70, 50)

    assert box_of(boxes, date(2020, 2, 13)).more == 1


def test_a_point_finds_its_day_and_its_session():
    boxes = month_boxes(FEBRUARY, [a_session()], [], 700, 500)
    entry = box_of(boxes, date(2020, 2, 13)).entries[0]

    assert entry_at(boxes, entry.x + 5, entry.y + 5).session_id == "s"
    assert day_at(boxes, entry.x + 5, entry.y + 5).on == date(2020, 2, 13)
    assert entry_at(boxes, 1, 1) is None
    assert day_at(boxes, -1, 1) is None


def test_a_holiday_line_is_no_session():
    holiday = Holiday(on=date(2020, 2, 13), name="Hari jadi")
    boxes = month_boxes(FEBRUARY, [], [holiday], 700, 500)
    entry = box_of(boxes, date(2020, 2, 13)).entries[0]

    assert entry_at(boxes, entry.x + 5, entry.y + 5) is None


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2020, 1, 15), -1, date(2019, 12, 15)),
        (date(2020, 12, 1), 1, date(2021, 1, 1)),
    ],
)
def test_a_month_later_keeps_the_day_where_it_can(day, months, expected):
    assert month_later(day, months) == expected


def test_days_of_other_months_are_told_apart():
    boxes = month_boxes(FEBRUARY, [replace(a_session(), held_on=date(2020, 1, 28))], [], 700, 500)

    assert not box_of(boxes, date(2020, 1, 28)).is_in_month
    assert len(box_of(boxes, date(2020, 1, 28)).entries) == 1
