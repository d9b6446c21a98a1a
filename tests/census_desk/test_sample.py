"""The sample campaign is the real one in its facts, whole in its records, and true to its dates."""

from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest

from census_desk import sample
from census_desk.calendar import is_working_day
from census_desk.catalogue import COLLECTIONS
from census_desk.letters.fields import CampaignFacts, field_values, filled, unknown_fields
from census_desk.letters.letter import LetterBook, LetterStatus
from census_desk.people import OfficeKind, PostKind, PostStatus, Sex, in_office
from census_desk.places import village
from census_desk.programme import (
    CountedUnit,
    PhaseKind,
    denominator_in_force,
    in_force,
    phase_in_force,
    target_count,
    target_in_force,
)
from census_desk.register import Register
from census_desk.resource_files import read_text
from census_desk.sample.rows import WIB
from census_desk.sessions.facilitator import facilitator_names
from census_desk.sessions.rules import ClashKind, Severity
from census_desk.sessions.schedule import Schedule, working_calendar
from census_desk.sessions.session import NOT_TAKING_PLACE, SessionKind, SessionStatus
from census_desk.staff.roster import StaffRole
from census_desk.visits.reporting import proposals_now
from census_desk.visits.visit import VisitStatus

MEETING = date(2020, 2, 13)
KICKOFF = date(2020, 2, 17)
WORKING_DATE = date(2020, 2, 21)
FRIDAY = 4
PRAYER = (time(11, 30), time(13, 0))


@pytest.fixture(scope="module")
def register():
    with Register.in_memory() as made:
        sample.build(made)
        yield made


def facts_of(register):
    return CampaignFacts(
        desk=register.desks.all()[0],
        programme=register.programmes.all()[0],
        phases=register.phases.all(),
        targets=register.targets.all(),
        denominators=register.denominators.all(),
        staffing=register.staffing_plans.all(),
        offices=register.offices.all(),
    )


def taking_place(register):
    return [s for s in register.sessions.all() if s.status not in NOT_TAKING_PLACE]


def code_of(register, office_id):
    return register.offices.get(office_id).code


def the_circular(register):
    return next(one for one in register.letters.all() if one.number)


# offices and places


def test_forty_three_offices_have_7140_asn_together(register):
    offices = register.offices.all()

    assert (len(offices), sum(office.asn_count for office in offices)) == (43, 7140)


def test_the_split_of_the_asn_is_marked_as_an_example_on_every_office(register):
    assert {"contoh" in office.asn_note for office in register.offices.all()} == {True}


def test_every_kecamatan_and_kelurahan_of_the_regency_is_an_office(register):
    kinds = Counter(office.kind for office in register.offices.all())

    assert (kinds[OfficeKind.DISTRICT], kinds[OfficeKind.KELURAHAN]) == (9, 9)
    assert OfficeKind.VERTICAL not in kinds


def test_the_sessions_of_the_kecamatan_reach_all_132_villages_once(register):
    reached = [code for session in register.sessions.all() for code in session.village_codes]

    assert (len(reached), len(set(reached))) == (132, 132)


def test_the_desk_opens_on_the_friday_of_the_first_week(register):
    (desk,) = register.desks.all()

    assert desk.working_date == WORKING_DATE
    assert desk.is_sample
    assert (desk.regency_name, desk.province_name) == ("Kabupaten Kudus", "Jawa Tengah")


# the programme and its dated entries


@pytest.mark.parametrize(
    ("on", "kind", "first", "last"),
    [
        (MEETING, PhaseKind.ONLINE, date(2020, 2, 15), date(2020, 3, 31)),
        (date(2020, 3, 31), PhaseKind.ONLINE, date(2020, 2, 15), date(2020, 5, 29)),
        (WORKING_DATE, PhaseKind.FIELD, date(2020, 7, 1), date(2020, 7, 31)),
        (date(2020, 6, 1), PhaseKind.FIELD, date(2020, 9, 1), date(2020, 9, 30)),
    ],
)
def test_phases_are_those_known_on_the_day(register, on, kind, first, last):
    phase = phase_in_force(register.phases.all(), kind, on)

    assert (phase.starts_on, phase.ends_on) == (first, last)


