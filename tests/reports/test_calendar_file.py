"""The calendar file and the agenda: what a calendar program and a reader make of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pypdfium2
import pytest
from icalendar import Calendar, Event

from census_desk.sessions.agenda import AgendaLine, agenda, people_with_agenda
from census_desk.sessions.diary import Booking
from census_desk.sessions.session import Session, SessionStatus, moved
from census_desk.travel import Position
from reports.sessions.agenda import agenda_paper
from reports.sessions.calendar_file import CalendarEntry, calendar_file
from tests.census_desk.builders import DAY, a_session

AT = datetime(2020, 2, 14, 3, tzinfo=UTC)


def event_of(session: Session, zone: str = "WIB", **fields: object) -> Event:
    entry = CalendarEntry(session=session, **({"revision": 7} | fields))
    content = calendar_file([entry], name="Jadwal", zone=zone, at=AT)
    (event,) = Calendar.from_ical(content).events
    return event


def test_an_event_says_when_where_who_and_for_whom():
    session = a_session(ends_at=time(11), status=SessionStatus.INVITED, groups=("Kepala desa",))

    event = event_of(
        session,
        speakers=("Nuraini, S.ST.",),
        offices=("Dinkes",),
        position=Position(lat=-6.8, lon=110.8),
    )

    assert event.start == datetime(2020, 2, 13, 2, tzinfo=UTC)
    assert event.end == datetime(2020, 2, 13, 4, tzinfo=UTC)
    assert (event["summary"], event["location"]) == ("Rapat koordinasi", "Pendopo")
    assert "Fasilitator: Nuraini, S.ST." in event["description"]
    assert "Sasaran: Dinkes, Kepala desa" in event["description"]
    assert (event["uid"], event["sequence"]) == ("r@census-desk", 7)


@pytest.mark.parametrize(("zone", "hour"), [("WIB", 2), ("WITA", 1), ("WIT", 0)])
def test_the_hours_are_those_of_the_regency(zone, hour):
    assert event_of(a_session(), zone).start.hour == hour


def test_without_an_end_an_event_lasts_as_long_as_is_usual():
    assert event_of(a_session(), length=timedelta(hours=3)).duration == timedelta(hours=3)


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (SessionStatus.PLANNED, "TENTATIVE"),
        (SessionStatus.INVITED, "CONFIRMED"),
        (SessionStatus.HELD, "CONFIRMED"),
        (SessionStatus.POSTPONED, "CANCELLED"),
        (SessionStatus.CANCELLED, "CANCELLED"),
    ],
)
def test_a_calendar_is_told_what_takes_place(status, word):
    assert event_of(a_session(status=status, status_note="x"))["status"] == word


def test_a_moved_session_is_the_same_event_with_its_reason():
    before = a_session()
    after = replace(before, held_on=date(2020, 2, 20))
    after = replace(after, moves=(moved(before, after, reason="Apel", on=DAY),))

    event = event_of(after, revision=8)

    assert event["uid"] == event_of(before)["uid"]
    assert "Pindah: Apel" in event["description"]


def test_text_of_people_is_no_calendar_code():
    title = "Rapat; BEGIN:VEVENT\nSUMMARY:palsu, \\n"

    event = event_of(a_session(title=title))

    assert event["summary"] == title


def test_the_same_sessions_give_the_same_bytes():
    entries = [CalendarEntry(session=a_session(), revision=1)]

    assert calendar_file(entries, name="J", zone="WIB", at=AT) == calendar_file(
        entries, name="J", zone="WIB", at=AT
    )


def a_booking(**fields: object) -> Booking:
    filled = {"id": "r", "title": "Rapat", "on": DAY, "starts": 540, "ends": 660}
    return Booking(**(filled | fields))


def test_an_agenda_is_in_order_and_of_one_person_or_office():
    bookings = [
        a_booking(id="2", on=date(2020, 2, 14), people=("Hafid",), office_ids=("o",)),
        a_booking(id="1", people=("nuraini",), office_ids=("p",)),
        a_booking(id="3", starts=480, people=("Nuraini", "Hafid"), collection="visits"),
    ]

    assert [one.record_id for one in agenda(bookings)] == ["3", "1", "2"]
    assert [one.record_id for one in agenda(bookings, person=" NURAINI ")] == ["3", "1"]
    assert [one.record_id for one in agenda(bookings, office_id="o")] == ["2"]
    assert [one.record_id for one in agenda(bookings, first=date(2020, 2, 14))] == ["2"]
    assert people_with_agenda(bookings) == ["Hafid", "nuraini"]


def lines(many: int) -> list[AgendaLine]:
    return agenda(
        a_booking(id=str(n), title=f"Acara <{n}> & lain", people=("Hafid",), office_ids=("o",) * 9)
        for n in range(many)
    )


def text_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def test_a_printed_agenda_names_its_owner_days_and_events():
    span = {"first": DAY, "last": date(2020, 2, 20)}

    (page,) = text_of(agenda_paper(lines(2), {"o": "Dinkes"}, name="Hafid", zone="WIB", **span))

    assert "AGENDA" in page and "Hafid, 13–20 Februari 2020" in page
    assert "Kamis, 13 Februari 2020" in page and "09.00–11.00 WIB" in page
    assert "Acara <1> & lain" in page and "9 OPD" in page


def test_a_long_agenda_goes_on_over_pages_and_is_the_same_twice():
    span = {"first": DAY, "last": DAY}

    def paper() -> bytes:
        return agenda_paper(lines(60), {}, name="Hafid", zone="WIB", **span)

    pages = text_of(paper())

    assert len(pages) > 1 and f"halaman 2 dari {len(pages)}" in pages[1]
    assert paper() == paper()
