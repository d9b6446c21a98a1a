"""The board that follows a register equals a full count after whatever was done to it."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from census_desk.coverage.board import CoverageBoard
from census_desk.coverage.counting import full_count
from census_desk.coverage.rows import RowKind
from census_desk.identity import from_number
from census_desk.letters.letter import LetterKind, LetterStatus
from census_desk.people import OfficeKind
from census_desk.programme import PhaseKind
from census_desk.register import CannotUndo, Register
from census_desk.sessions.attendance import AttendanceState
from census_desk.sessions.session import Move, SessionKind, SessionStatus
from census_desk.visits.obstacle import Closing
from census_desk.visits.reasons import MISMATCH
from census_desk.visits.visit import VisitStatus
from tests.census_desk.builders import (
    a_delivery,
    a_desk,
    a_numbered_letter,
    a_phase,
    a_reason,
    a_recap,
    a_session,
    a_visit,
    an_attendance,
    an_employee,
    an_obstacle,
    an_office,
)

DAY = date(2020, 2, 21)
REGENCY = "33.71"  # a small kota: three kecamatan, seventeen kelurahan
AREAS = ("", "33.71.01", "33.71.01.1001", "33.71.02", "33.71.02.1002", "99.99.99")
LETTER_STATES = (LetterStatus.DRAFT, LetterStatus.NUMBERED, LetterStatus.SENT, LetterStatus.VOID)
ids = st.integers(1, 3).map(from_number)
days = st.integers(-8, 8).map(lambda by: DAY + timedelta(days=by))
some_ids = st.lists(ids, max_size=2, unique=True).map(tuple)
some_areas = st.lists(st.sampled_from(AREAS[1:]), max_size=2, unique=True).map(tuple)


def of(states):
    return st.sampled_from(list(states))


def records(make, **fields):
    """Records of one builder under one of three ids, with these fields chosen."""
    return st.fixed_dictionaries({"id": ids, **fields}).map(lambda chosen: make(**chosen))


def a_moved_session(moved, office_ids, district_codes, **fields):
    targets = {"office_ids": office_ids, "district_codes": district_codes}
    if not any((office_ids, district_codes, fields["village_codes"])):
        targets["groups"] = ("tamu",)
    session = a_session(status_note="alasan", **targets, **fields)
    if not moved:
        return session
    move = Move(
        moved_on=moved,
        from_on=session.held_on - timedelta(days=3),
        from_starts_at=time(10),
        to_on=session.held_on,
        to_starts_at=session.starts_at,
    )
    return replace(session, moves=(move,))


def a_delivery_on(sent, received, **fields):
    if sent is None:
        return a_delivery(**fields)
    got = {"received_on": max(sent, received), "received_by": "Sri"} if received else {}
    return a_delivery(sent_on=sent, **got, **fields)


KINDS = {
    "desks": records(a_desk, regency_code=of((REGENCY, REGENCY, REGENCY, "33.72", ""))),
    "phases": records(
        a_phase,
        kind=of((PhaseKind.ONLINE, PhaseKind.FIELD)),
        starts_on=st.just(DAY - timedelta(days=9)),
        ends_on=days,
        known_from=days,
    ),
    "reasons": records(a_reason, key=of((MISMATCH, "cuti")), is_curable=st.booleans()),
    "offices": records(
        an_office,
        kind=of((OfficeKind.DINAS, OfficeKind.DISTRICT, OfficeKind.DISTRICT, OfficeKind.VERTICAL)),
        area_code=of(AREAS),
        asn_count=st.integers(0, 4),
        rank=st.integers(0, 2),
    ),
    "employees": records(an_employee, office_id=ids),
    "letters": records(
        a_numbered_letter,
        kind=of((LetterKind.CIRCULAR, LetterKind.INVITATION)),
        status=of(LETTER_STATES),
        status_note=st.just("alasan"),
        dated_on=days,
        office_ids=st.just(()) | some_ids,
        session_id=ids,
    ),
    "deliveries": records(
        a_delivery_on,
        letter_id=ids,
        office_id=ids,
        sent=st.one_of(st.none(), days),
        received=st.one_of(st.none(), days),
    ),
    "sessions": records(
        a_moved_session,
        kind=of((SessionKind.OFFICE, SessionKind.DISTRICT, SessionKind.COORDINATION)),
        status=of(SessionStatus) | st.just(SessionStatus.HELD),
        held_on=days,
        office_ids=some_ids,
        district_codes=some_areas,
        village_codes=some_areas,
        attended_count=st.one_of(st.none(), st.integers(0, 5)),
        moved=st.one_of(st.none(), days),
    ),
    "attendances": records(
        an_attendance,
        session_id=ids,
        employee_id=st.one_of(st.just(""), ids),
        office_id=st.one_of(st.just(""), ids),
        name=of(("Sri", "SRI", "Budi")),
        listed_as=of(("", "Sekretaris")),
        state=of((AttendanceState.PRESENT, AttendanceState.ABSENT)),
    ),
    "visits": records(
        a_visit,
        office_id=ids,
        held_on=days,
        status=of(VisitStatus),
        status_note=st.just("alasan"),
        attendee_count=st.just(2),
        officers=st.just(("Joko",)),
    ),
    "obstacles": records(
        an_obstacle,
        office_id=ids,
        reason=of((MISMATCH, "cuti")),
        noted_on=st.just(DAY),
        closings=of(((), (Closing(on=DAY, people_count=3),))),
    ),
    "recaps": records(a_recap, office_id=ids, counted_on=days, done_count=st.integers(0, 5)),
}
START = st.fixed_dictionaries(
    {name: st.lists(made, min_size=1, max_size=3) for name, made in KINDS.items()}
)
OFTEN = ("letters", "deliveries", "sessions", "attendances", "offices", "employees", "recaps")
CHANGES = [
    *(st.tuples(st.just(name), made) for name, made in KINDS.items()),
    *(st.tuples(st.just(name), KINDS[name]) for name in OFTEN * 2),
    *(st.tuples(st.just(name), ids) for name in OFTEN),
]
DEEDS = st.one_of(
    *(st.lists(one, min_size=1, max_size=2) for one in CHANGES),
    st.lists(st.one_of(CHANGES), min_size=2, max_size=4),
    of(("undo", "redo")),
    days,
)


def put(register, name, what):
    """Add or change a record, or take one out by its id."""
    collection = register.collection(name)
    if isinstance(what, str):
        if collection.find(what):
            collection.remove(what)
    elif collection.find(what.id):
        collection.replace(what)
    else:
        collection.add(what)


def do(register, board, deed):
    """One commit, one step back or forth, or another day."""
    if isinstance(deed, date):
        board.refresh(on=deed)
    elif isinstance(deed, str):
        try:
            getattr(register, deed)()
        except CannotUndo:
            return
    else:
        with register.change("uji"):
            for name, what in deed:
                put(register, name, what)


@settings(max_examples=40)
@given(start=START, deeds=st.lists(DEEDS, min_size=8, max_size=16))
def test_the_board_equals_a_full_count_after_whatever_was_done(start, deeds):
    with Register.in_memory() as register:
        with register.change("awal"):
            for name, made in start.items():
                for one in made:
                    put(register, name, one)
        board = CoverageBoard(register, DAY)
        offices = CoverageBoard(register, DAY, kinds=(RowKind.OFFICE,))
        register.subscribe(board.refresh)

        for deed in deeds:
            do(register, board, deed)

            assert board.rows == full_count(register, board.on)

        offices.refresh(on=board.on)
        assert offices.rows == full_count(register, board.on, kinds=(RowKind.OFFICE,))


@pytest.fixture
def register():
    with Register.in_memory() as made:
        with made.change("awal"):
            made.desks.add(a_desk(id=from_number(1), regency_code=REGENCY))
            for number, area in ((1, ""), (2, "33.71.01")):
                office = an_office(
                    id=from_number(number),
                    code=str(number),
                    kind=OfficeKind.DISTRICT,
                    area_code=area,
                    asn_count=10,
                )
                made.offices.add(office)
        yield made


def test_a_recap_changes_its_office_and_the_kecamatan_it_stands_for(register):
    board = CoverageBoard(register, DAY)
    register.recaps.add(a_recap(id=from_number(1), office_id=from_number(2), counted_on=DAY))

    changed = board.refresh()

    assert changed == {f"office:{from_number(2)}", "district:33.71.01"}


def test_a_board_that_missed_changes_finds_them_all_by_itself(register):
    board = CoverageBoard(register, DAY)
    register.recaps.add(a_recap(id=from_number(1), office_id=from_number(1), counted_on=DAY))
    register.visits.add(a_visit(id=from_number(1), office_id=from_number(2), held_on=DAY))

    board.refresh()

    assert board.rows == full_count(register, DAY)


def test_nothing_changed_is_no_row(register):
    assert CoverageBoard(register, DAY).refresh() == frozenset()


def test_a_person_who_moves_to_another_office_is_counted_there(register):
    who, first, second = (from_number(number) for number in (1, 1, 2))
    with register.change("awal"):
        register.employees.add(an_employee(id=who, office_id=first))
        held = a_session(id=from_number(1), status=SessionStatus.HELD, office_ids=(first,))
        register.sessions.add(held)
        register.attendances.add(
            an_attendance(id=from_number(1), session_id=held.id, employee_id=who)
        )
    board = CoverageBoard(register, DAY)
    register.employees.replace(an_employee(id=who, office_id=second))

    board.refresh()

    assert board.row(f"office:{first}").people_reached == 0
    assert board.row(f"office:{second}").people_reached == 1


def test_a_row_that_is_gone_is_told_as_changed(register):
    board = CoverageBoard(register, DAY)
    register.offices.remove(from_number(1))

    assert board.refresh() == {f"office:{from_number(1)}"}
    assert board.row(f"office:{from_number(1)}") is None


def test_a_name_noted_of_another_office_ends_the_count_typed(register):
    first, second = from_number(1), from_number(2)
    counted = {"status": SessionStatus.HELD, "office_ids": (first,), "attended_count": 8}
    held = register.sessions.add(a_session(id=from_number(1), **counted))
    board = CoverageBoard(register, DAY)
    guest = an_attendance(
        id=from_number(1), session_id=held.id, office_id=second, listed_as="Kepala"
    )
    register.attendances.add(guest)

    board.refresh()

    assert board.row(f"office:{first}").people_reached == 0
    assert board.rows == full_count(register, DAY)


def test_a_session_called_off_no_longer_counts_its_guests(register):
    guest_home = from_number(2)
    held = a_session(id=from_number(1), status=SessionStatus.HELD, office_ids=(from_number(1),))
    register.sessions.add(held)
    register.attendances.add(
        an_attendance(id=from_number(1), session_id=held.id, office_id=guest_home)
    )
    board = CoverageBoard(register, DAY)
    register.sessions.replace(replace(held, status=SessionStatus.CANCELLED, status_note="hujan"))

    changed = board.refresh()

    assert f"office:{guest_home}" in changed
    assert board.rows == full_count(register, DAY)