@pytest.mark.parametrize(
    ("on", "percent"),
    [(MEETING, 27), (WORKING_DATE, 27), (date(2020, 3, 20), 27), (date(2020, 4, 2), 40)],
)
def test_the_target_is_the_decided_one_never_a_wish(register, on, percent):
    assert target_in_force(register.targets.all(), CountedUnit.PERSONS, on).percent == percent


def test_the_wishes_are_kept_with_their_source(register):
    wishes = {t.percent: t.source for t in register.targets.all() if t.is_wish}

    assert set(wishes) == {50, 23}
    assert all(wishes.values())


def test_27_per_cent_of_857415_is_231502(register):
    target = target_in_force(register.targets.all(), CountedUnit.PERSONS, WORKING_DATE)
    total = denominator_in_force(register.denominators.all(), CountedUnit.PERSONS, WORKING_DATE)

    assert (total.total, target_count(target, total)) == (857415, 231502)


def test_the_denominators_of_june_count_persons_and_households(register):
    on = date(2020, 6, 10)
    totals = [
        denominator_in_force(register.denominators.all(), unit, on).total for unit in CountedUnit
    ]

    assert totals == [875999, 275115]


@pytest.mark.parametrize(("on", "plan"), [(MEETING, (890, 300)), (date(2020, 9, 1), (568, 0))])
def test_the_staffing_plan_is_the_one_known_on_the_day(register, on, plan):
    known = in_force(register.staffing_plans.all(), on)

    assert (known.enumerator_count, known.team_leader_count) == plan


# people


def test_the_circulars_signer_is_the_acting_regent_with_his_own_post(register):
    signer = register.signatories.get(the_circular(register).signatory_id)

    assert (signer.status, signer.post) == (PostStatus.PLT, "BUPATI KUDUS")
    assert (signer.own_post, signer.nip) == ("WAKIL BUPATI", "")
    assert in_office(signer, MEETING)


def test_the_secretary_of_that_month_is_acting_by_the_day(register):
    holders = [s for s in register.signatories.all() if s.post_kind is PostKind.SECRETARY]

    assert [s.status for s in holders if in_office(s, MEETING)] == [PostStatus.PLH]


def test_every_office_has_one_head_on_the_working_date(register):
    heads = Counter(
        s.office_id
        for s in register.signatories.all()
        if in_office(s, WORKING_DATE) and s.post_kind is not PostKind.ASSISTANT and s.office_id
    )

    assert heads == {office.id: 1 for office in register.offices.all()}


def test_a_nip_belongs_to_one_person(register):
    people = [*register.signatories.all(), *register.employees.all()]
    names = {}
    for person in people:
        if person.nip:
            names.setdefault(person.nip, set()).add(person.name)

    assert [found for found in names.values() if len(found) > 1] == []


def test_the_sex_of_an_employee_agrees_with_the_nip(register):
    expected = {"1": Sex.MALE, "2": Sex.FEMALE}

    assert all(e.sex is expected[e.nip[14]] for e in register.employees.all())


def test_nobody_is_past_the_age_of_retirement(register):
    born = [int(e.nip[:4]) for e in register.employees.all()]

    assert min(born) >= 2020 - 58


def test_the_offices_with_employees_have_all_their_asn(register):
    counted = Counter(employee.office_id for employee in register.employees.all())

    assert {code_of(register, o): n for o, n in counted.items()} == {
        "DISKOMINFO": 40,
        "KEL-33.19.02.1005": 8,
    }
    assert all(register.offices.get(office).asn_count == n for office, n in counted.items())


def test_thirty_people_work_in_the_field_under_one_koseka_per_kecamatan(register):
    roles = Counter(officer.role for officer in register.officers.all())

    assert roles[StaffRole.DISTRICT_COORDINATOR] == 9
    assert sum(roles.values()) - roles[StaffRole.BPS_OFFICER] == 30


