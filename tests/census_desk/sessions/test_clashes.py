"""What stands in the way of a session: each kind of clash, and that the other entry is named."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from census_desk.calendar import DayKind, calendar_known_on
from census_desk.programme import PhaseKind
from census_desk.sessions.clashes import (
    Clash,
    Ground,
    clashes_of,
    every_clash,
    facilitators_by_name,
    phases_in_force,
)
from census_desk.sessions.diary import Booking, Diary, minutes, overlap, time_at
from census_desk.sessions.facilitator import Leave
from census_desk.sessions.rules import ClashKind, Severity
from census_desk.travel import Position
from tests.census_desk.builders import a_day_change, a_facilitator, a_phase, some_rules

TUESDAY, FRIDAY = date(2020, 2, 18), date(2020, 2, 21)
NYEPI = date(2020, 3, 25)


def a_booking(**fields: object) -> Booking:
    filled = {
        "id": "r",
        "title": "Sosialisasi Dinas Kesehatan",
        "on": TUESDAY,
        "starts": minutes(time(8, 30)),
        "ends": minutes(time(10, 30)),
        "people": ("Nuraini Prameswari, S.ST.",),
        "office_ids": ("o",),
        "venue": "t",
        "venue_name": "Pendopo",
    }
    return Booking(**(filled | fields))


def another(**fields: object) -> Booking:
    free = {"id": "q", "title": "Ngisi bareng", "people": ("Hafid",), "office_ids": ("p",)}
    return a_booking(**(free | {"venue": "u", "venue_name": "Aula"} | fields))


def a_diary(*bookings: Booking) -> Diary:
    diary = Diary()
    diary.follow("sessions", bookings, lambda one: one)
    return diary


def found(booking: Booking, *others: Booking, **ground: object) -> tuple[Clash, ...]:
    filled = {"office_names": {"o": "Dinkes"}, "calendar": calendar_known_on([], TUESDAY)}
    return clashes_of(booking, a_diary(*others), Ground(**(filled | ground)))


def kinds(clashes: tuple[Clash, ...]) -> set[ClashKind]:
    return {one.kind for one in clashes}


def test_a_session_on_a_free_morning_has_nothing_in_its_way():
    assert found(a_booking(), another()) == ()


def test_one_facilitator_at_two_sessions_is_told_with_the_other_one():
    other = another(people=("Hafid", "nuraini  prameswari, s.st."))

    (clash,) = found(a_booking(), other)

    assert clash.sentence == (
        "Nuraini Prameswari, S.ST. bertugas di “Ngisi bareng” pukul 08.30–10.30."
    )
    assert (clash.kind, clash.severity, clash.other) == (
        ClashKind.FACILITATOR,
        Severity.FORBID,
        other,
    )


def test_one_hall_for_two_sessions_is_told():
    (clash,) = found(a_booking(), another(venue="t", venue_name="Pendopo"))

    assert clash.sentence == "Pendopo dipakai “Ngisi bareng” pukul 08.30–10.30."
    assert clash.field == "venue_id"


def test_two_places_without_a_name_are_not_one():
    assert found(a_booking(venue="", venue_name=""), another(venue="", venue_name="")) == ()


def test_an_office_expected_at_two_sessions_is_told():
    (clash,) = found(a_booking(), another(office_ids=("p", "o")))

    assert clash.sentence == "Dinkes juga diharapkan di “Ngisi bareng” pukul 08.30–10.30."
    assert clash.severity is Severity.WARN


def test_of_many_offices_three_are_named_and_the_rest_counted():
    ids = tuple("abcde")
    names = {one: one.upper() for one in ids}

    (clash,) = found(a_booking(office_ids=ids), another(office_ids=ids), office_names=names)

    assert clash.sentence.startswith("A, B, C, dan 2 lagi juga diharapkan")


def test_one_after_the_other_is_no_clash():
    later = another(
        starts=minutes(time(10, 30)), ends=minutes(time(12)), people=a_booking().people, venue="t"
    )

    assert found(a_booking(), later) == ()


def test_itself_in_the_diary_is_not_in_its_way():
    assert found(a_booking(), a_booking()) == ()


def test_4000_invited_into_one_hall_are_divided():
    (clash,) = found(a_booking(size=4000, room=150))

    assert clash.sentence == "4.000 undangan, Pendopo hanya untuk 150 orang: bagi menjadi 27 sesi."
    assert clash.severity is Severity.FORBID


@pytest.mark.parametrize(("size", "room"), [(150, 150), (0, 1), (4000, None)])
def test_a_hall_that_is_large_enough_or_not_known_is_no_clash(size, room):
    assert found(a_booking(size=size, room=room)) == ()


def test_a_holiday_is_named():
    (clash,) = found(a_booking(on=NYEPI))

    assert clash.sentence == "Rabu, 25 Maret 2020 adalah Hari Suci Nyepi."
    assert clash.kind is ClashKind.HOLIDAY


def test_joint_leave_is_its_own_kind():
    change = a_day_change(
        on=TUESDAY, kind=DayKind.JOINT_LEAVE, name="Cuti bersama", known_from=TUESDAY
    )

    clashes = found(a_booking(), calendar=calendar_known_on([change], TUESDAY))

    assert kinds(clashes) == {ClashKind.JOINT_LEAVE}


def test_a_weekend_is_no_working_day_unless_saturday_works():
    saturday = a_booking(on=date(2020, 2, 22))

    assert [one.sentence for one in found(saturday)] == [
        "Sabtu, 22 Februari 2020 bukan hari kerja."
    ]
    assert found(saturday, calendar=calendar_known_on([], TUESDAY, saturday_works=True)) == ()


@pytest.mark.parametrize(
    ("starts", "ends", "clash"),
    [
        (time(9), time(11, 30), False),
        (time(9), time(11, 31), True),
        (time(12), time(12, 30), True),
        (time(13), time(15), False),
    ],
)
def test_friday_prayer_is_kept_free(starts, ends, clash):
    booking = a_booking(on=FRIDAY, starts=minutes(starts), ends=minutes(ends))

    assert (ClashKind.FRIDAY in kinds(found(booking))) is clash


def test_the_same_time_on_a_tuesday_is_free():
    assert found(a_booking(starts=minutes(time(11)), ends=minutes(time(13)))) == ()


@pytest.mark.parametrize("hours", [(time(6), time(8)), (time(15), time(16))])
def test_outside_the_office_hours_is_told(hours):
    booking = a_booking(starts=minutes(hours[0]), ends=minutes(hours[1]))

    (clash,) = found(booking)

    assert clash.sentence.endswith("di luar jam kantor 07.30–15.30.")


def test_who_is_on_leave_is_told_with_the_reason():
    person = a_facilitator(leave=(Leave(first=TUESDAY, last=TUESDAY, reason="cuti tahunan"),))

    (clash,) = found(a_booking(), people=facilitators_by_name([person]))

    assert clash.sentence == (
        "Nuraini Prameswari, S.ST. cuti pada Selasa, 18 Februari 2020 (cuti tahunan)."
    )


HALL = Position(lat=-6.8048, lon=110.8405)
NORTH = Position(lat=-6.7048, lon=110.8405)  # 35 minutes by road


@pytest.mark.parametrize(("begins", "clash"), [(time(11, 4), True), (time(11, 5), False)])
def test_the_road_between_two_sessions_needs_its_time(begins, clash):
    other = another(
        people=a_booking().people,
        starts=minutes(begins),
        ends=minutes(time(12)),
        position=NORTH,
    )

    clashes = found(a_booking(position=HALL), other)

    assert (kinds(clashes) == {ClashKind.TRAVEL}) is clash


def test_the_road_is_told_in_minutes():
    other = another(people=("Nuraini Prameswari, S.ST.",), position=NORTH)
    later = a_booking(starts=minutes(time(10, 40)), ends=minutes(time(12)), position=HALL)

    (clash,) = found(later, other)

    assert clash.sentence == (
        "Nuraini Prameswari, S.ST.: jalan dari atau ke “Ngisi bareng” (08.30–10.30) "
        "perlu 35 menit, adanya 10."
    )


def test_places_without_coordinates_tell_nothing_of_the_road():
    other = another(people=a_booking().people, starts=minutes(time(10, 31)), ends=700)

    assert found(a_booking(position=HALL), other) == ()


ONLINE = a_phase(starts_on=date(2020, 2, 15), ends_on=date(2020, 3, 31))


def test_outside_every_stage_is_told():
    (clash,) = found(a_booking(on=date(2020, 4, 2)), phases=(ONLINE,))

    assert clash.sentence == (
        "Kamis, 2 April 2020 di luar semua tahap (Sensus daring 15 Februari s.d. 31 Maret 2020)."
    )


def test_what_prepares_the_campaign_may_come_before_its_first_stage():
    before = a_booking(on=date(2020, 2, 13))

    assert kinds(found(before, phases=(ONLINE,))) == {ClashKind.PHASE}
    assert found(replace(before, needs_phase=False), phases=(ONLINE,)) == ()


def test_a_campaign_without_stages_has_nothing_to_be_outside_of():
    assert found(a_booking(on=date(2020, 4, 2))) == ()


def test_the_stages_are_those_known_on_the_day():
    later = a_phase(
        id="g", starts_on=ONLINE.starts_on, ends_on=date(2020, 5, 29), known_from=date(2020, 3, 31)
    )
    field = a_phase(
        id="h", kind=PhaseKind.FIELD, starts_on=date(2020, 7, 1), ends_on=date(2020, 7, 31)
    )

    assert phases_in_force([later, field, ONLINE], date(2020, 2, 21)) == (ONLINE, field)
    assert phases_in_force([later, field, ONLINE], date(2020, 4, 1)) == (later, field)


def test_the_severity_is_the_offices_and_the_hardest_comes_first():
    rules = some_rules(office=Severity.FORBID, facilitator=Severity.NOTE, friday=Severity.WARN)
    booking = a_booking(on=FRIDAY, starts=minutes(time(11)), ends=minutes(time(12)))
    other = replace(booking, id="q", venue="u")

    clashes = found(booking, other, rules=rules)

    assert [(one.kind, one.severity) for one in clashes] == [
        (ClashKind.OFFICE, Severity.FORBID),
        (ClashKind.FRIDAY, Severity.WARN),
        (ClashKind.FACILITATOR, Severity.NOTE),
    ]


def test_all_clashes_of_a_campaign_begin_on_the_day_asked_for():
    first, second = a_booking(), another(venue="t")
    later = a_booking(id="z", on=NYEPI)
    diary = a_diary(first, second, later)

    assert [b.id for b, _found in every_clash(diary, Ground(), TUESDAY)] == ["q", "r", "z"]
    assert [b.id for b, _found in every_clash(diary, Ground(), NYEPI)] == ["z"]


def test_a_diary_follows_what_changed_and_forgets_what_is_gone():
    made = []

    def book(one: Booking) -> Booking | None:
        made.append(one.id)
        return None if one.title == "batal" else one

    diary, first, second = Diary(), a_booking(), another()
    diary.follow("sessions", (first, second), book)
    moved = replace(second, on=FRIDAY)
    diary.follow("sessions", (moved,), book)
    diary.follow("sessions", (moved, replace(first, title="batal")), book)

    assert made == ["r", "q", "q", "r"]
    assert list(diary.on(TUESDAY)) == []
    assert list(diary.every()) == [moved]


times = st.integers(min_value=0, max_value=24 * 60 - 1)


@given(times, times, times, times)
def test_two_bookings_overlap_when_they_share_a_minute(a, b, c, d):
    first = a_booking(starts=min(a, b), ends=max(a, b) + 1)
    second = another(starts=min(c, d), ends=max(c, d) + 1)
    shared = set(range(first.starts, first.ends)) & set(range(second.starts, second.ends))

    assert overlap(first, second) is bool(shared)
    assert overlap(first, second) == overlap(second, first)


def test_the_end_of_the_day_is_a_time():
    assert time_at(24 * 60) == time(23, 59)
    assert time_at(minutes(time(9, 5))) == time(9, 5)
