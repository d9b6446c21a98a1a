"""The whole board: offices, kecamatan and villages of a real kabupaten, counted plainly."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from census_desk.coverage.area_rows import district_row
from census_desk.coverage.counting import as_of, full_count, index_of
from census_desk.coverage.filters import Facts, Filter, RowChoice, chosen, deadline, listed
from census_desk.coverage.rows import RowKind, board_totals, by_need, head_counts, offices_of
from census_desk.coverage.steps import State, Step
from census_desk.letters.letter import LetterKind, LetterStatus
from census_desk.people import OfficeKind
from census_desk.places import District
from census_desk.programme import PhaseKind
from census_desk.register import Register
from census_desk.sessions.session import Move, SessionKind, SessionStatus
from tests.census_desk.builders import (
    a_delivery,
    a_desk,
    a_numbered_letter,
    a_phase,
    a_recap,
    a_session,
    a_visit,
    an_attendance,
    an_office,
)

DAY = date(2020, 2, 21)
BEFORE, AFTER = DAY - timedelta(days=2), DAY + timedelta(days=5)
REGENCY, DISTRICT = "33.19", "33.19.02"
KELURAHAN, DESA = "33.19.02.1001", "33.19.02.2002"


@pytest.fixture
def register():
    with Register.in_memory() as made:
        yield made


@pytest.fixture
def put(register):
    """Saves records under new ids; answers them in order."""

    def save(name, make, **fields):
        return getattr(register, name).add(make(**({"id": register.ids()} | fields)))

    save("desks", a_desk, regency_code=REGENCY)
    return save


def row(register, key, on=DAY):
    return next(one for one in full_count(register, on) if one.key == key)


def state(register, key, step, on=DAY):
    return row(register, key, on).marks[step].state


def briefing(put, **fields):
    filled = {"kind": SessionKind.DISTRICT, "office_ids": (), "held_on": BEFORE}
    return put("sessions", a_session, **(filled | fields))


def test_every_kecamatan_stands_before_its_villages(register, put):
    put("offices", an_office)

    rows = full_count(register, DAY)

    kinds = [one.kind for one in rows]
    assert [kinds.count(kind) for kind in RowKind] == [1, 9, 132]
    assert {one.parent for one in rows if one.kind is RowKind.VILLAGE} == {
        one.key for one in rows if one.kind is RowKind.DISTRICT
    }


def test_without_a_known_kabupaten_only_offices_stand(register):
    register.offices.add(an_office(id=register.ids()))

    assert [one.kind for one in full_count(register, DAY)] == [RowKind.OFFICE]


def test_an_unknown_area_code_of_an_old_record_changes_no_row(register, put):
    before = full_count(register, DAY)
    briefing(put, district_codes=("99.99.99",), status=SessionStatus.HELD)

    assert full_count(register, DAY) == before


def test_a_kecamatan_counts_its_villages_reached(register, put):
    briefing(put, village_codes=(DESA, KELURAHAN), status=SessionStatus.HELD)

    found = row(register, f"district:{DISTRICT}")
    villages = [one for one in full_count(register, DAY) if one.parent == found.key]

    assert found.people_reached == sum(one.people_reached for one in villages) == 2
    assert found.people_count == len(villages)
    assert found.marks[Step.SESSION].state is State.PARTLY


def test_a_session_of_the_kecamatan_reaches_all_its_villages(register, put):
    held = briefing(put, district_codes=(DISTRICT,), status=SessionStatus.HELD)

    assert state(register, f"district:{DISTRICT}", Step.SESSION) is State.DONE
    assert row(register, f"village:{DESA}").marks[Step.SESSION].record_ids == (held.id,)


def test_a_session_for_a_kecamatan_and_its_village_at_once_counts_once(register, put):
    held = briefing(
        put, district_codes=(DISTRICT,), village_codes=(DESA,), status=SessionStatus.HELD
    )

    assert row(register, f"village:{DESA}").marks[Step.SESSION].record_ids == (held.id,)


def test_a_desa_has_no_letter_but_a_kelurahan_office_has(register, put):
    office = put("offices", an_office, kind=OfficeKind.KELURAHAN, area_code=KELURAHAN, asn_count=6)
    put("recaps", a_recap, office_id=office.id, counted_on=DAY, done_count=6)

    assert state(register, f"village:{DESA}", Step.LETTER) is State.NOT_NEEDED
    assert state(register, f"village:{KELURAHAN}", Step.LETTER) is State.MISSING
    assert state(register, f"village:{KELURAHAN}", Step.DONE) is State.DONE


def test_a_kecamatan_sums_the_asn_of_its_offices(register, put):
    for kind, area, count in (
        (OfficeKind.DISTRICT, DISTRICT, 10),
        (OfficeKind.KELURAHAN, KELURAHAN, 6),
    ):
        office = put("offices", an_office, kind=kind, area_code=area, asn_count=count)
        put("recaps", a_recap, office_id=office.id, counted_on=DAY, done_count=3)

    assert row(register, f"district:{DISTRICT}").marks[Step.DONE].detail == "6 dari 16 · 37,5 %"


# dijadwalkan


def test_some_villages_in_the_calendar_are_a_part(register, put):
    briefing(put, village_codes=(DESA,), held_on=AFTER)

    assert state(register, f"village:{DESA}", Step.SCHEDULED) is State.DONE
    assert state(register, f"district:{DISTRICT}", Step.SCHEDULED) is State.PARTLY


def test_a_day_after_the_deadline_is_too_late(register, put):
    office = put("offices", an_office)
    put("phases", a_phase, kind=PhaseKind.ONLINE, starts_on=BEFORE, ends_on=DAY, known_from=BEFORE)
    put("sessions", a_session, office_ids=(office.id,), held_on=AFTER)

    found = row(register, f"office:{office.id}").marks[Step.SCHEDULED]

    assert deadline(register, DAY) == DAY
    assert (found.state, found.detail) == (State.LATE, "rencana 26/02, sesudah tenggat")


def test_a_session_over_but_not_recorded_had_its_day(register, put):
    office = put("offices", an_office)
    put("sessions", a_session, office_ids=(office.id,), held_on=BEFORE)

    key = f"office:{office.id}"

    assert state(register, key, Step.SCHEDULED) is State.DONE
    assert state(register, key, Step.SESSION) is State.LATE


# diundang


def invitation(put, session, **fields):
    filled = {"kind": LetterKind.INVITATION, "session_id": session.id, "dated_on": BEFORE}
    return put("letters", a_numbered_letter, **(filled | fields))


@pytest.fixture
def coming(put):
    office = put("offices", an_office, asn_count=10)
    return put("sessions", a_session, office_ids=(office.id,), held_on=AFTER)


def invited(register, session, on=DAY):
    found = row(register, f"office:{session.office_ids[0]}", on).marks[Step.INVITED]
    return found.state, found.detail


def test_a_session_without_invitation_waits_and_is_late_when_near(register, coming):
    assert invited(register, coming) == (State.MISSING, "belum diundang")
    assert invited(register, coming, AFTER - timedelta(days=1))[0] is State.LATE


def test_an_invitation_not_sent_is_under_way_and_a_sent_one_is_done(register, put, coming):
    letter = invitation(put, coming)
    assert invited(register, coming) == (State.UNDER_WAY, "undangan belum dikirim")

    put(
        "deliveries",
        a_delivery,
        letter_id=letter.id,
        office_id=coming.office_ids[0],
        sent_on=BEFORE,
    )

    assert invited(register, coming) == (State.DONE, "diundang 19/02")


def test_an_invitation_drafted_later_is_not_known_on_a_day_before(register, put, coming):
    invitation(put, coming, dated_on=DAY, status=LetterStatus.DRAFT, number="")

    day_before = row(register, f"office:{coming.office_ids[0]}", DAY - timedelta(days=1))

    assert invited(register, coming)[0] is State.UNDER_WAY
    assert day_before.marks[Step.INVITED].state is State.MISSING


def test_an_invitation_to_another_office_invites_nobody_here(register, put, coming):
    other = put("offices", an_office, code="X", short_name="X")
    invitation(put, coming, office_ids=(other.id,), status=LetterStatus.SENT)

    assert invited(register, coming)[0] is State.MISSING


def test_a_session_marked_invited_counts_without_a_letter(register, coming):
    register.sessions.replace(replace(coming, status=SessionStatus.INVITED))

    assert invited(register, coming) == (State.DONE, "diundang")


def test_one_of_two_sessions_invited_is_a_part(register, put, coming):
    put("sessions", a_session, office_ids=coming.office_ids, held_on=AFTER)
    invitation(put, coming, status=LetterStatus.SENT)

    assert invited(register, coming) == (State.PARTLY, "1 dari 2 sesi")


# per tanggal


def test_a_move_decided_later_is_not_known_before(register, put, coming):
    later = AFTER + timedelta(days=7)
    move = Move(
        moved_on=DAY,
        from_on=AFTER,
        from_starts_at=time(9),
        to_on=later,
        to_starts_at=time(9),
    )
    register.sessions.replace(replace(coming, held_on=later, moves=(move,)))

    def told(day):
        found = {one.key: one for one in as_of(register, day)}
        return found[f"office:{coming.office_ids[0]}"].marks[Step.SCHEDULED].detail

    assert (told(BEFORE), told(DAY)) == ("rencana 26/02", "rencana 04/03")


def test_a_moved_session_held_since_was_still_coming_before(register, put, coming):
    later = AFTER + timedelta(days=7)
    move = Move(
        moved_on=DAY, from_on=AFTER, from_starts_at=time(9), to_on=later, to_starts_at=time(9)
    )
    held = {"status": SessionStatus.HELD, "attended_count": 10}
    register.sessions.replace(replace(coming, held_on=later, moves=(move,), **held))
    key = f"office:{coming.office_ids[0]}"

    assert state(register, key, Step.SESSION, BEFORE) is State.UNDER_WAY
    assert state(register, key, Step.SESSION, later) is State.DONE


# counts, filters, order


def test_every_head_count_sums_to_the_rows_shown(register, put, coming):
    rows = full_count(register, DAY)

    counts = head_counts(rows)

    assert {sum(states.values()) for states in counts.values()} == {len(rows)}
    assert board_totals(rows).states == counts


def test_villages_shown_with_their_kecamatan_count_once(register, put):
    briefing(put, district_codes=(DISTRICT,), status=SessionStatus.HELD)
    rows = full_count(register, DAY)

    whole = board_totals(rows)
    alone = board_totals(one for one in rows if one.kind is RowKind.VILLAGE)

    assert (whole.villages_reached, whole.village_count) == (
        alone.villages_reached,
        alone.village_count,
    )
    assert whole.village_count == 132


def test_each_filter_keeps_rows_that_lack_its_step(register, put, coming):
    bare = put("offices", an_office, code="B", short_name="B", asn_count=5)
    rows = [one for one in full_count(register, DAY) if one.kind is RowKind.OFFICE]

    def kept(wanted):
        return [one.office_id for one in chosen(rows, wanted, Facts(on=DAY))]

    assert kept(Filter.NO_SCHEDULE) == [bare.id]
    assert kept(Filter.NOT_REACHED) == [bare.id, coming.office_ids[0]]
    assert kept(Filter.NO_RECAP) == kept(Filter.ALL) == kept(Filter.LETTER_NOT_RECEIVED)
    assert kept(Filter.LATE) == []


def test_a_listing_is_of_one_kind_and_may_put_the_needy_first(register, put, coming):
    put("offices", an_office, code="B", short_name="B", asn_count=5)
    rows = full_count(register, DAY)

    found = listed(rows, Filter.ALL, Facts(on=DAY), choice=RowChoice.OFFICES, needy_first=True)

    assert found == by_need(one for one in rows if one.kind is RowKind.OFFICE)


def test_actions_get_the_office_behind_a_row_or_its_area(register, put):
    camat = put("offices", an_office, kind=OfficeKind.DISTRICT, area_code=DISTRICT)
    wanted = (f"office:{camat.id}", f"district:{DISTRICT}", f"village:{DESA}")
    rows = [one for one in full_count(register, DAY) if one.key in wanted]

    assert offices_of(rows) == (camat.id, DESA)


def test_visits_of_a_kecamatan_are_those_to_its_office(register, put):
    camat = put("offices", an_office, kind=OfficeKind.DISTRICT, area_code=DISTRICT)
    visit = put("visits", a_visit, office_id=camat.id, held_on=AFTER)

    assert row(register, f"district:{DISTRICT}").marks[Step.VISIT].record_id == visit.id


def test_a_kecamatan_without_villages_stands_by_the_sessions_that_name_it(register, put):
    empty = District(code="33.19.99", name="Baru", lat=None, lon=None)

    before = district_row(index_of(register, DAY), empty, [])
    briefing(put, district_codes=("33.19.99",), status=SessionStatus.HELD)
    after = district_row(index_of(register, DAY), empty, [])

    assert (before.people_count, before.marks[Step.SESSION].state) == (0, State.MISSING)
    assert after.marks[Step.SESSION].detail == "diadakan 19/02"
    assert after.marks[Step.SESSION].state is after.marks[Step.SCHEDULED].state is State.DONE


def test_an_attendance_of_nobodys_office_or_session_changes_no_row(register, put):
    put("offices", an_office)
    before = full_count(register, DAY)
    put("attendances", an_attendance, session_id="0000000000009", office_id="")

    assert full_count(register, DAY) == before