def test_an_enumerators_villages_lie_in_the_kecamatan_of_the_team(register):
    for officer in register.officers.all():
        leader = register.officers.find(officer.team_leader_id) if officer.team_leader_id else None
        assert leader is None or leader.district_code == officer.district_code
        assert all(
            village(code).code[:8] == officer.district_code for code in officer.village_codes
        )


# letters


def test_the_circular_has_its_number_in_the_book_of_circulars(register):
    letter = the_circular(register)

    assert (letter.book, letter.status) == (LetterBook.CIRCULARS, LetterStatus.SENT)
    assert letter.number.startswith("470/")
    assert letter.number.endswith("/2020")
    assert letter.dated_on == MEETING


def test_the_circular_quotes_the_campaign_as_planned_on_its_date(register):
    letter = the_circular(register)
    values = field_values(facts_of(register), on=letter.dated_on, letter_number=letter.number)

    text, missing = filled(letter.body, values)

    assert missing == []
    assert "27 persen dari 857.415 jiwa, yaitu 231.502 jiwa" in text
    assert "7.140 orang" in text
    assert "15 Februari s.d. 31 Maret 2020" in text
    assert "1–31 Juli 2020" in text
    assert "890 petugas pencacah dan 300 koordinator tim" in text


@pytest.mark.parametrize("name", ["edaran-partisipasi-asn", "edaran-pengingat-rekap"])
@pytest.mark.parametrize("form", ["opening", "sections"])
def test_a_template_uses_known_fields_and_no_ground_younger_than_the_letter(name, form):
    body = read_text(f"templates/{name}.{form}.md")

    assert unknown_fields(body) == []
    assert "MenPANRB" not in body
    assert "Nomor 49" not in body


def test_the_reminder_is_still_a_draft_without_a_number(register):
    drafts = [
        one
        for one in register.letters.all()
        if one.status is LetterStatus.DRAFT and not one.session_id
    ]

    assert [(one.number, one.dated_on > WORKING_DATE) for one in drafts] == [("", True)]


def test_every_session_people_were_invited_to_has_its_letter(register):
    told = {letter.session_id for letter in register.letters.all() if letter.number}
    invited = [one for one in register.sessions.all() if one.status is SessionStatus.INVITED]

    assert {one.id for one in invited} <= told


def test_the_sample_shows_a_visit_half_followed_up_and_two_offices_proposed(register):
    setda = next(one for one in register.visits.all() if "lupa sandi" in one.purpose)
    mine = [one for one in register.follow_ups.all() if one.visit_id == setda.id]

    assert [one.done_on is None for one in mine] == [False, True]
    proposed = proposals_now(register, WORKING_DATE)
    assert [one.office.short_name for one in proposed] == ["BPPKAD", "Dinsos P3AP2KB"]


def test_the_circular_went_to_every_office_and_was_received_by_31(register):
    deliveries = register.deliveries.all()

    assert {row.office_id for row in deliveries} == {o.id for o in register.offices.all()}
    assert sum(row.received_on is not None for row in deliveries) == 31


# sessions and visits


def test_the_meeting_and_the_kick_off_are_on_their_days(register):
    found = {s.kind: s for s in reversed(register.sessions.all()) if s.held_on <= KICKOFF}

    assert found[SessionKind.COORDINATION].held_on == MEETING
    assert found[SessionKind.COORDINATION].venue == "Pendopo Kabupaten Kudus"
    assert found[SessionKind.KICKOFF].held_on == KICKOFF
    assert found[SessionKind.KICKOFF].venue.startswith("Command Center")


def test_sessions_lie_on_working_days_and_keep_the_friday_prayer_free(register):
    for session in register.sessions.all():
        assert is_working_day(session.held_on), session.title
        if session.held_on.weekday() == FRIDAY:
            assert session.ends_at <= PRAYER[0] or session.starts_at >= PRAYER[1], session.title


def test_nobody_facilitates_and_no_office_attends_two_sessions_at_once(register):
    sessions = taking_place(register)
    pairs = [(a, b) for a in sessions for b in sessions if a.id < b.id and a.held_on == b.held_on]

    for one, other in pairs:
        if one.starts_at < other.ends_at and other.starts_at < one.ends_at:
            both = set(one.facilitator_ids) & set(other.facilitator_ids)
            assert not both, (one.title, other.title)
            assert one.venue_id != other.venue_id, (one.title, other.title)
            assert not set(one.office_ids) & set(other.office_ids), (one.title, other.title)


def test_visiting_officers_are_not_in_a_session_at_that_time(register):
    for visit in register.visits.all():
        for session in taking_place(register):
            names = set(facilitator_names(session, register.facilitators.all()))
            if session.held_on == visit.held_on and names & set(visit.officers):
                assert visit.ends_at <= session.starts_at or session.ends_at <= visit.starts_at


def test_between_25_and_35_sessions_are_planned_or_held(register):
    assert 25 <= len(register.sessions.all()) <= 35


def test_a_postponed_session_has_a_new_date(register):
    (postponed,) = [s for s in register.sessions.all() if s.status is SessionStatus.POSTPONED]
    again = [s for s in register.sessions.all() if s.title == postponed.title]

    assert [s.held_on > postponed.held_on for s in again if s.id != postponed.id] == [True]


def test_every_session_is_in_a_listed_venue_that_seats_the_invited(register):
    for session in register.sessions.all():
        venue = register.venues.get(session.venue_id)
        assert venue.name == session.venue
        assert venue.position is not None and venue.capacity >= session.invited_count


def test_one_session_was_moved_and_one_cancelled_with_their_reasons(register):
    (moved,) = [s for s in register.sessions.all() if s.moves]
    (cancelled,) = [s for s in register.sessions.all() if s.status is SessionStatus.CANCELLED]

    assert moved.moves[0].reason and moved.moves[0].from_on < moved.held_on
    assert moved.moves[0].moved_on <= WORKING_DATE
    assert cancelled.status_note.startswith("Digabung dengan pendampingan")


def test_leave_entered_later_is_all_that_stands_in_the_way(register):
    schedule = Schedule(register, WORKING_DATE)
    hard = [
        (booking.title.rsplit(" ", 1)[1], clash.kind)
        for booking, clashes in schedule.every_clash(WORKING_DATE)
        for clash in clashes
        if clash.severity is Severity.FORBID
    ]

    assert hard == [("Jati", ClashKind.LEAVE), ("Undaan", ClashKind.LEAVE)]


def test_joint_leave_in_may_is_the_one_known_on_the_day(register):
    friday = date(2020, 5, 29)
    known = [date(2020, 2, 13), date(2020, 3, 9), date(2020, 4, 9)]

    assert [working_calendar(register, on).is_working_day(friday) for on in known] == [
        True,
        False,
        True,
    ]


def test_the_attendance_of_diskominfo_agrees_with_its_session(register):
    rows = register.attendances.all()
    session = register.sessions.get(rows[0].session_id)
    came = [row for row in rows if row.state in ("hadir", "diwakili")]

    assert {row.session_id for row in rows} == {session.id}
    assert (len(rows), len(came), session.attended_count) == (39, 34, 34)


def test_the_obstacles_of_those_weeks_are_there(register):
    reasons = {obstacle.reason for obstacle in register.obstacles.all()}

    assert {
        "NIK/KK tidak cocok (kode 104)",
        "KK terbit setelah Juli 2019",
        "lupa sandi",
    } <= reasons


def test_a_visit_concerns_the_office_its_obstacles_were_noted_at(register):
    for obstacle in register.obstacles.all():
        if obstacle.visit_id:
            assert register.visits.get(obstacle.visit_id).office_id == obstacle.office_id


# nothing is known before its day


def test_nothing_after_the_working_date_is_more_than_a_plan(register):
    late = [s.title for s in register.sessions.all() if s.held_on >= WORKING_DATE]
    held = [s.title for s in register.sessions.all() if s.attended_count is not None]

    assert set(late) & set(held) == set()
    assert all(r.counted_on <= WORKING_DATE for r in register.recaps.all())
    assert all(v.held_on < WORKING_DATE for v in register.visits.where(is_held))
    assert all((d.received_on or MEETING) <= WORKING_DATE for d in register.deliveries.all())


def is_held(visit):
    return visit.status is VisitStatus.HELD


def test_what_an_office_reports_never_shrinks_and_never_exceeds_its_asn(register):
    for office in register.offices.all():
        counts = [
            recap.done_count
            for recap in sorted(register.recaps.all(), key=lambda recap: recap.counted_on)
            if recap.office_id == office.id
        ]
        assert counts == sorted(counts)
        assert all(count <= office.asn_count for count in counts)


def test_history_runs_forward_through_february_with_several_actors(register):
    steps = [step for step in register.history() if step.kind == "change"]
    moments = [step.at for step in sorted(steps, key=lambda step: step.rev)]

    assert moments == sorted(moments)
    assert {(moment.year, moment.month) for moment in moments} == {(2020, 2)}
    assert len({step.actor for step in steps}) == 3
    assert len({step.what for step in steps}) == len(steps) > 30


def test_only_the_step_that_took_a_number_is_final(register):
    changes = [step for step in register.history() if step.kind == "change"]
    final = [step.what for step in changes if step.final]

    numbers = {letter.number for letter in register.letters.all()} - {""}
    assert len(final) == len(numbers) == 10
    assert all(any(number in what for number in numbers) for what in final)


@pytest.mark.parametrize(
    ("start", "collection", "count"),
    [
        ("Memasukkan 43 OPD", "offices", 43),
        ("Mengimpor 40 ASN", "employees", 40),
        ("Mengimpor 8 ASN", "employees", 8),
        ("Mendaftarkan 31 tempat", "venues", 31),
        ("Mendaftarkan 4 fasilitator", "facilitators", 4),
        ("Membentuk 3 tim", "planning_teams", 3),
        ("Mendaftarkan 4 petugas BPS dan 30 petugas lapangan", "officers", 34),
        ("Mencatat rekap ASN 8 OPD", "recaps", 8),
        ("Mencatat rekap ASN 18 OPD", "recaps", 18),
    ],
)
def test_a_step_wrote_as_many_records_as_its_sentence_says(register, start, collection, count):
    (step,) = [step for step in register.history() if step.what.startswith(start)]

    assert [change.collection for change in step.changes] == [collection] * count


def test_on_the_morning_of_the_meeting_the_circular_was_a_draft(register):
    then = register.as_of(datetime(2020, 2, 13, 8, 0, tzinfo=WIB))

    assert [letter.status for letter in then.letters.all()] == [LetterStatus.DRAFT]
    assert then.targets.all() == ()


# the records as a whole


def test_every_reference_points_at_a_record(register):
    for kind in COLLECTIONS.values():
        for record in register.collection(kind.name).all():
            for field, target in kind.references.items():
                value = getattr(record, field)
                for record_id in (value,) if isinstance(value, str) else value:
                    assert not record_id or register.collection(target).find(record_id), (
                        kind.name,
                        field,
                    )


def test_two_registers_with_the_sample_hold_the_same_records(register):
    with Register.in_memory(actor="lain") as other:
        sample.build(other)

        for name in COLLECTIONS:
            assert other.collection(name).all() == register.collection(name).all()


def test_ids_may_come_from_outside():
    from census_desk.identity import Ids

    with Register.in_memory() as made:
        ids = Ids(lambda: 1_582_000_000_000, lambda bits: 7)
        sample.build(made, ids)

        assert made.desks.all()[0].id == Ids(lambda: 1_582_000_000_000, lambda bits: 7)()


def test_the_actor_of_the_register_is_the_same_afterwards():
    with Register.in_memory(actor="Rini") as made:
        sample.build(made)

        assert made.actor == "Rini"


def test_a_register_made_from_the_sample_begins_with_the_campaign(tmp_path):
    with sample.create(tmp_path / "contoh.census", actor="Rini") as made:
        first = min(made.history(), key=lambda step: step.rev)

        assert made.actor == "Rini"
        assert first.at == datetime(2020, 2, 10, 8, 45, tzinfo=WIB) - timedelta(minutes=1)


def test_the_samples_to_try_are_listed_by_name():
    assert [one.name for one in sample.samples()] == ["Sensus Penduduk 2020, Kabupaten Kudus"]
